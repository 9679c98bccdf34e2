import type { TreeFile } from '@xano-specs/github';
import picomatch from 'picomatch';
import type { Note } from '../comment/context.ts';
import { byName, mayBeDocument, mayBePart, type Pair, type Selection } from './pair.ts';

type Files = ReadonlyMap<string, TreeFile>;

/**
 * The documents of two commits that the globs name; a folder stands for what is below it. A glob
 * that begins with `!` takes away from those before it.
 */
export function filePairs(base: Files, head: Files, globs: readonly string[]): Selection {
  const isNamed = matcherOf(globs);
  const { changed, same } = pairsByPath(base, head, isNamed);
  return {
    changed,
    same,
    // A document may be a part of another one too.
    partsChanged: changed.length > 0 || partsDiffer(base, head),
    names: new Map(),
    documentWord: 'document',
    notes: changed.length + same.length > 0 ? [] : [nothingNamed(globs)],
  };
}

function nothingNamed(globs: readonly string[]): Note {
  const text = `No document of either commit is named by files: ${globs.join(', ')}`;
  return { kind: 'nothing', about: null, text };
}

/** Whether a file differs that documents may refer to. */
export function partsDiffer(base: Files, head: Files): boolean {
  return pairsByPath(base, head, mayBePart).changed.length > 0;
}

/**
 * The files of two commits that are selected, by whether their bytes are the same. A file that is
 * gone from one path and stands at another, byte for byte, has moved: it is one that changed, since
 * what it refers to may be another file there.
 */
export function pairsByPath(
  base: Files,
  head: Files,
  isSelected: (path: string) => boolean,
): { changed: Pair[]; same: Pair[] } {
  const changed: Pair[] = [];
  const same: Pair[] = [];
  for (const path of new Set([...base.keys(), ...head.keys()])) {
    if (!isSelected(path)) continue;
    const [before, after] = [base.get(path), head.get(path)];
    const pair = {
      name: path,
      base: before === undefined ? null : path,
      head: after === undefined ? null : path,
    };
    if (before?.oid === after?.oid) same.push(pair);
    else changed.push(pair);
  }
  return { changed: withMoved(changed, base, head).sort(byName), same: same.sort(byName) };
}

function withMoved(changed: readonly Pair[], base: Files, head: Files): Pair[] {
  const gone = new Map<string | undefined, string[]>();
  for (const pair of changed.toSorted(byName)) {
    if (pair.head !== null || pair.base === null) continue;
    const oid = base.get(pair.base)?.oid;
    gone.set(oid, [...(gone.get(oid) ?? []), pair.base]);
  }
  const origins = new Map<string, string>();
  for (const { base: before, head: after } of changed.toSorted(byName)) {
    if (before !== null || after === null) continue;
    const origin = gone.get(head.get(after)?.oid)?.shift();
    if (origin !== undefined) origins.set(after, origin);
  }
  const moved = new Set(origins.values());
  return changed
    .filter((pair) => pair.head !== null || !moved.has(pair.name))
    .map((pair) => ({ ...pair, base: origins.get(pair.name) ?? pair.base }));
}

function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const rules = globs.map((glob) => {
    const excludes = glob.startsWith('!');
    const pattern = (excludes ? glob.slice(1) : glob).replace(/^(?:\.?\/)+|(?<=.)\/+$/g, '');
    return { excludes, pattern, matches: picomatch([pattern, `${pattern}/**`], { dot: true }) };
  });
  const first = rules[0];
  return (path) => {
    let isNamed = first?.excludes === true && mayBeDocument(path);
    for (const { excludes, pattern, matches } of rules) {
      // Globs meet files of all kinds; a document that is named in full may be called anything.
      if (matches(path)) isNamed = !excludes && (mayBeDocument(path) || path === pattern);
    }
    return isNamed;
  };
}
