import {
  type BranchCommit,
  type CarriedEntry,
  type CommitPlan,
  type Lineage,
  markedMessage,
  withLineage,
} from '@xano-specs/github';
import type { Resolved } from './branch-companions.ts';
import { type Entries, merged, type Objects } from './entries.ts';
import type { ProposalPlace } from './proposal.ts';

/** What the next commit of the branch is made from. */
export interface CommitParts {
  /** What every path of the snapshot is to hold, null for one that is to go. */
  readonly files: ReadonlyMap<string, Resolved | null>;
  readonly entries: Readonly<Record<'head' | 'target', Entries>>;
  /** Where the target branch is merged: the commit that it stands at, and what is taken over from ours. */
  readonly merge: { readonly oid: string; readonly carried: readonly CarriedEntry[] } | null;
  /** What the branch has beside the target. */
  readonly commits: readonly BranchCommit[];
  /** The message for a change of the snapshot. */
  readonly message: string;
}

/** The commit that brings the branch to what it is to hold; null when it holds all of it already. */
export function branchCommit(place: ProposalPlace, parts: CommitParts): CommitPlan | null {
  const {
    files,
    entries: { head, target },
    merge,
    commits,
  } = parts;
  const isSame = differing(files, head).length === 0;
  if (isSame && merge === null) return null;
  const changes = differing(files, merge === null ? head : target);
  // A merge is made of trees, which take an object that the repository has as it is.
  const texts = merge === null ? changes : changes.filter(([, want]) => !want?.entry);
  const carried = [
    ...(merge?.carried ?? []),
    ...changes.flatMap(([path, want]) => (want?.entry ? [{ path, entry: want.entry }] : [])),
  ];
  const after = merge === null ? head : merged(target, carried);
  const changed = changedObjects(head, after, changes);
  const message = isSame ? `Merge ${place.branch} into ${place.pullRequestBranch}` : parts.message;
  return {
    message: markedMessage(withLineage(message, lineageOf(commits)), {
      scope: place.directory,
      changes: changed,
    }),
    additions: texts.flatMap(([path, want]) => (want === null ? [] : [{ path, read: want.read }])),
    deletions: texts.flatMap(([path, want]) => (want === null ? [path] : [])),
    ...(merge === null ? {} : { merge: { oid: merge.oid, carried } }),
  };
}

/** The files that are to be another than they are. */
function differing(files: CommitParts['files'], from: Entries): (readonly [string, Resolved | null])[] {
  return [...files].filter(([path, want]) => (want?.oid ?? null) !== (from.get(path)?.oid ?? null));
}

function lineageOf(commits: readonly BranchCommit[]): Lineage {
  const oids = (some: readonly BranchCommit[]) => some.map(({ oid }) => oid);
  return { before: oids(commits), people: oids(commits.filter(({ ours }) => !ours)) };
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
