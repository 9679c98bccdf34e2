import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeFileSystem } from '../../src/index.ts';
import { temporaryFolder } from './trees.ts';

const LENGTHS = [0, 1, 65_535, 65_536, 65_537, 200_000];

test.each(LENGTHS)(
  'given a text of %d characters of every width, its file holds the same',
  async (length) => {
    const { path, remove } = await temporaryFolder();
    try {
      for (const shift of ['', 'a', 'é', '—']) {
        const text =
          shift +
          '😀é€a'
            .repeat(Math.ceil(length / 5))
            .slice(0, length)
            .replace(/[\ud800-\udbff]$/, '');
        await nodeFileSystem.writeText(join(path, 'file'), text);
        expect((await readFile(join(path, 'file'), 'utf8')) === text).toBe(true);
      }
    } finally {
      await remove();
    }
  },
);

test('given folders that are missing, or there, or a link to one, then they are made once', async () => {
  const { path, remove } = await temporaryFolder();
  try {
    const deep = join(path, 'a', 'b', 'c');
    await Promise.all([1, 2, 3].map(() => nodeFileSystem.makeDirectory(deep)));
    await nodeFileSystem.makeLink(deep, join(path, 'link'));
    await nodeFileSystem.makeDirectory(join(path, 'link', 'd'));
    expect((await nodeFileSystem.status(join(deep, 'd')))?.kind).toBe('directory');
  } finally {
    await remove();
  }
});

test('given a file in the way, or a place that takes no folder, then it is an error and no endless search', async () => {
  const { path, remove } = await temporaryFolder();
  try {
    await nodeFileSystem.writeText(join(path, 'file'), 'mine');
    for (const taken of ['file', join('file', 'below')]) {
      await expect(nodeFileSystem.makeDirectory(join(path, taken))).rejects.toThrow();
    }
    await nodeFileSystem.makeLink(join(path, 'nowhere'), join(path, 'dangling'));
    await expect(nodeFileSystem.makeDirectory(join(path, 'dangling', 'below'))).rejects.toThrow();
    // Linux says ENOENT here, though the parent is there; elsewhere the root is missing or refuses.
    if (process.platform === 'linux') {
      await expect(nodeFileSystem.makeDirectory('/proc/no-such-folder')).rejects.toThrow('ENOENT');
    }
  } finally {
    await remove();
  }
});
