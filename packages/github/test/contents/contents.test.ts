import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { blobOid, commitAt, mergeBase, readBlob, readFileAt, readTreeAt } from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

const FILES = {
  'README.md': '# Shop\n',
  'specs/manifest.json': '{}\n',
  'specs/eu/shop/books.json': '{"openapi":"3.1.0"}\n',
  'specs/eu/shop/ünï côdé.json': '\ufeff{}',
  'specs/eu/empty.json': '',
  'specs-of-others/x.json': 'x',
};
let world: TestWorld;
let head: string;
beforeAll(async () => {
  world = await startWorld({ files: FILES });
  head = await world.fake.git('rev-parse', 'main');
});
afterEach(() => {
  world.fake.settings.treeEntryLimit = 100_000;
});
afterAll(stopWorlds);

const at = (path: string, ref = 'main') => ({ ...world.repository, ref, path });

describe('the commit that a name stands for', () => {
  test.each(['main', 'heads/main', 'refs/heads/main', 'v1', 'refs/tags/v1'])('%s', async (ref) => {
    await world.fake.git('tag', '-f', 'v1', 'main');
    expect(await commitAt(world.octokit, { ...world.repository, ref })).toBe(head);
  });

  test("a commit's whole name costs no request", async () => {
    const before = world.fake.requests.length;
    expect(await commitAt(world.octokit, { ...world.repository, ref: head })).toBe(head);
    expect(world.fake.requests.length).toBe(before);
  });

  test('an unknown name is an error that names it', async () => {
    const error = await rejection(commitAt(world.octokit, { ...world.repository, ref: 'nowhere' }));
    expect(error).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('nowhere') });
  });

  test('an empty repository is an error of its own', async () => {
    const empty = await startWorld({ files: null });
    const error = await rejection(commitAt(empty.octokit, { ...empty.repository, ref: 'main' }));
    expect(error).toMatchObject({ code: 'EMPTY_REPOSITORY' });
  });
});

describe('the files of a folder', () => {
  test('are listed by their whole path with blob and size, and a folder of a longer name is another', async () => {
    const { oid, files } = await readTreeAt(world.octokit, at('specs'));
    expect(oid).toBe(head);
    expect([...files.keys()].sort()).toEqual(
      Object.keys(FILES)
        .filter((path) => path.startsWith('specs/'))
        .sort(),
    );
    const books = FILES['specs/eu/shop/books.json'];
    expect(files.get('specs/eu/shop/books.json')).toEqual({
      oid: blobOid(Buffer.from(books)),
      size: books.length,
      mode: '100644',
    });
  });

  test.each(['specs/', './specs', '/specs/'])('%j is the same folder', async (path) => {
    expect((await readTreeAt(world.octokit, at(path))).files.size).toBe(4);
  });

  test.each(['', undefined])('given no path (%j), the whole commit is listed', async (path) => {
    const { files } = await readTreeAt(world.octokit, {
      ...world.repository,
      ref: head,
      ...(path === '' ? { path } : {}),
    });
    expect([...files.keys()].sort()).toEqual(Object.keys(FILES).sort());
  });

  test.each(['nowhere', 'specs/nowhere', 'README.md', 'README.md/x'])(
    '%s is no folder, so there are none',
    async (path) => {
      expect((await readTreeAt(world.octokit, at(path))).files.size).toBe(0);
    },
  );

  test.each([1, 2, 3])(
    'a list that GitHub cuts at %d entries is completed folder by folder',
    async (limit) => {
      const whole = await readTreeAt(world.octokit, at('specs'));
      // Only recursive lists are cut this short; a folder of its own holds far less than any limit.
      world.fake.faults.clear();
      world.fake.settings.treeEntryLimit = limit + 2;
      expect(new Map((await readTreeAt(world.octokit, at('specs'))).files)).toEqual(whole.files);
    },
  );

  test('are those of the commit asked for, whatever came later', async () => {
    await world.fake.commit('later', { 'specs/new.json': 'n', 'specs/manifest.json': null });
    expect((await readTreeAt(world.octokit, at('specs', head))).files.has('specs/new.json')).toBe(false);
    const later = await readTreeAt(world.octokit, at('specs', 'later'));
    expect(later.files.has('specs/new.json')).toBe(true);
    expect(later.files.has('specs/manifest.json')).toBe(false);
  });
});

describe('the bytes of a file', () => {
  test.each(Object.entries(FILES))('%s comes as it is', async (path, text) => {
    const file = await readFileAt(world.octokit, at(path));
    expect(file?.oid).toBe(blobOid(Buffer.from(text)));
    expect(Buffer.from(file?.content ?? [])).toEqual(Buffer.from(text));
  });

  test.each(['nowhere.json', 'specs', 'specs/eu/shop', ''])('%j is no file', async (path) => {
    expect(await readFileAt(world.octokit, at(path))).toBeNull();
  });

  test('given 20 MB that are no text, they come unchanged', async () => {
    const content = Buffer.alloc(
      20_000_000,
      Uint8Array.from({ length: 257 }, (_, index) => index % 256),
    );
    await world.fake.commit('big', { 'big.bin': content });
    const file = await readFileAt(world.octokit, at('big.bin', 'big'));
    expect(file?.oid).toBe(blobOid(content));
  });

  test('given an answer that ends too early, the file is asked for again', async () => {
    const oid = blobOid(Buffer.from(FILES['README.md']));
    const octokit = world.client({ fetch: cutting(2) });
    expect(Buffer.from(await readBlob(octokit, { ...world.repository, oid })).toString()).toBe(
      FILES['README.md'],
    );
  });

  test('a blob that was read is not asked for again, and what failed is', async () => {
    const octokit = world.client();
    const blob = { ...world.repository, oid: blobOid(Buffer.from(FILES['README.md'])) };
    world.fake.faults.next({ path: /blobs/ }, { kind: 'status', status: 404, message: 'Not Found' });
    expect(await rejection(readBlob(octokit, blob))).toMatchObject({ code: 'NOT_FOUND' });
    const before = world.fake.requests.length;
    const read = await Promise.all([readBlob(octokit, blob), readBlob(octokit, blob)]);
    expect(await readBlob(octokit, blob)).toEqual(read[0]);
    expect(world.fake.requests.length - before).toBe(1);
  });

  test('given answers that keep ending too early, the error says so', async () => {
    const oid = blobOid(Buffer.from(FILES['README.md']));
    const octokit = world.client({ fetch: cutting(9) });
    const error = await rejection(readBlob(octokit, { ...world.repository, oid }));
    expect(error).toMatchObject({
      code: 'GITHUB_UNREACHABLE',
      message: expect.stringContaining('incomplete 3 times'),
    });
  });

  test('given a file beyond 100 MB, the error says what GitHub gives', async () => {
    const message = 'The requested blob is too large to fetch via the API.';
    world.fake.faults.next({ path: /blobs/ }, { kind: 'status', status: 403, message });
    const error = await rejection(readBlob(world.octokit, { ...world.repository, oid: head }));
    expect(error).toMatchObject({ code: 'FILE_TOO_LARGE', hint: expect.stringContaining('100 MB') });
  });
});

describe('the merge base', () => {
  test('is where two lines of history part', async () => {
    await world.fake.commit('topic', { 'topic.txt': 't' });
    await world.fake.commit('main-moved', { 'other.txt': 'o' });
    const request = { ...world.repository, base: 'main-moved', head: 'topic' };
    expect(await mergeBase(world.octokit, request)).toBe(head);
  });

  test("reaches into somebody's fork", async () => {
    await world.fake.commit('patch', { 'fork.txt': 'f' }, { fork: 'eve' });
    expect(await mergeBase(world.octokit, { ...world.repository, base: 'main', head: 'eve:patch' })).toBe(
      head,
    );
  });

  test('of histories without a common commit is an error', async () => {
    const tree = await world.fake.git('rev-parse', 'main^{tree}');
    const orphan = await world.fake.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@y',
      'commit-tree',
      '-m',
      'o',
      tree,
    );
    await world.fake.git('update-ref', 'refs/heads/orphan', orphan);
    const error = await rejection(
      mergeBase(world.octokit, { ...world.repository, base: 'main', head: 'orphan' }),
    );
    expect(error).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('orphan') });
  });
});

/** A network that loses the second half of the first blobs that pass. */
function cutting(times: number): typeof fetch {
  let left = times;
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input).includes('/git/blobs/') || left-- <= 0) return answer;
    const bytes = await answer.arrayBuffer();
    return new Response(bytes.slice(0, bytes.byteLength / 2), {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
