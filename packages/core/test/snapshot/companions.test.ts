import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { type TakeSnapshotOptions, takeSnapshot, type WriteCompanions } from '../../src/index.ts';
import { failedOutcome, listings, streamed, walk } from './account.ts';
import { readTree, temporaryFolder } from './trees.ts';

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
beforeEach(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'specs');
});
afterEach(() => parent.remove());

const take = (outcomes: readonly FetchOutcome[], options: Partial<TakeSnapshotOptions> = {}) =>
  takeSnapshot({ outcomes: streamed(outcomes), directory, ...options });

/** A log with a line a document above what was there. */
const log: WriteCompanions = async (documents, read) => [
  {
    path: 'CHANGELOG.md',
    text: `${documents.map(({ path, version }) => `${path} ${version}\n`).join('')}${(await read('CHANGELOG.md')) ?? ''}`,
  },
];
const text = () => readFile(join(directory, 'CHANGELOG.md'), 'utf8');

const OTHER_ENCODINGS: readonly [string, Buffer][] = [
  ['Latin-1', Buffer.from('# Änderungen\n', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFF# Änderungen\r\n', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('# Changes\r\n', 'utf16le')],
];

describe.each([
  ['swapped as a whole', {}],
  ['whose files are replaced one by one', { workingDirectory: 'itself' }],
])('a change log in a folder %s', (_, { workingDirectory }: { workingDirectory?: string }) => {
  const options = () => ({
    writeCompanions: log,
    ...(workingDirectory === undefined ? {} : { workingDirectory: directory }),
  });

  test('is written before the manifest, with the versions that the manifest gets', async () => {
    const first = await take(walk([{ id: 1 }]), options());
    expect(first.additions.map(({ path }) => path)).toEqual([
      'shop/workspace-1/group-1.json',
      'CHANGELOG.md',
      'manifest.json',
    ]);
    await take(walk([{ id: 1 }], 'edited'), options());
    expect(await text()).toBe('shop/workspace-1/group-1.json 2.0.0\nshop/workspace-1/group-1.json 1.0.0\n');
  });

  test('keeps what people wrote into it', async () => {
    await take(walk([{ id: 1 }]), options());
    await writeFile(join(directory, 'CHANGELOG.md'), 'ours\r\n');
    await take(walk([{ id: 1 }], 'edited'), options());
    expect(await text()).toBe('shop/workspace-1/group-1.json 2.0.0\nours\r\n');
  });

  test('is left alone by a run that changes no document', async () => {
    await take(walk([{ id: 1 }]), options());
    const tree = await readTree(directory);
    expect(await take(walk([{ id: 1 }]), options())).toMatchObject({ changed: false, companions: [] });
    await take([...listings([{ id: 1 }]), failedOutcome({ id: 1 })], options());
    expect(await readTree(directory)).toEqual(tree);
  });

  test('is left alone by a dry run', async () => {
    await take(walk([{ id: 1 }]), options());
    const tree = await readTree(directory);
    const result = await take(walk([{ id: 1 }], 'edited'), { ...options(), dryRun: true });
    expect(result.companions).toHaveLength(1);
    expect(await readTree(directory)).toEqual(tree);
  });

  test.each(['link', 'folder'])('given a %s in its place, refuses and changes nothing', async (kind) => {
    await take(walk([{ id: 1 }]), { ...options(), writeCompanions: async () => [] });
    const outside = join(parent.path, 'outside.md');
    await writeFile(outside, 'theirs');
    if (kind === 'link') await symlink(outside, join(directory, 'CHANGELOG.md'));
    else await mkdir(join(directory, 'CHANGELOG.md'));
    const tree = await readTree(directory);
    await expect(take(walk([{ id: 1 }], 'edited'), options())).rejects.toMatchObject({
      code: 'PATH_NOT_PLAIN',
    });
    expect(await readTree(directory)).toEqual(tree);
    expect(await readFile(outside, 'utf8')).toBe('theirs');
  });

  test.each(OTHER_ENCODINGS)('given one in %s, refuses and keeps every byte', async (_, bytes) => {
    await take(walk([{ id: 1 }]), options());
    await writeFile(join(directory, 'CHANGELOG.md'), bytes);
    await expect(take(walk([{ id: 1 }], 'edited'), options())).rejects.toMatchObject({
      code: 'WRONG_ENCODING',
      message: expect.stringMatching(/^CHANGELOG\.md in the snapshot folder is no text in UTF-8/),
      hint: expect.stringContaining('Save it as UTF-8'),
    });
    expect(await readFile(join(directory, 'CHANGELOG.md'))).toEqual(bytes);
  });

  test('given one with a byte order mark, keeps it', async () => {
    await take(walk([{ id: 1 }]), options());
    await writeFile(join(directory, 'CHANGELOG.md'), '\uFEFFours \uFFFD\n');
    await take(walk([{ id: 1 }], 'edited'), options());
    expect(await text()).toMatch(/\n\uFEFFours \uFFFD\n$/);
  });
});
