import { type PreparedSnapshot, prepareSnapshot, type ReducedOutcomes, type Staging } from '@xano-specs/core';
import { type CommitResult, commitToBranch, type Octokit, type RepositoryName } from '@xano-specs/github';
import { baseAt } from './branch-base.ts';
import { type DescribeChanges, type DescribedDocument, describeDocuments } from './changes.ts';
import { type CommitMessage, commitMessage } from './commit-message.ts';
import { joinPath } from './result.ts';

/** Where the snapshot is kept. */
export interface Place extends RepositoryName {
  readonly branch: string;
  /** From the root of the repository; '' for the root itself. */
  readonly directory: string;
}

/** A plan with what a report on it needs. */
export interface Planned {
  readonly prepared: PreparedSnapshot;
  /** What changed in the documents; empty before they are compared. */
  readonly documents: readonly DescribedDocument[];
  /** The message of the commit; null when there is to be none. */
  readonly message: CommitMessage | null;
}

/** How a commit is made. */
export interface CommitOptions {
  readonly outcomes: ReducedOutcomes;
  readonly staging: Staging;
  readonly maxRemoved: number;
  readonly selects: (group: PreparedSnapshot['rows'][number]['group']) => boolean;
  /** Why nothing may be committed, whatever the plan says, or null. */
  readonly refusal: Error | null;
  /** Plans and commits nothing. */
  readonly dryRun: boolean;
  /** Whether a branch that is missing is made. */
  readonly createBranch: boolean;
  /** The first line of the commit; '' for one that says what changed. */
  readonly headline: string;
  readonly describe?: DescribeChanges | undefined;
  /** Takes the secrets out of a text. */
  readonly redact: (text: string) => string;
  readonly log: (line: string) => void;
  /** Told of each plan, one for each head that the branch turns out to have. */
  readonly onPlan: (plan: Planned) => void;
}

/**
 * Plans the snapshot for the head of the branch and commits it there. When the branch moves
 * meanwhile, the same outcomes are planned for its new head.
 * @throws SnapshotError TOO_MANY_REMOVALS or ANOTHER_ACCOUNT when the plan must not be carried out,
 *   and when the branch holds what can't be planned for
 * @throws GitHubError when the branch can't be read or written
 */
export async function commitSnapshot(
  octokit: Octokit,
  place: Place,
  options: CommitOptions,
): Promise<CommitResult> {
  const { owner, repo, branch, directory } = place;
  return commitToBranch(octokit, {
    owner,
    repo,
    branch,
    log: options.log,
    ...(options.createBranch ? { createFrom: 'HEAD' } : {}),
    plan: async ({ oid }) => {
      const base = await baseAt(octokit, place, oid);
      const { outcomes, staging, maxRemoved, selects } = options;
      const prepared = await prepareSnapshot(base, outcomes, staging, { maxRemoved, selects });
      options.onPlan({ prepared, documents: [], message: null });
      const refusal = options.refusal ?? prepared.plan.refusal;
      if (refusal !== null) throw refusal;
      if (!prepared.changed) return null;
      const documents = await describeDocuments(prepared.documents, options.describe);
      const message = commitMessage(prepared.rows, documents, options.headline);
      options.onPlan({ prepared, documents, message });
      if (options.dryRun) return null;
      return {
        message: options.redact(`${message.headline}\n\n${message.body}`.trimEnd()),
        additions: prepared.additions.map(({ path, read }) => ({ path: joinPath(directory, path), read })),
        deletions: prepared.deletions.map((path) => joinPath(directory, path)),
      };
    },
  });
}
