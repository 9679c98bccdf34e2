import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FileSystem, nodeFileSystem, type TakeSnapshotOptions, takeSnapshot } from '../../src/index.ts';
import { releaseLock, takeLock } from '../../src/snapshot/folder/lock.ts';
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

describe('two runs in one folder at the same moment', () => {
  const work = () => join(parent.path, 'repository', '.specs.xano-specs-work');
  // The process that runs this one is alive as long as this one is.
  const other = JSON.stringify({ pid: process.ppid, host: hostname() });
  const killed = JSON.stringify({ pid: 2 ** 30, host: hostname() });

  test('given a lock that a killed run left and both take over, one alone goes on', async () => {
    await mkdir(work());
    await writeFile(join(work(), 'lock'), killed);
    let isTaken = false;
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      create: async (path, text) => {
        if (!isTaken) {
          isTaken = true;
          await takeLock(nodeFileSystem, work());
          const name = (await readdir(work())).toSorted().at(-1) ?? '';
          await writeFile(join(work(), name), other);
          releaseLock(work());
        }
        return nodeFileSystem.create(path, text);
      },
    };
    await expect(take('text', { fileSystem })).rejects.toMatchObject({ code: 'FOLDER_BUSY' });
    await expect(take()).rejects.toMatchObject({ code: 'FOLDER_BUSY' });
    expect(await readdir(directory)).toEqual([]);
  });

  test('given one that begins while the other clears up, loses nothing to it', async () => {
    let isBegun = false;
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      removeEmpty: async (path) => {
        if (path === work() && !isBegun) {
          isBegun = true;
          await writeTree(work(), { lock: other, 'new/shop/document.json': 'of the other run' });
        }
        return nodeFileSystem.removeEmpty(path);
      },
    };
    expect(await take('text', { fileSystem })).toMatchObject({ written: true });
    expect(isBegun).toBe(true);
    expect(await readTree(work())).toMatchObject({ 'new/shop/document.json': 'of the other run' });
  });

  test('given one that ends while the other begins, the other makes its place anew', async () => {
    let isCleared = false;
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      create: async (path, text) => {
        if (!isCleared) await rm(work(), { recursive: true });
        isCleared = true;
        return nodeFileSystem.create(path, text);
      },
    };
    expect(await take('text', { fileSystem })).toMatchObject({ written: true });
    expect(await readdir(join(parent.path, 'repository'))).toEqual(['specs']);
  });
});
