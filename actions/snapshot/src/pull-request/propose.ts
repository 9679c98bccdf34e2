import {
  branchHead,
  commitToBranch,
  cut,
  deleteBranchAt,
  GitHubError,
  mergeText,
  type Octokit,
  upsertPullRequest,
} from '@xano-specs/github';
import { proposalText } from './body.ts';
import { decide } from './decide.ts';
import { type Proposal, type ProposalOptions, type ProposalPlace, proposalKey } from './proposal.ts';
import { isSameFolder } from './same-folder.ts';
import { settleProposal } from './settle.ts';
import { type BranchSight, lookAt, lookAtBranch, type Situation } from './situation.ts';
import { stands } from './stands.ts';

/** The author of what is done with GITHUB_TOKEN. */
const ACTIONS_BOT = 'github-actions[bot]';

/** Times to look at everything again, when it moves while the pull request is written. */
const PASSES = 6;

const NOTHING: Omit<Proposal, 'outcome'> = {
  number: null,
  url: null,
  commit: null,
  people: [],
  conflicts: [],
  warnings: [],
};

/**
 * Proposes the snapshot as one pull request from one branch: makes it, renews it, or closes it when
 * there is nothing left to propose. The branch moves forward only, so no commit of anybody is lost;
 * what moves meanwhile is looked at again.
 * @throws SnapshotError when the plan must not be carried out
 * @throws GitHubError PULL_REQUESTS_NOT_PERMITTED, BRANCH_NAME_TAKEN, BRANCH_PROTECTED, BRANCH_KEEPS_MOVING
 *   and what every call may meet
 */
export async function proposeSnapshot(
  octokit: Octokit,
  place: ProposalPlace,
  options: ProposalOptions,
): Promise<Proposal> {
  const { owner, repo, branch } = place;
  let before: Proposal | null = null;
  for (let pass = 1; pass <= PASSES; pass++) {
    const situation = await lookAt(octokit, place, options);
    const now = await proposeOnce(octokit, place, situation, options);
    if (now === null) continue;
    before = before === null ? now : together(before, now);
    const target = await branchHead(octokit, { owner, repo, branch });
    if (target !== null && (await isSameFolder(octokit, place, target, situation.target))) break;
  }
  if (before === null) return keepsMoving(place);
  const { commit } = before;
  return commit === null || (await stands(octokit, place, commit)) ? before : { ...before, commit: null };
}

/** One pass; null when something moved and everything is to be looked at again. */
async function proposeOnce(
  octokit: Octokit,
  place: ProposalPlace,
  situation: Situation,
  options: ProposalOptions,
): Promise<Proposal | null> {
  const { proposed, differs, people, open, elsewhere, refused } = situation;
  const decision = await decide(octokit, place, situation, options);
  if (decision === 'none') return { ...NOTHING, outcome: 'none', people };
  if (decision === 'not-wanted') return { ...NOTHING, outcome: 'not-wanted' };
  if (decision === 'settle') return settleProposal(octokit, place, situation, options);
  options.onProposal?.(proposed);
  if (decision === 'declined') {
    return { ...NOTHING, outcome: 'declined', number: refused?.number ?? null, url: refused?.url ?? null };
  }
  if (open === null && !(await removeLeftover(octokit, place, situation))) return null;
  const written = await writeBranch(octokit, place, situation, options);
  const facts = {
    differs,
    elsewhere: elsewhere?.number ?? null,
    ...written,
    startsNoWorkflow: written.author === ACTIONS_BOT,
  };
  try {
    const { outcome, number, url, warnings } = await upsertPullRequest(octokit, {
      owner: place.owner,
      repo: place.repo,
      head: place.pullRequestBranch,
      base: place.branch,
      key: proposalKey(place),
      title: options.redact(
        options.title || written.planned.message?.headline || `Snapshot of Xano for ${place.branch}`,
      ),
      body: (room) => bodyWithin(room, (space) => options.redact(proposalText(place, facts, space))),
      labels: options.labels,
      reviewers: options.reviewers,
      teamReviewers: options.teamReviewers,
      draft: options.draft,
      serverUrl: place.serverUrl,
    });
    const { commit, conflicts } = written;
    return {
      outcome: differs ? (outcome === 'unchanged' && commit !== null ? 'updated' : outcome) : 'left-open',
      number,
      url,
      commit,
      people: written.people,
      conflicts,
      warnings,
    };
  } catch (error) {
    if (await hasMoved(octokit, place, error)) return null;
    throw error;
  }
}

/** The block of the body, in which nothing is carried out when it becomes the message of a commit. */
function bodyWithin(room: number, write: (space: number) => string): string {
  const text = mergeText(write(room));
  if (text.length <= room) return text;
  // What makes it longer is told of again in as much less.
  const less = Math.max(2 * room - text.length, Math.floor(room / 2));
  return cut(mergeText(write(less)), room);
}

/**
 * Removes a branch that only we have written to and that no pull request uses, so that the next one
 * begins at the target branch.
 * @returns false when somebody pushed to it meanwhile
 */
async function removeLeftover(
  octokit: Octokit,
  place: ProposalPlace,
  { head, people, proposed, written, elsewhere, target }: Situation,
): Promise<boolean> {
  const { owner, repo, pullRequestBranch: branch } = place;
  if (head === null || head === target || people.length + proposed.kept > 0) return true;
  // One that another run has just made, or could not commit to, holds nothing of ours: it is built upon.
  if (!written || elsewhere !== null) return true;
  // One that a rule keeps is built upon, as if people had committed to it.
  return (await deleteBranchAt(octokit, { owner, repo, branch, head })).outcome !== 'moved';
}

/** Brings the branch to what it is to hold, with one commit if it needs one. */
async function writeBranch(
  octokit: Octokit,
  place: ProposalPlace,
  situation: Situation,
  options: ProposalOptions,
) {
  const { owner, repo, pullRequestBranch } = place;
  const { target, planned } = situation;
  let seen: Pick<BranchSight, 'commits' | 'next'> = {
    commits: [],
    next: { commit: null, conflicts: [], ...situation.proposed },
  };
  const result = await commitToBranch(octokit, {
    owner,
    repo,
    branch: pullRequestBranch,
    createFrom: target,
    log: options.log,
    ...(options.sleep === undefined ? {} : { sleep: options.sleep }),
    plan: async ({ oid }) => {
      const { head, ahead, next } = situation;
      seen =
        head === oid && next !== null
          ? { commits: ahead, next }
          : await lookAtBranch(octokit, place, { head: oid, target, planned }, options);
      return seen.next.commit;
    },
  });
  const { commits, next } = seen;
  const made = result.outcome === 'committed' ? result : null;
  const [headline = ''] = (next.commit?.message ?? '').split('\n');
  const commit = made === null ? null : { oid: made.oid, url: made.url, headline };
  if (commit !== null) options.onCommit?.(commit);
  return {
    commit,
    author: made?.author ?? commits.findLast(({ ours }) => ours)?.author ?? '',
    people: commits.filter(({ ours }) => !ours),
    conflicts: next.conflicts,
    planned: next.planned,
    kept: next.kept,
  };
}

/** Whether a pull request could not be opened since its branch is gone, or holds nothing new any more. */
async function hasMoved(octokit: Octokit, place: ProposalPlace, error: unknown): Promise<boolean> {
  if (!(error instanceof GitHubError) || error.code !== 'REFUSED') return false;
  if (/No commits between/i.test(error.message)) return true;
  const { owner, repo, pullRequestBranch: branch } = place;
  return (await branchHead(octokit, { owner, repo, branch })) === null;
}

/** Two passes told as one: what the first one made is not hidden by the second, which found it done. */
function together(first: Proposal, second: Proposal): Proposal {
  const isSame = first.number !== null && first.number === second.number;
  const outcome = isSame && second.outcome in { updated: 1, unchanged: 1 } ? first.outcome : second.outcome;
  return {
    ...second,
    outcome,
    commit: second.commit ?? first.commit,
    warnings: [...new Set([...first.warnings, ...second.warnings])],
  };
}

function keepsMoving({ owner, repo, branch, pullRequestBranch }: ProposalPlace): never {
  throw new GitHubError(
    'BRANCH_KEEPS_MOVING',
    `Could not propose the snapshot: ${branch} or ${pullRequestBranch} of ${owner}/${repo} moved during each of ${PASSES} attempts.`,
    { hint: 'Run this again. Give the workflows that write to these branches one `concurrency:` group.' },
  );
}
