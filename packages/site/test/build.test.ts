import { describe, expect, test } from '@jest/globals';
import { diff, readDocumentSet } from '@xano-specs/openapi-diff';
import { NO_STATE, parseState, stateText } from '../src/index.ts';
import type { HomePage, SitePage, VersionsPage, WeekPage } from '../src/page-data.ts';
import { build, MemoryFolder, type Moment } from './support/memory-site.ts';
import { documentOf, publicApi, SHOP } from './support/shop.ts';

const PUBLIC = 'apis/shop/book-shop/public-api';

/** The data that a page of the site holds. */
function pageOf<P extends SitePage>(folder: MemoryFolder, path: string): P {
  return dataOf(folder, path, 'site-page') as P;
}

function dataOf(folder: MemoryFolder, path: string, id: string): unknown {
  const pattern = new RegExp(`<script type="application/json" id="${id}">(.*)</script>`);
  return JSON.parse(pattern.exec(folder.files.get(path) ?? '')?.[1] ?? 'null');
}

describe('a site', () => {
  test('given the life of a shop, then every group has its pages, and every version but the first its report', async () => {
    const folder = new MemoryFolder();
    const { groups, troubles } = await build(SHOP, folder);

    expect({ groups, troubles }).toEqual({ groups: { built: 5, unchanged: 0, removed: 0 }, troubles: [] });
    const pages = [...folder.files.keys()]
      .filter((path) => path.startsWith(PUBLIC))
      .map((path) => path.slice(PUBLIC.length));
    expect(pages.map((path) => path.replace(/-[0-9a-f]{12}/, '')).sort()).toEqual([
      '/changes/1.1.0.html',
      '/changes/1.1.1.html',
      '/changes/1.2.0.html',
      '/changes/1.3.0.html',
      '/changes/2.0.0.html',
      '/changes/2.0.1.html',
      '/index.html',
      '/versions.html',
    ]);
    const home = pageOf<HomePage>(folder, 'index.html');
    expect(home.instances.map(({ name, workspaces }) => [name, workspaces.map((one) => one.name)])).toEqual([
      ['shop', ['Accounts', 'Book Shop']],
      ['warehouse', ['Stock']],
    ]);
    expect(home.instances[0]?.workspaces[1]?.groups.map(({ name, version }) => [name, version])).toEqual([
      ['Back office', '1.1.0'],
      ['Payments', '1.0.0'],
      ['Public API', '2.0.1'],
    ]);
  });

  test('given a version, then the numbers of its page and of its row are those of the engine', async () => {
    const folder = new MemoryFolder();
    await build(SHOP, folder);
    const { versions } = pageOf<VersionsPage>(folder, `${PUBLIC}/versions.html`);
    const read = (step: number) => readDocumentSet('api.json', async () => publicApi(step));
    const { summary } = await diff(await read(4), await read(5), { now: new Date('2026-11-20') });
    const row = versions.find(({ version }) => version === '2.0.0');
    const report = dataOf(folder, row?.url?.replaceAll('../', '') ?? '', 'report-index');

    expect(row?.counts).toEqual(summary);
    expect(summary.error).toBeGreaterThan(0);
    expect(report).toMatchObject({
      counts: summary,
      trail: [{ text: 'API catalogue' }, { text: 'Public API' }],
    });
  });

  test('given every link to a page of the site, then the page is there', async () => {
    const folder = new MemoryFolder();
    await build(SHOP, folder);
    const missing = [...folder.files].flatMap(([path, text]) => {
      const links = text.match(/(?<="url":"|"report":"|src="|href="(?!data:))[^"#]+/g) ?? [];
      return links
        .filter((link) => !link.startsWith('https://'))
        .map((link) => new URL(link, `http://site/${path}`).pathname.slice(1))
        .filter((target) => !folder.files.has(target))
        .map((target) => `${path}: ${target}`);
    });

    // What stands in data of the first page is seen from there.
    expect(missing.filter((line) => !line.includes('/shop.example.com'))).toEqual([]);
  });

  test('given the same history twice, then the bytes are the same', async () => {
    const [first, second] = [new MemoryFolder(), new MemoryFolder()];
    const [one, other] = [await build(SHOP, first), await build(SHOP, second)];

    expect(second.files).toEqual(first.files);
    expect(stateText(other.state)).toBe(stateText(one.state));
  });

  test('given the week up to the newest commit, then it tells what changed, what came and what went, and nothing older', async () => {
    const folder = new MemoryFolder();
    await build(SHOP, folder);
    const { from, to, changes } = pageOf<WeekPage>(folder, 'week.html');

    expect([from, to]).toEqual(['2026-11-18T09:30:00Z', '2026-11-25T09:30:00Z']);
    expect(
      changes.map(({ at, name, change, before, after }) => [at.slice(8, 10), name, change, before, after]),
    ).toEqual([
      ['25', 'shop / Book Shop / Legacy', 'gone', '1.0.0', null],
      ['25', 'shop / Book Shop / Payments', 'new', null, '1.0.0'],
      ['25', 'shop / Book Shop / Public API', 'changed', '2.0.0', '2.0.1'],
      ['23', 'shop / Book Shop / Back office', 'changed', '1.0.0', '1.1.0'],
      ['20', 'shop / Book Shop / Public API', 'changed', '1.3.0', '2.0.0'],
      ['20', 'warehouse / Stock / Stock', 'changed', '1.0.0', '2.0.0'],
    ]);
    expect(changes[4]?.lines[0]).toEqual([
      'breaks',
      '`price` became text in a response that 3 operations share',
    ]);
  });

  test('given a document that can’t be read, then it is told, and the others are built', async () => {
    const [last] = SHOP.slice(-1);
    if (last === undefined) throw new Error('The shop has no history.');
    const groups = { ...last.groups, 'shop/book-shop/broken.json': { id: 40, name: 'Broken', text: '{' } };
    const folder = new MemoryFolder();
    const { troubles, groups: counts } = await build([{ ...last, groups }], folder);

    expect(counts.built).toBe(6);
    expect(troubles).toEqual([expect.stringMatching(/^shop\/book-shop\/broken\.json at [0-9a-f]{7}: /)]);
    expect(pageOf(folder, 'apis/shop/book-shop/broken/index.html')).toMatchObject({
      problem: expect.stringContaining('broken.json'),
      operations: [],
    });
    const home = pageOf<HomePage>(folder, 'index.html');
    expect(
      home.instances.flatMap(({ workspaces }) =>
        workspaces.flatMap(({ groups: rows }) =>
          rows.filter(({ problem }) => problem !== null).map(({ name }) => name),
        ),
      ),
    ).toEqual(['Broken']);
  });

  test('given more versions than are shown, then the newest have pages, and the others are counted', async () => {
    const folder = new MemoryFolder();
    await build(SHOP, folder, { versions: 2 });
    const page = pageOf<VersionsPage>(folder, `${PUBLIC}/versions.html`);

    expect(page.versions.map(({ version, counts }) => [version, counts !== null])).toEqual([
      ['2.0.1', true],
      ['2.0.0', true],
    ]);
    expect(page.older).toBe(5);
  });
});

const RECORD = { inputs: '', names: '', folder: 'apis/a', files: [], operations: [] };
const VERSION = {
  ...{ commit: 'c', object: 'o', version: '1.0.0', from: null, before: null, counts: null, problem: null },
  ...{ operations: 1, parts: 1, described: 1, lines: [], file: null },
};

describe('a second build', () => {
  async function built(moments: readonly Moment[] = SHOP) {
    const folder = new MemoryFolder();
    const { state } = await build(moments, folder);
    folder.written.length = 0;
    return { folder, state: parseState(stateText(state)) };
  }

  test('given nothing new, then nothing is written', async () => {
    const { folder, state } = await built();
    const { groups, files } = await build(SHOP, folder, { state });

    expect(groups).toEqual({ built: 0, unchanged: 5, removed: 0 });
    expect(files).toEqual({ written: 0, removed: 0 });
    expect(folder.written).toEqual([]);
  });

  test('given one more commit, then only what it changed is built, and all is as if built at once', async () => {
    const { folder, state } = await built(SHOP.slice(0, -2));
    const { groups } = await build(SHOP.slice(0, -1), folder, { state });
    const whole = new MemoryFolder();
    await build(SHOP.slice(0, -1), whole);

    expect(groups).toEqual({ built: 1, unchanged: 4, removed: 0 });
    expect(folder.written.map((path) => path.replace(/-[0-9a-f]{12}/, '')).sort()).toEqual([
      'apis/shop/book-shop/back-office/changes/1.1.0.html',
      'apis/shop/book-shop/back-office/index.html',
      'apis/shop/book-shop/back-office/versions.html',
      'feed.xml',
      'index.html',
      'search.html',
      'week.html',
    ]);
    expect(new Map([...folder.files].sort())).toEqual(new Map([...whole.files].sort()));
  });

  test('given an older commit than last time, then the site is that of this one, with the words of its week', async () => {
    const moments = Array.from({ length: 14 }, (_, day): Moment => {
      const paths = Array.from({ length: day + 1 }, (__, index) => [
        `/p${index}`,
        { get: { responses: {} } },
      ]);
      const at = `2026-11-${String(day + 1).padStart(2, '0')}T09:00:00Z`;
      const text = documentOf(Object.fromEntries(paths));
      return { at, groups: { 'shop/shop/api.json': { id: 1, name: 'API', version: `1.${day}.0`, text } } };
    });
    const { folder, state } = await built(moments);
    const older = moments.slice(0, 4);
    await build(older, folder, { state });
    const whole = new MemoryFolder();
    await build(older, whole);

    expect(pageOf<WeekPage>(folder, 'week.html').changes[0]?.lines).toEqual([['adds', '`GET /p3` is new']]);
    expect(new Map([...folder.files].sort())).toEqual(new Map([...whole.files].sort()));
  });

  test('given a group that is gone and one that was renamed, then their pages go, and no file of others', async () => {
    const { folder, state } = await built(SHOP.slice(0, 3));
    folder.files.set('CNAME', 'apis.example.com');
    folder.files.set('apis/shop/book-shop/internal/note.txt', 'mine');
    const { groups } = await build(SHOP, folder, { state });
    const whole = new MemoryFolder();
    await build(SHOP, whole);

    expect(groups.removed).toBe(1);
    expect([...folder.files.keys()].filter((path) => !whole.files.has(path))).toEqual([
      'CNAME',
      'apis/shop/book-shop/internal/note.txt',
    ]);
  });

  test('given pages that somebody deleted, then they are made again', async () => {
    const { folder, state } = await built();
    const lost = [...folder.files.keys()].find((path) => path.startsWith(`${PUBLIC}/changes/2.0.0`)) ?? '';
    folder.files.delete(lost);
    folder.files.delete('feed.xml');
    const { groups } = await build(SHOP, folder, { state });

    expect(groups.built).toBe(1);
    expect(folder.files.has(lost) && folder.files.has('feed.xml')).toBe(true);
    expect(folder.written.filter((path) => path.includes('/changes/'))).toEqual([lost]);
  });

  test.each([
    ['another version of the program', { program: 'next' }],
    ['another title', { title: 'Our APIs' }],
    ['no state', { state: NO_STATE }],
  ])('given %s, then everything is built again', async (_, options) => {
    const { folder, state } = await built();
    const { groups } = await build(SHOP, folder, { state, ...options });

    expect(groups).toEqual({ built: 5, unchanged: 0, removed: 0 });
  });

  test('given a state of another format, then everything is built again, and what is no longer made goes', async () => {
    const { folder, state } = await built(SHOP.slice(0, 3));
    folder.files.set('CNAME', 'apis.example.com');
    const groups = Object.fromEntries(
      Object.entries(state.groups).map(([key, { files }]) => [key, { files, other: 1 }]),
    );
    const text = JSON.stringify({ format: 99, shared: state.shared, groups, more: [] });
    const result = await build(SHOP, folder, { state: parseState(text) });
    const whole = new MemoryFolder();
    await build(SHOP, whole);

    expect(result.groups.built).toBe(5);
    expect([...folder.files.keys()].sort()).toEqual(['CNAME', ...whole.files.keys()].sort());
  });

  test.each([
    ['no JSON', '{'],
    ['another format that names no files', '{"format": 99}'],
    ['another format with a path to a folder above', '{"format": 99, "shared": {"../x": 1}, "groups": {}}'],
    ['a path that leads out of the folder', JSON.stringify({ ...NO_STATE, shared: { '../x': '' } })],
    [
      'a time that is markup in a feed',
      JSON.stringify({
        ...NO_STATE,
        groups: { a: { ...RECORD, versions: [{ ...VERSION, at: '</updated><script/>' }] } },
      }),
    ],
    ['a path that begins at the root', JSON.stringify({ ...NO_STATE, shared: { '/etc/x': '' } })],
  ])('given a state that is or holds %s, then it is refused', (_, text) => {
    expect(() => parseState(text)).toThrow(expect.objectContaining({ code: 'STATE_UNREADABLE' }));
  });
});
