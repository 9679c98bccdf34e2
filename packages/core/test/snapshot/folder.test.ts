import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { type FileSystem, nodeFileSystem, type TakeSnapshotOptions, takeSnapshot } from '../../src/index.ts';
import {
  documentOutcome,
  failedOutcome,
  type GroupSpec,
  listings,
  streamed,
  unreadableOutcome,
  walk,
} from './account.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from './trees.ts';

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
beforeEach(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'specs');
});
afterEach(() => parent.remove());

const take = (outcomes: readonly FetchOutcome[], options: Partial<TakeSnapshotOptions> = {}) =>
  takeSnapshot({ outcomes: streamed(outcomes), directory, ...options });

/** What the documents and the manifest of a snapshot of these groups would be. */
async function freshSnapshot(specs: readonly GroupSpec[], text?: string) {
  const elsewhere = join(parent.path, 'fresh');
  await takeSnapshot({ outcomes: streamed(walk(specs, text)), directory: elsewhere });
  const tree = await readTree(elsewhere);
  await rm(elsewhere, { recursive: true });
  return tree;
}

/** What stands in a folder, every group at its first version: how often it changed makes no difference. */
async function treeAtFirst(path: string): Promise<Tree> {
  const tree = (await readTree(path)) ?? {};
  const manifest = tree['manifest.json']?.replaceAll(/"version": "[\d.]+"/g, '"version": "1.0.0"');
  return { ...tree, ...(manifest === undefined ? {} : { 'manifest.json': manifest }) };
}

describe('a snapshot in a folder', () => {
  test('given no folder yet, makes it, with documents and manifest and nothing else', async () => {
    const result = await take(walk([{ id: 1 }, { id: 2, branch: 'v2' }]));
    expect(result).toMatchObject({ written: true, counts: { added: 2 } });
    expect(Object.keys((await readTree(directory)) ?? {})).toEqual([
      'manifest.json',
      'shop/',
      'shop/workspace-1/',
      'shop/workspace-1/group-1.json',
      'shop/workspace-1/v2/',
      'shop/workspace-1/v2/group-2.json',
    ]);
    expect(await readdir(parent.path)).toEqual(['specs']);
  });

  test('given the same account again, changes no byte and touches no file', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const before = [
      await readTree(directory),
      (await stat(directory)).ino,
      (await stat(join(directory, 'manifest.json'))).mtimeMs,
    ];
    const result = await take(walk([{ id: 1 }, { id: 2 }]));
    expect(result).toMatchObject({ written: false, changed: false, additions: [], counts: { same: 2 } });
    expect([
      await readTree(directory),
      (await stat(directory)).ino,
      (await stat(join(directory, 'manifest.json'))).mtimeMs,
    ]).toEqual(before);
  });

  test('given changes of every kind, holds what a fresh snapshot would', async () => {
    await take(walk([{ id: 1, name: 'A' }, { id: 2, name: 'B' }, { id: 3 }, { id: 4, name: 'Old' }]));
    const after = [{ id: 1, name: 'B' }, { id: 2, name: 'A' }, { id: 4, name: 'New' }, { id: 5 }];
    const result = await take(walk(after, 'edited'));
    expect(result.rows.map(({ path, status }) => [path, status])).toEqual([
      ['shop/workspace-1/a.json', 'changed'],
      ['shop/workspace-1/b.json', 'changed'],
      [null, 'removed'],
      ['shop/workspace-1/group-5.json', 'added'],
      ['shop/workspace-1/new.json', 'changed'],
    ]);
    expect(await treeAtFirst(directory)).toEqual(await freshSnapshot(after, 'edited'));
  });

  test('given groups that swap their names without a change, swaps their files', async () => {
    await take(
      walk([
        { id: 1, name: 'A' },
        { id: 2, name: 'B' },
      ]),
    );
    await take(
      walk([
        { id: 1, name: 'B' },
        { id: 2, name: 'A' },
      ]),
    );
    expect(await readTree(directory)).toEqual(
      await freshSnapshot([
        { id: 1, name: 'B' },
        { id: 2, name: 'A' },
      ]),
    );
  });

  test('given groups with the same document, gives each a file of its own', async () => {
    await take(walk([{ id: 1 }, { id: 2 }, { id: 3 }], 'the same'));
    await writeFile(join(directory, 'shop/workspace-1/group-1.json'), 'edited');
    expect(await readFile(join(directory, 'shop/workspace-1/group-2.json'), 'utf8')).toContain('the same');
    expect(await readFile(join(directory, 'shop/workspace-1/group-3.json'), 'utf8')).toContain('the same');
  });

  test('given a failed and an unreadable group, leaves their files as they are and says why', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const before = await readTree(directory);
    const result = await take([
      ...listings([{ id: 1 }, { id: 2 }]),
      failedOutcome({ id: 1 }),
      unreadableOutcome({ id: 2 }),
    ]);
    expect(result.rows).toMatchObject([
      { status: 'kept-failed', error: { code: 'TIMEOUT' }, operations: 2 },
      { status: 'kept-unreadable', reason: 'documentation is disabled', remedy: 'enable it' },
    ]);
    expect(await readTree(directory)).toEqual(before);
  });

  test('given a file that was edited or deleted by hand, restores it', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const before = await readTree(directory);
    await writeFile(join(directory, 'shop/workspace-1/group-1.json'), '{}');
    await rm(join(directory, 'shop/workspace-1/group-2.json'));
    expect((await take(walk([{ id: 1 }, { id: 2 }]))).counts.changed).toBe(2);
    expect(await readTree(directory)).toEqual(before);
  });

  test('given YAML, writes YAML; given JSON again, goes back', async () => {
    await take(walk([{ id: 1 }]), { format: 'yaml' });
    expect(await readFile(join(directory, 'shop/workspace-1/group-1.yaml'), 'utf8')).toMatch(
      /^openapi: 3\.0\.0\ninfo:\n {2}title: document of 1\n/,
    );
    await take(walk([{ id: 1 }]));
    expect(await treeAtFirst(directory)).toEqual(await freshSnapshot([{ id: 1 }]));
  });

  test('reports leaks without showing them, and redacts them when asked to', async () => {
    const leaky = [documentOutcome({ id: 1 }, 'ask jane@acme.io')];
    const [row] = (await take(leaky)).rows;
    expect(row).toMatchObject({
      leakCount: 2,
      leaks: [{ kind: 'email', pointer: '/info/title', preview: 'jan… (12 characters)' }, {}],
    });
    await take(leaky, { redact: true });
    expect(JSON.stringify(await readTree(directory))).not.toContain('jane');
  });

  test('given documents before and after, can show both before anything is written', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const seen: unknown[] = [];
    await take([...listings([{ id: 1 }]), documentOutcome({ id: 1 }, 'edited')], {
      onPlan: async ({ documents }) => {
        for (const { status, readBefore, readAfter } of documents)
          seen.push([status, await readBefore(), await readAfter()]);
      },
    });
    expect(seen).toEqual([
      ['changed', expect.stringContaining('document of 1'), expect.stringContaining('edited')],
      ['removed', expect.stringContaining('document of 2'), null],
    ]);
  });
});

describe('a dry run', () => {
  test('plans the same and changes nothing', async () => {
    await take(walk([{ id: 1 }]));
    const before = await readTree(parent.path);
    const result = await take(walk([{ id: 2 }]), { dryRun: true });
    expect(result).toMatchObject({ written: false, changed: true, counts: { added: 1, removed: 1 } });
    expect(await result.additions[1]?.read()).toBe(result.plan.manifestText);
    expect(await readTree(parent.path)).toEqual(before);
  });

  test('given no folder yet, makes none', async () => {
    await take(walk([{ id: 1 }]), { dryRun: true });
    expect(await readdir(parent.path)).toEqual([]);
  });
});

describe('nothing is written', () => {
  const everything = Array.from({ length: 12 }, (_, index) => ({ id: index + 1 }));

  test('when the plan is refused; the error tells what it was', async () => {
    await take(walk(everything));
    const before = await readTree(parent.path);
    await expect(take(listings([{ id: 1 }]))).rejects.toMatchObject({
      code: 'TOO_MANY_REMOVALS',
      hint: expect.stringContaining('max-removed'),
      prepared: { counts: { removed: 11 } },
    });
    expect(await readTree(parent.path)).toEqual(before);
  });

  test('when the walk throws in its middle', async () => {
    await take(walk([{ id: 1 }]));
    const before = await readTree(parent.path);
    async function* broken() {
      yield documentOutcome({ id: 1 }, 'edited');
      throw new Error('the budget of time is spent');
    }
    await expect(takeSnapshot({ outcomes: broken(), directory })).rejects.toThrow('budget');
    expect(await readTree(parent.path)).toEqual(before);
  });

  test.each([
    ['is broken', '{', 'MANIFEST_UNREADABLE'],
    ['is newer', '{"version": 7}', 'MANIFEST_NEWER'],
  ])('when the manifest %s', async (_, text, code) => {
    await take(walk([{ id: 1 }]));
    await writeFile(join(directory, 'manifest.json'), text);
    const before = await readTree(parent.path);
    await expect(take(walk([{ id: 1 }], 'edited'))).rejects.toMatchObject({ code });
    expect(await readTree(parent.path)).toEqual(before);
  });

  test('when a file that no snapshot wrote stands in the way', async () => {
    await writeTree(directory, { 'shop/workspace-1/group-1.json': 'mine' });
    await expect(take(walk([{ id: 1 }]))).rejects.toMatchObject({
      code: 'PATH_TAKEN',
      message: expect.stringContaining('shop/workspace-1/group-1.json'),
    });
    expect(await readFile(join(directory, 'shop/workspace-1/group-1.json'), 'utf8')).toBe('mine');
  });

  test('when the folder is a file', async () => {
    await writeFile(directory, 'mine');
    await expect(take(walk([{ id: 1 }]))).rejects.toMatchObject({ code: 'PATH_NOT_PLAIN' });
    expect(await readFile(directory, 'utf8')).toBe('mine');
  });

  test('when another run holds the folder', async () => {
    await take(walk([{ id: 1 }]), {
      onPlan: async () => {
        await expect(take(walk([{ id: 2 }]))).rejects.toMatchObject({ code: 'FOLDER_BUSY' });
      },
    });
    expect((await take(walk([{ id: 1 }]))).counts.same).toBe(1);
  });
});

describe('symbolic links', () => {
  test('given one in place of an instance, are not followed', async () => {
    await mkdir(join(parent.path, 'outside'));
    await mkdir(directory);
    await symlink('../outside', join(directory, 'shop'));
    await expect(take(walk([{ id: 1 }]))).rejects.toMatchObject({
      code: 'PATH_NOT_PLAIN',
      message: expect.stringContaining('shop in the snapshot folder is a symbolic link'),
    });
    expect(await readdir(join(parent.path, 'outside'))).toEqual([]);
  });

  test('given one in place of a document, are not followed', async () => {
    await take(walk([{ id: 1 }]));
    await writeFile(join(parent.path, 'outside'), 'mine');
    await rm(join(directory, 'shop/workspace-1/group-1.json'));
    await symlink('../../../outside', join(directory, 'shop/workspace-1/group-1.json'));
    await expect(take(walk([{ id: 1 }], 'edited'))).rejects.toMatchObject({ code: 'PATH_NOT_PLAIN' });
    expect(await readFile(join(parent.path, 'outside'), 'utf8')).toBe('mine');
  });

  test('given one that is the folder itself, lead to it and stay', async () => {
    await mkdir(join(parent.path, 'real'));
    await symlink('real', directory);
    await take(walk([{ id: 1 }]));
    await take(walk([{ id: 1 }], 'edited'));
    expect(await readdir(parent.path)).toEqual(['real', 'specs']);
    expect(await treeAtFirst(join(parent.path, 'real'))).toEqual(await freshSnapshot([{ id: 1 }], 'edited'));
  });
});

/** What other people keep in a snapshot folder: it stays, whatever the run does. */
const FOREIGN = {
  'README.md': 'ours',
  'empty/': '',
  'shop/notes.txt': 'notes',
  'shop/workspace-1/.hidden': 'x',
  link: '→ README.md',
  dangling: '→ nowhere',
  'Shop Old/CON.json.bak': 'y',
};

describe.each([
  ['swapped as a whole', {}],
  ['whose files are replaced one by one', { workingDirectory: 'itself' }],
])('a folder %s', (_, { workingDirectory }: { workingDirectory?: string }) => {
  const options = () => (workingDirectory === undefined ? {} : { workingDirectory: directory });

  test('keeps what other people put there, and loses only what the manifest owned', async () => {
    await take(walk([{ id: 1 }, { id: 2, workspace: 2 }]), options());
    await writeTree(directory, FOREIGN);
    await take(walk([{ id: 1 }], 'edited'), options());
    const tree: Tree = await treeAtFirst(directory);
    expect(tree).toMatchObject(FOREIGN);
    expect(tree).toMatchObject((await freshSnapshot([{ id: 1 }], 'edited')) ?? {});
    expect(Object.keys(tree).filter((path) => path.startsWith('shop/workspace-2'))).toEqual([]);
    expect(await readdir(parent.path)).toEqual(['specs']);
  });

  test('keeps the mode of its folders', async () => {
    await take(walk([{ id: 1 }]), options());
    await chmod(join(directory, 'shop'), 0o700);
    await take(walk([{ id: 1 }], 'edited'), options());
    expect((await stat(join(directory, 'shop'))).mode & 0o777).toBe(0o700);
  });
});

test.each(['.git', '.git/specs', '.GIT'])(
  'given the folder %s, nothing is written among what is git’s',
  async (name) => {
    const inGit = join(parent.path, name);
    await mkdir(join(parent.path, '.git'));
    await writeFile(join(parent.path, '.git', 'HEAD'), 'ref');
    await expect(take(walk([{ id: 1 }]), { directory: inGit })).rejects.toMatchObject({
      code: 'PATH_NOT_PLAIN',
    });
    expect(await readTree(parent.path)).toEqual({ '.git/': '', '.git/HEAD': 'ref' });
  },
);

test('a folder in which another file system is mounted stays where it is, with all that is mounted', async () => {
  await take(walk([{ id: 1 }]));
  await writeTree(directory, { 'mounted/file': 'precious' });
  const before = (await stat(directory)).ino;
  const withMount: FileSystem = {
    ...nodeFileSystem,
    status: async (path) => {
      const status = await nodeFileSystem.status(path);
      return status !== null && path.includes('mounted') ? { ...status, device: status.device + 1 } : status;
    },
  };
  expect(await take(walk([{ id: 1 }], 'edited'), { fileSystem: withMount })).toMatchObject({ written: true });
  expect((await stat(directory)).ino).toBe(before);
  expect(await readTree(directory)).toMatchObject({ 'mounted/file': 'precious' });
  expect(await readdir(parent.path)).toEqual(['specs']);
});

describe('a folder that can not be moved', () => {
  test.each(['EBUSY', 'EXDEV', 'EPERM'])('given %s, has its files replaced one by one', async (code) => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    const stubborn: FileSystem = {
      ...nodeFileSystem,
      moveBoth: async () => {
        throw Object.assign(new Error(code), { code });
      },
    };
    const inode = (await stat(directory)).ino;
    await take(walk([{ id: 1 }], 'edited'), { fileSystem: stubborn });
    expect((await stat(directory)).ino).toBe(inode);
    expect(await treeAtFirst(directory)).toEqual(await freshSnapshot([{ id: 1 }], 'edited'));
    expect(await readdir(parent.path)).toEqual(['specs']);
  });

  test('given one that is moved away and does not come back, is put back whole', async () => {
    await take(walk([{ id: 1 }, { id: 2 }]));
    await writeTree(directory, { 'README.md': 'ours' });
    const broken: FileSystem = {
      ...nodeFileSystem,
      moveBoth: async ([from, to]) => {
        await nodeFileSystem.move(from, to);
        throw Object.assign(new Error('neither forward nor back'), { code: 'EPERM' });
      },
    };
    await expect(take(walk([{ id: 1 }], 'edited'), { fileSystem: broken })).rejects.toThrow('neither');
    expect(await treeAtFirst(directory)).toEqual({
      'README.md': 'ours',
      ...(await freshSnapshot([{ id: 1 }], 'edited')),
    });
    expect(await readdir(parent.path)).toEqual(['specs']);
  });

  test('given one that holds a repository, leaves it alone', async () => {
    await writeTree(directory, { '.git/HEAD': 'ref' });
    const inode = (await stat(join(directory, '.git'))).ino;
    await take(walk([{ id: 1 }]));
    expect((await stat(join(directory, '.git'))).ino).toBe(inode);
    expect(await readdir(parent.path)).toEqual(['specs']);
  });

  test('given more files of other people than can be carried over, leaves them where they are', async () => {
    await writeTree(
      directory,
      Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`pile/${index}`, ''])),
    );
    const inode = (await stat(directory)).ino;
    await take(walk([{ id: 1 }]));
    expect((await stat(directory)).ino).toBe(inode);
    expect(await readdir(join(directory, 'pile'))).toHaveLength(2001);
  });
});

describe('what other people do while a run publishes', () => {
  test('files that they add or replace between the copy and the swap are not lost', async () => {
    await take(walk([{ id: 1 }]));
    await writeTree(directory, { 'README.md': 'first', 'linked.txt': 'x' });
    await link(join(directory, 'linked.txt'), join(parent.path, 'other-name'));
    const busy: FileSystem = {
      ...nodeFileSystem,
      moveBoth: async (first, second) => {
        await writeTree(directory, { 'late/file.txt': 'late', 'README.new': 'second' });
        await rename(join(directory, 'README.new'), join(directory, 'README.md'));
        await nodeFileSystem.moveBoth(first, second);
      },
    };
    await take(walk([{ id: 1 }], 'edited'), { fileSystem: busy });
    expect(await readTree(directory)).toMatchObject({
      'late/file.txt': 'late',
      'README.md': 'second',
      'linked.txt': 'x',
    });
  });
});
