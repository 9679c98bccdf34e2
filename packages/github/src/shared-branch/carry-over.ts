import type { CarriedEntry } from '../commit/changes.ts';
import type { TreeEntry } from '../contents/tree.ts';

type Entries = ReadonlyMap<string, TreeEntry>;

/** An object of a file, with its mode where that is known. */
type FileObject = Pick<TreeEntry, 'oid'> & Partial<Pick<TreeEntry, 'mode'>>;

/** What a branch has beside its base, as a merge of the two would take it over. */
export interface CarriedOver {
  readonly carried: readonly CarriedEntry[];
  /** Paths that both sides changed, each in another way: whole files can't tell what is meant. */
  readonly conflicts: readonly string[];
}

/**
 * Works out what a merge of `theirs` must take over from `ours`, file by file: what ours changed
 * since the two parted, and theirs did not.
 * @param origin the files of the commit in which the two part
 * @param settled paths of which somebody else says what the merge holds
 */
export function carryOver(
  origin: Entries,
  ours: Entries,
  theirs: Entries,
  settled: (path: string) => boolean,
): CarriedOver {
  const carried: CarriedEntry[] = [];
  const conflicts: string[] = [];
  const inTheWay = obstacles(theirs);
  for (const path of new Set([...origin.keys(), ...ours.keys()])) {
    const [before, mine, other] = [origin.get(path), ours.get(path), theirs.get(path)];
    if (settled(path) || sameFile(before, mine) || sameFile(mine, other)) continue;
    if (!sameFile(before, other) || (mine !== undefined && inTheWay(path))) conflicts.push(path);
    else carried.push({ path, entry: mine ?? null });
  }
  return { carried, conflicts };
}

/** Whether two commits hold the same at a path, its mode included. */
export function sameFile(one: FileObject | undefined, other: FileObject | undefined): boolean {
  return one?.oid === other?.oid && one?.mode === other?.mode;
}

/** Says whether a path is a folder of theirs, or lies below one of their files. */
function obstacles(theirs: Entries): (path: string) => boolean {
  const folders = new Set([...theirs.keys()].flatMap(foldersOf));
  return (path) => folders.has(path) || foldersOf(path).some((folder) => theirs.has(folder));
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
