import { commitAt, GitHubError, gitHubCall, type Octokit, type RepositoryName } from '@xano-specs/github';

/** The base of a pull request: its branch, and the commit that was the branch's tip when somebody last looked. */
export interface PullBase {
  readonly ref: string;
  readonly sha: string;
}

/**
 * The tip of a base's branch as it is now: the rules that stand there now count, and a base
 * that was merged into the pull request since is no change of it. The commit that was known
 * before where the branch is gone.
 * @throws GitHubError for anything but a branch that is not there
 */
export async function tipOfBase(
  octokit: Octokit,
  repository: RepositoryName,
  { ref, sha }: PullBase,
): Promise<string> {
  try {
    return await commitAt(octokit, { ...repository, ref: `refs/heads/${ref}` });
  } catch (error) {
    if (error instanceof GitHubError && error.code === 'NOT_FOUND') return sha;
    throw error;
  }
}

/**
 * The base that a pull request has now, while it has this head: the event of a run that is
 * started again may name one that the pull request was pointed at only for a while. What the
 * event says where the head is another by now, or where the token may not read pull requests.
 * @throws GitHubError for anything else that GitHub refuses
 */
export async function baseOfPull(
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  { number, head, base }: { readonly number: number; readonly head: string; readonly base: PullBase },
): Promise<PullBase> {
  try {
    const { data } = await gitHubCall(`read pull request ${number} of ${owner}/${repo}`, () =>
      octokit.rest.pulls.get({ owner, repo, pull_number: number }),
    );
    return data.head.sha === head && data.base.ref !== base.ref ? data.base : base;
  } catch (error) {
    if (error instanceof GitHubError && ['MISSING_PERMISSION', 'NOT_FOUND'].includes(error.code)) return base;
    throw error;
  }
}
