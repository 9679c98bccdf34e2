import {
  entryKey,
  groupOf,
  type Manifest,
  type ManifestEntry,
  prepareSnapshot,
  type ReducedDocument,
  type SnapshotBase,
} from '@xano-specs/core';
import type { TreeEntry } from '@xano-specs/github';
import type { Planned, PlanningOptions } from '../commit.ts';

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

/** What waits on the branch, and this run knows nothing new of: a list that failed takes nothing back. */
export interface Kept {
  /** Entries of documents that stay as the branch has them. */
  readonly documents: readonly ManifestEntry[];
  /** Keys of documents whose removal stays. */
  readonly removals: readonly string[];
}

/**
 * Finds what stays on the branch of earlier runs: documents that this one could not read, or was not
 * asked to, and removals of which it has seen nothing. Two runs with different filters share the branch.
 */
export async function keptChanges(sides: Sides, options: PlanningOptions): Promise<Kept> {
  return { documents: await keptDocuments(sides, options), removals: keptRemovals(sides) };
}

async function keptDocuments(
  { planned, branch, branchFiles, origin }: Sides,
  { outcomes, staging, selects }: PlanningOptions,
): Promise<ManifestEntry[]> {
  const options = { selects, maxRemoved: Number.POSITIVE_INFINITY };
  const { plan } = await prepareSnapshot(branch, outcomes, staging, options);
  const target = entriesOf(planned.base.manifest);
  const before = entriesOf(origin);
  return plan.groups.flatMap(({ key, status, before: entry }) => {
    if (entry === null || !status.startsWith('kept-') || !branchFiles.has(entry.path)) return [];
    const there = target.get(key);
    // What the target branch has got meanwhile is newer.
    return !same(entry, there) && same(there, before.get(key)) ? [entry] : [];
  });
}

/** A group that was seen again, in whatever state, brings its document back. */
function keptRemovals({ planned, branch, branchFiles, origin }: Sides): string[] {
  const onBranch = entriesOf(branch.manifest);
  const before = entriesOf(origin);
  return planned.prepared.plan.groups.flatMap(({ key, status, before: entry }) => {
    if (entry === null || status !== 'kept-unseen') return [];
    const isGone = !onBranch.has(key) && !branchFiles.has(entry.path);
    return isGone && same(entry, before.get(key)) ? [key] : [];
  });
}

/** The same run as if it had found what waits as well: so it is told of, and compared, with the rest. */
export function withKept(
  options: PlanningOptions,
  { documents, removals }: Kept,
  { planned, branchFiles }: Sides,
  read: (entry: TreeEntry) => Promise<string>,
): PlanningOptions {
  const groups = new Map(options.outcomes.groups);
  const rows = new Map(planned.prepared.plan.groups.map((row) => [row.key, row.group]));
  const files = new Map<string, TreeEntry>();
  for (const entry of documents) {
    const file = branchFiles.get(entry.path);
    if (file === undefined) continue;
    const key = entryKey(entry);
    const group = rows.get(key) ?? groupOf(entry);
    groups.set(key, documentOf(entry, file, group));
    files.set(entry.sha256, file);
  }
  return {
    ...options,
    outcomes: { ...options.outcomes, groups },
    staging: {
      put: (sha256, text) => options.staging.put(sha256, text),
      read: async (sha256) => {
        const staged = await options.staging.read(sha256);
        const file = files.get(sha256);
        return staged ?? (file === undefined ? null : read(file));
      },
    },
    removed: new Set(removals),
    // How many may go was asked of each run for its own.
    maxRemoved: Number.POSITIVE_INFINITY,
    onPlan: () => {},
  };
}

function documentOf(
  { path, sha256, paths, operations, schemas }: ManifestEntry,
  { oid }: TreeEntry,
  group: ReducedDocument['group'],
): ReducedDocument {
  return {
    kind: 'document',
    group,
    format: path.endsWith('.yaml') ? 'yaml' : 'json',
    sha256,
    gitBlob: oid,
    bytes: 0,
    leaks: [],
    leakCount: 0,
    paths,
    operations,
    schemas,
  };
}

function entriesOf({ groups }: Manifest): ReadonlyMap<string, ManifestEntry> {
  return new Map(groups.map((entry) => [entryKey(entry), entry]));
}

function same(one: ManifestEntry | undefined, other: ManifestEntry | undefined): boolean {
  return one?.sha256 === other?.sha256 && one?.path === other?.path;
}
