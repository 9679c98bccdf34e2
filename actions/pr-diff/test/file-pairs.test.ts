import { describe, expect, test } from '@jest/globals';
import { filePairs } from '../src/documents/file-pairs.ts';

const files = (all: Readonly<Record<string, string>>) =>
  new Map(Object.entries(all).map(([path, oid]) => [path, { oid, size: 1, mode: '100644' }]));

const base = files({
  'a.json': '1',
  'api/b.yaml': '1',
  'api/.hidden/c.yml': '1',
  'api/notes.md': '1',
  'gone.json': '1',
});
const head = files({
  'a.json': '2',
  'api/b.yaml': '1',
  'api/.hidden/c.yml': '2',
  'api/notes.md': '2',
  'new.json': '3',
});

describe('the documents that globs name', () => {
  test.each([
    [['*.json'], ['a.json', 'gone.json', 'new.json'], []],
    [['./a.json'], ['a.json'], []],
    [['**'], ['a.json', 'api/.hidden/c.yml', 'gone.json', 'new.json'], ['api/b.yaml']],
    [['**', '!*.json'], ['api/.hidden/c.yml'], ['api/b.yaml']],
    [['!gone.json'], ['a.json', 'api/.hidden/c.yml', 'new.json'], ['api/b.yaml']],
    [['api'], ['api/.hidden/c.yml'], ['api/b.yaml']],
    [['api/', '!api/.hidden/'], [], ['api/b.yaml']],
    [['none/**'], [], []],
  ])('given %j, are those that changed and those that did not', (globs, changed, same) => {
    const selection = filePairs(base, head, globs);
    expect(selection.changed.map(({ name }) => name)).toEqual(changed);
    expect(selection.same.map(({ name }) => name)).toEqual(same);
  });

  test('given a file on one side, stands on that side', () => {
    const { changed } = filePairs(base, head, ['gone.json', 'new.json']);
    expect(changed).toEqual([
      { name: 'gone.json', base: 'gone.json', head: null },
      { name: 'new.json', base: null, head: 'new.json' },
    ]);
  });

  test('given files that moved as they are, pairs each with where it was, and no file twice', () => {
    const before = files({ 'v1/a.json': 'x', 'v1/b.json': 'x', 'v1/c.json': 'y', 'v1/d.json': 'z' });
    const after = files({ 'v2/a.json': 'x', 'v2/b.json': 'x', 'v2/c.json': 'y', 'v2/e.json': 'y' });
    expect(filePairs(before, after, ['**']).changed).toEqual([
      { name: 'v1/d.json', base: 'v1/d.json', head: null },
      { name: 'v2/a.json', base: 'v1/a.json', head: 'v2/a.json' },
      { name: 'v2/b.json', base: 'v1/b.json', head: 'v2/b.json' },
      { name: 'v2/c.json', base: 'v1/c.json', head: 'v2/c.json' },
      { name: 'v2/e.json', base: null, head: 'v2/e.json' },
    ]);
  });

  test.each([
    [['api/b.yaml'], base, head, true],
    [['**'], base, head, true],
    [['**'], base, base, false],
    [['a.json'], files({ 'a.json': '1', 'main.ts': '1' }), files({ 'a.json': '1', 'main.ts': '2' }), false],
    [['a.json'], files({ 'a.json': '1', book: '1' }), files({ 'a.json': '1', book: '2' }), true],
  ])('given %j, knows whether a file changed that may be a part', (globs, before, after, partsChanged) => {
    expect(filePairs(before, after, globs).partsChanged).toBe(partsChanged);
  });
});
