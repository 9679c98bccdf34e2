import pLimit from 'p-limit';
import { assertWritable, type SnapshotBase, type TextIdentity } from './base.ts';
import type { CompanionFile } from './companions.ts';
import { type DocumentChange, documentChange, isComparable } from './document-change.ts';
import { draftsOf } from './drafts.ts';
import { SnapshotError } from './errors.ts';
import { freshText } from './fresh-text.ts';
import { COMPARISON_CONCURRENCY, FILE_CONCURRENCY, MAX_COMPARED_DOCUMENTS } from './limits.ts';
import { MANIFEST_FILE, manifestText } from './manifest.ts';
import { type PlanOptions, planSnapshot, type SnapshotPlan } from './plan.ts';
import type { ReducedOutcomes } from './reduce.ts';
import { countRows, rowOf, type SnapshotCounts, type SnapshotRow } from './rows.ts';
import type { Staging } from './staging.ts';
import type { VersionStep } from './versions.ts';

/** A plan with all that is needed to report it and to carry it out, wherever the snapshot is kept. */
export interface PreparedSnapshot {
  readonly plan: SnapshotPlan;
  readonly rows: readonly SnapshotRow[];
  readonly counts: SnapshotCounts;
  /** Whether carrying it out would change a byte. */
  readonly changed: boolean;
  /** Files beside the manifest that are written with it: the change log. */
  readonly companions: readonly CompanionFile[];
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

/**
 * Says what the new text of a document, or its end, means for the version of its group. Whoever compares
 * documents hands it in: the snapshot itself can't tell what breaks.
 */
export type Judge = (document: DocumentChange) => Promise<VersionStep>;

/**
 * Writes the files beside the manifest for a run that changes these documents; none when
 * there is nothing to tell.
 * @param read gives the text of a file beside the manifest; null when there is none
 */
export type WriteCompanions = (
  documents: readonly DocumentChange[],
  read: (path: string) => Promise<string | null>,
) => Promise<readonly CompanionFile[]>;

export interface PrepareOptions extends Omit<PlanOptions, 'observed' | 'steps'> {
  /** Without it, every new text counts as one that breaks. Not asked for a plan that is refused. */
  readonly judge?: Judge;
  readonly writeCompanions?: WriteCompanions;
}

/**
 * Plans a run against a snapshot as it really is. Nothing is changed, and the outcomes can
 * be prepared again against another base, such as a branch that has moved.
 *
 * @throws SnapshotError PATH_TAKEN when a file that no snapshot wrote stands in the way,
 *   PATH_NOT_PLAIN when something else than a file does
 * @throws what the judge throws, and the writer of companions
 */
export async function prepareSnapshot(
  base: SnapshotBase,
  outcomes: ReducedOutcomes,
  staging: Staging,
  options: PrepareOptions = {},
): Promise<PreparedSnapshot> {
  const observed = await observe(base, outcomes, options);
  const unjudged = planSnapshot(base.manifest, outcomes, { ...options, observed });
  await assertPathsFree(base, unjudged);
  const steps = await judgeDocuments(changesOf(unjudged, base, staging), unjudged, options.judge);
  const plan = planSnapshot(base.manifest, outcomes, { ...options, observed, steps });
  const documents = changesOf(plan, base, staging);
  const companions =
    plan.refusal === null && documents.length > 0
      ? ((await options.writeCompanions?.(documents, base.read)) ?? [])
      : [];
  await assertWritable(
    base,
    companions.map(({ path }) => path),
  );
  const previous = new Map(plan.groups.map((group) => [group.path, group.previousPath]));
  const additions = plan.writes.map(({ path, sha256, from }) => ({
    path,
    read: async () =>
      from === null
        ? freshText(base, staging, sha256, previous.get(path) ?? path)
        : ((await staging.read(sha256)) ?? (await readWhole(base, from))),
  }));
  for (const { path, text } of companions) additions.push({ path, read: async () => text });
  if (manifestChanges(base, plan)) {
    additions.push({ path: MANIFEST_FILE, read: async () => plan.manifestText });
  }
  return {
    plan,
    rows: plan.groups.map(rowOf),
    counts: countRows(plan.groups),
    changed: additions.length > 0 || plan.deletions.length > 0,
    companions,
    additions,
    deletions: plan.deletions,
    documents,
  };
}

/** The documents that carrying the plan out would add, change, move or remove. */
function changesOf(plan: SnapshotPlan, base: SnapshotBase, staging: Staging): DocumentChange[] {
  const written = new Set(plan.writes.map(({ path }) => path));
  return plan.groups
    .filter(({ status, path }) => status === 'removed' || (path !== null && written.has(path)))
    .map((group) => documentChange(group, base, staging));
}

async function judgeDocuments(
  documents: readonly DocumentChange[],
  { refusal }: SnapshotPlan,
  judge: Judge | undefined,
): Promise<ReadonlyMap<string, VersionStep>> {
  const steps = new Map<string, VersionStep>();
  if (judge === undefined || refusal !== null) return steps;
  const limit = pLimit(COMPARISON_CONCURRENCY);
  await Promise.all(
    documents
      .filter(isComparable)
      .slice(0, MAX_COMPARED_DOCUMENTS)
      .map((document) => limit(async () => steps.set(document.key, await judge(document)))),
  );
  return steps;
}

/** A manifest of the older format that says the same is left as it is, unless something else is written. */
function manifestChanges(base: SnapshotBase, plan: SnapshotPlan): boolean {
  if (base.manifestText === null) return plan.manifest.groups.length > 0;
  if (base.manifestText === plan.manifestText) return false;
  if (plan.writes.length + plan.deletions.length > 0) return true;
  return base.manifestText !== manifestText(plan.manifest, 1);
}

/** What the files of the manifest really hold, as far as the plan depends on it. */
async function observe(
  base: SnapshotBase,
  outcomes: ReducedOutcomes,
  options: PrepareOptions,
): Promise<Map<string, string | null>> {
  const { drafts } = draftsOf(base.manifest, outcomes, options);
  const takers = Map.groupBy(drafts, ({ before }) => before?.path);
  const limit = pLimit(FILE_CONCURRENCY);
  const seen = await Promise.all(
    base.manifest.groups.map(({ path, sha256 }) =>
      limit(async (): Promise<[string, string | null]> => {
        const texts = (takers.get(path) ?? []).flatMap(({ outcome }) =>
          outcome?.kind === 'document' ? [outcome] : [],
        );
        return [path, await held(base, path, texts.length === 0 ? [{ sha256, gitBlob: null }] : texts)];
      }),
    ),
  );
  return new Map(seen);
}

/** Which of these texts a file holds; null when it is not there. */
async function held(
  base: SnapshotBase,
  path: string,
  texts: readonly TextIdentity[],
): Promise<string | null> {
  for (const text of texts) {
    const found = await base.compare(path, text);
    if (found !== 'other') return found === 'missing' ? null : text.sha256;
  }
  return 'another';
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
    if (found !== 'other') continue;
    // A merge that took one side of the manifest leaves files of the other.
    if ((await base.wrote?.(path)) !== true) taken.push(path);
  }
  if (taken.length === 0) return;
  throw new SnapshotError(
    'PATH_TAKEN',
    `${taken.length === 1 ? 'A file stands' : `${taken.length} files stand`} where the snapshot would write, and ${MANIFEST_FILE} does not know ${taken.length === 1 ? 'it' : 'them'}: ${taken.slice(0, 5).join(', ')}. Nothing was changed.`,
    {
      hint: `Move them, or restore ${MANIFEST_FILE} from the last commit if it was lost. Those that a snapshot wrote may be deleted: the next run writes them anew.`,
    },
  );
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
