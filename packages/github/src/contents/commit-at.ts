import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';

/** A commit's whole name. */
const OID = /^[0-9a-f]{40}$/;

/**
 * The commit that a branch, tag or `refs/…` names now; a commit's whole name is given back as it is.
 * @throws GitHubError NOT_FOUND when there is none, EMPTY_REPOSITORY before the first commit.
 */
export async function commitAt(
  octokit: Octokit,
  { owner, repo, ref }: RepositoryName & { readonly ref: string },
): Promise<string> {
  if (OID.test(ref)) return ref;
  const name = ref.replace(/^refs\//, '');
  // This media type gives the name alone; without it, every changed file comes along.
  const { data } = await gitHubCall(`read ${name} of ${owner}/${repo}`, () =>
    octokit.rest.repos.getCommit({ owner, repo, ref: name, mediaType: { format: 'sha' } }),
  );
  return String(data);
}
