import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { stickyComments } from '../comment/sticky-comments.ts';
import { upsertComment } from '../comment/upsert-comment.ts';
import { gitHubCall } from '../errors/explain.ts';
import { GitHubError } from '../errors/github-error.ts';
import { cut } from '../runner/safe-text.ts';
import { blockRoom, hasBlockRoom, joinBody, splitBody } from './block.ts';
import { SETTLED } from './pull-requests.ts';

/** A pull request in which there is nothing left to propose. */
export interface SettledPullRequest extends RepositoryName {
  readonly number: number;
  /** Whose block in the body, and whose comment, this is. */
  readonly key: string;
  /** What the block says from now on, and what is said as a comment when it is closed. */
  readonly text: string;
}

/**
 * Writes into the block that there is nothing left to propose, so that a pull request which is
 * closed for that is never taken for one that people refused.
 */
export async function markSettled(octokit: Octokit, settled: SettledPullRequest): Promise<void> {
  await write(octokit, settled, {});
}

/** Closes a settled pull request, with a comment that says why; one that is closed already is told why. */
export async function closeSettled(octokit: Octokit, settled: SettledPullRequest): Promise<void> {
  const { owner, repo, number, key, text } = settled;
  // The block once more: another run may have written it meanwhile.
  await write(octokit, settled, { state: 'closed' });
  const comment = { owner, repo, issue: number, key: closingKey(key), body: text };
  try {
    await upsertComment(octokit, comment);
  } catch (error) {
    // An answer that was lost leaves it open whether the comment is there: it is looked for again.
    if (!(error instanceof GitHubError && error.code.startsWith('GITHUB_UN'))) throw error;
    await upsertComment(octokit, comment);
  }
}

/**
 * Whether a pull request was closed since nothing was left to propose, by its comment: another run
 * that was under way may have written over the block.
 */
export async function wasSettled(
  octokit: Octokit,
  { owner, repo, number, key }: Omit<SettledPullRequest, 'text'>,
): Promise<boolean> {
  return (await stickyComments(octokit, { owner, repo, issue: number, key: closingKey(key) })).length > 0;
}

function closingKey(key: string): string {
  return `${key}-closed`;
}

async function write(
  octokit: Octokit,
  { owner, repo, number, key, text }: SettledPullRequest,
  more: { readonly state?: 'closed' },
): Promise<void> {
  const doing = `${more.state === undefined ? 'change' : 'close'} the pull request ${owner}/${repo}#${number}`;
  const pull = { owner, repo, pull_number: number };
  const { data } = await gitHubCall(doing, () => octokit.rest.pulls.get(pull));
  const split = splitBody(data.body ?? '', key);
  // Without room for a block, the comment alone says that it is settled.
  const body = hasBlockRoom(split, key)
    ? joinBody(split, { key, digest: SETTLED, text: cut(text, blockRoom(split, key)) })
    : data.body;
  if (body === data.body && (more.state === undefined || data.state === 'closed')) return;
  await gitHubCall(doing, () => octokit.rest.pulls.update({ ...pull, ...more, body: body ?? '' }));
}
