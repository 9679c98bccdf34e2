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
  'new.json': '1',
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
