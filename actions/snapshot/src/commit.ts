import {
  type CompanionFile,
  changeLogSection,
  changeLogWriter,
  type PreparedSnapshot,
  prepareSnapshot,
  type ReducedOutcomes,
  type SnapshotBase,
  type Staging,
  sectionHash,
} from '@xano-specs/core';
import { type CommitResult, commitToBranch, type Octokit, type RepositoryName } from '@xano-specs/github';
import { type Compare, type Comparison, documentComparer, inline } from '@xano-specs/openapi-diff';
import { type BasePlace, baseAt } from './branch-base.ts';
import { type CommitMessage, commitMessage } from './change-log/commit-message.ts';
import { type DescribedDocument, describeDocuments } from './change-log/description.ts';
import { joinPath } from './result.ts';

/** Where the snapshot is kept. */
export interface Place extends RepositoryName {
  readonly branch: string;
  /** From the root of the repository; '' for the root itself. */
  readonly directory: string;
}

/** A plan with what a report on it needs. */
export interface Planned {
  /** The snapshot that was planned for. */
  readonly base: SnapshotBase;
  readonly prepared: PreparedSnapshot;
  /**
   * The files beside the manifest, for a place where these may hold something else: what people
   * wrote there, and sections of earlier runs, which this one's takes the place of.
   */
  readonly companionsAt: (
    read: SnapshotBase['read'],
    replaces: ReadonlySet<string>,
  ) => Promise<readonly CompanionFile[]>;
  /** The hash of the section that the change log gets; null when it gets none. */
  readonly section: string | null;
  /** What changed in the documents; empty before they are compared. */
  readonly documents: readonly DescribedDocument[];
  /** What came of comparing them, by key. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /** The message of the commit; null when there is to be none. */
  readonly message: CommitMessage | null;
}

/** How a snapshot is planned. */
export interface PlanningOptions {
  readonly outcomes: ReducedOutcomes;
  readonly staging: Staging;
  readonly maxRemoved: number;
  readonly selects: (group: PreparedSnapshot['rows'][number]['group']) => boolean;
  /** Keys of groups that are to go though this run has seen nothing of them; none unless given. */
  readonly removed?: ReadonlySet<string>;
  /** Why nothing may be committed, whatever the plan says, or null. */
  readonly refusal: Error | null;
  /** The first line of the commit; '' for one that says what changed. */
  readonly headline: string;
  /** How documents are compared. */
  readonly compare: Compare;
  /** When the run began: the date in the change log. */
  readonly startedAt: Date;
  /** Whether a change log is kept beside the manifest. */
  readonly changeLog: boolean;
  /** Takes the secrets out of a text. */
  readonly redact: (text: string) => string;
  /** Told of each plan, one for each head that the branch turns out to have. */
  readonly onPlan: (plan: Planned) => void;
  /** Waits before another attempt; as long as it is told unless given. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** How a commit is made. */
export interface CommitOptions extends PlanningOptions {
  /** Whether a branch that is missing is made. */
  readonly createBranch: boolean;
  /** Whether what is planned may be committed; always unless given. */
  readonly mayCommit?: (planned: Planned) => boolean;
  readonly log: (line: string) => void;
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
  const { mayCommit = () => true } = options;
  return commitToBranch(octokit, {
    owner,
    repo,
    branch,
    log: options.log,
    ...(options.sleep === undefined ? {} : { sleep: options.sleep }),
    ...(options.createBranch ? { createFrom: 'HEAD' } : {}),
    plan: async ({ oid }) => {
      const planned = await planAt(octokit, place, oid, options);
      const { prepared } = planned;
      if (!prepared.changed || !mayCommit(planned)) return null;
      return {
        message: messageOf(planned, options.redact),
        additions: prepared.additions.map(({ path, read }) => ({ path: joinPath(directory, path), read })),
        deletions: prepared.deletions.map((path) => joinPath(directory, path)),
      };
    },
  });
}

/**
 * Plans the snapshot for a commit.
 * @throws SnapshotError when the plan must not be carried out, or the commit can't be planned for
 */
export async function planAt(
  octokit: Octokit,
  place: BasePlace,
  oid: string,
  options: PlanningOptions,
): Promise<Planned> {
  return planOn(await baseAt(octokit, place, oid), options);
}

/**
 * Plans the snapshot on top of another one.
 * @throws SnapshotError when the plan must not be carried out, or can't be made
 */
export async function planOn(base: SnapshotBase, options: PlanningOptions): Promise<Planned> {
  const { outcomes, staging, maxRemoved, selects, removed, compare, startedAt, redact } = options;
  const { judge, comparisons, changesOf } = documentComparer(compare);
  const asMarkdown = (text: string) => inline(redact(text));
  const log = { at: startedAt, changesOf, asMarkdown };
  const prepared = await prepareSnapshot(base, outcomes, staging, {
    maxRemoved,
    selects,
    ...(removed === undefined ? {} : { removed }),
    ...(options.refusal === null ? { judge } : {}),
    ...(options.changeLog ? { writeCompanions: changeLogWriter(log) } : {}),
  });
  const isLogged = prepared.companions.length > 0;
  const companionsAt: Planned['companionsAt'] = async (read, replaces) =>
    isLogged ? changeLogWriter({ ...log, replaces })(prepared.documents, read) : [];
  const section = isLogged ? sectionHash(changeLogSection(prepared.documents, log)) : null;
  const unsaid = { base, prepared, companionsAt, section, documents: [], comparisons, message: null };
  options.onPlan(unsaid);
  const refusal = options.refusal ?? prepared.plan.refusal;
  if (refusal !== null) throw refusal;
  if (!prepared.changed) return unsaid;
  const documents = describeDocuments(prepared.documents, comparisons, redact);
  const message = commitMessage(prepared.rows, documents, options.headline);
  const planned: Planned = { ...unsaid, documents, message };
  options.onPlan(planned);
  return planned;
}

/** The whole message of the commit that a plan asks for. */
export function messageOf({ message }: Planned, redact: (text: string) => string): string {
  return redact(`${message?.headline ?? ''}\n\n${message?.body ?? ''}`.trimEnd());
}
