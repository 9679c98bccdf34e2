import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';

/** Which file, and which part of its history. */
export interface FileHistory extends RepositoryName {
  /** The commit from which to look back. */
  readonly head: string;
  readonly path: string;
  /** Commits of a page, at most 100. */
  readonly perPage: number;
  /** The first one unless given. */
  readonly page?: number;
}

/** A commit that changed a file. */
export interface FileCommit {
  readonly oid: string;
  readonly message: string;
}

/** The commits that changed a file, the newest first: those of one page. */
export async function historyOfFile(
  octokit: Octokit,
  { owner, repo, head, path, perPage, page = 1 }: FileHistory,
): Promise<readonly FileCommit[]> {
  const { data } = await gitHubCall(`read the history of ${path} in ${owner}/${repo}`, () =>
    octokit.rest.repos.listCommits({ owner, repo, sha: head, path, per_page: perPage, page }),
  );
  return data.map(({ sha, commit }) => ({ oid: sha, message: commit.message }));
}
