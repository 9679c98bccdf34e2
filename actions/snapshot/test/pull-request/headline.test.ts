import { expect, test } from '@jest/globals';
import { PRIVATE_API } from '../runner/world.ts';
import { BRANCH, breakApi, mendApi, proposeIn, startScene } from './scene.ts';

test('given a commit that only brings in the target branch, then the result has the first line of that commit', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world);
  await world.github.commit('main', { [PRIVATE_API]: '{}' });
  const { result } = await proposeIn(world);
  expect(result?.commit?.headline).toBe(await world.github.git('log', '-1', '--format=%s', BRANCH));
});

test('given a branch of people that is set back, then the result has the first line of that commit', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world);
  await world.github.commit(BRANCH, { 'notes.md': 'Tell the app team.' });
  mendApi(world);
  const { result } = await proposeIn(world);
  expect(result?.commit?.headline).toBe(await world.github.git('log', '-1', '--format=%s', BRANCH));
});
