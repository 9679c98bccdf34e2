import { type Secrets, SnapshotError } from '@xano-specs/core';
import { createOctokit, gitHubUrls, type Octokit, type RunnerLog, repositoryOf } from '@xano-specs/github';
import { branchOf } from './branch.ts';
import { commitSnapshot, type Planned, type PlanningOptions } from './commit.ts';
import { dryRunLines } from './dry-run.ts';
import { InputError } from './errors.ts';
import { explainRefusal } from './explain.ts';
import type { Gathered } from './gather.ts';
import type { Inputs } from './inputs.ts';
import { linksOf } from './links.ts';
import { errorOf, type Progress, resultOf } from './outcome.ts';
import { planLines } from './progress.ts';
import { mayBreak } from './pull-request/may-break.ts';
import type { MadeCommit, Proposal, ProposalPlace } from './pull-request/proposal.ts';
import { proposeSnapshot } from './pull-request/propose.ts';
import { pullRequestResult } from './pull-request/result.ts';
import type { Result } from './result.ts';
import { sentence } from './words.ts';
import { nothingRead } from './xano.ts';

/** What publishing needs of the world. */
export interface PublishEdges {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
  readonly log: RunnerLog;
  readonly now: () => Date;
}

/** Times to choose anew between a commit and a pull request, when the branch moves from one case to the other. */
const CHOICES = 3;

/** All that the ways of publishing have in common. */
interface Publishing {
  readonly octokit: Octokit;
  readonly place: ProposalPlace;
  readonly inputs: Inputs;
  readonly edges: PublishEdges;
  readonly progress: Progress;
  readonly planning: PlanningOptions;
}

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
    const planning: PlanningOptions = {
      outcomes,
      staging,
      selects,
      maxRemoved: inputs['max-removed'],
      refusal: nothingRead(outcomes),
      headline: inputs['commit-message'],
      startedAt: now(),
      changeLog: inputs.changelog,
      redact: (text) => secrets.redact(text),
      onPlan: (planned) => {
        progress.planned = planned;
      },
    };
    const publishing = { octokit, place, inputs, edges, progress, planning };
    const way = inputs['dry-run'] ? 'commit' : inputs.mode;
    const result = await WAYS[way](publishing).finally(() => {
      for (const line of planLines(progress.planned?.prepared.rows ?? [])) log.line(line);
    });
    const { planned } = progress;
    const waits =
      inputs.mode === 'pull-request' || (inputs.mode === 'auto' && planned !== null && mayBreak(planned));
    const dryRun =
      inputs['dry-run'] && planned !== null
        ? dryRunLines(planned, place, waits ? place.pullRequestBranch : null)
        : [];
    for (const line of dryRun) log.line(line);
    return result;
  });
}

const WAYS: Readonly<Record<Inputs['mode'], (publishing: Publishing) => Promise<Result>>> = {
  commit: async (publishing) => {
    const { progress } = publishing;
    const committed = await commit(publishing, () => true);
    if (committed !== null) return resultOf(progress, 'committed', { commit: committed });
    return resultOf(progress, progress.planned?.prepared.changed ? 'dry-run' : 'unchanged');
  },
  'pull-request': async (publishing) => proposed(publishing, await propose(publishing, {})),
  auto: async (publishing) => {
    const { progress } = publishing;
    for (let choice = 1; choice <= CHOICES; choice++) {
      const proposal = await propose(publishing, { mayPropose: mayBreak });
      if (proposal.outcome !== 'not-wanted') return proposed(publishing, proposal);
      const committed = await commit(publishing, (planned) => !mayBreak(planned));
      if (committed !== null) {
        progress.pullRequest = await lookAfterProposal(publishing);
        return resultOf(progress, 'committed', { commit: committed });
      }
    }
    return proposed(publishing, await propose(publishing, {}));
  },
};

/** Commits to the branch itself; null when there is nothing to commit, or it may not be committed. */
async function commit(
  { octokit, place, inputs, edges, progress, planning }: Publishing,
  mayCommit: (planned: Planned) => boolean,
) {
  const committed = await commitSnapshot(octokit, place, {
    ...planning,
    mayCommit,
    dryRun: inputs['dry-run'],
    createBranch: inputs.branch !== '',
    log: (line) => edges.log.line(line),
  }).catch((error: unknown) => {
    throw explained(error, place.branch, { place, inputs, edges, progress });
  });
  return committed.outcome === 'committed' ? committed : null;
}

async function propose(
  { octokit, place, inputs, edges, progress, planning }: Publishing,
  more: { readonly mayPropose?: (planned: Planned) => boolean; readonly onPlan?: PlanningOptions['onPlan'] },
): Promise<Proposal> {
  let made: MadeCommit | null = null;
  return proposeSnapshot(octokit, place, {
    ...planning,
    onCommit: (commit) => {
      made = commit;
    },
    title: inputs['pull-request-title'],
    labels: inputs.labels,
    reviewers: inputs.reviewers,
    teamReviewers: inputs['team-reviewers'],
    draft: inputs.draft,
    log: (line) => edges.log.line(line),
    ...more,
  }).catch((error: unknown) => {
    throw explained(error, place.pullRequestBranch, { place, inputs, edges, progress }, made);
  });
}

/** The result of a run whose change waits in a pull request, or that found nothing to propose. */
function proposed({ place, edges, progress }: Publishing, proposal: Proposal): Result {
  progress.pullRequest = pullRequestResult(proposal, place);
  for (const { oid, subject, author } of proposal.people) {
    edges.log.line(`kept        ${oid.slice(0, 7)} ${subject}, by ${author}, on ${place.pullRequestBranch}`);
  }
  const end = proposal.commit === null ? {} : { commit: proposal.commit };
  switch (proposal.outcome) {
    case 'created':
    case 'updated':
    case 'unchanged':
      return resultOf(progress, 'proposed', end);
    case 'declined':
      return resultOf(progress, 'declined', end);
    default:
      return resultOf(progress, 'unchanged', end);
  }
}

/** After a commit: a pull request that has nothing left to propose is closed. What fails is a warning: the commit stands. */
async function lookAfterProposal(publishing: Publishing): Promise<Result['pullRequest']> {
  const { place, progress } = publishing;
  try {
    return pullRequestResult(await propose(publishing, { onPlan: () => {} }), place);
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

function explained(
  error: unknown,
  writes: string,
  { place, inputs, edges, progress }: Pick<Publishing, 'place' | 'inputs' | 'edges' | 'progress'>,
  made: MadeCommit | null = null,
): unknown {
  if (error instanceof SnapshotError) return error;
  return explainRefusal(error, {
    prepared: progress.planned?.prepared ?? null,
    mode: inputs.mode,
    branch: place.branch,
    writes,
    made,
    directory: place.directory,
    links: linksOf(place, place.serverUrl, edges.env),
  });
}

function toItself(branch: string): InputError {
  return new InputError(`The pull request would be from ${branch} to itself.`, {
    hint: 'Name another branch with pull-request-branch; it is made as needed.',
  });
}
