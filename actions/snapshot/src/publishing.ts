import { type Secrets, SnapshotError } from '@xano-specs/core';
import type { Octokit, RunnerLog } from '@xano-specs/github';
import { commitSnapshot, type Planned, type PlanningOptions } from './commit.ts';
import { explainRefusal } from './explain.ts';
import type { Inputs } from './inputs.ts';
import { linksOf } from './links.ts';
import type { Progress } from './outcome.ts';
import { planLines } from './progress.ts';
import type { Proposal, ProposalPlace } from './pull-request/proposal.ts';
import { proposeSnapshot } from './pull-request/propose.ts';
import { stands } from './pull-request/stands.ts';

/** What publishing needs of the world. */
export interface PublishEdges {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
  readonly log: RunnerLog;
  readonly now: () => Date;
}

/** All that the ways of publishing have in common. */
export interface Publishing {
  readonly octokit: Octokit;
  readonly place: ProposalPlace;
  readonly inputs: Inputs;
  readonly edges: PublishEdges;
  readonly progress: Progress;
  readonly planning: PlanningOptions;
}

/** Commits to the branch itself. Gives whether there was something to commit that may be committed. */
export async function commit(
  { octokit, place, inputs, edges, progress, planning }: Publishing,
  mayCommit: (planned: Planned) => boolean,
): Promise<boolean> {
  const committed = await commitSnapshot(octokit, place, {
    ...planning,
    mayCommit,
    createBranch: inputs.branch !== '',
    log: (line) => edges.log.line(line),
  }).catch((error: unknown) => {
    throw explained(error, place.branch, { place, inputs, edges, progress });
  });
  if (committed.outcome !== 'committed') return false;
  const { oid, url } = committed;
  progress.made = { oid, url, headline: progress.planned?.message?.headline ?? '' };
  return true;
}

/** Proposes the snapshot in a pull request, as the inputs say. */
export async function propose(
  { octokit, place, inputs, edges, progress, planning }: Publishing,
  mayPropose: (planned: Planned) => boolean,
): Promise<Proposal> {
  return proposeSnapshot(octokit, place, {
    ...planning,
    mayPropose,
    onProposal: (proposed) => {
      progress.proposed = proposed;
    },
    onCommit: (commit) => {
      progress.made = commit;
    },
    title: inputs['pull-request-title'],
    labels: inputs.labels,
    reviewers: inputs.reviewers,
    teamReviewers: inputs['team-reviewers'],
    draft: inputs.draft,
    log: (line) => edges.log.line(line),
    warn: (warning) => {
      const isTold = progress.warnings.some(({ message }) => message === warning.message);
      if (!isTold) progress.warnings.push(warning);
    },
  }).catch(async (error: unknown) => {
    const { made } = progress;
    if (made !== null && !(await stands(octokit, place, made))) progress.made = null;
    throw explained(error, place.pullRequestBranch, { place, inputs, edges, progress });
  });
}

/** Says in the log what the last plan does with each API group. */
export function tellPlan({ edges, progress }: Publishing): void {
  for (const line of planLines(progress.planned?.prepared.rows ?? [])) edges.log.line(line);
}

/** An error of GitHub with what it means for the run; any other as it is. */
export function explained(
  error: unknown,
  writes: string,
  { place, inputs, edges, progress }: Pick<Publishing, 'place' | 'inputs' | 'edges' | 'progress'>,
): unknown {
  if (error instanceof SnapshotError) return error;
  return explainRefusal(error, {
    prepared: progress.planned?.prepared ?? null,
    made: writes === place.branch ? null : progress.made,
    mode: inputs.mode,
    branch: place.branch,
    writes,
    directory: place.directory,
    links: linksOf(place, place.serverUrl, edges.env),
  });
}
