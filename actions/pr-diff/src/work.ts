import type { Secrets } from '@xano-specs/core';
import type { GitHubEvent, Octokit, RepositoryName, RunnerLog } from '@xano-specs/github';
import type { Report } from '@xano-specs/openapi-diff';
import type { Excerpts } from '@xano-specs/report';
import type { Note } from './comment/context.ts';
import type { Inputs } from './inputs.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a run works with, once its inputs are read. */
export interface Work {
  readonly env: Environment;
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly repository: RepositoryName;
  readonly octokit: Octokit;
  readonly secrets: Secrets;
  readonly log: RunnerLog;
  readonly now: () => Date;
}

/** What a comparison came to, before anybody is told. */
export interface Found {
  readonly report: Report;
  /** What the report's page shows of the documents. */
  readonly excerpts: Excerpts;
  readonly notes: readonly Note[];
  readonly names: ReadonlyMap<string, string>;
  readonly documentWord: string;
  /** Whether a document of the new side can't be read: nothing is known of what it breaks. */
  readonly isUnreadable: boolean;
  readonly base: string;
  /** The commit of the new side; null for Xano as it is now. */
  readonly head: string | null;
  /** The commit that a mark is set on. */
  readonly marked: string;
  readonly pullRequest: number | null;
  /** The pull request whose label counts. */
  readonly labelsOf: number | null;
  /** The head that the pull request must still have when the comment is written; null for any. */
  readonly onlyFor: string | null;
}

/** What came of a run that met no error. */
export type Ended =
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'nothing'; readonly why: string };
