import type { BranchCommit, RepositoryName } from '@xano-specs/github';
import type { Planned, PlanningOptions } from '../commit.ts';
import type { Warning } from '../result.ts';
import type { Proposed } from './what-waits.ts';

/** Where a snapshot is proposed. */
export interface ProposalPlace extends RepositoryName {
  /** The branch that it is for. */
  readonly branch: string;
  /** The branch that holds what is proposed. */
  readonly pullRequestBranch: string;
  /** From the root of the repository; '' for the root itself. */
  readonly directory: string;
  /** Where people open GitHub. */
  readonly serverUrl: string;
}

/** How a snapshot is proposed. */
export interface ProposalOptions extends PlanningOptions {
  /** The title; '' for the first line of the commit. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly draft: boolean;
  /** Says whether what is planned is to be proposed; always unless given. What waits already is looked after. */
  readonly mayPropose?: (planned: Planned) => boolean;
  readonly log: (line: string) => void;
  /** Told of what a person should know, though all went well. */
  readonly warn: (warning: Warning) => void;
  /** Told of what is to be proposed. */
  readonly onProposal?: (proposed: Proposed) => void;
  /** Takes the commit on the pull request's branch as soon as it stands, whatever comes after it. */
  readonly onCommit?: (commit: MadeCommit) => void;
}

/** A commit that was made. */
export interface MadeCommit {
  readonly oid: string;
  readonly url: string;
  /** The first line of its message. */
  readonly headline: string;
}

/** What became of the pull request. */
export type ProposalOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  /** There is nothing left to propose, and the branch is gone. */
  | 'closed'
  /** There is nothing left to propose, but people committed to the branch, or another pull request is of it. */
  | 'left-open'
  /** Somebody closed a pull request with the same content. */
  | 'declined'
  /** There is nothing to propose, and no pull request. */
  | 'none'
  /** What is planned is not to be proposed. */
  | 'not-wanted';

/** What came of proposing a snapshot. */
export interface Proposal {
  readonly outcome: ProposalOutcome;
  readonly number: number | null;
  readonly url: string | null;
  /** The commit that was made on the branch of the pull request. */
  readonly commit: MadeCommit | null;
  /** Commits of people that are on the branch, and stay there. */
  readonly people: readonly BranchCommit[];
  /** Files for which the branch could not be brought up to date. */
  readonly conflicts: readonly string[];
  readonly warnings: readonly string[];
}

/** Whose block in a body, and whose comments, the action's are: each folder has its own. */
export function proposalKey({ directory }: ProposalPlace): string {
  return `snapshot:${directory}`;
}
