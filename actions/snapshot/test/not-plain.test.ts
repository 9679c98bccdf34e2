import { expect, test } from '@jest/globals';
import { PUBLIC_API, startWorld } from './runner/world.ts';

test.each([
  ['the folder itself', 'specs', { directory: 'specs' }],
  ['a folder on its way', 'docs', { directory: 'docs/specs' }],
  ['the folder of an instance', 'specs/explore-instance', { directory: 'specs' }],
  ['the manifest', 'specs/manifest.json/mine', { directory: 'specs' }],
  ['the change log', 'specs/CHANGELOG.md/mine', { directory: 'specs', changelog: 'true' }],
  [
    'the change log of a pull request',
    'specs/CHANGELOG.md/mine',
    { directory: 'specs', changelog: 'true', mode: 'pull-request' },
  ],
])('a file of somebody else in place of %s is kept, and the run says so', async (_, path, inputs) => {
  await using world = await startWorld({ github: { files: { [path]: 'mine' } } });
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(1);
  expect(ran.result).toMatchObject({ outcome: 'failed', error: { code: 'PATH_NOT_PLAIN' } });
  expect(await world.github.log('main')).toHaveLength(1);
  expect(await world.github.readFile('main', path)).toBe('mine');
});

test.each([
  ['a submodule', '160000', 'specs/explore-instance'],
  ['a symbolic link', '120000', 'specs/explore-instance'],
  ['a symbolic link', '120000', PUBLIC_API],
  ['a submodule', '160000', 'specs'],
  ['a symbolic link', '120000', 'specs/CHANGELOG.md'],
  ['a submodule', '160000', 'specs/CHANGELOG.md'],
])('%s (%s) of somebody else at %s is kept, and the run says so', async (_, mode, path) => {
  await using world = await startWorld();
  const git = async (...args: string[]) => (await world.github.git(...args)).trim();
  const commit = await git('rev-parse', 'main');
  const object = mode === '160000' ? commit : await git('rev-parse', 'main:README.md');
  await git('read-tree', 'main');
  await git('update-index', '--add', '--cacheinfo', `${mode},${object},${path}`);
  const tree = await git('write-tree');
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  const head = await git(...who, 'commit-tree', tree, '-p', commit, '-m', 'Something of ours');
  await git('update-ref', 'refs/heads/main', head);
  const ran = await world.run({ inputs: { changelog: 'true' } });
  expect(ran.status).toBe(1);
  expect(ran.result).toMatchObject({ outcome: 'failed', error: { code: 'PATH_NOT_PLAIN' } });
  expect(await git('rev-parse', 'main')).toBe(head);
});
