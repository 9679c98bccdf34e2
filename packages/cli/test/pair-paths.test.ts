import { describe, expect, test } from '@jest/globals';
import { MANIFEST_FILE as CORE_MANIFEST_FILE } from '@xano-specs/core';
import fc from 'fast-check';
import { MANIFEST_FILE } from '../src/commands/diff/manifest-file.ts';
import { pairPaths } from '../src/commands/diff/pair-paths.ts';

const NOBODY = new Map<string, string>();

describe('the pairs of two folders', () => {
  test('given no manifests, then paths pair', () => {
    expect(pairPaths(['a', 'b'], ['b', 'c'], { base: NOBODY, head: NOBODY })).toEqual([
      { name: 'a', base: 'a', head: null },
      { name: 'b', base: 'b', head: 'b' },
      { name: 'c', base: null, head: 'c' },
    ]);
  });

  test('given a group that was renamed, then its document has moved', () => {
    const owners = { base: new Map([['a', 'group 1']]), head: new Map([['b', 'group 1']]) };
    expect(pairPaths(['a'], ['b'], owners)).toEqual([{ name: 'b', base: 'a', head: 'b' }]);
  });

  test('given two groups that swapped their names, then each is compared with itself', () => {
    const owners = {
      base: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
      head: new Map([
        ['a', '2'],
        ['b', '1'],
      ]),
    };
    expect(pairPaths(['a', 'b'], ['a', 'b'], owners)).toEqual([
      { name: 'a', base: 'b', head: 'a' },
      { name: 'b', base: 'a', head: 'b' },
    ]);
  });

  test('given a group that took the path of one that is gone, then both are told', () => {
    const owners = { base: new Map([['a', '1']]), head: new Map([['a', '2']]) };
    expect(pairPaths(['a'], ['a'], owners)).toEqual([
      { name: 'a', base: null, head: 'a' },
      { name: 'a (before)', base: 'a', head: null },
    ]);
  });

  test('given a manifest on one side alone, or one that names files that are not there, then paths pair', () => {
    const one = { base: new Map([['a', '1']]), head: NOBODY };
    expect(pairPaths(['a'], ['a'], one)).toEqual([{ name: 'a', base: 'a', head: 'a' }]);
    const absent = { base: new Map([['a', '1']]), head: new Map([['nowhere', '1']]) };
    expect(pairPaths(['a'], ['a'], absent)).toEqual([{ name: 'a', base: 'a', head: 'a' }]);
  });

  test('whatever the folders and manifests hold, each document stands in one pair, under a name of its own', () => {
    const path = fc.constantFrom('a', 'b', 'c', 'd');
    const paths = fc.uniqueArray(path);
    const owners = fc
      .uniqueArray(fc.tuple(path, fc.constantFrom('1', '2', '3')), { selector: ([, owner]) => owner })
      .map((entries) => new Map(entries));
    fc.assert(
      fc.property(paths, paths, owners, owners, (base, head, baseOwners, headOwners) => {
        const pairs = pairPaths(base, head, { base: baseOwners, head: headOwners });
        const side = (name: 'base' | 'head') => pairs.flatMap((pair) => pair[name] ?? []).toSorted();
        expect(side('base')).toEqual(base.toSorted());
        expect(side('head')).toEqual(head.toSorted());
        expect(new Set(pairs.map(({ name }) => name)).size).toBe(pairs.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('the manifest is called what the core package calls it', () => {
    expect(MANIFEST_FILE).toBe(CORE_MANIFEST_FILE);
  });
});
