import { assertWritable, CHANGE_LOG_FILE } from '@xano-specs/core';
import {
  type BranchCommit,
  blobOid,
  type CommitPlan,
  carryOver,
  type Octokit,
  readBlob,
  readEntriesAt,
  sameFile,
} from '@xano-specs/github';
import { baseAt } from '../branch-base.ts';
import { messageOf, type Planned, type PlanningOptions } from '../commit.ts';
import { joinPath } from '../result.ts';
import { branchCommit } from './branch-commit.ts';
import { type Resolved, settleCompanions } from './branch-companions.ts';
import { below, type Entries } from './entries.ts';
import { namingBranch } from './naming-branch.ts';
import { ownArchives } from './own-archives.ts';
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
 * Plans the next commit of the branch: the snapshot as the run found it and whatever people have on
 * the branch, as one commit, and the target branch as it is now once that changed a file of the
 * snapshot. Merging whatever happens there would be a commit, and a run of checks, for each of its
 * commits. The branch only ever moves forward, so nobody's commit is lost; a half of a snapshot is
 * never on it.
 */
export async function planBranch(
  octokit: Octokit,
  place: ProposalPlace,
  meeting: Meeting,
  own: Planned,
  options: PlanningOptions,
): Promise<BranchPlan> {
  const { directory } = place;
  const folder = await entriesOf(octokit, place, meeting, directory);
  const inFolder = (entries: Entries) => below(entries, joinPath(directory, ''));
  const isNew = meeting.head === meeting.target;
  const onBranch = <T>(read: () => Promise<T>) => namingBranch(place, read);
  const branch = isNew ? own.base : await onBranch(() => baseAt(octokit, place, meeting.head));
  const sides = { planned: own, target: inFolder(folder.target), branch, branchFiles: inFolder(folder.head) };
  const { planned, kept } = await withWhatWaits(octokit, place, meeting, sides, options);
  const companions = planned.prepared.companions.map((companion) => companion.path);
  await onBranch(() => assertWritable(branch, companions));
  const archives = await ownArchives(octokit, place, meeting, {
    branchFiles: sides.branchFiles,
    originFiles: inFolder(folder.origin),
  });
  const wanted = wantedSnapshot({ ...sides, planned }, archives);
  const files = await resolved(octokit, place, wanted);
  const disputed = await settleCompanions(octokit, place, meeting, {
    files,
    names: wanted.companions,
    write: (replaces) => onBranch(() => planned.companionsAt(branch.read, replaces)),
    targetLog: async () => (await own.base.read(CHANGE_LOG_FILE)) ?? '',
    entries: folder,
  });
  const isTouched = [...files.keys()].some(
    (file) => !sameFile(folder.origin.get(file), folder.target.get(file)),
  );
  const { origin, head, target } = isTouched ? await entriesOf(octokit, place, meeting, '') : folder;
  const merge = isTouched
    ? carryOver(origin, head, target, (file) => files.has(file))
    : { carried: [], conflicts: [] };
  const conflicts = [...merge.conflicts, ...disputed];
  const { carried } = merge;
  const message = messageOf(planned, options.redact) || SETTLED_MESSAGE;
  const commit = branchCommit(place, {
    files,
    entries: { head, target },
    merge: isTouched && conflicts.length === 0 ? { oid: meeting.target, carried } : null,
    commits: meeting.commits,
    message: withSectionMark(message, planned.section),
  });
  return { commit, conflicts, planned, kept };
}

/** The files below a folder, or all of them, on each of the sides. */
async function entriesOf(
  octokit: Octokit,
  { owner, repo }: ProposalPlace,
  { origin, head, target }: Meeting,
  path: string,
): Promise<Readonly<Record<'origin' | 'head' | 'target', Entries>>> {
  const at = async (ref: string) => (await readEntriesAt(octokit, { owner, repo, ref, path })).entries;
  const sides = { target: await at(target), head: await at(head) };
  return { ...sides, origin: origin === target ? sides.target : await at(origin) };
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
