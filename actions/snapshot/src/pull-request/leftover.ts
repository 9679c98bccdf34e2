import {
  GitHubError,
  mergeBase,
  type Octokit,
  type PullRequest,
  type RepositoryName,
} from '@xano-specs/github';
import type { ProposalPlace } from './proposal.ts';

/** Where our branch and its target stand, and the pull requests of our branch. */
export interface MergedBranch {
  readonly head: string;
  readonly target: string;
  readonly pulls: readonly PullRequest[];
}

/**
 * Whether our branch is what somebody left of a merged pull request: it stands where that was merged,
 * which the target still has in its history, and no pull request is open that would lose it. After a
 * squash or a rebase its commits are ahead of the target for ever, people's among them, though all
 * that they changed has arrived.
 */
export async function isLeftoverAt(
  octokit: Octokit,
  { owner, repo }: ProposalPlace,
  { head, target, pulls }: MergedBranch,
): Promise<boolean> {
  if (head === target || pulls.some(({ state }) => state === 'open')) return false;
  const merges = pulls.flatMap(({ ours, mergeOid, headOid }) =>
    ours && mergeOid !== null && headOid === head ? [mergeOid] : [],
  );
  for (const merge of merges) if (await isIn(octokit, { owner, repo, target, merge })) return true;
  return false;
}

/** Whether a merge is in the history of the target. */
async function isIn(
  octokit: Octokit,
  { owner, repo, target, merge }: RepositoryName & { readonly target: string; readonly merge: string },
): Promise<boolean> {
  try {
    return (await mergeBase(octokit, { owner, repo, base: target, head: merge })) === merge;
  } catch (error) {
    // The target was put back by force, and what it held is gone.
    if (error instanceof GitHubError && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}
