import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';

/**
 * The commit in which two lines of history part: what a pull request is compared with.
 * `head` may be `owner:branch` of a fork.
 * @throws GitHubError NOT_FOUND when either side is missing or they have nothing in common.
 */
export async function mergeBase(
  octokit: Octokit,
  { owner, repo, base, head }: RepositoryName & { readonly base: string; readonly head: string },
): Promise<string> {
  const { data } = await gitHubCall(`compare ${base} with ${head} in ${owner}/${repo}`, () =>
    // Nothing but the merge base is wanted: one commit a page, and a page without files.
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
      page: 2,
    }),
  );
  return data.merge_base_commit.sha;
}
