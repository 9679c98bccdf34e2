import type { Octokit } from '../client/octokit.ts';
import { gitHubError } from '../errors/explain.ts';
import type { PullRequestRequest } from './request.ts';

/** Adds the labels that are missing. What fails is a warning: the pull request itself stands. */
export async function addLabels(
  octokit: Octokit,
  { owner, repo, labels = [] }: PullRequestRequest,
  number: number,
  present: readonly string[],
): Promise<string[]> {
  const known = new Set(present.map((label) => label.toLowerCase()));
  const missing = labels.filter((label) => !known.has(label.toLowerCase()));
  if (missing.length === 0) return [];
  return warningOf(`label the pull request #${number}`, () =>
    octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels: missing }),
  );
}

/** Asks for reviews. Who can't be asked is a warning. */
export async function requestReviews(
  octokit: Octokit,
  { owner, repo, reviewers = [], teamReviewers = [] }: PullRequestRequest,
  number: number,
): Promise<string[]> {
  if (reviewers.length + teamReviewers.length === 0) return [];
  return warningOf(`ask for reviews of the pull request #${number}`, () =>
    octokit.rest.pulls.requestReviewers({
      owner,
      repo,
      pull_number: number,
      reviewers: [...reviewers],
      // A team is asked by its short name.
      team_reviewers: teamReviewers.map((team) => team.replace(/^[^/]+\//, '')),
    }),
  );
}

async function warningOf(doing: string, call: () => Promise<unknown>): Promise<string[]> {
  try {
    await call();
    return [];
  } catch (error) {
    const { message, hint } = gitHubError(doing, error);
    return [`${message} ${hint}`];
  }
}
