import { describe, expect, test } from '@jest/globals';
import { MANIFEST, PRIVATE_API, PUBLIC_API } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  fsck,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
  subjectsAhead,
} from './scene.ts';

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

  test('given their commit and a main whose snapshot changed, then both sides are on the branch', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const theirs = await world.github.commit(BRANCH, {
      'docs/migration.md': 'How to move',
      'README.md': null,
    });
    await world.github.commit('main', { 'src/app.ts': 'new', [PRIVATE_API]: '{}' });
    await proposeIn(world);
    const changes = await world.github.git('diff', '--name-status', 'main', BRANCH);
    expect(changes.split('\n').map((line) => line.replace('\t', ' '))).toEqual([
      'D README.md',
      'A docs/migration.md',
      `M ${PRIVATE_API}`,
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
    await world.github.commit('main', { 'README.md': 'main', [PRIVATE_API]: '{}' });
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
