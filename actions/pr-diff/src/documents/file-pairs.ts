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

/** The files of two commits that are selected, by whether their bytes are the same. */
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
  return { changed: changed.sort(byName), same: same.sort(byName) };
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
