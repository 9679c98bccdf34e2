import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { explainGitHubError, gitHubError } from '../errors/explain.ts';
import { GitHubError } from '../errors/github-error.ts';
import { PAGE_LIMIT } from '../limits.ts';

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
  /** The name of its author, which for a bot is its login. */
  readonly author: string;
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

/**
 * Makes the branch. False when someone else just made it.
 * @throws GitHubError BRANCH_NAME_TAKEN when another branch stands in the way of its name, and
 *   BRANCH_PROTECTED when a rule forbids it
 */
export async function createBranch(target: Target, oid: string): Promise<boolean> {
  const { octokit, owner, repo, branch } = target;
  const doing = `create the branch ${branch} in ${owner}/${repo}`;
  try {
    await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: oid });
    return true;
  } catch (error) {
    if (explainGitHubError(error).code !== 'STALE_HEAD') throw gitHubError(doing, error);
    if (/already exists/i.test(String(error)) || (await readHead(target)) !== null) return false;
    const taken = await branchInTheWay(target);
    if (taken === null) {
      throw new GitHubError('BRANCH_PROTECTED', `Could not ${doing}. GitHub refused it without a reason.`, {
        hint: 'Look under Settings, Rules, Rulesets for "Restrict creations" or a pattern for names of branches, and let this branch be made; or give the branch another name.',
        cause: error,
      });
    }
    throw new GitHubError('BRANCH_NAME_TAKEN', `Could not ${doing}: there is a branch ${taken}.`, {
      hint: `Git keeps branches as folders, and a name can't be a branch and a folder at once. Delete or rename ${taken}, or give the new branch another name.`,
      cause: error,
    });
  }
}

/** A branch whose name is a folder of the wanted one, or lies below it; null when there is none. */
async function branchInTheWay({ octokit, owner, repo, branch }: Target): Promise<string | null> {
  const [folder = branch] = branch.split('/');
  const refs = await octokit.paginate(octokit.rest.git.listMatchingRefs, {
    owner,
    repo,
    ref: `heads/${folder}`,
    per_page: PAGE_LIMIT,
  });
  const names = refs.map(({ ref }) => ref.replace(/^refs\/heads\//, ''));
  return names.find((name) => branch.startsWith(`${name}/`) || name.startsWith(`${branch}/`)) ?? null;
}
