import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';

/** The newest commit, at `head` or before it, that changed a file; null when none did. */
export async function lastCommitOfFile(
  octokit: Octokit,
  { owner, repo, head, path }: RepositoryName & { readonly head: string; readonly path: string },
): Promise<string | null> {
  const { data } = await gitHubCall(`read the history of ${path} in ${owner}/${repo}`, () =>
    octokit.rest.repos.listCommits({ owner, repo, sha: head, path, per_page: 1 }),
  );
  return data[0]?.sha ?? null;
}
