import { gitHubCall, type Octokit, PAGE_LIMIT, type RepositoryName } from '@xano-specs/github';
import type { Override } from '../comment/context.ts';

/** Which label of which pull request. */
export interface OverrideRequest extends RepositoryName {
  readonly number: number;
  readonly label: string;
}

/**
 * Whether the label is on the pull request now, who set it and when; null when it is not. The event
 * is not asked: its labels are those of the moment in which it happened.
 * @throws GitHubError when the labels can't be read
 */
export async function readOverride(octokit: Octokit, request: OverrideRequest): Promise<Override | null> {
  const { owner, repo, number, label } = request;
  const labels = await gitHubCall(`read the labels of ${owner}/${repo}#${number}`, () =>
    octokit.paginate(octokit.rest.issues.listLabelsOnIssue, {
      owner,
      repo,
      issue_number: number,
      per_page: PAGE_LIMIT,
    }),
  );
  const found = labels.find(({ name }) => isSame(name, label));
  return found === undefined ? null : { label: found.name, ...(await lastSet(octokit, request)) };
}

/** Who set the label last, and when; null where GitHub doesn't say. */
async function lastSet(
  octokit: Octokit,
  { owner, repo, number, label }: OverrideRequest,
): Promise<Pick<Override, 'setBy' | 'setAt'>> {
  const events = await gitHubCall(`read the events of ${owner}/${repo}#${number}`, () =>
    octokit.paginate(octokit.rest.issues.listEvents, {
      owner,
      repo,
      issue_number: number,
      per_page: PAGE_LIMIT,
    }),
  ).catch(() => []);
  const setting = events.findLast(
    (event) => event.event === 'labeled' && 'label' in event && isSame(event.label?.name, label),
  );
  const at = new Date(setting?.created_at ?? Number.NaN);
  return { setBy: setting?.actor?.login ?? null, setAt: Number.isNaN(at.getTime()) ? null : at };
}

/** GitHub tells labels apart by their letters, not by their case. */
function isSame(name: string | undefined, label: string): boolean {
  return name?.toLowerCase() === label.toLowerCase();
}
