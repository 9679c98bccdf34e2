import { CHANGE_LOG_FILE, type CompanionFile } from '@xano-specs/core';
import {
  type Addition,
  type BranchCommit,
  blobOid,
  commitsOfFile,
  type Octokit,
  type TreeEntry,
} from '@xano-specs/github';
import { joinPath } from '../result.ts';
import type { Entries } from './entries.ts';
import type { ProposalPlace } from './proposal.ts';
import { sectionsOnBranch } from './section-mark.ts';

/** A file as it is to be, with the name of its object. */
export interface Resolved {
  readonly oid: string;
  readonly entry: TreeEntry | null;
  readonly read: Addition['read'];
}

/** What the files that tell of the snapshot are settled from. */
export interface CompanionSides {
  /** What every path of the snapshot is to hold; what becomes of the companions is written into it. */
  readonly files: Map<string, Resolved | null>;
  /** From the folder of the snapshot. */
  readonly names: ReadonlySet<string>;
  /** Writes them anew, on top of what the branch has, in place of the sections of these hashes. */
  readonly write: (replaces: ReadonlySet<string>) => Promise<readonly CompanionFile[]>;
  /** The change log of the target; '' without one. */
  readonly targetLog: () => Promise<string>;
  readonly entries: Readonly<Record<'origin' | 'head' | 'target', Entries>>;
}

/**
 * Says what the change log is to hold on the branch of a pull request. It is that of the target
 * with one section for the whole difference. Once people changed it on the branch, it stays as
 * they have it: the section goes on top, in place of those of earlier runs, so that no word of
 * theirs goes. It holds the time of a run, so it stays as it is unless something else changes.
 * It and its archives are settled as one: to renew one without the other would lose a text, or hold it twice.
 * @returns what the target branch changed in another way, where people changed any of it on ours:
 *   they have to merge that
 */
export async function settleCompanions(
  octokit: Octokit,
  place: ProposalPlace,
  branch: { readonly head: string; readonly commits: readonly BranchCommit[] },
  { files, names, write, targetLog, entries: { origin, head, target } }: CompanionSides,
): Promise<readonly string[]> {
  const paths = [...names].map((name) => joinPath(place.directory, name));
  const held = paths.filter((path) => head.has(path));
  const isEdited = await isEditedByPeople(octokit, place, branch, held);
  const others = [...files].filter(([path]) => !paths.includes(path));
  const changes = others.some(([path, want]) => (want?.oid ?? null) !== (head.get(path)?.oid ?? null));
  const moved = paths.filter((path) => {
    const there = target.get(path)?.oid;
    return there !== origin.get(path)?.oid && there !== head.get(path)?.oid;
  });
  const isMissing = !head.has(joinPath(place.directory, CHANGE_LOG_FILE));
  const isRenewed = changes || isMissing || (moved.length > 0 && !isEdited);
  if (isEdited || !isRenewed) for (const path of paths) leave(files, path, head.get(path));
  if (isEdited && isRenewed) {
    const replaces = await sectionsOnBranch(octokit, place, branch, await targetLog());
    for (const { path, text } of await write(replaces)) {
      const oid = blobOid(Buffer.from(text, 'utf8'));
      files.set(joinPath(place.directory, path), { oid, entry: null, read: () => text });
    }
  }
  return isEdited ? moved : [];
}

/** Lets a file stay as the branch has it, which may be not at all. */
function leave(files: Map<string, Resolved | null>, path: string, entry: TreeEntry | undefined): void {
  if (entry === undefined) files.delete(path);
  else files.set(path, { oid: entry.oid, entry, read: () => '' });
}

async function isEditedByPeople(
  octokit: Octokit,
  { owner, repo }: ProposalPlace,
  { head, commits }: { readonly head: string; readonly commits: readonly BranchCommit[] },
  paths: readonly string[],
): Promise<boolean> {
  const people = commits.filter(({ ours }) => !ours);
  if (people.length === 0) return false;
  const among = new Set(commits.map(({ oid }) => oid));
  for (const path of paths) {
    const touching = await commitsOfFile(octokit, { owner, repo, head, path, among });
    if (people.some(({ oid }) => touching.has(oid))) return true;
  }
  return false;
}
