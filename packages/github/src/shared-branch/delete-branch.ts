import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { readHead } from '../commit/target.ts';
import { gitHubError } from '../errors/explain.ts';
import { GitHubError, type GitHubErrorCode } from '../errors/github-error.ts';

/** What became of the branch; `kept` when GitHub did not let it go, and why. */
export type Deletion =
  | { readonly outcome: 'deleted' | 'moved' }
  | { readonly outcome: 'kept'; readonly error: GitHubError };

/** https://docs.github.com/graphql/reference/mutations#updaterefs */
const MUTATION = `
  mutation ($input: UpdateRefsInput!) {
    updateRefs(input: $input) { clientMutationId }
  }`;

/** Failures that say nothing of the branch. */
const PASSING: readonly GitHubErrorCode[] = ['GITHUB_UNAVAILABLE', 'GITHUB_UNREACHABLE'];

const NOTHING = '0'.repeat(40);

/**
 * Deletes a branch if it still stands at `head`, as one step: REST's call would take along what
 * someone pushed a moment ago. One that somebody's open pull request is for is kept, since GitHub
 * closes that together with its base.
 */
export async function deleteBranchAt(
  octokit: Octokit,
  place: RepositoryName & { readonly branch: string; readonly head: string },
): Promise<Deletion> {
  const deletion = await deleteOnce(octokit, place);
  if (deletion.outcome !== 'kept' || !PASSING.includes(deletion.error.code)) return deletion;
  // It names the commit, so to ask twice deletes nothing else.
  return deleteOnce(octokit, place);
}

async function deleteOnce(
  octokit: Octokit,
  { owner, repo, branch, head }: RepositoryName & { readonly branch: string; readonly head: string },
): Promise<Deletion> {
  const target = { octokit, owner, repo, branch };
  try {
    const { data: pulls } = await octokit.rest.pulls.list({
      owner,
      repo,
      state: 'open',
      base: branch,
      per_page: 1,
    });
    for (const { number } of pulls) return { outcome: 'kept', error: inUse(branch, number) };
    const { data } = await octokit.rest.repos.get({ owner, repo });
    await octokit.graphql(MUTATION, {
      input: {
        repositoryId: data.node_id,
        refUpdates: [{ name: `refs/heads/${branch}`, beforeOid: head, afterOid: NOTHING }],
      },
    });
    return { outcome: 'deleted' };
  } catch (error) {
    // GitHub's words for a branch that moved are not documented, so the branch itself is asked.
    const now = await readHead(target);
    if (now === null) return { outcome: 'deleted' };
    if (now !== head) return { outcome: 'moved' };
    return { outcome: 'kept', error: gitHubError(`delete the branch ${branch} of ${owner}/${repo}`, error) };
  }
}

function inUse(branch: string, number: number): GitHubError {
  return new GitHubError(
    'BRANCH_IN_USE',
    `The branch ${branch} was left, since pull request #${number} is for it.`,
    { hint: `Merge or close #${number}, or let it be for another branch. Then delete ${branch}.` },
  );
}
