import { maskLeaks } from '@xano-specs/core';
import { createOctokit, gitHubUrls, repositoryOf } from '@xano-specs/github';
import { commitOrPropose } from './auto.ts';
import { branchOf } from './branch.ts';
import type { Planned, PlanningOptions } from './commit.ts';
import { comparingOnce } from './compare-once.ts';
import { dryRun } from './dry-run.ts';
import { InputError } from './errors.ts';
import type { Gathered } from './gather.ts';
import type { Inputs } from './inputs.ts';
import { errorOf, type Progress, resultOf } from './outcome.ts';
import { commit, type PublishEdges, type Publishing, propose, tellPlan } from './publishing.ts';
import type { Proposal } from './pull-request/proposal.ts';
import { pullRequestResult } from './pull-request/result.ts';
import type { Result } from './result.ts';
import { sentence } from './words.ts';
import { nothingRead } from './xano.ts';

/**
 * Publishes what was gathered as the mode says: as a commit, in a pull request, or either.
 * @throws InputError when the pull request would be of a branch to itself
 * @throws GitHubError with the setting that is in the way and a link, and SnapshotError for a plan
 *   that must not be carried out
 */
export async function publish(
  progress: Progress,
  inputs: Inputs,
  edges: PublishEdges,
  gather: (use: (gathered: Gathered) => Promise<Result>) => Promise<Result>,
): Promise<Result> {
  const { env, secrets, log, now } = edges;
  const repository = repositoryOf(env);
  const octokit = createOctokit({
    token: inputs.token,
    env,
    log: (line) => log.debug(line),
    onWait: ({ seconds, limit }) => log.line(`waiting     ${seconds} s for GitHub's ${limit} rate limit`),
  });
  const branch = await branchOf(inputs.branch, env, octokit, repository);
  progress.branch = branch;
  const { serverUrl } = gitHubUrls(env);
  const { directory } = inputs;
  const place = {
    ...repository,
    branch,
    directory,
    serverUrl,
    pullRequestBranch: inputs['pull-request-branch'],
  };
  if (inputs.mode !== 'commit' && place.pullRequestBranch === branch) throw toItself(branch);
  return gather(async ({ outcomes, staging, selects }) => {
    progress.outcomes = outcomes;
    const startedAt = now();
    const planning: PlanningOptions = {
      outcomes,
      staging,
      selects,
      maxRemoved: inputs['max-removed'],
      refusal: nothingRead(outcomes),
      headline: inputs['commit-message'],
      compare: comparingOnce(startedAt),
      startedAt,
      changeLog: inputs.changelog,
      redact: (text) => maskLeaks(secrets.redact(text)),
      onPlan: (planned) => {
        progress.planned = planned;
      },
    };
    const publishing = { octokit, place, inputs, edges, progress, planning };
    if (inputs['dry-run']) return dryRun(publishing);
    return WAYS[inputs.mode](publishing).finally(() => tellPlan(publishing));
  });
}

const WAYS: Readonly<Record<Inputs['mode'], (publishing: Publishing) => Promise<Result>>> = {
  commit: async (publishing) => {
    const { progress } = publishing;
    return resultOf(progress, (await commit(publishing, () => true)) ? 'committed' : 'unchanged');
  },
  'pull-request': async (publishing) => proposed(publishing, await propose(publishing, () => true)),
  auto: async (publishing) => {
    const { progress } = publishing;
    const proposal = await commitOrPropose({
      commit: (mayCommit) => commit(publishing, mayCommit),
      propose: (mayPropose) => propose(publishing, mayPropose),
    });
    if (proposal !== null) return proposed(publishing, proposal);
    progress.pullRequest = await lookAfterProposal(publishing);
    return resultOf(progress, 'committed');
  },
};

/** The result of a run whose change waits in a pull request, or that found nothing to propose. */
function proposed({ place, edges, progress }: Publishing, proposal: Proposal): Result {
  progress.pullRequest = pullRequestResult(proposal, place);
  progress.made = proposal.commit;
  for (const { oid, subject, author } of proposal.people) {
    edges.log.line(`kept        ${oid.slice(0, 7)} ${subject}, by ${author}, on ${place.pullRequestBranch}`);
  }
  switch (proposal.outcome) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return resultOf(progress, 'proposed');
    case 'declined':
      return resultOf(progress, 'declined');
    default:
      // An earlier pass may have had something to propose, which somebody took care of meanwhile.
      progress.proposed = null;
      return resultOf(progress, 'unchanged');
  }
}

/** After a commit: a pull request that has nothing left to propose is closed. What fails is a warning: the commit stands. */
async function lookAfterProposal(publishing: Publishing): Promise<Result['pullRequest']> {
  const { place, progress, planning } = publishing;
  // What the run tells of is the commit that it has made, and the plan of that one.
  const after: Progress = { ...progress, planned: null, proposed: null, made: null };
  const ownPlan = {
    ...planning,
    onPlan: (planned: Planned) => {
      after.planned = planned;
    },
  };
  try {
    return pullRequestResult(
      await propose({ ...publishing, progress: after, planning: ownPlan }, () => true),
      place,
    );
  } catch (error) {
    const { message, hint } = errorOf(error);
    progress.warnings.push({
      code: 'PULL_REQUEST_LEFT',
      message: `The snapshot was committed, and the pull request from ${place.pullRequestBranch} could not be looked after.`,
      hint: `${sentence(message)} ${hint ?? ''} The next run tries again; or close it by hand.`,
    });
    return null;
  }
}

function toItself(branch: string): InputError {
  return new InputError(`The pull request would be from ${branch} to itself.`, {
    hint: 'Name another branch with pull-request-branch; it is made as needed.',
  });
}
