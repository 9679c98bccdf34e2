import type { RepositoryName } from '../client/environment.ts';

/** A pull request to keep in step with a branch. */
export interface PullRequestRequest extends RepositoryName {
  /** The branch that holds the change, in the same repository, and the one that it is for. */
  readonly head: string;
  readonly base: string;
  /** Whose block in the body this is. */
  readonly key: string;
  readonly title: string;
  /** Writes the block in no more characters than `room`, which what people wrote leaves of it. */
  readonly body: (room: number) => string;
  readonly labels?: readonly string[];
  /** Asked when the pull request is made, and not again. A team is named `org/team` or `team`. */
  readonly reviewers?: readonly string[];
  readonly teamReviewers?: readonly string[];
  readonly draft?: boolean;
  /** Where people open GitHub, for the link that finishes the job by hand. */
  readonly serverUrl: string;
}

/** What became of it. */
export interface PullRequestResult {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly number: number;
  readonly url: string;
  /** What could not be done beside it, e.g. a reviewer that doesn't exist; each says why. */
  readonly warnings: readonly string[];
}
