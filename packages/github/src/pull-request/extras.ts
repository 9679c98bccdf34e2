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

/** Asks for reviews, of each one alone, since GitHub refuses all for the sake of one. Who can't be asked is a warning. */
export async function requestReviews(
  octokit: Octokit,
  { owner, repo, reviewers = [], teamReviewers = [] }: PullRequestRequest,
  number: number,
): Promise<string[]> {
  const pull = { owner, repo, pull_number: number };
  const warnings: string[] = [];
  for (const reviewer of reviewers) {
    const doing = `ask ${reviewer} for a review of the pull request #${number}`;
    const ask = () => octokit.rest.pulls.requestReviewers({ ...pull, reviewers: [reviewer] });
    warnings.push(...(await warningOf(doing, ask)));
  }
  for (const team of teamReviewers) {
    const doing = `ask the team ${team} for a review of the pull request #${number}`;
    // A team is asked by its short name.
    const asked = [team.replace(/^[^/]+\//, '')];
    const ask = () => octokit.rest.pulls.requestReviewers({ ...pull, team_reviewers: asked });
    warnings.push(...(await warningOf(doing, ask)));
  }
  return warnings;
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
