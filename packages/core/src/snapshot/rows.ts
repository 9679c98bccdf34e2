import type { ApiGroup } from '../catalog/identity.ts';
import type { XanoSpecsError } from '../http/errors.ts';
import type { Leak } from '../leaks/leak.ts';
import type { GroupStatus, PlannedGroup } from './plan.ts';

/** What became of one API group, as a report tells it. */
export interface SnapshotRow {
  readonly group: ApiGroup;
  readonly status: GroupStatus;
  /** From the manifest's folder; null when it has no document. */
  readonly path: string | null;
  readonly previousPath: string | null;
  /** Whether its file, which stays, is not there: somebody deleted it. */
  readonly isMissing: boolean;
  /** Whether its group stands elsewhere now, or another one has its address, and the document of that, or a list, is awaited. */
  readonly isAwaiting: boolean;
  /** The group's version after the run and before it; null where it has no document. */
  readonly version: string | null;
  readonly previousVersion: string | null;
  /** Of the document that is kept after the run; null when there is none. */
  readonly operations: number | null;
  /** Of the document that was fetched; null when none was. */
  readonly bytes: number | null;
  readonly leaks: readonly Leak[];
  readonly leakCount: number;
  /** Why its document can't be read, and the setting that would mend it. */
  readonly reason: string | null;
  readonly remedy: string | null;
  /** Why its document could not be had. */
  readonly error: XanoSpecsError | null;
}

/** How many groups have each status. */
export type SnapshotCounts = Readonly<Record<GroupStatus, number>>;

/** The row of a planned group. */
export function rowOf({
  group,
  status,
  path,
  previousPath,
  isMissing,
  isAwaiting,
  before,
  after,
  outcome,
}: PlannedGroup): SnapshotRow {
  const document = outcome?.kind === 'document' ? outcome : null;
  const unreadable = outcome?.kind === 'unreadable' ? outcome : null;
  return {
    group,
    status,
    path,
    previousPath,
    isMissing,
    isAwaiting,
    version: after?.version ?? null,
    previousVersion: before?.version ?? null,
    operations: after?.operations ?? null,
    bytes: document?.bytes ?? null,
    leaks: document?.leaks ?? [],
    leakCount: document?.leakCount ?? 0,
    reason: unreadable?.reason ?? null,
    remedy: unreadable?.remedy ?? null,
    error: outcome?.kind === 'failed' ? outcome.error : null,
  };
}

/** Counts the groups of a plan by status. */
export function countRows(groups: readonly PlannedGroup[]): SnapshotCounts {
  const counts: Record<GroupStatus, number> = {
    added: 0,
    changed: 0,
    renamed: 0,
    same: 0,
    removed: 0,
    'kept-unreadable': 0,
    'kept-failed': 0,
    'kept-unseen': 0,
    'new-unreadable': 0,
    'new-failed': 0,
  };
  for (const { status } of groups) counts[status] += 1;
  return counts;
}
