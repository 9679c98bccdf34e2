import { setTimeout as delay } from 'node:timers/promises';
import type { Octokit } from '../client/octokit.ts';
import { commitAt } from '../contents/commit-at.ts';
import { gitHubError } from '../errors/explain.ts';
import { errorFacts } from '../errors/facts.ts';
import { GitHubError, type GitHubErrorCode } from '../errors/github-error.ts';
import { MUTATION_FILES_LIMIT, TREE_CHUNK_BYTES } from '../limits.ts';
import { type Attempt, commitOnce } from './attempt.ts';
import { type CommitPlan, checkPlan } from './changes.ts';
import { recogniseCommit } from './recognise.ts';
import { createBranch, type MadeCommit, readHead, type Target } from './target.ts';

/** The commit that a branch stands at. */
export interface BranchHead {
  readonly oid: string;
  /** False when the branch is still to be made and this is where it will start. */
  readonly exists: boolean;
}

/** What to commit where. */
export interface CommitRequest {
  readonly owner: string;
  readonly repo: string;
  /** Without `refs/heads/`. */
  readonly branch: string;
  /**
   * Says what to commit on this head; null for nothing. Asked anew for each head that the branch
   * turns out to have, so it must look at that head and nothing else.
   */
  readonly plan: (head: BranchHead) => Promise<CommitPlan | null>;
  /** The branch, tag or commit where a missing branch starts; without it, a missing branch is an error. */
  readonly createFrom?: string;
  /** Times to try, the first one included; 8 unless given. */
  readonly attempts?: number;
  /** Bytes of files that go into one request before the commit is made of trees; MUTATION_FILES_LIMIT unless given. */
  readonly requestLimit?: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly random?: () => number;
  readonly log?: (line: string) => void;
}

/** What came of it. */
export type CommitResult =
  | (MadeCommit & {
      readonly outcome: 'committed';
      readonly parent: string;
      /** How many times it was tried, the last one included. */
      readonly attempts: number;
      /** GitHub's answer was lost, and the commit found on the branch. */
      readonly recovered: boolean;
    })
  | { readonly outcome: 'unchanged'; readonly head: string };

/** Longest wait before the second attempt; each further one may wait twice as long, up to the last. */
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 15_000;

/** Failures after which the commit may or may not have been made. */
const IN_DOUBT: readonly GitHubErrorCode[] = ['GITHUB_UNAVAILABLE', 'GITHUB_UNREACHABLE'];

/** Failures that mean another head; a branch that someone deleted is not found. */
const MOVED: readonly GitHubErrorCode[] = ['STALE_HEAD', 'NOT_FOUND'];

/** Failures after which another attempt may make the commit. */
const TRIED_AGAIN: readonly GitHubErrorCode[] = [...IN_DOUBT, ...MOVED, 'PAYLOAD_TOO_LARGE'];

/**
 * Commits to a branch through the API. When the branch moved meanwhile, its new head is planned
 * for and tried again, so nobody's commit is lost; when an answer is lost, the branch is looked
 * at first, so nothing is committed twice.
 * @throws GitHubError BRANCH_PROTECTED, MISSING_PERMISSION, BRANCH_MISSING, EMPTY_REPOSITORY,
 *   REPOSITORY_ARCHIVED, BRANCH_NAME_TAKEN, BRANCH_KEEPS_MOVING when every attempt met a new head, INVALID_CHANGE,
 *   GITHUB_UNAVAILABLE or GITHUB_UNREACHABLE when GitHub does not come back in time; and whatever
 *   `plan` throws, as it is. It is in doubt when the commit may have been made all the same.
 */
export async function commitToBranch(octokit: Octokit, request: CommitRequest): Promise<CommitResult> {
  const doubtful: Attempt[] = [];
  try {
    return await commitWith(octokit, request, doubtful);
  } catch (error) {
    if (!(error instanceof GitHubError) || doubtful.length === 0) throw error;
    const { code, message, hint } = error;
    throw new GitHubError(code, message, { hint, cause: error, inDoubt: true });
  }
}

/** @param doubtful takes the attempts that may have made their commit, though no answer said so */
async function commitWith(
  octokit: Octokit,
  request: CommitRequest,
  doubtful: Attempt[],
): Promise<CommitResult> {
  const { attempts = 8, log = () => {} } = request;
  const target: Target = { octokit, owner: request.owner, repo: request.repo, branch: request.branch };
  let limit = request.requestLimit ?? MUTATION_FILES_LIMIT;
  let last: GitHubError | null = null;
  for (let number = 1; number <= attempts; number++) {
    if (number > 1) await backOff(request, number);
    const head = await headOf(target, request.createFrom);
    const found = await firstRecognised(target, head.oid, doubtful);
    if (found !== null) return { outcome: 'committed', ...found, attempts: number, recovered: true };
    const plan = await request.plan(head);
    if (plan === null || isEmpty(plan)) {
      return { outcome: 'unchanged', head: head.oid };
    }
    checkPlan(plan);
    const attempt: Attempt = {
      head: head.oid,
      message: plan.message,
      merged: plan.merge?.oid ?? null,
      blobs: new Map(),
    };
    try {
      if (!head.exists && !(await createBranch(target, head.oid))) continue;
      const made = await commitOnce(target, plan, attempt, limit);
      return { outcome: 'committed', ...made, parent: head.oid, attempts: number, recovered: false };
    } catch (error) {
      last = await retriable(target, head.oid, error);
      // Before every file was read, no commit can have been made.
      const whole = attempt.blobs.size === plan.additions.length + plan.deletions.length;
      if (IN_DOUBT.includes(last.code) && whole) doubtful.push(attempt);
      // What was too big for GitHub, by its words or by a time-out, goes in smaller parts next time.
      if (!MOVED.includes(last.code)) limit = Math.min(limit, TREE_CHUNK_BYTES);
      log(`Attempt ${number} of ${attempts} to commit to ${target.branch}: ${last.message}`);
    }
  }
  if (doubtful.length > 0) {
    const { oid } = await headOf(target, request.createFrom);
    const found = await firstRecognised(target, oid, doubtful);
    if (found !== null) return { outcome: 'committed', ...found, attempts, recovered: true };
    // The branch was read after the last attempt, and holds none of them.
    doubtful.splice(0);
  }
  throw last !== null && last.code !== 'STALE_HEAD' ? last : keepsMoving(target, attempts, last);
}

function isEmpty({ additions, deletions, merge }: CommitPlan): boolean {
  return merge === undefined && additions.length + deletions.length === 0;
}

async function headOf(target: Target, createFrom: string | undefined): Promise<BranchHead> {
  const oid = await readHead(target);
  if (oid !== null) return { oid, exists: true };
  const { octokit, owner, repo, branch } = target;
  if (createFrom === undefined) {
    throw new GitHubError('BRANCH_MISSING', `${owner}/${repo} has no branch ${branch}.`, {
      hint: 'Check the name given as `branch`, or create the branch first.',
    });
  }
  return { oid: await commitAt(octokit, { owner, repo, ref: createFrom }), exists: false };
}

async function firstRecognised(target: Target, head: string, doubtful: readonly Attempt[]) {
  for (const attempt of doubtful) {
    const found = await recogniseCommit(target, head, attempt);
    if (found !== null) return { ...found, parent: attempt.head };
  }
  return null;
}

/** What a failed attempt means, if another one may make the commit; else it is thrown. */
async function retriable(target: Target, head: string, error: unknown): Promise<GitHubError> {
  const found = failure(target, error);
  if (!TRIED_AGAIN.includes(found.code)) throw found;
  // Unless the branch is gone, the token may not see what it should write.
  if (found.code === 'NOT_FOUND' && (await readHead(target)) === head) throw found;
  return found;
}

/** What a failed attempt means; an error that is not GitHub's, such as one of reading a file, goes on as it is. */
function failure({ owner, repo, branch }: Target, error: unknown): GitHubError {
  if (!(error instanceof GitHubError) && errorFacts(error) === null) throw error;
  return gitHubError(`commit to ${branch} of ${owner}/${repo}`, error);
}

/** Waits a random part of a span that doubles, so that racing runs don't meet again. */
async function backOff(
  { sleep = delay, random = Math.random }: CommitRequest,
  number: number,
): Promise<void> {
  const span = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** (number - 2));
  await sleep(Math.round(span * (0.25 + 0.75 * random())));
}

function keepsMoving({ owner, repo, branch }: Target, attempts: number, cause: unknown): GitHubError {
  return new GitHubError(
    'BRANCH_KEEPS_MOVING',
    `Could not commit to ${branch} of ${owner}/${repo}: it moved during each of ${attempts} attempts.`,
    {
      hint: 'Run this again. Give the workflows that write to this branch one `concurrency:` group.',
      cause,
    },
  );
}
