import { branchHead, GitHubError, mergeBase, type Octokit } from '@xano-specs/github';
import type { MadeCommit, ProposalPlace } from './proposal.ts';

/**
 * Whether a commit that was made is still on our branch, or on its target: somebody may have deleted
 * the branch, or merged it. Also when GitHub does not say.
 */
export async function stands(octokit: Octokit, place: ProposalPlace, { oid }: MadeCommit): Promise<boolean> {
  const { owner, repo } = place;
  try {
    for (const branch of [place.pullRequestBranch, place.branch]) {
      const head = await branchHead(octokit, { owner, repo, branch });
      if (head === oid) return true;
      const shared = head === null ? null : await mergeBase(octokit, { owner, repo, base: head, head: oid });
      if (shared === oid) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof GitHubError) return true;
    throw error;
  }
}
