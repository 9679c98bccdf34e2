import type { Octokit, RepositoryName } from '@xano-specs/github';
import { gitHubCall } from '@xano-specs/github';
import { ActionError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What GitHub makes for a pull request, or for a queue of them, and nobody else writes to. */
const NOT_OWN = /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/;

/**
 * The branch to commit to: the one that is asked for, else the one that the workflow runs on.
 * A run on a tag has no branch, and commits to the default branch; a run for a pull request
 * has one that is not its own, so it must be told.
 * @throws ActionError BRANCH_UNKNOWN for a pull request without an input
 * @throws GitHubError when the default branch can't be read
 */
export async function branchOf(
  asked: string,
  env: Environment,
  octokit: Octokit,
  { owner, repo }: RepositoryName,
): Promise<string> {
  const wanted = asked.replace(/^refs\/heads\//, '');
  if (wanted !== '') return wanted;
  const ref = env.GITHUB_REF ?? '';
  if (NOT_OWN.test(ref)) {
    throw new ActionError(
      'BRANCH_UNKNOWN',
      'This run is for a pull request, and no branch is named to commit to.',
      {
        hint: 'Name one with the input branch, or run the workflow on a schedule instead.',
      },
    );
  }
  if (ref.startsWith('refs/heads/')) return ref.slice('refs/heads/'.length);
  const { data } = await gitHubCall(`read the default branch of ${owner}/${repo}`, () =>
    octokit.rest.repos.get({ owner, repo }),
  );
  return data.default_branch;
}
