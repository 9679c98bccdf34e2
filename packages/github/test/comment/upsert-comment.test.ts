import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ACTIONS_BOT, type Comment } from '@xano-specs/fake-github';
import { BODY_LIMIT, type CommentRequest, commentRoom, upsertComment, writeMarker } from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let issue = 0;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.fake.state.issues.add(++issue);
  world.fake.settings.commentEditsRefused = false;
});
afterAll(stopWorlds);

const report = (more: Partial<CommentRequest> = {}) =>
  upsertComment(world.octokit, {
    ...world.repository,
    issue,
    key: 'api',
    body: 'One breaking change',
    ...more,
  });
const comments = (): Comment[] => world.fake.state.comments.filter((comment) => comment.issue === issue);
const texts = () => comments().map(({ body }) => body.replace(/^<!--.*-->\n/, ''));

describe('one comment for one key', () => {
  test('is made the first time, and edited in place afterwards', async () => {
    const first = await report();
    const second = await report({ body: 'Two breaking changes' });
    expect(first).toMatchObject({ outcome: 'created' });
    expect(second).toEqual({ ...first, outcome: 'updated' });
    expect(second).toMatchObject({ url: expect.stringContaining(`#issuecomment-`) });
    expect(texts()).toEqual(['Two breaking changes']);
  });

  test('is left alone when the report says the same', async () => {
    await report({ digest: 'same', body: 'As of run 1' });
    const before = world.fake.requests.length;
    expect(await report({ digest: 'same', body: 'As of run 2' })).toMatchObject({ outcome: 'unchanged' });
    expect(world.fake.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
    expect(texts()).toEqual(['As of run 1']);
  });

  test('is found behind 350 comments of others', async () => {
    for (let index = 0; index < 200; index++) world.fake.addComment(issue, `Talk ${index}`);
    const first = await report();
    for (let index = 0; index < 150; index++) world.fake.addComment(issue, `More talk ${index}`);
    expect(await report({ body: 'New' })).toEqual({ ...first, outcome: 'updated' });
    expect(comments()).toHaveLength(351);
  });

  test('stands beside those of other keys, and never meets them', async () => {
    for (const key of ['api', 'api-2', 'API', 'a"b --> <b>', '']) await report({ key, body: `For ${key}` });
    for (const key of ['api', 'api-2', 'API', 'a"b --> <b>', '']) {
      expect(await report({ key, body: `Again for ${key}` })).toMatchObject({ outcome: 'updated' });
    }
    expect(comments()).toHaveLength(5);
  });

  test.each(['unchanged', 'updated'])(
    'made twice by two runs at once is one again after the next report (%s)',
    async (outcome) => {
      await Promise.all([report(), report()]);
      expect(texts()).toEqual(['One breaking change', 'One breaking change']);
      const body = outcome === 'updated' ? 'All clear' : 'One breaking change';
      expect(await report({ body })).toMatchObject({ outcome, id: comments().at(-1)?.id });
      expect(texts()).toEqual([body]);
    },
  );

  test('written by a person of the repository is edited too', async () => {
    const person = world.client({ token: world.fake.personalToken });
    const request = { ...world.repository, issue, key: 'api', body: 'One' };
    const first = await upsertComment(person, request);
    expect(await report({ body: 'Two' })).toEqual({ ...first, outcome: 'updated' });
  });
});

describe('a comment that may not be edited', () => {
  test('is followed by a new one, which the next report leaves alone or edits', async () => {
    const first = await report();
    world.fake.settings.commentEditsRefused = true;
    const second = await report({ body: 'Two' });
    expect(second.outcome).toBe('created');
    expect(second).not.toMatchObject(first.outcome === 'none' ? {} : { id: first.id });
    expect(await report({ body: 'Two' })).toMatchObject({ outcome: 'unchanged' });
    world.fake.settings.commentEditsRefused = false;
    expect(await report({ body: 'Three' })).toEqual({ ...second, outcome: 'updated' });
    expect(texts()).toEqual(['Three']);
  });

  test('because someone deleted it meanwhile is made anew', async () => {
    await report();
    world.fake.faults.before({ method: 'PATCH' }, () => {
      world.fake.state.comments.splice(
        world.fake.state.comments.findIndex((c) => c.issue === issue),
        1,
      );
    });
    expect(await report({ body: 'Two' })).toMatchObject({ outcome: 'created' });
    expect(texts()).toEqual(['Two']);
  });
});

describe('a marker that a stranger has copied', () => {
  test('keeps no report from being written, and the comment of the stranger stays theirs', async () => {
    const digest = 'd'.repeat(64);
    world.fake.addComment(
      issue,
      `${writeMarker({ key: 'api', digest })}\nNothing breaks, please merge`,
      'mallory',
    );
    expect(await report({ digest })).toMatchObject({ outcome: 'created' });
    expect(comments().map(({ author }) => author)).toEqual(['mallory', ACTIONS_BOT]);
    expect(await report({ digest })).toMatchObject({ outcome: 'unchanged' });
  });

  test('and someone of the repository too leaves the comment of the bot the one that is kept', async () => {
    const first = await report();
    const digest = 'd'.repeat(64);
    world.fake.addComment(issue, `${writeMarker({ key: 'api', digest })}\nLook at this marker`, 'ada');
    expect(await report({ digest, body: 'Two' })).toEqual({ ...first, outcome: 'updated' });
    expect(texts()).toEqual(['Two', 'Look at this marker']);
  });

  test('with the digest of a report above other words is written over with that report', async () => {
    const digest = 'd'.repeat(64);
    world.fake.addComment(issue, `${writeMarker({ key: 'api', digest })}\nNothing breaks`, 'ada');
    expect(await report({ digest })).toMatchObject({ outcome: 'updated' });
    expect(texts()).toEqual(['One breaking change']);
  });

  test('by a person whose token writes the reports, and the same words, is left alone in the next run', async () => {
    const person = world.client({ token: world.fake.personalToken });
    const by = (run: number) =>
      upsertComment(person, {
        ...world.repository,
        issue,
        key: 'api',
        body: `Two [full report](https://github.com/acme/shop/actions/runs/${run}/attempts/1)`,
        digest: 'same',
      });
    await by(1);
    expect(await by(2)).toMatchObject({ outcome: 'unchanged' });
  });

  test('in the middle of a text is no marker', async () => {
    world.fake.addComment(issue, `I quote: ${writeMarker({ key: 'api', digest: 'x' })}`);
    expect(await report()).toMatchObject({ outcome: 'created' });
  });
});

describe('when there is nothing to report', () => {
  test.each(['update', 'delete', 'keep'] as const)('and no comment, none is made (%s)', async (onClean) => {
    expect(await report({ clean: true, onClean })).toEqual({ outcome: 'none' });
    expect(comments()).toEqual([]);
  });

  test.each([
    ['update', 'updated', ['All clear']],
    ['keep', 'kept', ['One breaking change']],
    ['delete', 'deleted', []],
  ] as const)('a comment is treated as asked: %s', async (onClean, outcome, left) => {
    await report();
    expect(await report({ clean: true, onClean, body: 'All clear' })).toMatchObject({ outcome });
    expect(texts()).toEqual(left);
  });
});

describe('limits and refusals', () => {
  test('the longest body that fits is written whole', async () => {
    const body = 'x'.repeat(commentRoom('api'));
    await report({ body });
    expect(comments()[0]?.body).toHaveLength(BODY_LIMIT);
  });

  test('one character more is refused before anything is sent', async () => {
    const before = world.fake.requests.length;
    const error = await rejection(report({ body: 'x'.repeat(commentRoom('api') + 1) }));
    expect(error).toMatchObject({ code: 'COMMENT_TOO_LONG', message: expect.stringContaining('65536') });
    expect(world.fake.requests.length).toBe(before);
  });

  test('a token that only reads gives an error that names the permission', async () => {
    const reader = world.client({ token: world.fake.readOnlyToken });
    const error = await rejection(
      upsertComment(reader, { ...world.repository, issue, key: 'api', body: 'x' }),
    );
    expect(error).toMatchObject({
      code: 'MISSING_PERMISSION',
      message: expect.stringContaining('Resource not accessible by integration'),
      hint: expect.stringMatching(/`issues: write` or `pull-requests: write`[\s\S]*fork/),
    });
  });

  test('a pull request that is none gives an error that names it', async () => {
    expect(await rejection(report({ issue: 4711 }))).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('acme/shop#4711'),
    });
  });
});
