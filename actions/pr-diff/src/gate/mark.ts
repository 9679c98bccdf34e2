import {
  CHECK_SUMMARY_LIMIT,
  cut,
  gitHubCall,
  type Octokit,
  type RepositoryName,
  STATUS_DESCRIPTION_LIMIT,
} from '@xano-specs/github';
import type { Inputs } from '../inputs.ts';

/** A mark on a commit. */
export interface Mark extends RepositoryName {
  readonly as: Inputs['check-as'];
  readonly oid: string;
  /** What tells it from other marks on the same commit. */
  readonly key: string;
  readonly failed: boolean;
  /** The verdict in one line of plain text. */
  readonly title: string;
  /** The report as markdown, within so many characters. */
  readonly summary: (longest: number) => string;
  readonly url: string | null;
}

/**
 * Marks the commit as the inputs ask.
 * @throws GitHubError MISSING_PERMISSION with a token that may not, and what every call may meet
 */
export async function markCommit(octokit: Octokit, mark: Mark): Promise<void> {
  if (mark.as === 'check-run') await createCheckRun(octokit, mark);
  if (mark.as === 'commit-status') await createStatus(octokit, mark);
}

async function createCheckRun(octokit: Octokit, mark: Mark): Promise<void> {
  const { owner, repo, oid, failed, title, summary, url } = mark;
  await gitHubCall(`create a check run for ${oid.slice(0, 7)}`, () =>
    octokit.rest.checks.create({
      owner,
      repo,
      head_sha: oid,
      name: nameOf(mark),
      status: 'completed',
      conclusion: failed ? 'failure' : 'success',
      ...(url === null ? {} : { details_url: url }),
      output: { title, summary: summary(CHECK_SUMMARY_LIMIT) },
    }),
  );
}

async function createStatus(octokit: Octokit, mark: Mark): Promise<void> {
  const { owner, repo, oid, failed, title, url } = mark;
  await gitHubCall(`set the status of ${oid.slice(0, 7)}`, () =>
    octokit.rest.repos.createCommitStatus({
      owner,
      repo,
      sha: oid,
      state: failed ? 'failure' : 'success',
      context: nameOf(mark),
      description: cut(title, STATUS_DESCRIPTION_LIMIT),
      ...(url === null ? {} : { target_url: url }),
    }),
  );
}

function nameOf({ key }: Mark): string {
  return key === 'default' ? 'API diff' : `API diff (${key})`;
}
