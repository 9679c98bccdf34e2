import { expect, test } from '@jest/globals';
import { startWorld } from './runner/world.ts';

test.each([
  ['the folder itself', 'specs', { directory: 'specs' }],
  ['a folder on its way', 'docs', { directory: 'docs/specs' }],
  ['the folder of an instance', 'specs/explore-instance', { directory: 'specs' }],
  ['the manifest', 'specs/manifest.json/mine', { directory: 'specs' }],
])('a file of somebody else in place of %s is kept, and the run says so', async (_, path, inputs) => {
  await using world = await startWorld({ github: { files: { [path]: 'mine' } } });
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(1);
  expect(ran.result).toMatchObject({ outcome: 'failed', error: { code: 'PATH_NOT_PLAIN' } });
  expect(await world.github.log('main')).toHaveLength(1);
  expect(await world.github.readFile('main', path)).toBe('mine');
});
