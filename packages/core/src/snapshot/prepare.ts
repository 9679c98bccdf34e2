import pLimit from 'p-limit';
import type { ApiGroup } from '../catalog/identity.ts';
import type { SnapshotBase } from './base.ts';
import { SnapshotError } from './errors.ts';
import { FILE_CONCURRENCY } from './limits.ts';
import { entryKey, MANIFEST_FILE } from './manifest.ts';
import {
  type GroupStatus,
  type PlannedGroup,
  type PlanOptions,
  planSnapshot,
  type SnapshotPlan,
} from './plan.ts';
import type { ReducedOutcomes } from './reduce.ts';
import { countRows, rowOf, type SnapshotCounts, type SnapshotRow } from './rows.ts';
import type { Staging } from './staging.ts';

/** A plan with all that is needed to report it and to carry it out, wherever the snapshot is kept. */
export interface PreparedSnapshot {
  readonly plan: SnapshotPlan;
  readonly rows: readonly SnapshotRow[];
  readonly counts: SnapshotCounts;
  /** Whether carrying it out would change a byte. */
  readonly changed: boolean;
  /** Files to write, the manifest last. Paths go from the manifest's folder. */
  readonly additions: readonly FileAddition[];
  /** Paths of files to remove, those that moved included. */
  readonly deletions: readonly string[];
  /** The documents that change, for a comparison of before and after. Read them before the plan is carried out. */
  readonly documents: readonly DocumentChange[];
}

export interface FileAddition {
  readonly path: string;
  readonly read: () => Promise<string>;
}

export interface DocumentChange {
  readonly group: ApiGroup;
  readonly status: GroupStatus;
  readonly path: string | null;
  readonly previousPath: string | null;
  /** The text before and after the run; null where there is none. */
  readonly readBefore: () => Promise<string | null>;
  readonly readAfter: () => Promise<string | null>;
}

export type PrepareOptions = Omit<PlanOptions, 'observed'>;

/**
 * Plans a run against a snapshot as it really is. Nothing is changed, and the outcomes can
 * be prepared again against another base, such as a branch that has moved.
 *
 * @throws SnapshotError PATH_TAKEN when a file that no snapshot wrote stands in the way
 */
export async function prepareSnapshot(
  base: SnapshotBase,
  outcomes: ReducedOutcomes,
  staging: Staging,
  options: PrepareOptions = {},
): Promise<PreparedSnapshot> {
  const observed = await observe(base, outcomes);
  const plan = planSnapshot(base.manifest, outcomes, { ...options, observed });
  await assertPathsFree(base, plan);
  const manifestChanges =
    base.manifestText === null ? plan.manifest.groups.length > 0 : base.manifestText !== plan.manifestText;
  const additions = plan.writes.map(({ path, sha256, from }) => ({
    path,
    read: async () => (await staging.read(sha256)) ?? (await readWhole(base, from ?? path)),
  }));
  if (manifestChanges) additions.push({ path: MANIFEST_FILE, read: async () => plan.manifestText });
  const written = new Set(plan.writes.map(({ path }) => path));
  return {
    plan,
    rows: plan.groups.map(rowOf),
    counts: countRows(plan.groups),
    changed: additions.length > 0 || plan.deletions.length > 0,
    additions,
    deletions: plan.deletions,
    documents: plan.groups
      .filter(({ status, path }) => status === 'removed' || (path !== null && written.has(path)))
      .map((group) => documentChange(group, base, staging)),
  };
}

/** What the files of the manifest really hold, as far as the plan depends on it. */
async function observe(base: SnapshotBase, outcomes: ReducedOutcomes): Promise<Map<string, string | null>> {
  const limit = pLimit(FILE_CONCURRENCY);
  const seen = await Promise.all(
    base.manifest.groups.map((entry) =>
      limit(async (): Promise<[string, string | null]> => {
        const outcome = outcomes.groups.get(entryKey(entry));
        const document = outcome?.kind === 'document' ? outcome : null;
        const sha256 = document?.sha256 ?? entry.sha256;
        const found = await base.compare(entry.path, { sha256, gitBlob: document?.gitBlob ?? null });
        return [entry.path, found === 'missing' ? null : found === 'same' ? sha256 : 'another'];
      }),
    ),
  );
  return new Map(seen);
}

async function assertPathsFree(base: SnapshotBase, plan: SnapshotPlan): Promise<void> {
  const own = new Set(base.manifest.groups.map(({ path }) => path));
  const gitBlobs = new Map(
    plan.groups.map(({ path, outcome }) => [path, outcome?.kind === 'document' ? outcome.gitBlob : null]),
  );
  const taken: string[] = [];
  for (const { path, sha256 } of plan.writes) {
    if (own.has(path)) continue;
    const found = await base.compare(path, { sha256, gitBlob: gitBlobs.get(path) ?? null });
    if (found === 'other') taken.push(path);
  }
  if (taken.length === 0) return;
  throw new SnapshotError(
    'PATH_TAKEN',
    `${taken.length === 1 ? 'A file stands' : `${taken.length} files stand`} where the snapshot would write, and ${MANIFEST_FILE} does not know ${taken.length === 1 ? 'it' : 'them'}: ${taken.slice(0, 5).join(', ')}. Nothing was changed.`,
    {
      hint: `Move or delete them, or restore ${MANIFEST_FILE} from the last commit if it was lost.`,
    },
  );
}

function documentChange(planned: PlannedGroup, base: SnapshotBase, staging: Staging): DocumentChange {
  const { group, status, path, previousPath, after } = planned;
  return {
    group,
    status,
    path,
    previousPath,
    readBefore: async () => (previousPath === null ? null : base.read(previousPath)),
    readAfter: async () =>
      after === null ? null : ((await staging.read(after.sha256)) ?? base.read(previousPath ?? after.path)),
  };
}

async function readWhole(base: SnapshotBase, path: string): Promise<string> {
  const text = await base.read(path);
  if (text !== null) return text;
  throw new SnapshotError(
    'PATH_NOT_PLAIN',
    `${path} was there when the run began and is gone now. Nothing was changed.`,
    {
      hint: 'Run again; nothing else may change the snapshot meanwhile.',
    },
  );
}
