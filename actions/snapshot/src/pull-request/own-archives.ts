import { CHANGE_LOG_FILE, isCompanionPath } from '@xano-specs/core';
import { commitsOfFile, type Octokit } from '@xano-specs/github';
import { joinPath } from '../result.ts';
import type { Meeting } from './branch-plan.ts';
import type { ProposalPlace } from './proposal.ts';

/** The files of both, by their path from the manifest's folder. */
export interface ArchiveSides {
  readonly branchFiles: ReadonlyMap<string, unknown>;
  /** Where the branch and its target part. */
  readonly originFiles: ReadonlyMap<string, unknown>;
}

/**
 * Finds the archives of the change log that runs made on the branch of a pull request: each is named after its
 * day, so a run on another day makes one more. A file with such a name that people alone wrote is none.
 */
export async function ownArchives(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  { head, commits }: Pick<Meeting, 'head' | 'commits'>,
  { branchFiles, originFiles }: ArchiveSides,
): Promise<string[]> {
  const archives = [...branchFiles.keys()].filter(
    (path) => isCompanionPath(path) && path !== CHANGE_LOG_FILE && !originFiles.has(path),
  );
  if (commits.every(({ ours }) => ours)) return archives;
  const among = new Set(commits.filter(({ ours }) => ours).map(({ oid }) => oid));
  const own: string[] = [];
  for (const archive of archives) {
    const file = { owner, repo, head, path: joinPath(directory, archive) };
    if ((await commitsOfFile(octokit, { ...file, among })).size > 0) own.push(archive);
  }
  return own;
}
