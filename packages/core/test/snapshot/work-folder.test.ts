import { mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type FileSystem, nodeFileSystem, type TakeSnapshotOptions, takeSnapshot } from '../../src/index.ts';
import { releaseLock, SIGN_LASTS_MS, takeLock } from '../../src/snapshot/folder/lock.ts';
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

describe('a lock that a run on another machine made, on a drive that both share', () => {
  const work = () => join(parent.path, 'repository', '.specs.xano-specs-work');
  const lock = () => join(work(), 'lock');
  const elsewhere = async (age: number) => {
    await writeTree(work(), { lock: JSON.stringify({ pid: 12, host: 'build-7' }), 'new/a.json': 'theirs' });
    const written = (Date.now() - age) / 1000;
    await utimes(lock(), written, written);
  };

  test('given a sign of life a moment ago, holds, and the words say which machine and how long', async () => {
    await elsewhere(SIGN_LASTS_MS / 2);
    const busy = {
      code: 'FOLDER_BUSY',
      message:
        'Another run (process 12 on the machine build-7) is writing this snapshot folder. Nothing was changed.',
      hint: `Wait until it has ended; 5 minutes after its last sign of life it counts as ended. If there is none, delete ${work()} and run again.`,
    };
    await expect(take()).rejects.toMatchObject(busy);
    await expect(take('text', { dryRun: true })).rejects.toMatchObject(busy);
    expect(await readdir(work())).toEqual(['lock', 'new']);
    expect(await readdir(directory)).toEqual([]);
  });

  test('given none for some minutes, is taken over, as that of a container that was killed', async () => {
    await elsewhere(SIGN_LASTS_MS + 10_000);
    expect(await take()).toMatchObject({ written: true });
    expect(await readdir(join(parent.path, 'repository'))).toEqual(['specs']);
  });

  test('given a run that takes long, gives signs as long as it holds the folder, and stays readable', async () => {
    jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      await mkdir(work());
      await takeLock(nodeFileSystem, work());
      const before = await readFile(lock(), 'utf8');
      jest.advanceTimersByTime(SIGN_LASTS_MS);
      while ((await readFile(lock(), 'utf8')).length === before.length) await setImmediate();
      expect(JSON.parse(await readFile(lock(), 'utf8'))).toEqual({ pid: process.pid, host: hostname() });
      releaseLock(work());
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
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
