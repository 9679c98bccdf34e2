import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { PAGE_LIMIT } from '../limits.ts';
import { splitBody } from './block.ts';

/** A pull request from a branch of the same repository. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  /** The commit that brought it to its base, after whatever kind of merge; null unless it is merged. */
  readonly mergeOid: string | null;
  /** The branch that it is for. */
  readonly base: string;
  /** Where its branch stands, or stood when it was closed. */
  readonly headOid: string;
  /** Whether its body holds our block, and whether that says that there is nothing left to propose. */
  readonly ours: boolean;
  readonly settled: boolean;
}

/**
 * Whether a pull request comes from a branch of the repository itself: the name of a branch also
 * finds those of a fork that belongs to the same owner.
 */
export function isOwn({ head, base }: PullSides): boolean {
  return head.repo !== null && head.repo.id === base.repo.id;
}

/** The two sides of a pull request; a fork that was deleted is null. */
interface PullSides {
  readonly head: { readonly repo: { readonly id: number } | null };
  readonly base: { readonly repo: { readonly id: number } };
}

/** The digest of a block that says that there is nothing left to propose. */
export const SETTLED = 'settled';

/** The pull requests of a branch, open and closed, the newest first; the last 100 of them. */
export async function pullRequestsOf(
  octokit: Octokit,
  { owner, repo, head, key }: RepositoryName & { readonly head: string; readonly key: string },
): Promise<readonly PullRequest[]> {
  const { data } = await gitHubCall(`look for the pull requests of ${head}`, () =>
    octokit.rest.pulls.list({ owner, repo, state: 'all', head: `${owner}:${head}`, per_page: PAGE_LIMIT }),
  );
  return data.filter(isOwn).map((pull) => {
    const digest = splitBody(pull.body ?? '', key).block?.digest;
    return {
      number: pull.number,
      url: pull.html_url,
      state: pull.state === 'open' ? 'open' : 'closed',
      merged: pull.merged_at !== null,
      mergeOid: pull.merged_at === null ? null : pull.merge_commit_sha,
      base: pull.base.ref,
      headOid: pull.head.sha,
      ours: digest !== undefined,
      settled: digest === SETTLED,
    };
  });
}
