import { describe, expect, test } from '@jest/globals';
import { failDocuments } from '../runner/failing.ts';
import type { World } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  expectPeople,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
  subjectsAhead,
} from './scene.ts';

const WAYS = ['merge', 'squash', 'rebase'] as const;

/** Has a break proposed, to which somebody adds a note, and which is merged; gives their commit. */
async function proposeAndMerge(world: World, method: (typeof WAYS)[number]): Promise<string> {
  breakApi(world);
  await proposeIn(world);
  const note = await world.github.commit(BRANCH, { 'notes.md': 'Mine' }, { message: 'A note' });
  await world.github.mergePullRequest(openPull(world).number, method);
  return note;
}

/** Takes back what the newest commit of main changed. */
async function revertMain(world: World): Promise<void> {
  const changed = await world.github.git('diff', '--name-only', 'main~1', 'main');
  const before = await Promise.all(
    changed.split('\n').map(async (path) => [path, await world.github.readFile('main~1', path)] as const),
  );
  await world.github.commit('main', Object.fromEntries(before), { message: 'Take it back' });
}

const branches = (world: World) => world.github.git('branch', '--list', BRANCH);

describe('a branch that nobody deleted after its pull request was merged', () => {
  test.each(WAYS)('given a %s, then the next pull request begins anew', async (method) => {
    await using world = await startScene();
    await proposeAndMerge(world, method);
    mendApi(world);
    const { result } = await proposeIn(world);
    expect(result?.pullRequest).toMatchObject({ outcome: 'created', peopleCommits: [] });
    expect(await subjectsAhead(world)).toHaveLength(1);
    expect(await world.github.readFile('main', 'notes.md')).toBe('Mine');
  });

  test.each(WAYS)('given a %s, and that nothing is left to propose, then it goes', async (method) => {
    await using world = await startScene();
    await proposeAndMerge(world, method);
    await proposeIn(world);
    expect(await branches(world)).toBe('');
  });

  test.each(WAYS)('given a %s, and a main that was put back by force, then it stays', async (method) => {
    await using world = await startScene();
    const before = await world.github.git('rev-parse', 'main');
    const note = await proposeAndMerge(world, method);
    await world.github.git('update-ref', 'refs/heads/main', before);
    describeApi(world, 'Other words');
    const ran = await proposeIn(world);
    await expectPeople(world, ran, [note]);
  });

  test('given a commit after the merge, then it is people’s, and stays', async () => {
    await using world = await startScene();
    const note = await proposeAndMerge(world, 'squash');
    const late = await world.github.commit(BRANCH, { 'late.md': 'Too late' });
    mendApi(world);
    const ran = await proposeIn(world);
    await expectPeople(world, ran, [note, late]);
  });

  test('given a merge that was taken back, and somebody who proposes it once more, then theirs stays open', async () => {
    await using world = await startScene();
    const note = await proposeAndMerge(world, 'squash');
    await revertMain(world);
    await world.github.openPullRequest({ head: BRANCH, title: 'Once more, with the note' });
    mendApi(world);
    const ran = await proposeIn(world);
    expect(pullStates(world)).toEqual(['#1 closed merged', '#2 open']);
    await expectPeople(world, ran, [note]);
  });

  test('given a merge that was taken back, and a document that can not be had, then nothing of it waits', async () => {
    await using world = await startScene();
    await proposeAndMerge(world, 'squash');
    await revertMain(world);
    failDocuments(world, { instance: 'explore-instance' });
    await proposeIn(world);
    expect(pullStates(world)).toEqual(['#1 closed merged']);
  });

  test('given a target of another name that holds the merge, then it begins anew there', async () => {
    await using world = await startScene();
    await proposeAndMerge(world, 'squash');
    await world.github.git('branch', 'trunk', 'main');
    describeApi(world, 'Other words');
    const { result } = await proposeIn(world, { inputs: { branch: 'trunk' } });
    expect(result?.pullRequest?.peopleCommits).toEqual([]);
    expect((await world.github.git('log', '--format=%s', `trunk..${BRANCH}`)).split('\n')).toHaveLength(1);
  });

  test('given that it was merged into another branch as well, then it begins anew all the same', async () => {
    await using world = await startScene();
    await proposeAndMerge(world, 'squash');
    await world.github.git('branch', 'release', 'main~1');
    const [first] = world.github.state.pulls;
    await world.github.openPullRequest({ head: BRANCH, base: 'release', body: first?.body ?? '' });
    await world.github.mergePullRequest(2, 'squash');
    mendApi(world);
    const { result } = await proposeIn(world);
    expect(result?.pullRequest?.peopleCommits).toEqual([]);
  });

  test.each(['bad-gateway', 'cut'] as const)(
    'given an answer %s to its deletion, then it is deleted all the same',
    async (kind) => {
      await using world = await startScene();
      await proposeAndMerge(world, 'squash');
      describeApi(world, 'Other words');
      world.github.faults.next({ graphql: 'updateRefs' }, { kind });
      await proposeIn(world);
      expect(await subjectsAhead(world)).toHaveLength(1);
    },
  );

  test('given somebody who goes on with it, then the section of the merged pull request stays', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    breakApi(world);
    await proposeIn(world, { inputs, day: '2026-11-01' });
    await world.github.mergePullRequest(openPull(world).number, 'squash');
    const log = (await world.github.readFile('main', 'specs/CHANGELOG.md')) ?? '';
    await world.github.commit(BRANCH, { 'specs/CHANGELOG.md': log.replace('\n', '\n\nMine.\n') });
    describeApi(world, 'Other words');
    await proposeIn(world, { inputs, day: '2026-11-02' });
    const now = (await world.github.readFile(BRANCH, 'specs/CHANGELOG.md')) ?? '';
    expect(now.match(/^## \S+/gm)).toEqual(['## 2026-11-02', '## 2026-11-01']);
  });
});
