import { describe, expect, test } from '@jest/globals';
import { MANIFEST, PUBLIC_API } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  errorsOf,
  fsck,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
  subjectsAhead,
} from './scene.ts';

const CHANGE_LOG = 'specs/CHANGELOG.md';

/** The headings of the sections of a change log. */
const headings = (log: string | null) => log?.match(/^## .*$/gm) ?? [];

describe('people on the branch of the pull request', () => {
  test('given their commit, then it is kept, and the log, the summary and the body say so', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit(BRANCH, { 'docs/migration.md': 'How to move' }, { message: 'Say how to move' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world);
    expect(await subjectsAhead(world)).toEqual([
      'specs: 2 API groups changed, 1 breaks',
      'Say how to move',
      'specs: 1 API group changed, 1 breaks',
    ]);
    expect(await world.github.readFile(BRANCH, 'docs/migration.md')).toBe('How to move');
    expect(ran.stdout).toMatch(/kept {8}\w{7} Say how to move, by Ada, on xano-specs\/snapshot/);
    expect(ran.summary).toContain('People committed to xano-specs/snapshot; that was kept:');
    expect(ran.summary).toContain('Say how to move, by Ada');
    expect(openPull(world).body).toMatch(/People committed to this branch\..*Say how to move, by Ada/s);
    expect(ran.result?.pullRequest?.peopleCommits).toMatchObject([
      { subject: 'Say how to move', author: 'Ada' },
    ]);
  });

  test('given their commit and a main that moved, then both sides are on the branch', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const theirs = await world.github.commit(BRANCH, {
      'docs/migration.md': 'How to move',
      'README.md': null,
    });
    await world.github.commit('main', { 'src/app.ts': 'new' });
    await proposeIn(world);
    const changes = await world.github.git('diff', '--name-status', 'main', BRANCH);
    expect(changes.split('\n').map((line) => line.replace('\t', ' '))).toEqual([
      'D README.md',
      'A docs/migration.md',
      `M ${PUBLIC_API}`,
      `M ${MANIFEST}`,
    ]);
    expect(await world.github.git('merge-base', theirs, BRANCH)).toBe(theirs);
    expect(await fsck(world)).toBe('');
  });

  test('given that both sides changed one file, then the snapshot goes on, and the merge is left to people', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit(BRANCH, { 'README.md': 'theirs' });
    await world.github.commit('main', { 'README.md': 'main' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(await world.github.readFile(BRANCH, 'README.md')).toBe('theirs');
    expect(ran.outputs['pull-request-outcome']).toBe('updated');
    const words = /could not be brought up to date with `?main`?: both changed `?README.md/;
    expect(openPull(world).body).toMatch(words);
    expect(ran.commands.filter(({ name }) => name === 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(words),
    ]);
  });

  test('given a document that they edited, then it is as Xano has it, and their commit stays in the history', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const good = await world.github.readFile(BRANCH, PUBLIC_API);
    const theirs = await world.github.commit(BRANCH, { [PUBLIC_API]: '{}' }, { message: 'Try something' });
    await proposeIn(world);
    expect(await world.github.readFile(BRANCH, PUBLIC_API)).toBe(good);
    expect(await world.github.git('merge-base', theirs, BRANCH)).toBe(theirs);
    expect(openPull(world).body).toContain('documents of the snapshot are written as Xano has them');
  });

  test('given words of theirs in the change log, then every later run keeps them', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    const log = () => world.github.readFile(BRANCH, CHANGE_LOG);
    breakApi(world);
    await proposeIn(world, { inputs });
    const written = await log();
    await world.github.commit(BRANCH, { [CHANGE_LOG]: `${written}\nTell the app team first.\n` });
    await proposeIn(world, { inputs });
    expect(await log()).toBe(`${written}\nTell the app team first.\n`);
    for (const words of ['Other words', 'Yet other words']) {
      describeApi(world, words);
      expect((await proposeIn(world, { inputs })).status).toBe(0);
    }
    expect(await log()).toMatch(
      /\*\*Book Marketplace \/ Private API\*\*[\s\S]*\nTell the app team first\.\n$/,
    );
    expect(headings(await log())).toHaveLength(1);
    await world.github.commit('main', { 'src/app.ts': 'new' });
    await proposeIn(world, { inputs });
    expect(await world.github.git('merge-base', 'main', BRANCH)).toBe(
      await world.github.git('rev-parse', 'main'),
    );
    expect(await log()).toMatch(/\nTell the app team first\.\n$/);
    const { result } = await proposeIn(world, { inputs });
    expect(result?.pullRequest).toMatchObject({ outcome: 'unchanged', peopleCommits: [{ author: 'Ada' }] });
    expect(await fsck(world)).toBe('');
  });

  test('given a section that they put in their own words, then it stays, and the next one stands above it once', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    const log = () => world.github.readFile(BRANCH, CHANGE_LOG);
    breakApi(world);
    await proposeIn(world, { inputs });
    const theirs = `${await log()}`.replace('breaks:', 'breaks, as we agreed:');
    await world.github.commit(BRANCH, { [CHANGE_LOG]: theirs });
    for (const words of ['Other words', 'Yet other words']) {
      describeApi(world, words);
      expect((await proposeIn(world, { inputs })).status).toBe(0);
    }
    const [, own = ''] = theirs.split('go below this line -->');
    expect(own).toContain('as we agreed');
    expect(`${await log()}`.endsWith(own)).toBe(true);
    expect(headings(await log())).toHaveLength(2);
  });

  test('given a change log that both sides changed, then the branch keeps theirs, and the merge is left to people', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    breakApi(world);
    await proposeIn(world, { inputs });
    const written = await world.github.readFile(BRANCH, CHANGE_LOG);
    await world.github.commit(BRANCH, { [CHANGE_LOG]: `${written}\nTell the app team first.\n` });
    await world.github.commit('main', { [CHANGE_LOG]: '# Ours\n\nWritten on main.\n' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world, { inputs });
    expect(ran.status).toBe(0);
    expect(await world.github.readFile(BRANCH, CHANGE_LOG)).toContain('\nTell the app team first.\n');
    expect(openPull(world).body).toMatch(
      /could not be brought up to date.*both changed `specs\/CHANGELOG\.md`/,
    );
  });

  test('given that the difference vanishes, then it stays open with their commits, and says so', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit(BRANCH, { 'docs/migration.md': 'How to move' });
    mendApi(world);
    const ran = await proposeIn(world);
    expect(pullStates(world)).toEqual(['#1 open']);
    expect(await world.github.git('diff', '--name-only', 'main', BRANCH)).toBe('docs/migration.md');
    expect(openPull(world).body).toContain('stays open because people committed to its branch');
    expect(ran.outputs).toMatchObject({ changed: 'false', 'pull-request-outcome': 'left-open' });
    expect(ran.summary).toContain('pull request &#35;1 stays open, since people committed to its branch');
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('left-open');
  });

  test('given that they push just before the branch would be deleted, then it stays', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    mendApi(world);
    world.github.faults.before({ graphql: 'updateRefs' }, () =>
      world.github.commit(BRANCH, { 'docs/migration.md': 'How to move' }),
    );
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('left-open');
    expect(await world.github.readFile(BRANCH, 'docs/migration.md')).toBe('How to move');
  });

  test('given that they push while the run commits, then theirs comes first and stays', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.commit(BRANCH, { 'docs/migration.md': 'How to move' }, { message: 'In between' }),
    );
    expect((await proposeIn(world)).status).toBe(0);
    expect(await subjectsAhead(world)).toEqual([
      'specs: 2 API groups changed, 1 breaks',
      'In between',
      'specs: 1 API group changed, 1 breaks',
    ]);
  });
});

describe('people and the pull request', () => {
  test('given what they wrote around the block, and a title of theirs, then both stay', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const pull = openPull(world);
    pull.body = `Please read this first.\r\n\r\n${pull.body}\r\n\r\n- [x] told the app team`;
    pull.title = 'The front page moves';
    describeApi(world, 'Other words');
    await proposeIn(world);
    expect(pull.title).toBe('The front page moves');
    expect(pull.body).toMatch(/^Please read this first\.\n\n<!--[\s\S]*-->\n\n- \[x\] told the app team$/);
    expect(pull.body).toMatch(/Private API/);
  });

  test('given that they closed it, then the same content is not proposed again, and another one is', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    world.github.closePullRequest(1);
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ changed: 'true', 'pull-request-outcome': 'declined' });
    expect(ran.summary).toContain(
      'not proposed again, since pull request &#35;1 was closed with the same content',
    );
    expect(pullStates(world)).toEqual(['#1 closed']);
    describeApi(world, 'Other words');
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('created');
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
  });

  test('given that they deleted its branch, then that refuses the content too', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.deleteBranch(BRANCH);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('declined');
  });

  test('given that they delete the branch while the run commits, then it is made again', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () => world.github.deleteBranch(BRANCH));
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
  });

  test('given that they merge it while the run commits, then nothing is lost and the rest is proposed', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.mergePullRequest(1, 'merge'),
    );
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 closed merged', '#2 open']);
    expect(openPull(world).body).toContain('✓ No breaking change');
  });

  test('given that they pointed it at another branch, then its branch is not deleted', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.git('branch', 'next', 'main~0');
    openPull(world).base = 'next';
    mendApi(world);
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 open']);
    expect(await world.github.git('branch', '--list', BRANCH)).not.toBe('');
  });

  test('given a file of theirs where a document would go, then it is left alone', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const place = 'specs/starter-instance/starter/orders.json';
    await world.github.commit(BRANCH, { [place]: 'mine' });
    world.group('Billing').name = 'Orders';
    const ran = await proposeIn(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(/A file stands where the snapshot would write/);
    expect(await world.github.readFile(BRANCH, place)).toBe('mine');
  });
});

describe('two runs at once', () => {
  test('with the same content, both end well with one pull request and one commit', async () => {
    await using world = await startScene();
    breakApi(world);
    const both = await Promise.all([proposeIn(world), proposeIn(world)]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(pullStates(world)).toEqual(['#1 open']);
    expect(await subjectsAhead(world)).toEqual(['specs: 1 API group changed, 1 breaks']);
    expect(await fsck(world)).toBe('');
  });

  test('with different filters, both end well and nothing is lost', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    const both = await Promise.all([
      proposeIn(world, { inputs: { groups: 'Public API' } }),
      proposeIn(world, { inputs: { groups: 'Private API' } }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(await world.github.git('diff', '--name-only', 'main', BRANCH)).toMatch(/private-api.*public-api/s);
    expect(pullStates(world)).toEqual(['#1 open']);
  });
});
