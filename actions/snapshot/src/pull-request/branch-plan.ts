import { createHash } from 'node:crypto';
import {
  assertWritable,
  EMPTY_MANIFEST,
  type Manifest,
  SnapshotError,
  type SnapshotErrorCode,
} from '@xano-specs/core';
import {
  type BranchCommit,
  blobOid,
  type CommitPlan,
  carryOver,
  markedMessage,
  type Octokit,
  readBlob,
  readEntriesAt,
  versionsOfFile,
} from '@xano-specs/github';
import { baseAt } from '../branch-base.ts';
import { messageOf, type Planned, type PlanningOptions, planOn } from '../commit.ts';
import { joinPath } from '../result.ts';
import { type Resolved, settleCompanions } from './branch-companions.ts';
import { below, type Entries, merged, type Objects } from './entries.ts';
import { keptChanges, type OriginalOf, withKept } from './kept.ts';
import type { ProposalPlace } from './proposal.ts';
import { withSectionMark } from './section-mark.ts';
import { type WantedSnapshot, wantedSnapshot } from './wanted.ts';

/** Which commits meet in the commit to make. */
export interface Meeting {
  /** Where the branch of the pull request stands. */
  readonly head: string;
  /** Where the target branch stands, and where the two part. */
  readonly target: string;
  readonly origin: string;
  /** What the branch has beside the target. */
  readonly commits: readonly BranchCommit[];
}

/** What the next commit of the branch is made of. */
export interface BranchPlan {
  /** Null when the branch holds all of it already. */
  readonly commit: CommitPlan | null;
  /** Files that both people on the branch and the target branch changed: the branch stays behind the target. */
  readonly conflicts: readonly string[];
  /** What is proposed: what the run found, and what waits there of earlier ones. */
  readonly planned: Planned;
  /** How many documents of earlier runs, and removals of one, wait, since this run knows nothing new of them. */
  readonly kept: number;
}

/**
 * Plans the next commit of the branch: the snapshot as the run found it, whatever people have on
 * the branch, and the target branch as it is now, as one commit. The branch only ever moves
 * forward, so nobody's commit is lost; a half of a snapshot is never on it.
 */
export async function planBranch(
  octokit: Octokit,
  place: ProposalPlace,
  meeting: Meeting,
  own: Planned,
  options: PlanningOptions,
): Promise<BranchPlan> {
  const { owner, repo, directory } = place;
  const behind = meeting.origin !== meeting.target;
  // Without a merge, only the folder of the snapshot matters.
  const path = behind ? '' : directory;
  const at = async (ref: string): Promise<Entries> =>
    (await readEntriesAt(octokit, { owner, repo, ref, path })).entries;
  const [target, head] = [await at(meeting.target), await at(meeting.head)];
  const origin = behind ? await at(meeting.origin) : target;
  const inFolder = (entries: Entries) => below(entries, joinPath(directory, ''));
  const isNew = meeting.head === meeting.target;
  const onBranch = <T>(read: () => Promise<T>) => namingBranch(place, read);
  const branch = isNew ? own.base : await onBranch(() => baseAt(octokit, place, meeting.head));
  const sides = {
    planned: own,
    target: inFolder(target),
    branch,
    branchFiles: inFolder(head),
    origin: await originManifest(octokit, place, meeting, own),
  };
  const textOf = async (oid: string) =>
    Buffer.from(await readBlob(octokit, { owner, repo, oid })).toString('utf8');
  const kept = await onBranch(() =>
    keptChanges(sides, options, originals(octokit, place, meeting.head, textOf)),
  );
  const keptCount = kept.documents.length + kept.removals.length;
  const planned = keptCount === 0 ? own : await planOn(own.base, withKept(options, kept, textOf));
  const companions = planned.prepared.companions.map((companion) => companion.path);
  await onBranch(() => assertWritable(branch, companions));
  const wanted = wantedSnapshot({ ...sides, planned });
  const files = await resolved(octokit, place, wanted);
  const { moved, edited } = await settleCompanions(octokit, place, meeting, {
    files,
    names: wanted.companions,
    write: (replaces) => onBranch(() => planned.companionsAt(branch.read, replaces)),
    entries: { origin, head, target },
  });
  const merge = behind
    ? carryOver(origin, head, target, (file) => files.has(file))
    : { carried: [], conflicts: [] };
  const conflicts = [...merge.conflicts, ...edited.filter((path) => moved.has(path))];
  const merges = behind && conflicts.length === 0;
  const from = merges ? target : head;
  const changes = [...files].filter(([file, want]) => (want?.oid ?? null) !== (from.get(file)?.oid ?? null));
  const carried = [
    ...merge.carried,
    ...changes.flatMap(([file, want]) => (want?.entry ? [{ path: file, entry: want.entry }] : [])),
  ];
  const texts = merges ? changes.filter(([, want]) => !want?.entry) : changes;
  const commit = {
    additions: texts.flatMap(([file, want]) => (want === null ? [] : [{ path: file, read: want.read }])),
    deletions: texts.flatMap(([file, want]) => (want === null ? [file] : [])),
    ...(merges ? { merge: { oid: meeting.target, carried } } : {}),
  };
  const after = merges ? merged(target, carried) : head;
  const changed = changedObjects(head, after, changes);
  const isSame = [...files].every(([file, want]) => (want?.oid ?? null) === (head.get(file)?.oid ?? null));
  const message = isSame
    ? `Merge ${place.branch} into ${place.pullRequestBranch}`
    : withSectionMark(messageOf(planned, options.redact) || SETTLED_MESSAGE, planned.section);
  return {
    commit:
      isSame && !merges
        ? null
        : { ...commit, message: markedMessage(message, { scope: directory, changes: changed }) },
    conflicts,
    planned,
    kept: keptCount,
  };
}

/** For a branch that people committed to, when Xano and the target branch agree again. */
const SETTLED_MESSAGE = 'specs: as the target branch has them';

/** Looks at the snapshot on the branch, where people may have edited it: an error says that it is there. */
async function namingBranch<T>(place: ProposalPlace, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const { code, message, hint } = error;
    throw new SnapshotError(
      code as SnapshotErrorCode,
      `On the branch ${place.pullRequestBranch} of the pull request: ${message}`,
      { ...(hint === null ? {} : { hint }), cause: error },
    );
  }
}

/** Commits of a file that are looked at, the newest, for the text that a run wrote. */
const LOOKED_AT = 20;

function originals(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  head: string,
  textOf: (oid: string) => Promise<string>,
): OriginalOf {
  const hashOf = async (oid: string) =>
    createHash('sha256')
      .update(await textOf(oid))
      .digest('hex');
  return async ({ path, sha256 }, { oid }) => {
    const held = await hashOf(oid);
    if (held === sha256) return { oid, sha256 };
    const past = { owner, repo, head, path: joinPath(directory, path), atMost: LOOKED_AT };
    for await (const version of versionsOfFile(octokit, past)) {
      if ((await hashOf(version.oid)) === sha256) return { oid: version.oid, sha256 };
    }
    return { oid, sha256: held };
  };
}

async function originManifest(
  octokit: Octokit,
  place: ProposalPlace,
  { origin, target }: Meeting,
  planned: Planned,
): Promise<Manifest> {
  if (origin === target) return planned.base.manifest;
  try {
    return (await baseAt(octokit, place, origin)).manifest;
  } catch (error) {
    // It is past mending there: then nothing is known of what is newer, and what the target has counts.
    if (error instanceof SnapshotError) return EMPTY_MANIFEST;
    throw error;
  }
}

/** What every path of the snapshot is to hold, by its path in the repository. */
async function resolved(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  { files }: WantedSnapshot,
): Promise<Map<string, Resolved | null>> {
  const found = new Map<string, Resolved | null>();
  for (const [name, want] of files) {
    const path = joinPath(directory, name);
    if (want === null) found.set(path, null);
    else if (want.kind === 'text') {
      const oid = blobOid(Buffer.from(await want.read(), 'utf8'));
      found.set(path, { oid, entry: null, read: want.read });
    } else {
      const { entry } = want;
      const read = () => readBlob(octokit, { owner, repo, oid: entry.oid });
      found.set(path, { oid: entry.oid, entry, read });
    }
  }
  return found;
}

/** What the commit changes compared with its first parent, as whoever reads it will see. */
function changedObjects(
  head: Objects,
  after: Objects,
  changes: readonly (readonly [string, Resolved | null])[],
): Map<string, string | null> {
  const objects = new Map(after);
  for (const [path, want] of changes) {
    if (want === null) objects.delete(path);
    else objects.set(path, { oid: want.oid });
  }
  const changed = new Map<string, string | null>();
  for (const [path, { oid, mode }] of objects) {
    const before = head.get(path);
    if (before?.oid !== oid || (mode ?? before.mode) !== before.mode) changed.set(path, oid);
  }
  for (const path of head.keys()) if (!objects.has(path)) changed.set(path, null);
  return changed;
}
