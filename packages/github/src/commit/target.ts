import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { explainGitHubError, gitHubError } from '../errors/explain.ts';

/** The branch that is written to, and the client that writes. */
export interface Target extends RepositoryName {
  readonly octokit: Octokit;
  /** Without `refs/heads/`. */
  readonly branch: string;
}

/** A commit that was made. */
export interface MadeCommit {
  readonly oid: string;
  readonly url: string;
  /** Whether GitHub signed it. */
  readonly verified: boolean;
}

/**
 * The commit that the branch points to; null when there is no such branch.
 * @throws GitHubError EMPTY_REPOSITORY, MISSING_PERMISSION and what every call may meet
 */
export async function readHead({ octokit, owner, repo, branch }: Target): Promise<string | null> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    if (explainGitHubError(error).code === 'NOT_FOUND') return null;
    throw gitHubError(`read the branch ${branch} of ${owner}/${repo}`, error);
  }
}

/** Makes the branch. False when someone else just made it. */
export async function createBranch({ octokit, owner, repo, branch }: Target, oid: string): Promise<boolean> {
  try {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: oid });
    return true;
  } catch (error) {
    if (explainGitHubError(error).code === 'STALE_HEAD') return false;
    throw gitHubError(`create the branch ${branch} in ${owner}/${repo}`, error);
  }
}
