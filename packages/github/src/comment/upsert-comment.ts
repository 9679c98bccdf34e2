import { createHash } from 'node:crypto';
import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { explainGitHubError, gitHubCall, gitHubError } from '../errors/explain.ts';
import { GitHubError } from '../errors/github-error.ts';
import { BODY_LIMIT } from '../limits.ts';
import { writeMarker } from './marker.ts';
import { type StickyComment, stickyComments } from './sticky-comments.ts';

/** What becomes of the comment when there is nothing to report: its text is renewed, or it goes, or it stays as it is. */
export type OnClean = 'update' | 'delete' | 'keep';

/** A report to keep as one comment. */
export interface CommentRequest extends RepositoryName {
  /** The number of the issue or pull request. */
  readonly issue: number;
  /** Which report this is; several keys stand side by side. */
  readonly key: string;
  readonly body: string;
  /** What the report says, without what differs from run to run; of the whole body unless given. */
  readonly digest?: string;
  /** Nothing to report: no comment is made, and one that is there is treated as `onClean` says. */
  readonly clean?: boolean;
  /** `update` unless given. */
  readonly onClean?: OnClean;
}

/** What was done; `none` when there is no comment and none was wanted. */
export type CommentResult =
  | {
      readonly outcome: 'created' | 'updated' | 'unchanged' | 'kept' | 'deleted';
      readonly id: number;
      readonly url: string;
    }
  | { readonly outcome: 'none' };

/** Characters that the hidden first line may take of BODY_LIMIT, for a caller that cuts its body. */
export function commentRoom(key: string): number {
  return BODY_LIMIT - firstLine(key, '0'.repeat(64)).length;
}

/**
 * Keeps one comment a key: finds it on any page, edits it in place, leaves it alone when its
 * digest is unchanged, and writes a new one where editing is refused. Where there are several,
 * one is kept.
 * @throws GitHubError COMMENT_TOO_LONG, before anything is asked; MISSING_PERMISSION with a token
 *   that only reads; and what every call may meet.
 */
export async function upsertComment(octokit: Octokit, request: CommentRequest): Promise<CommentResult> {
  const digest = request.digest ?? createHash('sha256').update(request.body).digest('hex');
  const body = firstLine(request.key, digest) + request.body;
  if (body.length > BODY_LIMIT) throw tooLong(body.length);
  const { clean = false, onClean = 'update' } = request;
  const existing = await stickyComments(octokit, request);
  const [newest] = existing;
  if (newest === undefined) return clean ? { outcome: 'none' } : create(octokit, request, body);
  if (clean && onClean === 'keep') return { outcome: 'kept', id: newest.id, url: newest.url };
  if (clean && onClean === 'delete') return removeAll(octokit, request, existing, newest);
  if (saysTheSame(newest, digest, body)) {
    await removeOthers(octokit, request, existing, newest);
    return { outcome: 'unchanged', id: newest.id, url: newest.url };
  }
  for (const comment of existing) {
    if (await edited(octokit, request, comment, body)) {
      await removeOthers(octokit, request, existing, comment);
      return { outcome: 'updated', id: comment.id, url: comment.url };
    }
  }
  return create(octokit, request, body);
}

/** A person may have written any digest above any words, so of theirs the words count too. */
function saysTheSame({ marker, byBot, body: now }: StickyComment, digest: string, body: string): boolean {
  return marker.digest === digest && (byBot || withoutRuns(now) === withoutRuns(body));
}

/** The address of the run that wrote a comment differs from run to run. */
function withoutRuns(body: string): string {
  return body.replaceAll(/\/actions\/runs\/\d+(?:\/attempts\/\d+)?/g, '').replaceAll('\r\n', '\n');
}

function firstLine(key: string, digest: string): string {
  return `${writeMarker({ key, digest })}\n`;
}

async function create(
  octokit: Octokit,
  { owner, repo, issue }: CommentRequest,
  body: string,
): Promise<CommentResult> {
  const { data } = await gitHubCall(`comment on ${owner}/${repo}#${issue}`, () =>
    octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body }),
  );
  return { outcome: 'created', id: data.id, url: data.html_url };
}

/** False when this comment may not be edited or is gone, so that another takes its place. */
async function edited(
  octokit: Octokit,
  { owner, repo, issue }: CommentRequest,
  { id }: StickyComment,
  body: string,
): Promise<boolean> {
  try {
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
    return true;
  } catch (error) {
    if (['MISSING_PERMISSION', 'NOT_FOUND'].includes(explainGitHubError(error).code)) return false;
    throw gitHubError(`edit the comment on ${owner}/${repo}#${issue}`, error);
  }
}

/**
 * Two runs at once may each have made a comment, of which the older one would say for ever what
 * was true then. What a person wrote stays, and so does what may not be deleted.
 */
async function removeOthers(
  octokit: Octokit,
  { owner, repo }: CommentRequest,
  existing: readonly StickyComment[],
  kept: StickyComment,
): Promise<void> {
  for (const { id, byBot } of existing) {
    if (id === kept.id || !byBot) continue;
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => {});
  }
}

async function removeAll(
  octokit: Octokit,
  { owner, repo, issue }: CommentRequest,
  existing: readonly StickyComment[],
  newest: StickyComment,
): Promise<CommentResult> {
  for (const { id } of existing) {
    await gitHubCall(`delete the comment on ${owner}/${repo}#${issue}`, () =>
      octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }),
    );
  }
  return { outcome: 'deleted', id: newest.id, url: newest.url };
}

function tooLong(length: number): GitHubError {
  return new GitHubError(
    'COMMENT_TOO_LONG',
    `A comment of ${length} characters was not sent: GitHub takes ${BODY_LIMIT}.`,
    { hint: 'Cut the text, and link to the whole report.' },
  );
}
