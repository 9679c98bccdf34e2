import { createHash } from 'node:crypto';
import {
  type CommentResult,
  commentRoom,
  gitHubCall,
  type Octokit,
  type OnClean,
  upsertComment,
} from '@xano-specs/github';
import type { Report } from '@xano-specs/openapi-diff';
import type { ReportContext } from '../comment/context.ts';
import { renderComment } from '../comment/render-comment.ts';

/** Which comment is kept, and how. */
export interface CommentSettings {
  readonly pullRequest: number;
  readonly key: string;
  readonly onClean: OnClean;
  /** Whether there is nothing to warn of. */
  readonly clean: boolean;
  /** The commit that the pull request must still have as its head; null for one that was chosen otherwise. */
  readonly onlyFor: string | null;
}

/** What became of the comment; `outdated` when the pull request has moved on, and another run reports on it. */
export type Commented = CommentResult | { readonly outcome: 'outdated' };

/**
 * Keeps the comment of a pull request.
 * @throws GitHubError MISSING_PERMISSION with a token that only reads, and what every call may meet
 */
export async function keepComment(
  octokit: Octokit,
  report: Report,
  context: ReportContext,
  settings: CommentSettings,
): Promise<Commented> {
  const { owner, repo } = context.compared.repository;
  const { pullRequest, key, onClean, clean, onlyFor } = settings;
  if (onlyFor !== null) {
    const { data } = await gitHubCall(`read pull request ${pullRequest} of ${owner}/${repo}`, () =>
      octokit.rest.pulls.get({ owner, repo, pull_number: pullRequest }),
    );
    if (data.head.sha !== onlyFor) return { outcome: 'outdated' };
  }
  const room = commentRoom(key);
  const body = renderComment(report, context, room);
  // The addresses of the run and of its page differ from run to run, and are no reason to write.
  const said = [context.reportUrl, context.pageUrl].reduce<string>(
    (text, url) => (url === null ? text : text.replaceAll(url, '')),
    body,
  );
  return upsertComment(octokit, {
    owner,
    repo,
    issue: pullRequest,
    key,
    body,
    digest: createHash('sha256').update(said).digest('hex'),
    clean,
    onClean,
  });
}
