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
