import { describe, expect, test } from '@jest/globals';
import { readHistory } from '../src/index.ts';
import { historyOf, type Moment, type MomentGroup } from './support/memory-site.ts';

const PATH = 'shop/book-shop/public-api.json';

function group(text: string, more: Partial<MomentGroup> = {}): MomentGroup {
  return { id: 1, name: 'Public API', text, ...more };
}

async function read(moments: readonly Moment[]) {
  const { commits, read: readObject } = historyOf(moments);
  return readHistory(commits, readObject);
}

/** Versions by their day, path and version. */
async function versions(moments: readonly Moment[]) {
  const { groups } = await read(moments);
  return groups[0]?.versions.map(({ at, path, version }) => `${at.slice(8, 10)} ${path} ${version}`);
}

describe('the history of a group', () => {
  test('given commits that change its document, then each is a version, and others are none', async () => {
    expect(
      await versions([
        { at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a') } },
        {
          at: '2026-11-02T00:00:00Z',
          groups: { [PATH]: group('a'), 'shop/book-shop/b.json': group('b', { id: 2 }) },
        },
        { at: '2026-11-03T00:00:00Z', groups: { [PATH]: group('c', { version: '1.1.0' }) } },
      ]),
    ).toEqual([`01 ${PATH} 1.0.0`, `03 ${PATH} 1.1.0`]);
  });

  test('given a file that is renamed, then it is the same group by its ids', async () => {
    expect(
      await versions([
        { at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a') } },
        { at: '2026-11-02T00:00:00Z', groups: { 'shop/book-shop/shop.json': group('a', { name: 'Shop' }) } },
        { at: '2026-11-03T00:00:00Z', groups: { 'shop/book-shop/shop.json': group('b', { name: 'Shop' }) } },
      ]),
    ).toEqual([`01 ${PATH} 1.0.0`, '03 shop/book-shop/shop.json 1.0.0']);
  });

  test('given two groups that swap their files, then each keeps its own history', async () => {
    const other = 'shop/book-shop/other.json';
    const { groups } = await read([
      { at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a'), [other]: group('b', { id: 2 }) } },
      { at: '2026-11-02T00:00:00Z', groups: { [PATH]: group('b', { id: 2 }), [other]: group('a') } },
    ]);

    expect(groups.map(({ key, versions: own }) => [key, own.length])).toEqual([
      ['["shop",1,null,1]', 1],
      ['["shop",1,null,2]', 1],
    ]);
  });

  test('given a group that goes and comes back, then its end is told, and it begins again', async () => {
    const without = { 'shop/book-shop/b.json': group('b', { id: 2 }) };
    const { groups, gone } = await read([
      { at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a'), ...without } },
      { at: '2026-11-02T00:00:00Z', groups: without },
      { at: '2026-11-03T00:00:00Z', groups: { [PATH]: group('a'), ...without } },
    ]);

    expect(gone.map(({ at, entry }) => [at, entry.group.name])).toEqual([
      ['2026-11-02T00:00:00Z', 'Public API'],
    ]);
    expect(groups.find(({ entry }) => entry.path === PATH)?.versions.map(({ at }) => at)).toEqual([
      '2026-11-03T00:00:00Z',
    ]);
  });

  test('given a document that somebody edited, then that is a version too', async () => {
    const {
      commits,
      read: readObject,
      store,
    } = historyOf([{ at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a') } }]);
    const edit = {
      id: 'e'.repeat(40),
      at: '2026-11-02T00:00:00Z',
      changes: [{ path: PATH, object: store('b') }],
    };
    const { groups, head } = await readHistory([...commits, edit], readObject);

    expect(groups[0]?.versions.map(({ commit }) => commit)).toEqual([commits[0]?.id, edit.id]);
    expect(head).toEqual({ commit: edit.id, at: edit.at });
  });
});

describe('a manifest', () => {
  const first: Moment = { at: '2026-11-01T00:00:00Z', groups: { [PATH]: group('a') } };
  const last: Moment = { at: '2026-11-03T00:00:00Z', groups: { [PATH]: group('c', { version: '1.1.0' }) } };

  test('given one in the middle that can’t be read, then it counts as not there', async () => {
    const { commits, read: readObject, store } = historyOf([first, last]);
    const broken = {
      id: 'b'.repeat(40),
      at: '2026-11-02T00:00:00Z',
      changes: [{ path: 'manifest.json', object: store('<<<<<<< ours') }],
    };
    const { groups } = await readHistory([...commits.slice(0, 1), broken, ...commits.slice(1)], readObject);

    expect(groups[0]?.versions.map(({ at }) => at)).toEqual([first.at, last.at]);
  });

  test('given a last one that can’t be read, then nothing is built, and the error says what to do', async () => {
    const { commits, read: readObject, store } = historyOf([first]);
    const broken = {
      id: 'b'.repeat(40),
      at: '2026-11-02T00:00:00Z',
      changes: [{ path: 'manifest.json', object: store('{') }],
    };

    await expect(readHistory([...commits, broken], readObject)).rejects.toMatchObject({
      code: 'MANIFEST_UNREADABLE',
    });
  });

  test.each([
    ['no commit', []],
    [
      'a folder without one',
      [{ id: 'a', at: '2026-11-01T00:00:00Z', changes: [{ path: PATH, object: 'x' }] }],
    ],
  ])('given %s, then the error names the manifest', async (_, commits) => {
    await expect(readHistory(commits, async () => '')).rejects.toMatchObject({ code: 'NO_MANIFEST' });
  });
});
