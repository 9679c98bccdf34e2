import type { ApiGroup } from '../catalog/identity.ts';
import { type Draft, type DraftOptions, draftsOf } from './drafts.ts';
import type { SnapshotError } from './errors.ts';
import { branchScope, byCodeUnit, placeOf } from './group-key.ts';
import { layOut } from './layout.ts';
import { DEFAULT_MAX_REMOVED } from './limits.ts';
import { MANIFEST_VERSION, type Manifest, type ManifestEntry, manifestText } from './manifest.ts';
import type { ReducedDocument, ReducedGroup, ReducedOutcomes } from './reduce.ts';
import { refuse } from './refusal.ts';
import { FIRST_VERSION, nextVersion, type VersionStep } from './versions.ts';

/** What became of an API group in a run. */
export type GroupStatus =
  | 'added'
  | 'changed'
  /** The file moved, its text stays. */
  | 'renamed'
  | 'same'
  | 'removed'
  /** Its document can't be read as things are set; its last good one stays. */
  | 'kept-unreadable'
  /** Its document could not be had this time; its last good one stays. */
  | 'kept-failed'
  /** Nothing was heard of it: a list failed, or a filter left it out. */
  | 'kept-unseen'
  /** As kept-unreadable and kept-failed, of a group that has no document yet. */
  | 'new-unreadable'
  | 'new-failed';

/** One API group of a plan. */
export interface PlannedGroup {
  readonly key: string;
  readonly group: ApiGroup;
  readonly status: GroupStatus;
  /** Where its document is after the run; null when it has none. */
  readonly path: string | null;
  /** Where its document was before the run; null when it had none. */
  readonly previousPath: string | null;
  /** What came of the fetch; null when nothing was heard of it. */
  readonly outcome: ReducedGroup | null;
  /** Whether its file, which stays, is not there: somebody deleted it. */
  readonly isMissing: boolean;
  /** Whether its group stands elsewhere now, or another one has its address, and the document of that, or a list, is awaited. */
  readonly isAwaiting: boolean;
  /** What the manifest says of it before and after. */
  readonly before: ManifestEntry | null;
  readonly after: ManifestEntry | null;
}

/** A file that the run puts in place, and where its text is. */
export interface PlannedWrite {
  readonly path: string;
  readonly sha256: string;
  /** A file of the snapshot as it is before the run, or null when the text is staged. */
  readonly from: string | null;
}

/** What a run would do. Making a plan changes nothing. */
export interface SnapshotPlan {
  /** The manifest after the run. */
  readonly manifest: Manifest;
  readonly manifestText: string;
  /** Every group of the account and of the manifest, by path, those without one last. */
  readonly groups: readonly PlannedGroup[];
  readonly writes: readonly PlannedWrite[];
  /** Files of the snapshot before the run that it has no more afterwards, those that moved included. */
  readonly deletions: readonly string[];
  /** Why the plan must not be carried out, or null. */
  readonly refusal: SnapshotError | null;
}

export interface PlanOptions extends DraftOptions {
  /** How many files may go for good before the plan is refused: 10 unless said otherwise. */
  readonly maxRemoved?: number;
  /**
   * What the snapshot's files really hold: the SHA-256 by path, null for a file that is not
   * there. A path that is absent holds what the manifest says.
   */
  readonly observed?: ReadonlyMap<string, string | null>;
  /**
   * What the new document of a group means for its version, by the group's key. One that is
   * not named was not compared, and nobody may be promised that nothing breaks: it is major.
   */
  readonly steps?: ReadonlyMap<string, VersionStep>;
}

/**
 * What a run makes of a snapshot, given what its manifest says and what the walk found.
 *
 * A document's file goes only when a list that would have to hold its group was read whole
 * and no longer does; a failed or unreadable group keeps its file and its entry. When another
 * branch goes live, its groups take the place of those with the same address. Planned again
 * with the manifest that it gives, the same outcomes change nothing.
 */
export function planSnapshot(
  manifest: Manifest,
  outcomes: ReducedOutcomes,
  options: PlanOptions = {},
): SnapshotPlan {
  const { drafts, gone, elsewhere } = draftsOf(manifest, outcomes, options);
  const staying = drafts.filter(
    ({ key, before, outcome }) => !gone.has(key) && (before !== null || outcome?.kind === 'document'),
  );
  const paths = layOut(staying.map(layoutItem));
  const groups = drafts.map((draft) => planGroup(draft, paths.get(draft.key) ?? null, options));
  const next: Manifest = {
    version: MANIFEST_VERSION,
    groups: groups
      .flatMap(({ after }) => (after === null ? [] : [after]))
      .toSorted((a, b) => byCodeUnit(a.path, b.path)),
  };
  const kept = new Set(next.groups.map(({ path }) => path));
  const deletions = manifest.groups
    .map(({ path }) => path)
    .filter((path) => !kept.has(path) && options.observed?.get(path) !== null);
  return {
    manifest: next,
    manifestText: manifestText(next),
    groups: groups.toSorted(byPath),
    writes: groups
      .flatMap((group) => planWrite(group, options))
      .toSorted((a, b) => byCodeUnit(a.path, b.path)),
    deletions: deletions.toSorted(byCodeUnit),
    refusal: refuse(
      manifest,
      groups.filter(({ key, status }) => status === 'removed' && !elsewhere.has(key)),
      kept,
      outcomes.listed,
      options.maxRemoved ?? DEFAULT_MAX_REMOVED,
    ),
  };
}

function layoutItem({ group, before, outcome }: Draft): Parameters<typeof layOut>[0][number] {
  const ownFormat = before?.path.endsWith('.yaml') ? 'yaml' : 'json';
  return {
    place: placeOf(group),
    workspaceName: group.workspace.name,
    groupName: group.group.name,
    format: outcome?.kind === 'document' ? outcome.format : ownFormat,
    previous:
      before === null
        ? null
        : {
            path: before.path,
            branch: before.branch,
            workspaceName: before.workspace.name,
            groupName: before.group.name,
          },
  };
}

function planGroup(
  { key, group, before, outcome, isAwaiting }: Draft,
  path: string | null,
  options: PlanOptions,
): PlannedGroup {
  const facts = { isAwaiting, isMissing: false };
  const common = { key, group, previousPath: before?.path ?? null, path, outcome, before, ...facts };
  if (path === null) {
    const status =
      before !== null ? 'removed' : outcome?.kind === 'unreadable' ? 'new-unreadable' : 'new-failed';
    return { ...common, status, after: null };
  }
  if (outcome?.kind === 'document') {
    return {
      ...common,
      status: documentStatus(before, outcome, path, options),
      after: entryOf(group, path, { ...outcome, version: versionOf(key, before, outcome, options) }),
    };
  }
  const status =
    outcome === null ? 'kept-unseen' : outcome.kind === 'failed' ? 'kept-failed' : 'kept-unreadable';
  const isMissing = before !== null && options.observed?.get(before.path) === null;
  return { ...common, status, isMissing, after: before === null ? null : entryOf(group, path, before) };
}

/** A version tells of what Xano hands out: a file that somebody edited, and that is put back, has the version it had. */
function versionOf(
  key: string,
  before: ManifestEntry | null,
  document: ReducedDocument,
  { steps }: PlanOptions,
): string {
  if (before === null) return FIRST_VERSION;
  if (before.sha256 === document.sha256) return before.version;
  return nextVersion(before.version, steps?.get(key) ?? 'major');
}

function documentStatus(
  before: ManifestEntry | null,
  document: ReducedDocument,
  path: string,
  { observed }: PlanOptions,
): GroupStatus {
  if (before === null) return 'added';
  const seen = observed?.get(before.path);
  const held = before.sha256 === document.sha256 && (seen === undefined || seen === document.sha256);
  if (!held) return 'changed';
  return before.path === path ? 'same' : 'renamed';
}

function entryOf(
  { instance, workspace, branch, group }: ApiGroup,
  path: string,
  facts: Pick<ManifestEntry, 'version' | 'sha256' | 'paths' | 'operations' | 'schemas'>,
): ManifestEntry {
  return {
    path,
    instance: { name: instance.name, display: instance.display },
    workspace: { id: workspace.id, name: workspace.name },
    branch: branchScope(branch),
    group: { id: group.id, name: group.name, canonical: group.canonical },
    version: facts.version,
    sha256: facts.sha256,
    paths: facts.paths,
    operations: facts.operations,
    schemas: facts.schemas,
  };
}

function planWrite({ status, path, before, after }: PlannedGroup, { observed }: PlanOptions): PlannedWrite[] {
  if (path === null || after === null) return [];
  if (status === 'added' || status === 'changed') return [{ path, sha256: after.sha256, from: null }];
  // A kept file that somebody deleted has nothing to move; the next good fetch brings it back.
  if (before === null || before.path === path || observed?.get(before.path) === null) return [];
  return [{ path, sha256: after.sha256, from: before.path }];
}

function byPath(a: PlannedGroup, b: PlannedGroup): number {
  const last = '\uFFFF';
  return (
    byCodeUnit(a.path ?? a.previousPath ?? last, b.path ?? b.previousPath ?? last) || byCodeUnit(a.key, b.key)
  );
}
