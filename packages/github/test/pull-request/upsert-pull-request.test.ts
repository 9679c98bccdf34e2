import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pull } from '@xano-specs/fake-github';
import { BODY_LIMIT, type PullRequestRequest, upsertPullRequest } from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let head: string;
let heads = 0;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  head = `xano/specs-${++heads}`;
  await world.fake.commit(head, { [`specs/${heads}.json`]: '{}' });
  world.fake.settings.actionsMayCreatePullRequests = true;
});
afterAll(stopWorlds);

const upsert = (more: Partial<PullRequestRequest> = {}, octokit = world.octokit) =>
  upsertPullRequest(octokit, {
    ...world.repository,
    head,
    base: 'main',
    key: 'snapshot',
    title: 'API changed',
    body: () => 'One breaking change',
    serverUrl: world.fake.serverUrl,
    ...more,
  });

function pull(number: number): Pull {
  const found = world.fake.state.pulls.find((candidate) => candidate.number === number);
  if (found === undefined) throw new Error(`There is no pull request ${number}.`);
  return found;
}

describe('the pull request of a branch', () => {
  test('is opened once, with its labels, reviewers and draft state, and renewed afterwards', async () => {
    const extras = { labels: ['api'], reviewers: ['grace'], teamReviewers: ['acme/backend'], draft: true };
    const made = await upsert(extras);
    expect(made).toEqual({
      outcome: 'created',
      number: made.number,
      url: expect.stringMatching(/\/pull\/\d+$/),
      warnings: [],
    });
    const { number } = made;
    expect(pull(number)).toMatchObject({ draft: true, title: 'API changed', base: 'main' });
    expect([...pull(number).reviewers, ...pull(number).teamReviewers]).toEqual(['grace', 'backend']);
    expect([...(world.fake.state.issueLabels.get(number) ?? [])]).toEqual(['api']);
    const renewed = await upsert({ ...extras, title: 'API changed twice', body: () => 'Two' });
    expect(renewed).toEqual({ ...made, outcome: 'updated' });
    expect(pull(number)).toMatchObject({
      title: 'API changed twice',
      body: expect.stringContaining('\nTwo\n'),
    });
  });

  test('is left alone when nothing changed', async () => {
    await upsert({ labels: ['API'] });
    const before = world.fake.requests.length;
    expect(await upsert({ labels: ['api'] })).toMatchObject({ outcome: 'unchanged' });
    expect(world.fake.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
  });

  test('keeps what people wrote around the block, and the title that they gave it', async () => {
    const { number } = await upsert();
    const found = pull(number);
    found.body = `Please look at this.\r\n\r\n${found.body}\r\n\r\n- [x] reviewed`;
    found.title = 'Books get a price';
    expect(await upsert({ title: 'Another title', body: () => 'Two' })).toMatchObject({ outcome: 'updated' });
    expect(found.title).toBe('Books get a price');
    expect(found.body).toMatch(/^Please look at this\.\n\n<!--.*-->\nTwo\n<!--.*-->\n\n- \[x\] reviewed$/);
  });

  test.each([
    ['for a block', 0, 'unchanged', 1],
    ['for more than its two lines', 200, 'updated', 0],
  ])('keeps what people wrote where it leaves no room %s', async (_what, less, outcome, warnings) => {
    const { number } = await upsert();
    const found = pull(number);
    const theirs = 'x'.repeat(BODY_LIMIT - less);
    found.body = theirs;
    const done = await upsert({ title: 'Another title', body: (room) => 'y'.repeat(room) });
    expect([done.outcome, done.warnings.length]).toEqual([outcome, warnings]);
    expect(done.warnings.join()).toMatch(
      warnings === 0 ? /^$/ : /leaves no room for it\. Make the body shorter/,
    );
    expect(found.body?.startsWith(theirs)).toBe(true);
  });

  test('that someone closed is followed by a new one', async () => {
    const { number } = await upsert();
    pull(number).state = 'closed';
    const next = await upsert();
    expect(next).toMatchObject({ outcome: 'created' });
    expect(next.number).not.toBe(number);
  });

  test('keeps what someone wrote while the run looked at it', async () => {
    const { number } = await upsert();
    const found = pull(number);
    world.fake.faults.before({ method: 'GET', path: /\/pulls\/\d+$/ }, () => {
      found.body += '\n\nwritten meanwhile';
      found.title = 'Renamed meanwhile';
    });
    expect(await upsert({ title: 'Another', body: () => 'Two' })).toMatchObject({ outcome: 'updated' });
    expect(found.title).toBe('Renamed meanwhile');
    expect(found.body).toMatch(/\nTwo\n<!--.*-->\n\nwritten meanwhile$/);
  });

  test('that another run opens meanwhile is found, and renewed', async () => {
    world.fake.faults.before({ method: 'POST', path: /\/pulls$/ }, () =>
      world.fake.openPullRequest({ head }),
    );
    expect(await upsert()).toMatchObject({ outcome: 'updated' });
    expect(world.fake.state.pulls.filter((found) => found.head.branch === head)).toHaveLength(1);
  });

  test.each([{ kind: 'lost-answer' }, { kind: 'bad-gateway' }] as const)(
    'is opened once where GitHub breaks off with $kind, and its reviewers are asked',
    async (fault) => {
      world.fake.faults.next({ method: 'POST', path: /\/pulls$/ }, fault);
      const made = await upsert({ reviewers: ['grace'] });
      expect(made).toMatchObject({ outcome: 'created', warnings: [] });
      expect([...pull(made.number).reviewers]).toEqual(['grace']);
      expect(world.fake.state.pulls.filter((found) => found.head.branch === head)).toHaveLength(1);
    },
  );

  test('is ready for review where there are no drafts, with a warning', async () => {
    world.fake.settings.draftsAllowed = false;
    const { outcome, number, warnings } = await upsert({ draft: true });
    world.fake.settings.draftsAllowed = true;
    expect([outcome, pull(number).draft]).toEqual(['created', false]);
    expect(warnings).toEqual([
      expect.stringContaining('GitHub has none in private repositories of its free'),
    ]);
  });

  test('asks whom it can for reviews, and says of the others where to look', async () => {
    world.fake.settings.strangers.add('eve');
    const { number, warnings } = await upsert({ reviewers: ['eve', 'grace'] });
    expect([...pull(number).reviewers]).toEqual(['grace']);
    expect(warnings).toEqual([
      expect.stringMatching(/ask eve for a review.*Settings, Collaborators and teams/s),
    ]);
  });

  test('whose reviewer can not be asked stands all the same, with a warning', async () => {
    const { outcome, warnings } = await upsert({ reviewers: ['github-actions[bot]'] });
    expect(outcome).toBe('created');
    expect(warnings).toEqual([
      expect.stringContaining('Review cannot be requested from pull request author'),
    ]);
  });
});

describe('what GitHub does not allow', () => {
  test('Actions that may not open pull requests: the setting and the link that opens it by hand', async () => {
    world.fake.settings.actionsMayCreatePullRequests = false;
    expect(await rejection(upsert())).toMatchObject({
      code: 'PULL_REQUESTS_NOT_PERMITTED',
      hint: expect.stringMatching(
        /Allow GitHub Actions to create and approve pull requests.*\/acme\/shop\/compare\/main\.\.\.xano%2Fspecs-\d+\?expand=1$/,
      ),
    });
  });

  test('a token that only reads: the permission', async () => {
    const reader = world.client({ token: world.fake.readOnlyToken });
    expect(await rejection(upsert({}, reader))).toMatchObject({
      code: 'MISSING_PERMISSION',
      hint: expect.stringContaining('`pull-requests: write`'),
    });
  });

  test('a body too long is refused before it is sent, and one that keeps to its room is not', async () => {
    expect(await rejection(upsert({ body: (room) => 'x'.repeat(room + 100) }))).toMatchObject({
      code: 'COMMENT_TOO_LONG',
    });
    expect(await upsert({ body: (room) => 'x'.repeat(room) })).toMatchObject({ outcome: 'created' });
  });
});
