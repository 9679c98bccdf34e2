import type { RepositoryName } from '../client/environment.ts';

/** A branch of a repository at a commit. */
export interface EventSide {
  /** The branch without `refs/heads/`. */
  readonly ref: string;
  readonly oid: string;
  /** Null when a fork was deleted. */
  readonly repository: RepositoryName | null;
}

/** pull_request, or pull_request_target, which runs with the base's rights on the head's data. */
export interface PullRequestEvent {
  readonly name: 'pull_request' | 'pull_request_target';
  readonly action: string;
  readonly repository: RepositoryName;
  readonly number: number;
  readonly draft: boolean;
  /** Null for an account that was deleted. */
  readonly author: string | null;
  /** As they were when the event happened; whoever needs them live asks the API. */
  readonly labels: readonly string[];
  readonly base: EventSide;
  readonly head: EventSide;
  /** The head is in another repository, so the token of `pull_request` only reads. */
  readonly fromFork: boolean;
}

/** A merge queue asks for its checks. */
export interface MergeGroupEvent {
  readonly name: 'merge_group';
  readonly action: string;
  readonly repository: RepositoryName;
  readonly base: EventSide;
  readonly head: EventSide;
}

/** Another workflow was requested or has ended. */
export interface WorkflowRunEvent {
  readonly name: 'workflow_run';
  readonly action: string;
  readonly repository: RepositoryName;
  readonly run: {
    readonly id: number;
    readonly event: string;
    readonly conclusion: string | null;
    readonly headOid: string;
    readonly headBranch: string | null;
    readonly headRepository: RepositoryName | null;
    /** Empty for a pull request from a fork. */
    readonly pullRequests: readonly number[];
  };
}

/** Someone started the workflow by hand. */
export interface WorkflowDispatchEvent {
  readonly name: 'workflow_dispatch';
  readonly repository: RepositoryName;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The clock started the workflow. */
export interface ScheduleEvent {
  readonly name: 'schedule';
  readonly repository: RepositoryName;
  readonly schedule: string;
}

/** A branch or tag moved, came or went. */
export interface PushEvent {
  readonly name: 'push';
  readonly repository: RepositoryName;
  /** With `refs/heads/` or `refs/tags/`. */
  readonly ref: string;
  /** Null for a new branch. */
  readonly before: string | null;
  /** Null for a deleted branch. */
  readonly after: string | null;
  readonly forced: boolean;
}

/** Any other event, of which only the name is read. */
export interface OtherEvent {
  readonly name: 'other';
  readonly event: string;
  readonly repository: RepositoryName;
}

/** The event that started a workflow. */
export type GitHubEvent =
  | PullRequestEvent
  | MergeGroupEvent
  | WorkflowRunEvent
  | WorkflowDispatchEvent
  | ScheduleEvent
  | PushEvent
  | OtherEvent;
