/** What can go wrong with GitHub, each with a code that is stable and documented. */
export type GitHubErrorCode =
  | 'BAD_CREDENTIALS'
  | 'BRANCH_IN_USE'
  | 'BRANCH_KEEPS_MOVING'
  | 'BRANCH_MISSING'
  | 'BRANCH_NAME_TAKEN'
  | 'BRANCH_PROTECTED'
  | 'COMMENT_TOO_LONG'
  | 'EMPTY_REPOSITORY'
  | 'EVENT_UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'FOREIGN_ORIGIN'
  | 'GITHUB_UNAVAILABLE'
  | 'GITHUB_UNREACHABLE'
  | 'INVALID_CHANGE'
  | 'INVALID_ENVIRONMENT'
  | 'MISSING_PERMISSION'
  | 'NOT_FOUND'
  | 'PAYLOAD_TOO_LARGE'
  | 'PULL_REQUESTS_NOT_PERMITTED'
  | 'RATE_LIMITED'
  | 'REFUSED'
  | 'REPOSITORY_ARCHIVED'
  | 'REVIEWER_UNKNOWN'
  | 'SSO_REQUIRED'
  | 'STALE_HEAD'
  | 'UNEXPECTED';

/** An error that a person may see: what happened and where, and in `hint` what to do next. Holds no secret. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly code: GitHubErrorCode;
  readonly hint: string;
  /** Whether what was asked for may have been done all the same: the answer was lost, and nobody could look since. */
  readonly inDoubt: boolean;

  constructor(
    code: GitHubErrorCode,
    message: string,
    options: { hint: string; cause?: unknown; inDoubt?: boolean },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.inDoubt = options.inDoubt ?? false;
  }
}
