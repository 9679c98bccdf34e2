import { createHash } from 'node:crypto';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall, gitHubError } from '../errors/explain.ts';
import { GitHubError, type GitHubErrorCode } from '../errors/github-error.ts';
import { BODY_LIMIT } from '../limits.ts';
import { type Block, blockRoom, hasBlockRoom, joinBody, type SplitBody, splitBody } from './block.ts';
import { addLabels, requestReviews } from './extras.ts';
import { isOwn } from './pull-requests.ts';
import type { PullRequestRequest, PullRequestResult } from './request.ts';

type Pull = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number];

/** Times to look for the pull request, and to open it where there is none. */
const ATTEMPTS = 3;

/** Failures after which the pull request may or may not have been opened. */
const IN_DOUBT: readonly GitHubErrorCode[] = ['GITHUB_UNAVAILABLE', 'GITHUB_UNREACHABLE'];

const NO_DRAFTS =
  'The pull request is no draft: GitHub has none in private repositories of its free plans. Leave the input out to be rid of this warning.';

/**
 * Opens the pull request of a branch, or renews the one that is open: our block of the body, and
 * the title as long as nobody has changed it. What people wrote outside the block stays; where that
 * leaves no room for a block, both stay as they are, with a warning.
 * @throws GitHubError PULL_REQUESTS_NOT_PERMITTED or MISSING_PERMISSION, with the link that opens it by hand;
 *   COMMENT_TOO_LONG when `body` does not keep to its room
 */
export async function upsertPullRequest(
  octokit: Octokit,
  request: PullRequestRequest,
): Promise<PullRequestResult> {
  const { owner, repo, head, base } = request;
  let doubtful = false;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { data } = await gitHubCall(`look for a pull request of ${head}`, () =>
      octokit.rest.pulls.list({ owner, repo, state: 'open', head: `${owner}:${head}`, base }),
    );
    const pull = data.find(isOwn);
    const written = pull === undefined ? await create(octokit, request) : await renew(octokit, request, pull);
    // Another run was faster, or the answer was lost: either there is one now, or it must be tried again.
    if (written === 'doubtful') doubtful = true;
    if (typeof written === 'string') continue;
    // What was opened by an attempt whose answer was lost is as new as any other.
    const outcome = doubtful ? 'created' : written.outcome;
    const { number, url } = written;
    const reviewers = outcome === 'created' ? await requestReviews(octokit, request, number) : [];
    const labels = await addLabels(octokit, request, number, pull?.labels.map(({ name }) => name) ?? []);
    return { outcome, number, url, warnings: [...written.warnings, ...reviewers, ...labels] };
  }
  throw notSaid(request);
}

interface Written {
  readonly outcome: PullRequestResult['outcome'];
  readonly number: number;
  readonly url: string;
  readonly warnings: readonly string[];
}

/** Opens a pull request; as one that is ready for review where there are no drafts. */
async function create(
  octokit: Octokit,
  request: PullRequestRequest,
): Promise<Written | 'exists' | 'doubtful'> {
  const { owner, repo, head, base, title, draft = false } = request;
  const body = bodyOf({ before: '', block: null, after: '' }, request).text;
  try {
    const { data } = await octokit.rest.pulls.create({ owner, repo, head, base, title, body, draft });
    return { outcome: 'created', number: data.number, url: data.html_url, warnings: [] };
  } catch (error) {
    const { message, code, hint } = gitHubError(
      `open a pull request from ${head} to ${base} in ${owner}/${repo}`,
      error,
    );
    if (/pull request already exists/i.test(message)) return 'exists';
    if (IN_DOUBT.includes(code)) return 'doubtful';
    if (draft && /Draft pull requests are not supported/i.test(message)) {
      const made = await create(octokit, { ...request, draft: false });
      return typeof made === 'string' ? made : { ...made, warnings: [NO_DRAFTS] };
    }
    throw new GitHubError(code, message, {
      hint: `${hint} To open it by hand: ${compareUrl(request)}`,
      cause: error,
    });
  }
}

/** Renews what differs. The pull request is read just before it is written, so that what people wrote meanwhile stays. */
async function renew(
  octokit: Octokit,
  request: PullRequestRequest,
  listed: Pull,
): Promise<Written | 'exists'> {
  const { owner, repo } = request;
  const { number } = listed;
  const pull = { owner, repo, pull_number: number };
  const result = { number, url: listed.html_url, warnings: [] };
  if (renewed(listed, request) === 'same') return { outcome: 'unchanged', ...result };
  const { data: now } = await gitHubCall(`read the pull request ${owner}/${repo}#${number}`, () =>
    octokit.rest.pulls.get(pull),
  );
  // Somebody closed it a moment ago.
  if (now.state !== 'open') return 'exists';
  const change = renewed(now, request);
  if (change === 'same') return { outcome: 'unchanged', ...result };
  if (change === 'no-room') return { outcome: 'unchanged', ...result, warnings: [noRoom(number)] };
  await gitHubCall(`change the pull request ${owner}/${repo}#${number}`, () =>
    octokit.rest.pulls.update({ ...pull, ...change }),
  );
  return { outcome: 'updated', ...result };
}

/** The title and the body that a pull request should have, unless it has them, or people left no room for a block. */
function renewed(
  pull: Pick<Pull, 'title' | 'body'>,
  request: PullRequestRequest,
): { title: string; body: string } | 'same' | 'no-room' {
  const split = splitBody(pull.body ?? '', request.key);
  // The title stays as well, since it is the block that tells whose it is.
  if (!hasBlockRoom(split, request.key)) return 'no-room';
  const [titleThen] = split.block?.digest.split('.') ?? [];
  const title = titleThen === digestOf(pull.title) ? request.title : pull.title;
  const { text, digest } = bodyOf(split, request);
  return split.block?.digest === digest && title === pull.title ? 'same' : { title, body: text };
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

function noRoom(number: number): string {
  return `The report is not in the body of the pull request #${number}: what people wrote there leaves no room for it. Make the body shorter, and the next run writes it; the summary of this run has it until then.`;
}

function notSaid({ head, base }: PullRequestRequest): GitHubError {
  return new GitHubError(
    'GITHUB_UNAVAILABLE',
    `Could not open a pull request from ${head} to ${base}: GitHub did not say whether there is one.`,
    { hint: 'See https://www.githubstatus.com and run this again: what was committed is found and kept.' },
  );
}
