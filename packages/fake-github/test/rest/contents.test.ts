import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { FakeGitHub } from '../../src/index.ts';
import { CREATED_BLOB_LIMIT } from '../../src/limits.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
const BIG = 'x'.repeat(1024 * 1024 + 1);
beforeAll(async () => {
  fake = await startFake({
    files: { 'README.md': '# Shop\n', 'specs/a b.json': '{}', 'specs/deep/c.json': 'ü', 'big.json': BIG },
  });
  octokit = clientOf(fake);
});
afterAll(stopFakes);

const content = (path: string, more: object = {}) =>
  octokit.rest.repos.getContent({ ...SHOP, path, ...more });
const raw = { mediaType: { format: 'raw' } };
const blob = async (path: string) => fake.git('rev-parse', `main:${path}`);

describe('contents', () => {
  test('of a file come as base64, in lines of 60 characters', async () => {
    const { data } = await content('specs/deep/c.json');
    expect(data).toMatchObject({
      type: 'file',
      name: 'c.json',
      path: 'specs/deep/c.json',
      size: 2,
      encoding: 'base64',
    });
    expect('content' in data && Buffer.from(data.content, 'base64').toString()).toBe('ü');
    expect(data).toMatchObject({ sha: await blob('specs/deep/c.json') });
  });

  test.each(['README.md', 'specs/a b.json', 'big.json'])(
    'of %s come as they are with the raw media type',
    async (path) => {
      const text = { 'README.md': '# Shop\n', 'specs/a b.json': '{}', 'big.json': BIG }[path];
      expect((await content(path, raw)).data as unknown).toBe(text);
    },
  );

  test('of a file beyond 1 MB are left out of the JSON', async () => {
    expect((await content('big.json')).data).toMatchObject({
      size: BIG.length,
      encoding: 'none',
      content: '',
    });
  });

  test('of a folder are its entries', async () => {
    const { data } = await content('specs');
    const entries = Array.isArray(data) ? data.map(({ path, type }) => `${type} ${path}`) : [];
    expect(entries).toEqual(['file specs/a b.json', 'dir specs/deep']);
    expect((await content('')).data).toHaveLength(3);
  });

  test.each(['nowhere', 'specs/nowhere', 'README.md/x'])('of %s are not found', async (path) => {
    expect(await refusalOf(content(path))).toBe('404 Not Found');
  });

  test('at a branch, tag or commit are those of that time', async () => {
    const before = await fake.git('rev-parse', 'main');
    await fake.git('tag', 'v1', 'main');
    await fake.commit('later', { 'README.md': 'Later' });
    for (const ref of [before, 'v1', 'main']) {
      expect((await content('README.md', { ref, ...raw })).data as unknown).toBe('# Shop\n');
    }
    expect((await content('README.md', { ref: 'later', ...raw })).data as unknown).toBe('Later');
    expect(await refusalOf(content('README.md', { ref: 'nowhere' }))).toBe(
      '404 No commit found for the ref nowhere',
    );
  });
});

describe('trees', () => {
  const tree = (tree_sha: string, recursive = false) =>
    octokit.rest.git.getTree({ ...SHOP, tree_sha, ...(recursive ? { recursive: '1' } : {}) });
  const names = (entries: { path?: string; type?: string }[]) =>
    entries.map(({ path, type }) => `${type} ${path}`);

  test('list one folder, or all below it', async () => {
    expect(names((await tree('main')).data.tree)).toEqual(['blob README.md', 'blob big.json', 'tree specs']);
    const { data } = await tree('main', true);
    expect(names(data.tree)).toEqual([
      'blob README.md',
      'blob big.json',
      'tree specs',
      'blob specs/a b.json',
      'tree specs/deep',
      'blob specs/deep/c.json',
    ]);
    expect(data.truncated).toBe(false);
    expect(data.tree.find(({ path }) => path === 'specs/deep/c.json')).toMatchObject({
      size: 2,
      mode: '100644',
      sha: await blob('specs/deep/c.json'),
    });
  });

  test('are cut at the limit, and say so', async () => {
    fake.settings.treeEntryLimit = 2;
    const { data } = await tree('main', true);
    fake.settings.treeEntryLimit = 100_000;
    expect([data.tree.length, data.truncated]).toEqual([2, true]);
  });

  test('are built on another: files added, replaced and removed, the rest kept', async () => {
    const base = (await tree('main')).data.sha;
    const { data } = await octokit.rest.git.createTree({
      ...SHOP,
      base_tree: base,
      tree: [
        { path: 'specs/deep/c.json', mode: '100644', type: 'blob', content: 'new' },
        { path: 'specs/d.json', mode: '100644', type: 'blob', sha: await blob('README.md') },
        { path: 'big.json', mode: '100644', type: 'blob', sha: null },
      ],
    });
    expect((await fake.git('ls-tree', '-r', '--name-only', data.sha)).split('\n')).toEqual([
      'README.md',
      'specs/a b.json',
      'specs/d.json',
      'specs/deep/c.json',
    ]);
    expect(await fake.git('cat-file', 'blob', `${data.sha}:specs/deep/c.json`)).toBe('new');
  });

  test('with a path to remove that is not there, or a blob that is none, are refused', async () => {
    const entry = { path: 'nowhere', mode: '100644', type: 'blob' } as const;
    const make = (sha: string | null) =>
      octokit.rest.git.createTree({ ...SHOP, base_tree: 'main', tree: [{ ...entry, sha }] });
    expect(await refusalOf(make(null))).toBe('422 GitRPC::BadObjectState');
    expect(await refusalOf(make('f'.repeat(40)))).toMatch(/^422 Validation Failed/);
    expect(await refusalOf(tree('f'.repeat(40)))).toBe('404 Not Found');
  });
});

describe('blobs', () => {
  test('are written as text or base64 and read as they were', async () => {
    const odd = Buffer.from([0xff, 0, 10]);
    const written = await octokit.rest.git.createBlob({
      ...SHOP,
      encoding: 'base64',
      content: odd.toString('base64'),
    });
    const { data } = await octokit.rest.git.getBlob({ ...SHOP, file_sha: written.data.sha });
    expect([...Buffer.from(data.content, 'base64')]).toEqual([...odd]);
    expect(data).toMatchObject({ size: 3, encoding: 'base64', sha: written.data.sha });
    const text = await octokit.rest.git.createBlob({ ...SHOP, content: 'ü\n' });
    expect(
      (await octokit.rest.git.getBlob({ ...SHOP, file_sha: text.data.sha, ...raw })).data as unknown,
    ).toBe('ü\n');
  });

  test('that are larger than was seen to be taken are refused', async () => {
    const content = 'x'.repeat(CREATED_BLOB_LIMIT + 1);
    expect(await refusalOf(octokit.rest.git.createBlob({ ...SHOP, content }))).toMatch(
      /^422 Sorry, your input was too large to process\. Consider creating the blob in a local clone/,
    );
  });

  test('that are missing, or are no blobs, are not found', async () => {
    for (const file_sha of ['f'.repeat(40), await fake.git('rev-parse', 'main')]) {
      expect(await refusalOf(octokit.rest.git.getBlob({ ...SHOP, file_sha }))).toBe('404 Not Found');
    }
  });
});
