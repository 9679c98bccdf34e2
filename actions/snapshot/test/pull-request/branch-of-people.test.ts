import { describe, expect, test } from '@jest/globals';
import { breakApi, errorsOf, mendApi, proposeIn, pullStates, startScene } from './scene.ts';

describe('a branch of people that the input pull-request-branch names', () => {
  test.each(['given that it is behind main', 'given that it merged main and nothing else'])(
    '%s, then it is left alone, also when there is nothing to propose, and the error names the input',
    async (how) => {
      await using world = await startScene();
      const { git } = world.github;
      await git('branch', 'release', 'main');
      const main = await world.github.commit('main', { 'notes.md': 'n' });
      if (how.includes('merged')) {
        const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
        const message = "Merge branch 'main' into release";
        const made = ['commit-tree', '-m', message, '-p', 'release', '-p', main, 'main^{tree}'];
        await git('update-ref', 'refs/heads/release', await git(...who, ...made));
      }
      const before = await git('rev-parse', 'release');
      const inputs = { 'pull-request-branch': 'release' };
      expect((await proposeIn(world, { inputs })).status).toBe(0);
      breakApi(world);
      const ran = await proposeIn(world, { inputs });
      expect(ran.status).toBe(1);
      expect(errorsOf(ran)).toMatch(
        /there is a branch release in acme\/shop that holds no commit of this action\. It was left alone\..*Name a branch that nobody else uses with the input pull-request-branch/,
      );
      expect(await git('rev-parse', 'release')).toBe(before);
      expect(pullStates(world)).toEqual([]);
    },
  );
});

test('given one with work of people, to which no run has written, then it is left alone', async () => {
  await using world = await startScene();
  const { git } = world.github;
  await git('branch', 'release', 'main');
  await world.github.commit('release', { 'src/unfinished.ts': 'not for main yet' });
  const before = await git('rev-parse', 'release');
  breakApi(world);
  const ran = await proposeIn(world, { inputs: { 'pull-request-branch': 'release' } });
  expect({
    status: ran.status,
    error: errorsOf(ran),
    pulls: pullStates(world),
    moved: (await git('rev-parse', 'release')) !== before,
  }).toEqual({
    status: 1,
    error: expect.stringContaining('there is a branch release'),
    pulls: [],
    moved: false,
  });
});

test('given a dry run, then that is told as well', async () => {
  await using world = await startScene();
  const { git } = world.github;
  await git('branch', 'release', 'main');
  await world.github.commit('main', { 'notes.md': 'n' });
  breakApi(world);
  const inputs = { 'pull-request-branch': 'release' };
  const dry = await proposeIn(world, { inputs: { ...inputs, 'dry-run': 'true' } });
  const ran = await proposeIn(world, { inputs });
  expect(ran.status).toBe(1);
  expect(dry.stdout).not.toContain('A pull request from release to main would hold this commit');
});

test('given one of our name whose pull request was merged, and to which somebody pushed then, then it is ours', async () => {
  await using world = await startScene();
  const inputs = { 'pull-request-branch': 'specs-update' };
  breakApi(world);
  await proposeIn(world, { inputs });
  await world.github.mergePullRequest(1, 'merge');
  await world.github.commit('specs-update', { 'notes.md': 'a note' });
  mendApi(world);
  const ran = await proposeIn(world, { inputs });
  expect(errorsOf(ran)).toBe('');
  expect(ran.result?.pullRequest?.peopleCommits).toHaveLength(1);
});
