import { CHANGE_LOG_FILE, MANIFEST_FILE } from '@xano-specs/core';
import type { TreeEntry } from '@xano-specs/github';
import type { Sides } from './kept.ts';

/** What a file of the snapshot is to hold. */
export type WantedFile =
  | { readonly kind: 'text'; readonly read: () => Promise<string> }
  /** An object that the repository has already. */
  | { readonly kind: 'object'; readonly entry: TreeEntry };

/** What the snapshot is to be on the branch of the pull request. */
export interface WantedSnapshot {
  /** Every path that a snapshot has or had, from the manifest's folder; null for one that is to go. */
  readonly files: ReadonlyMap<string, WantedFile | null>;
  /** Paths of files that tell of the snapshot, and need not change when nothing else does. */
  readonly companions: ReadonlySet<string>;
}

/**
 * Works out what the snapshot is to be on the branch: what is planned, on top of what the target branch has.
 * @param archives those of the change log that runs made on the branch
 */
export function wantedSnapshot(
  { planned, target, branch, branchFiles }: Pick<Sides, 'planned' | 'target' | 'branch' | 'branchFiles'>,
  archives: readonly string[],
): WantedSnapshot {
  const { plan, additions, companions } = planned.prepared;
  const written = new Map(additions.map(({ path, read }) => [path, read]));
  // A change log that tells of what was taken back goes with it, and its archive goes with the change log.
  const logged = branchFiles.has(CHANGE_LOG_FILE) ? [CHANGE_LOG_FILE, ...archives] : [];
  const companionPaths = new Set([CHANGE_LOG_FILE, ...logged, ...companions.map(({ path }) => path)]);
  const manifests = [planned.base.manifest, branch.manifest, plan.manifest];
  const paths = new Set([
    ...logged,
    ...manifests.flatMap(({ groups }) => groups.map(({ path }) => path)),
    ...written.keys(),
    MANIFEST_FILE,
  ]);
  const final = new Set([...plan.manifest.groups.map(({ path }) => path), ...companionPaths, MANIFEST_FILE]);
  const wantedAt = (path: string): WantedFile | null => {
    if (!final.has(path)) return null;
    const read = written.get(path);
    if (read !== undefined) return { kind: 'text', read };
    const entry = target.get(path);
    return entry === undefined ? null : { kind: 'object', entry };
  };
  return { files: new Map([...paths].map((path) => [path, wantedAt(path)])), companions: companionPaths };
}
