import { CHANGE_LOG_FILE, holdsSection } from '@xano-specs/core';
import { type BranchCommit, historyOfFile, type Octokit } from '@xano-specs/github';
import { joinPath } from '../result.ts';
import type { ProposalPlace } from './proposal.ts';

const TRAILER = 'Xano-Specs-Section';

const MARK = new RegExp(`^${TRAILER}: ([0-9a-f]{64})$`, 'm');

/** Commits of the change log that are looked at, the newest: each takes the place of what the one before it said. */
const LOOKED_AT = 100;

/** A message with the hash of the section that its commit puts into the change log. */
export function withSectionMark(message: string, section: string | null): string {
  return section === null ? message : `${message}\n\n${TRAILER}: ${section}`;
}

/**
 * The hashes of the sections that commits of ours put into the change log of the branch. A later run
 * tells of the whole difference, so its section takes their place, unless people changed them. What
 * the target tells of has arrived, and stays.
 */
export async function sectionsOnBranch(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  { head, commits }: { readonly head: string; readonly commits: readonly BranchCommit[] },
  targetLog: string,
): Promise<ReadonlySet<string>> {
  const path = joinPath(directory, CHANGE_LOG_FILE);
  const history = await historyOfFile(octokit, { owner, repo, head, path, perPage: LOOKED_AT });
  const ours = new Set(commits.filter((commit) => commit.ours).map(({ oid }) => oid));
  const made = history.filter(({ oid }) => ours.has(oid));
  const marks = made.flatMap(({ message }) => MARK.exec(message)?.[1] ?? []);
  return new Set(marks.filter((hash) => !holdsSection(targetLog, hash)));
}
