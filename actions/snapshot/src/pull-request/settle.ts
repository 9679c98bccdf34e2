import { closeSettled, deleteBranchAt, markSettled, type Octokit } from '@xano-specs/github';
import { closedText, settledText } from './body.ts';
import { type Proposal, type ProposalOptions, type ProposalPlace, proposalKey } from './proposal.ts';
import type { Situation } from './situation.ts';

/**
 * Closes the pull request and deletes its branch, when there is nothing left to propose and nobody
 * but us has committed to it. The branch goes only if it stands where it was seen.
 * @returns null when somebody pushed meanwhile: then everything is to be looked at again
 */
export async function settleProposal(
  octokit: Octokit,
  place: ProposalPlace,
  { planned, head, ahead, open, isLeftover }: Situation,
  { log, warn }: Pick<ProposalOptions, 'log' | 'warn'>,
): Promise<Proposal | null> {
  const { owner, repo, pullRequestBranch: branch } = place;
  const settled = {
    owner,
    repo,
    number: open?.number ?? 0,
    key: proposalKey(place),
    text: settledText(place, planned),
  };
  let isBranchKept = false;
  if (open !== null) await markSettled(octokit, settled);
  if (head !== null && (ahead.length > 0 || open !== null || isLeftover)) {
    const deletion = await deleteBranchAt(octokit, { owner, repo, branch, head });
    if (deletion.outcome === 'moved') return null;
    if (deletion.outcome === 'kept') {
      isBranchKept = true;
      const { code, message, hint } = deletion.error;
      warn({ code, message, hint: `${hint}${code === 'BRANCH_IN_USE' ? '' : ' Or delete it by hand.'}` });
    } else {
      log(`deleted     the branch ${branch}, which holds nothing new`);
    }
  }
  if (open !== null)
    await closeSettled(octokit, { ...settled, text: closedText(place, planned, isBranchKept) });
  return {
    outcome: open === null ? 'none' : 'closed',
    number: open?.number ?? null,
    url: open?.url ?? null,
    commit: null,
    people: [],
    conflicts: [],
    warnings: [],
  };
}
