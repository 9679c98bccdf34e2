import {
  CHANGE_LOG_FILE,
  MANIFEST_FILE,
  type Manifest,
  type ManifestEntry,
  manifestText,
  type PreparedSnapshot,
  placeKey,
  prepareSnapshot,
  type SnapshotBase,
} from '@xano-specs/core';
import type { TreeEntry } from '@xano-specs/github';
import type { Planned, PlanningOptions } from '../commit.ts';

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
  /** How many documents, and removals of one, this run knows nothing new of: they stay as the branch has them. */
  readonly kept: number;
}

/** The sides that meet on the branch: snapshots, and files by their path from the manifest's folder. */
export interface Sides {
  /** The target branch, and what the run plans for it. */
  readonly planned: Planned;
  readonly target: ReadonlyMap<string, TreeEntry>;
  /** The branch of the pull request. */
  readonly branch: SnapshotBase;
  readonly branchFiles: ReadonlyMap<string, TreeEntry>;
  /** Where the two part. */
  readonly origin: Manifest;
}

/**
 * Works out what the snapshot is to be on the branch: what the run found, on top of what the
 * target branch has. What this run could not read, or was not asked to, stays as the branch has
 * it: a list that failed takes nothing back, and two runs with different filters share the branch.
 */
export async function wantedSnapshot(sides: Sides, options: PlanningOptions): Promise<WantedSnapshot> {
  const { planned, target, branch, branchFiles } = sides;
  const { plan, additions, companions } = planned.prepared;
  const kept = await keptEntries(sides, options);
  const removed = keptRemovals(sides);
  const keptKeys = new Set([...kept.map(keyOf), ...removed]);
  const groups = [...plan.manifest.groups.filter((entry) => !keptKeys.has(keyOf(entry))), ...kept];
  const keptPaths = new Set(kept.map(({ path }) => path));
  const written = new Map(additions.map(({ path, read }) => [path, read]));
  const companionPaths = new Set([CHANGE_LOG_FILE, ...companions.map(({ path }) => path)]);
  const manifests = [planned.base.manifest.groups, branch.manifest.groups, groups];
  const paths = new Set([
    ...manifests.flatMap((entries) => entries.map(({ path }) => path)),
    ...written.keys(),
  ]);
  const final = new Set([...groups.map(({ path }) => path), ...companionPaths, MANIFEST_FILE]);
  const wantedAt = (path: string): WantedFile | null => {
    if (!final.has(path)) return null;
    if (path === MANIFEST_FILE && keptKeys.size > 0) {
      return { kind: 'text', read: async () => manifestText({ ...plan.manifest, groups }) };
    }
    const read = keptPaths.has(path) ? undefined : written.get(path);
    if (read !== undefined) return { kind: 'text', read };
    const entry = keptPaths.has(path) ? branchFiles.get(path) : target.get(path);
    return entry === undefined ? null : { kind: 'object', entry };
  };
  const files = new Map([...paths, MANIFEST_FILE].map((path) => [path, wantedAt(path)]));
  return { files, companions: companionPaths, kept: keptKeys.size };
}

async function keptEntries(
  { planned, branch, branchFiles, origin }: Sides,
  { outcomes, staging, selects }: PlanningOptions,
): Promise<ManifestEntry[]> {
  const options = { selects, maxRemoved: Number.POSITIVE_INFINITY };
  const { plan } = await prepareSnapshot(branch, outcomes, staging, options);
  const target = entriesOf(planned.base.manifest);
  const before = entriesOf(origin);
  const taken = pathsOfOthers(planned.prepared);
  return plan.groups.flatMap(({ key, status, before: entry }) => {
    if (entry === null || !status.startsWith('kept-') || !branchFiles.has(entry.path)) return [];
    const there = target.get(key);
    // What the target branch has got meanwhile is newer.
    const isNew = !same(entry, there) && same(there, before.get(key));
    return isNew && (taken.get(entry.path) ?? key) === key ? [entry] : [];
  });
}

/**
 * Keys of the documents whose removal waits on the branch, and of which this run has seen nothing: a
 * list that failed, or a filter, does not bring them back. A group that was seen again does.
 */
function keptRemovals({ planned, branch, branchFiles, origin }: Sides): string[] {
  const onBranch = entriesOf(branch.manifest);
  const before = entriesOf(origin);
  return planned.prepared.plan.groups.flatMap(({ key, status, before: entry }) => {
    if (entry === null || status !== 'kept-unseen') return [];
    const isGone = !onBranch.has(key) && !branchFiles.has(entry.path);
    return isGone && same(entry, before.get(key)) ? [key] : [];
  });
}

function pathsOfOthers({ plan }: PreparedSnapshot): ReadonlyMap<string, string> {
  return new Map(plan.manifest.groups.map((entry) => [entry.path, keyOf(entry)]));
}

function entriesOf({ groups }: Manifest): ReadonlyMap<string, ManifestEntry> {
  return new Map(groups.map((entry) => [keyOf(entry), entry]));
}

function same(one: ManifestEntry | undefined, other: ManifestEntry | undefined): boolean {
  return one?.sha256 === other?.sha256 && one?.path === other?.path;
}

function keyOf({ instance, workspace, branch, group }: ManifestEntry): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}
