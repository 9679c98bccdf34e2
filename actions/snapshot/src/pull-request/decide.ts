import { GitHubError, isOurCommit, type Octokit, type PullRequest, wasSettled } from '@xano-specs/github';
import type { PlanningOptions } from '../commit.ts';
import { type ProposalOptions, type ProposalPlace, proposalKey } from './proposal.ts';
import { holdsSnapshot, lookAt, type Situation } from './situation.ts';
import type { Proposed } from './what-waits.ts';

/** What is to be done about a snapshot. */
export type Decision =
  /** It is to be proposed, or what waits is to be brought up to date. */
  | 'write'
  /** There is nothing left to propose, and what is left of that is to be cleared away. */
  | 'settle'
  /** There is nothing to propose, and nothing to clear away. */
  | 'none'
  /** Somebody closed a pull request with the same content. */
  | 'declined'
  /** It is not to be proposed. */
  | 'not-wanted';

/** What the branches are named that nobody but runs makes. */
const OWN_BRANCHES = 'xano-specs/';

/** How to decide. */
export type DecisionOptions = PlanningOptions & Pick<ProposalOptions, 'mayPropose'>;

/**
 * Decides what is to be done in a situation; asks GitHub only whether a closed pull request was refused.
 * @throws GitHubError BRANCH_NAME_TAKEN when nothing on the branch, nor its name, says that it is ours
 */
export async function decide(
  octokit: Octokit,
  place: ProposalPlace,
  situation: Situation,
  options: DecisionOptions,
): Promise<Decision> {
  const { planned, proposed, differs, people, written, open, elsewhere, refused } = situation;
  if (planned.prepared.changed && options.mayPropose?.(proposed.planned) === false) return 'not-wanted';
  if (!differs) {
    if (people.length === 0 && elsewhere === null) return written ? 'settle' : 'none';
    if (open === null) return 'none';
  }
  if (open === null) assertOurs(place, situation);
  const isDeclined = open === null && refused !== null && (await isRefused(octokit, place, refused, options));
  return isDeclined ? 'declined' : 'write';
}

/** A branch to which no run has written, nor is named as those are that runs make, belongs to people. */
function assertOurs(place: ProposalPlace, { head, target, written, known, proposed }: Situation): void {
  const isNew = head === null || head === target;
  if (isNew || written || known || proposed.kept > 0) return;
  if (!place.pullRequestBranch.startsWith(OWN_BRANCHES)) throw branchTaken(place);
}

function branchTaken({ owner, repo, pullRequestBranch }: ProposalPlace): GitHubError {
  return new GitHubError(
    'BRANCH_NAME_TAKEN',
    `Could not propose the snapshot: there is a branch ${pullRequestBranch} in ${owner}/${repo} that holds no commit of this action. It was left alone.`,
    {
      hint: `Name a branch that nobody else uses with the input pull-request-branch; it is made as needed. Or delete ${pullRequestBranch} if nobody needs it.`,
    },
  );
}

/** What a run would do, and with which pull request. */
export interface Foreseen extends Proposed {
  readonly decision: Decision;
  /** The number of the pull request that is open, or was closed; null without one. */
  readonly number: number | null;
}

/**
 * Says what a run would do now, and writes nothing.
 * @throws what looking at the situation may throw
 */
export async function foresee(
  octokit: Octokit,
  place: ProposalPlace,
  options: DecisionOptions,
): Promise<Foreseen> {
  const situation = await lookAt(octokit, place, options);
  const decision = await decide(octokit, place, situation, options);
  const pull = decision === 'declined' ? situation.refused : situation.open;
  // What is committed at once takes nothing with it that waits.
  const { planned, kept } =
    decision === 'not-wanted' ? { planned: situation.planned, kept: 0 } : situation.proposed;
  return { decision, number: pull?.number ?? null, planned, kept };
}

/** Whether people closed a pull request with this very content. */
async function isRefused(
  octokit: Octokit,
  place: ProposalPlace,
  { number, headOid, ours }: PullRequest,
  options: PlanningOptions,
): Promise<boolean> {
  const { owner, repo, directory: scope } = place;
  if (!(await holdsSnapshot(octokit, place, headOid, options))) return false;
  // Whoever closes it may have put their reason in the place of its text.
  if (!ours && !(await isOurCommit(octokit, { owner, repo, oid: headOid, scope }))) return false;
  return !(await wasSettled(octokit, { owner, repo, number, key: proposalKey(place) }));
}
