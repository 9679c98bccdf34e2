import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carryOver, type TreeEntry } from '../../src/index.ts';

const entry = (oid: string, mode = '100644'): TreeEntry => ({
  oid,
  mode,
  size: 0,
  type: mode === '160000' ? 'commit' : 'blob',
});
const files = (contents: Readonly<Record<string, string>>) =>
  new Map(Object.entries(contents).map(([path, oid]) => [path, entry(oid)]));
const nothing = () => false;

describe('what a merge takes over from a branch', () => {
  const origin = files({ same: '1', edited: '1', gone: '1', theirs: '1' });

  test('given files that the branch alone added, edited or removed, then those', () => {
    const ours = files({ same: '1', edited: '2', theirs: '1', added: '1' });
    const theirs = files({ same: '1', edited: '1', gone: '1', theirs: '2', new: '1' });
    const { carried, conflicts } = carryOver(origin, ours, theirs, nothing);
    expect(Object.fromEntries(carried.map(({ path, entry }) => [path, entry?.oid ?? null]))).toEqual({
      added: '1',
      edited: '2',
      gone: null,
    });
    expect(conflicts).toEqual([]);
  });

  test('given a file that both changed, then a conflict, unless they agree or somebody else settles it', () => {
    const ours = files({ ...Object.fromEntries(origin.entries().map(([path]) => [path, '1'])), edited: '2' });
    const theirs = (oid: string) => new Map([...ours, ['edited', entry(oid)]]);
    expect(carryOver(origin, ours, theirs('3'), nothing).conflicts).toEqual(['edited']);
    expect(carryOver(origin, ours, theirs('2'), nothing)).toEqual({ carried: [], conflicts: [] });
    expect(carryOver(origin, ours, theirs('3'), (path) => path === 'edited')).toEqual({
      carried: [],
      conflicts: [],
    });
  });

  test('given a submodule, a link or a mode that the branch changed, then it as it is', () => {
    const before = new Map([
      ['sub', entry('1', '160000')],
      ['run.sh', entry('1')],
    ]);
    const ours = new Map([
      ['sub', entry('2', '160000')],
      ['run.sh', entry('1', '100755')],
    ]);
    expect(carryOver(before, ours, before, nothing).carried.map(({ entry }) => entry?.mode)).toEqual([
      '160000',
      '100755',
    ]);
  });

  test('given a file where the other side has a folder, or below its file, then a conflict', () => {
    const none = files({});
    expect(carryOver(none, files({ a: '1' }), files({ 'a/b': '1' }), nothing).conflicts).toEqual(['a']);
    expect(carryOver(none, files({ 'a/b': '1' }), files({ a: '1' }), nothing).conflicts).toEqual(['a/b']);
  });
});

test('law: without conflicts, a merge holds every change of both sides', () => {
  const tree = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'));
  fc.assert(
    fc.property(tree, tree, tree, (origin, ours, theirs) => {
      const { carried, conflicts } = carryOver(files(origin), files(ours), files(theirs), nothing);
      const merged: Record<string, string | undefined> = { ...theirs };
      for (const { path, entry } of carried) merged[path] = entry?.oid;
      for (const path of ['a', 'b', 'c', 'd'].filter((name) => !conflicts.includes(name))) {
        if (ours[path] !== origin[path]) expect(merged[path]).toBe(ours[path]);
        if (theirs[path] !== origin[path]) expect(merged[path]).toBe(theirs[path]);
      }
    }),
  );
});
