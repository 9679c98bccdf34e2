import { assertWritable } from '@xano-specs/core';
import {
  type BranchCommit,
  blobOid,
  type CommitPlan,
  carryOver,
  markedMessage,
  type Octokit,
  readBlob,
  readEntriesAt,
} from '@xano-specs/github';
import { baseAt } from '../branch-base.ts';
import { messageOf, type Planned, type PlanningOptions } from '../commit.ts';
import { joinPath } from '../result.ts';
import { type Resolved, settleCompanions } from './branch-companions.ts';
import { below, type Entries, merged, type Objects } from './entries.ts';
import { namingBranch } from './naming-branch.ts';
import type { ProposalPlace } from './proposal.ts';
import { withSectionMark } from './section-mark.ts';
import { type WantedSnapshot, wantedSnapshot } from './wanted.ts';
import { type Proposed, withWhatWaits } from './what-waits.ts';

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
export interface BranchPlan extends Proposed {
  /** Null when the branch holds all of it already. */
  readonly commit: CommitPlan | null;
  /** Files that both people on the branch and the target branch changed: the branch stays behind the target. */
  readonly conflicts: readonly string[];
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
  const sides = { planned: own, target: inFolder(target), branch, branchFiles: inFolder(head) };
  const { planned, kept } = await withWhatWaits(octokit, place, meeting, sides, options);
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
    kept,
  };
}

/** For a branch that people committed to, when Xano and the target branch agree again. */
const SETTLED_MESSAGE = 'specs: as the target branch has them';

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
