import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type TakeSnapshotOptions, takeSnapshot } from '../../src/index.ts';
import { streamed, walk } from './account.ts';
import { readTree, temporaryFolder, writeTree } from './trees.ts';

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
beforeEach(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'repository', 'specs');
  await mkdir(directory, { recursive: true });
  await writeTree(join(parent.path, 'home'), { id_rsa: 'private', '.gitignore': 'mine\n' });
});
afterEach(() => parent.remove());

const take = (text?: string, options: Partial<TakeSnapshotOptions> = {}) =>
  takeSnapshot({ outcomes: streamed(walk([{ id: 1 }], text)), directory, ...options });

const home = () => readTree(join(parent.path, 'home'));
const HOME = { id_rsa: 'private', '.gitignore': 'mine\n' };

describe.each([
  ['beside', '.specs.xano-specs-work', '../home', '../../home'],
  ['inside', 'specs/.xano-specs-work', '../../home', '../../../home'],
])('a work folder %s the snapshot that came with the repository', (_, work, asWork, asTree) => {
  const path = (name = '') => join(parent.path, 'repository', work, name);

  test.each(['old', 'new'])(
    'given a link in place of its tree %s, moves nothing through it',
    async (name) => {
      await mkdir(path());
      await symlink(asTree, path(name));
      await expect(take()).rejects.toMatchObject({
        code: 'PATH_NOT_PLAIN',
        message: expect.stringContaining(name),
        hint: expect.stringContaining(path()),
      });
      expect(await home()).toEqual(HOME);
      expect((await readdir(directory)).filter((entry) => entry !== '.xano-specs-work')).toEqual([]);
    },
  );

  test('given a link in place of itself, does no work where it leads', async () => {
    await symlink(asWork, path());
    await expect(take()).rejects.toMatchObject({ code: 'PATH_NOT_PLAIN' });
    expect(await home()).toEqual(HOME);
  });

  test('given links in place of the files of a lock, writes through none of them', async () => {
    await mkdir(path());
    await symlink(`${asTree}/id_rsa`, path('lock'));
    await symlink(`${asTree}/id_rsa`, path(`lock.${process.pid}`));
    expect(await take()).toMatchObject({ written: true });
    expect(await home()).toEqual(HOME);
  });

  test('given a journal and a new tree with a link on the way, moves nothing through it', async () => {
    await take();
    const before = await readFile(join(directory, 'shop/workspace-1/group-1.json'), 'utf8');
    await writeTree(join(parent.path, 'home'), { 'workspace-1/group-1.json': 'of somebody else' });
    const moves = ['shop/workspace-1/group-1.json'];
    await mkdir(path('new'), { recursive: true });
    await writeFile(path('journal.json'), JSON.stringify({ version: 1, moves, deletions: [], swap: false }));
    await symlink(`../${asTree}`, path('new/shop'));
    await expect(take()).rejects.toMatchObject({ code: 'PATH_NOT_PLAIN' });
    expect(await readFile(join(directory, 'shop/workspace-1/group-1.json'), 'utf8')).toBe(before);
    expect(await home()).toEqual(expect.objectContaining({ 'workspace-1/group-1.json': 'of somebody else' }));
    await rm(path(), { recursive: true });
    expect(await take()).toMatchObject({ changed: false });
  });
});
