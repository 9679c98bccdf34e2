import { prepareSnapshot, SnapshotError } from '@xano-specs/core';
import {
  type BranchCommit,
  branchHead,
  commitsBetween,
  GitHubError,
  type Octokit,
  type PullRequest,
  pullRequestsOf,
} from '@xano-specs/github';
import { baseAt } from '../branch-base.ts';
import { type Planned, type PlanningOptions, planAt } from '../commit.ts';
import { type BranchPlan, planBranch } from './branch-plan.ts';
import { isLeftoverAt } from './leftover.ts';
import { forgivingMerges } from './plain-merges.ts';
import { type ProposalPlace, proposalKey } from './proposal.ts';
import type { Proposed } from './what-waits.ts';

/** What there is before anything is written: both branches, and the pull requests of ours. */
export interface Situation {
  /** Where the target branch stands, and what the run plans for it. */
  readonly target: string;
  readonly planned: Planned;
  /** What is to be proposed: the same, and what waits of earlier runs. */
  readonly proposed: Proposed;
  /** Whether there is something to propose. */
  readonly differs: boolean;
  /** What our branch is to hold where it stands now; null when it is still to be made. */
  readonly next: BranchPlan | null;
  /** Where our branch stands; null when there is none. */
  readonly head: string | null;
  /** Commits that our branch has and the target has not, and those of them that people made. */
  readonly ahead: readonly BranchCommit[];
  readonly people: readonly BranchCommit[];
  /** Whether our branch is what somebody left of a merged pull request: all of it has arrived, and it waits for nothing. */
  readonly isLeftover: boolean;
  /** Whether runs have written to our branch as it stands: only then may it be deleted. */
  readonly written: boolean;
  /** Whether a pull request of ours ever came from our branch. */
  readonly known: boolean;
  readonly open: PullRequest | null;
  /** An open pull request that takes our branch to another target. */
  readonly elsewhere: PullRequest | null;
  /** The last pull request to our target, if somebody closed it unmerged: ours, unless its text is not. */
  readonly refused: PullRequest | null;
}

/**
 * Looks at both branches and at the pull requests between them.
 * @throws SnapshotError when the plan must not be carried out
 * @throws GitHubError BRANCH_MISSING when there is no target, and what every call may meet
 */
export async function lookAt(
  octokit: Octokit,
  place: ProposalPlace,
  options: PlanningOptions,
): Promise<Situation> {
  const { owner, repo, branch, pullRequestBranch } = place;
  const target = await branchHead(octokit, { owner, repo, branch });
  if (target === null) throw targetMissing(place);
  const planned = await planAt(octokit, place, target, options);
  const head = await branchHead(octokit, { owner, repo, branch: pullRequestBranch });
  const pulls = await pullRequestsOf(octokit, {
    owner,
    repo,
    head: pullRequestBranch,
    key: proposalKey(place),
  });
  const [latest] = pulls.filter(({ base }) => base === branch);
  const isLeftover = head !== null && (await isLeftoverAt(octokit, place, { head, target, pulls }));
  const found =
    head === null || isLeftover
      ? null
      : await lookAtBranch(octokit, place, { head, target, planned }, options);
  const commits = found?.commits ?? [];
  const proposed = found?.next ?? { planned, kept: 0 };
  const isRefused = latest?.state === 'closed' && !latest.merged && !latest.settled;
  return {
    target,
    planned,
    isLeftover,
    proposed,
    differs: proposed.planned.prepared.changed,
    next: found?.next ?? null,
    head,
    ahead: commits,
    people: commits.filter(({ ours }) => !ours),
    written:
      found?.written === true ||
      pulls.some(({ ours, state, headOid }) => ours && (state === 'open' || headOid === head)),
    known: pulls.some(({ ours }) => ours),
    open: pulls.find(({ state, base }) => state === 'open' && base === branch) ?? null,
    elsewhere: pulls.find(({ state, base }) => state === 'open' && base !== branch) ?? null,
    refused: isRefused ? latest : null,
  };
}

/** Where our branch and its target stand, and what is planned for the target. */
export interface Sight extends Pick<Situation, 'target' | 'planned'> {
  readonly head: string;
}

/** The commits that our branch has and its target has not, the oldest first, and what it is to hold next. */
export interface BranchSight {
  readonly commits: readonly BranchCommit[];
  readonly next: BranchPlan;
  /** Whether one of the commits was made here. A merge of people that is forgiven was not. */
  readonly written: boolean;
}

/** Looks at our branch. */
export async function lookAtBranch(
  octokit: Octokit,
  place: ProposalPlace,
  { head, target, planned }: Sight,
  options: PlanningOptions,
): Promise<BranchSight> {
  const { owner, repo, directory: scope } = place;
  const { mergeBase: origin, commits: found } = await commitsBetween(octokit, {
    owner,
    repo,
    base: target,
    head,
    scope,
  });
  const commits = await forgivingMerges(octokit, place, found);
  const next = await planBranch(octokit, place, { head, target, origin, commits }, planned, options);
  return { commits, next, written: found.some(({ ours }) => ours) };
}

/** Whether a commit holds the snapshot as the run found it. One that is gone, or can't be read, does not. */
export async function holdsSnapshot(
  octokit: Octokit,
  place: ProposalPlace,
  oid: string,
  { outcomes, staging, selects }: PlanningOptions,
): Promise<boolean> {
  try {
    const base = await baseAt(octokit, place, oid);
    const options = { selects, maxRemoved: Number.POSITIVE_INFINITY };
    return !(await prepareSnapshot(base, outcomes, staging, options)).changed;
  } catch (error) {
    const isGone = error instanceof GitHubError && error.code === 'NOT_FOUND';
    if (isGone || error instanceof SnapshotError) return false;
    throw error;
  }
}

function targetMissing({ owner, repo, branch }: ProposalPlace): GitHubError {
  return new GitHubError(
    'BRANCH_MISSING',
    `${owner}/${repo} has no branch ${branch} to propose a change for.`,
    {
      hint: 'Create it first, or name another one with the input branch.',
    },
  );
}
