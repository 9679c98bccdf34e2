import {
  entryKey,
  groupOf,
  type Manifest,
  type ManifestEntry,
  prepareSnapshot,
  type ReducedDocument,
  type ReducedOutcomes,
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

/** A document that waits. */
export interface KeptDocument {
  readonly entry: ManifestEntry;
  /** The object that holds its text. */
  readonly oid: string;
}

/**
 * Gives the text of an entry that a run wrote on the branch, though somebody may have edited the file: the
 * object that holds it, and its hash. Where the history does not hold it any more, that is the file as it is.
 */
export type OriginalOf = (
  entry: ManifestEntry,
  file: TreeEntry,
) => Promise<{ readonly oid: string; readonly sha256: string }>;

/** What waits on the branch, and this run knows nothing new of: a list that failed takes nothing back. */
export interface Kept {
  /** Documents that stay as a run wrote them on the branch. */
  readonly documents: readonly KeptDocument[];
  /** Keys of documents whose removal stays. */
  readonly removals: readonly string[];
}

/**
 * Finds what stays on the branch of earlier runs: documents that this one could not read, or was not
 * asked to, and removals of which it has seen nothing. Two runs with different filters share the branch.
 */
export async function keptChanges(
  sides: Sides,
  options: PlanningOptions,
  originalOf: OriginalOf,
): Promise<Kept> {
  const documents: KeptDocument[] = [];
  for (const entry of await keptEntries(sides, options)) {
    const file = sides.branchFiles.get(entry.path);
    if (file === undefined) continue;
    const { oid, sha256 } = await originalOf(entry, file);
    documents.push({ entry: { ...entry, sha256 }, oid });
  }
  return { documents, removals: keptRemovals(sides, documents, options) };
}

async function keptEntries(
  { planned, branch, branchFiles, origin }: Sides,
  { outcomes, staging, selects }: PlanningOptions,
): Promise<ManifestEntry[]> {
  const options = { selects, maxRemoved: Number.POSITIVE_INFINITY };
  const { plan } = await prepareSnapshot(branch, outcomes, staging, options);
  const target = entriesOf(planned.base.manifest);
  const before = entriesOf(origin);
  const rows = new Map(planned.prepared.plan.groups.map((row) => [row.key, row]));
  return plan.groups.flatMap(({ key, status, isAwaiting, before: entry }) => {
    if (entry === null || !status.startsWith('kept-') || !branchFiles.has(entry.path)) return [];
    // What was seen to stand elsewhere does not wait in this place, unless nothing can take it yet.
    if (isAwaiting && rows.get(key)?.isAwaiting !== true) return [];
    if (entryKey(entry) !== key || same(entry, rows.get(key)?.after ?? undefined)) return [];
    const there = target.get(key);
    // What the target branch has got meanwhile is newer.
    return !same(entry, there) && same(there, before.get(key)) ? [entry] : [];
  });
}

/**
 * A group that was seen again, in whatever state, brings its document back. One that stands in another place
 * on the branch was no removal but a move, which stays while this run knows nothing else of that place.
 */
function keptRemovals(
  { planned, branch, branchFiles, origin }: Sides,
  documents: readonly KeptDocument[],
  { outcomes }: PlanningOptions,
): string[] {
  const stays = new Set([...documents.map(({ entry }) => entryKey(entry)), ...outcomes.groups.keys()]);
  const moved = Map.groupBy(branch.manifest.groups, identityOf);
  const onBranch = entriesOf(branch.manifest);
  const before = entriesOf(origin);
  // A group that was made anew under its name has the file now.
  const ofOthers = new Set(branch.manifest.groups.map(({ path }) => path));
  return planned.prepared.plan.groups.flatMap(({ key, status, before: entry }) => {
    if (entry === null || status !== 'kept-unseen') return [];
    const isGone = !onBranch.has(key) && (!branchFiles.has(entry.path) || ofOthers.has(entry.path));
    const isMoved = moved.get(identityOf(entry))?.some((other) => !stays.has(entryKey(other))) === true;
    return isGone && !isMoved && same(entry, before.get(key)) ? [key] : [];
  });
}

/** The same run as if it had found what waits as well: so it is told of, and compared, with the rest. */
export function withKept(
  options: PlanningOptions,
  { documents, removals }: Kept,
  read: (oid: string) => Promise<string>,
): PlanningOptions {
  const groups = new Map(options.outcomes.groups);
  const texts = new Map(documents.map(({ entry, oid }) => [entry.sha256, oid]));
  for (const { entry, oid } of documents) {
    const key = entryKey(entry);
    groups.set(key, documentOf(entry, oid, namedNow(key, entry, options.outcomes)));
  }
  return {
    ...options,
    outcomes: { ...options.outcomes, groups },
    staging: {
      put: (sha256, text) => options.staging.put(sha256, text),
      read: async (sha256) => {
        const staged = await options.staging.read(sha256);
        const oid = texts.get(sha256);
        return staged ?? (oid === undefined ? null : read(oid));
      },
    },
    removed: new Set(removals),
    // How many may go was asked of each run for its own.
    maxRemoved: Number.POSITIVE_INFINITY,
    onPlan: () => {},
  };
}

/** The group of an entry under the names that this run has heard, and else those that the branch has. */
function namedNow(key: string, entry: ManifestEntry, { groups }: ReducedOutcomes): ReducedDocument['group'] {
  const held = groupOf(entry);
  const beside = [...groups.values()].find(
    ({ group: { instance, workspace } }) =>
      instance.name === held.instance.name && workspace.id === held.workspace.id,
  );
  const { group } = groups.get(key)?.group ?? held;
  const { instance, workspace } = beside?.group ?? held;
  return { ...held, instance, workspace, group };
}

function documentOf(
  { path, sha256, paths, operations, schemas }: ManifestEntry,
  oid: string,
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

/** Which group an entry is about, wherever it stands: ids are unique within an instance. */
function identityOf({ instance, group }: ManifestEntry): string {
  return JSON.stringify([instance.name, group.id]);
}

function entriesOf({ groups }: Manifest): ReadonlyMap<string, ManifestEntry> {
  return new Map(groups.map((entry) => [entryKey(entry), entry]));
}

function same(one: ManifestEntry | undefined, other: ManifestEntry | undefined): boolean {
  return one?.sha256 === other?.sha256 && one?.path === other?.path;
}
