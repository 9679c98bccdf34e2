/** A comment on an issue or pull request. */
export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

/** Where a branch lives: in the repository itself, or in somebody's fork. */
export interface BranchPlace {
  readonly owner: string;
  readonly branch: string;
}

/** A pull request. Its commits are read from git when asked for. */
export interface Pull {
  readonly number: number;
  readonly head: BranchPlace;
  readonly author: string;
  readonly createdAt: string;
  readonly reviewers: Set<string>;
  readonly teamReviewers: Set<string>;
  base: string;
  title: string;
  body: string | null;
  draft: boolean;
  state: 'open' | 'closed';
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  /** The commit that brought it to its base; null unless it is merged. */
  mergeCommit: string | null;
  /** The head when the branch was last seen, so a pull request outlives its branch. */
  headSha: string;
  baseSha: string;
}

/** Something that happened to an issue. */
export interface IssueEvent {
  readonly id: number;
  readonly issue: number;
  readonly event: 'labeled' | 'unlabeled' | 'closed' | 'reopened';
  readonly actor: string;
  readonly label: string | null;
  readonly createdAt: string;
}

/** A label of the repository. */
export interface Label {
  readonly id: number;
  readonly name: string;
}

/** A check run with what its caller sent. */
export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  readonly fields: Record<string, unknown>;
  readonly annotations: Record<string, unknown>[];
}

/** A commit status. */
export interface Status {
  readonly id: number;
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly createdAt: string;
}

/** What GitHub keeps beside git. */
export interface State {
  readonly comments: Comment[];
  readonly pulls: Pull[];
  /** Numbers of plain issues. */
  readonly issues: Set<number>;
  readonly events: IssueEvent[];
  readonly labels: Label[];
  readonly issueLabels: Map<number, Set<string>>;
  readonly checkRuns: CheckRun[];
  readonly statuses: Status[];
  /** Commits that GitHub signed. */
  readonly verified: Set<string>;
  nextId: number;
  nextNumber: number;
}

/** A repository in which nothing has happened. */
export function emptyState(): State {
  return {
    comments: [],
    pulls: [],
    issues: new Set(),
    events: [],
    labels: [],
    issueLabels: new Map(),
    checkRuns: [],
    statuses: [],
    verified: new Set(),
    nextId: 1_000,
    nextNumber: 1,
  };
}
