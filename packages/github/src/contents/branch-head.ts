import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { readHead } from '../commit/target.ts';

/**
 * The commit that a branch stands at; null when there is no such branch.
 * @throws GitHubError EMPTY_REPOSITORY before the first commit, and what every call may meet
 */
export function branchHead(
  octokit: Octokit,
  { owner, repo, branch }: RepositoryName & { readonly branch: string },
): Promise<string | null> {
  return readHead({ octokit, owner, repo, branch });
}
