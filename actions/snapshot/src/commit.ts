import {
  MANIFEST_FILE,
  type PreparedSnapshot,
  prepareSnapshot,
  type ReducedOutcomes,
  remoteBase,
  type SnapshotBase,
  type Staging,
} from '@xano-specs/core';
import {
  type CommitResult,
  commitToBranch,
  type Octokit,
  type RepositoryName,
  readBlob,
  readTreeAt,
} from '@xano-specs/github';
import { type Comparison, documentComparer } from '@xano-specs/openapi-diff';
import { type CommitMessage, commitMessage } from './change-log/commit-message.ts';
import { type DescribedDocument, describeDocuments } from './change-log/description.ts';
import { changeLogOf } from './change-log/write.ts';
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
  /** What came of comparing them, by key. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
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
  /** When the run began: what sunset dates are held against, and the date in the change log. */
  readonly startedAt: Date;
  /** Whether a change log is kept beside the manifest. */
  readonly changeLog: boolean;
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
      const { outcomes, staging, maxRemoved, selects, startedAt, redact } = options;
      const { judge, comparisons } = documentComparer(startedAt);
      const prepared = await prepareSnapshot(base, outcomes, staging, {
        maxRemoved,
        selects,
        ...(options.refusal === null ? { judge } : {}),
        ...(options.changeLog ? { writeCompanions: changeLogOf(comparisons, startedAt, redact) } : {}),
      });
      options.onPlan({ prepared, documents: [], comparisons, message: null });
      const refusal = options.refusal ?? prepared.plan.refusal;
      if (refusal !== null) throw refusal;
      if (!prepared.changed) return null;
      const documents = describeDocuments(prepared.documents, comparisons);
      const message = commitMessage(prepared.rows, documents, options.headline);
      options.onPlan({ prepared, documents, comparisons, message });
      if (options.dryRun) return null;
      return {
        message: redact(`${message.headline}\n\n${message.body}`.trimEnd()),
        additions: prepared.additions.map(({ path, read }) => ({ path: joinPath(directory, path), read })),
        deletions: prepared.deletions.map((path) => joinPath(directory, path)),
      };
    },
  });
}

/** The snapshot as a commit holds it. */
async function baseAt(octokit: Octokit, place: Place, oid: string): Promise<SnapshotBase> {
  const { owner, repo, directory } = place;
  const prefix = joinPath(directory, '');
  const { files } = await readTreeAt(octokit, { owner, repo, ref: oid, path: directory });
  const blobs = new Map([...files].map(([path, { oid }]) => [path.slice(prefix.length), oid]));
  const read = async (path: string): Promise<string | null> => {
    const blob = blobs.get(path);
    if (blob === undefined) return null;
    return Buffer.from(await readBlob(octokit, { owner, repo, oid: blob })).toString('utf8');
  };
  return remoteBase({ manifestText: await read(MANIFEST_FILE), blobs, read });
}
