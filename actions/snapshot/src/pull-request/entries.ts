import type { CarriedEntry, TreeEntry } from '@xano-specs/github';

/** The files of a commit, by their paths in the repository. */
export type Entries = ReadonlyMap<string, TreeEntry>;

/** As much of them as tells one from another; a file without a mode keeps the one that it has. */
export type Objects = ReadonlyMap<string, { readonly oid: string; readonly mode?: string }>;

/** The files of a merge: those of one side, and what it takes over from the other. */
export function merged(target: Entries, carried: readonly CarriedEntry[]): Objects {
  const files = new Map<string, { readonly oid: string; readonly mode: string }>(target);
  for (const { path, entry } of carried) {
    if (entry === null) files.delete(path);
    else files.set(path, entry);
  }
  return files;
}

/** The files whose paths begin so, without that beginning. */
export function below(entries: Entries, prefix: string): Entries {
  const found = [...entries].filter(([path]) => path.startsWith(prefix));
  return new Map(found.map(([path, entry]) => [path.slice(prefix.length), entry]));
}
