import type { Result } from '../result.ts';
import type { Proposal, ProposalPlace } from './proposal.ts';

/** A pull request as the result holds it; null when there is none. */
export function pullRequestResult(
  { outcome, number, url, people, conflicts, warnings }: Proposal,
  { pullRequestBranch }: ProposalPlace,
): Result['pullRequest'] {
  if (outcome === 'none' || outcome === 'not-wanted' || number === null || url === null) return null;
  return {
    number,
    url,
    branch: pullRequestBranch,
    outcome,
    peopleCommits: people.map(({ oid, url, subject, author }) => ({ sha: oid, url, subject, author })),
    conflicts: [...conflicts],
    warnings: [...warnings],
  };
}
