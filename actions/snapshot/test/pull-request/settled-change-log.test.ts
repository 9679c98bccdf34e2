import { expect, test } from '@jest/globals';
import { BRANCH, breakApi, describeApi, mendApi, proposeIn, startScene } from './scene.ts';

const inputs = { changelog: 'true' };

test('given a change that was taken back in Xano, and a commit of people on the branch, then the change log on it tells of no change', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world, { inputs });
  await world.github.commit(BRANCH, { 'notes.md': 'Tell the app team.' });
  mendApi(world);
  const { result } = await proposeIn(world, { inputs });
  expect(result?.pullRequest?.outcome).toBe('left-open');
  expect(await world.github.git('diff', '--name-only', `main...${BRANCH}`, '--', 'specs')).toBe('');
});

test('given auto, a break that was taken back, and a commit of people on the branch, then the rest is committed and the branch is brought up to date', async () => {
  await using world = await startScene();
  breakApi(world);
  const auto = { ...inputs, mode: 'auto' };
  await proposeIn(world, { inputs: auto });
  await world.github.commit(BRANCH, { 'notes.md': 'Tell the app team.' });
  mendApi(world);
  describeApi(world, 'Other words');
  const { result } = await proposeIn(world, { inputs: auto });
  expect(result?.outcome).toBe('committed');
  expect(result?.pullRequest?.conflicts).toEqual([]);
});
