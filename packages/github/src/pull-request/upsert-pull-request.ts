import { createHash } from 'node:crypto';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall, gitHubError } from '../errors/explain.ts';
import { GitHubError } from '../errors/github-error.ts';
import { BODY_LIMIT } from '../limits.ts';
import { type Block, blockRoom, joinBody, type SplitBody, splitBody } from './block.ts';
import { addLabels, requestReviews } from './extras.ts';
import type { PullRequestRequest, PullRequestResult } from './request.ts';

type Pull = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/**
 * Opens the pull request of a branch, or renews the one that is open: our block of the body, and
 * the title as long as nobody has changed it. What people wrote outside the block stays.
 * @throws GitHubError PULL_REQUESTS_NOT_PERMITTED or MISSING_PERMISSION, with the link that opens it by hand;
 *   COMMENT_TOO_LONG when `body` does not keep to its room
 */
export async function upsertPullRequest(
  octokit: Octokit,
  request: PullRequestRequest,
): Promise<PullRequestResult> {
  const { owner, repo, head, base } = request;
  const open = await gitHubCall(`look for a pull request of ${head}`, () =>
    octokit.rest.pulls.list({ owner, repo, state: 'open', head: `${owner}:${head}`, base }),
  );
  const [pull] = open.data;
  const { outcome, number, url } =
    pull === undefined ? await create(octokit, request) : await renew(octokit, request, pull);
  const reviewers = pull === undefined ? await requestReviews(octokit, request, number) : [];
  const labels = await addLabels(octokit, request, number, pull?.labels.map(({ name }) => name) ?? []);
  return { outcome, number, url, warnings: [...reviewers, ...labels] };
}

async function create(octokit: Octokit, request: PullRequestRequest) {
  const { owner, repo, head, base, title, draft = false } = request;
  const body = bodyOf({ before: '', block: null, after: '' }, request);
  try {
    const { data } = await octokit.rest.pulls.create({
      owner,
      repo,
      head,
      base,
      title,
      body: body.text,
      draft,
    });
    return { outcome: 'created' as const, number: data.number, url: data.html_url };
  } catch (error) {
    const explained = gitHubError(`open a pull request from ${head} to ${base} in ${owner}/${repo}`, error);
    throw new GitHubError(explained.code, explained.message, {
      hint: `${explained.hint} To open it by hand: ${compareUrl(request)}`,
      cause: error,
    });
  }
}

async function renew(octokit: Octokit, request: PullRequestRequest, pull: Pull) {
  const { owner, repo } = request;
  const split = splitBody(pull.body ?? '', request.key);
  const [titleThen] = split.block?.digest.split('.') ?? [];
  const title = titleThen === digestOf(pull.title) ? request.title : pull.title;
  const body = bodyOf(split, request);
  const result = { number: pull.number, url: pull.html_url };
  if (split.block?.digest === body.digest && title === pull.title)
    return { outcome: 'unchanged' as const, ...result };
  await gitHubCall(`change the pull request ${owner}/${repo}#${pull.number}`, () =>
    octokit.rest.pulls.update({ owner, repo, pull_number: pull.number, title, body: body.text }),
  );
  return { outcome: 'updated' as const, ...result };
}

/** The whole body, and the digest in it: of the title that was asked for, and of the block. */
function bodyOf(
  split: SplitBody,
  { key, title, body }: PullRequestRequest,
): { text: string; digest: string } {
  const block = body(blockRoom(split, key));
  const next: Block = { key, digest: `${digestOf(title)}.${digestOf(block)}`, text: block };
  const text = joinBody(split, next);
  if (text.length > BODY_LIMIT) {
    throw new GitHubError(
      'COMMENT_TOO_LONG',
      `A pull request's body of ${text.length} characters was not sent.`,
      {
        hint: `GitHub takes ${BODY_LIMIT} characters, those that people wrote included. Cut the text.`,
      },
    );
  }
  return { text, digest: next.digest };
}

/** https://docs.github.com/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/using-query-parameters-to-create-a-pull-request */
function compareUrl({ serverUrl, owner, repo, base, head }: PullRequestRequest): string {
  const range = `${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
  return `${serverUrl}/${owner}/${repo}/compare/${range}?expand=1`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 31);
}
