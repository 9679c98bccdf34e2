import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { PAGE_LIMIT } from '../limits.ts';
import { type Marker, readMarker } from './marker.ts';

/** A comment of ours on an issue or pull request. */
export interface StickyComment {
  readonly id: number;
  readonly url: string;
  readonly marker: Marker;
  readonly body: string;
  /** Whether a GitHub App wrote it, whose words no person chose. */
  readonly byBot: boolean;
}

/** The associations of people who may write to the repository, or whom it trusts as much. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * The comments with a key's marker, over all pages, newest first. A bot or someone of the
 * repository may have written them; a stranger's don't count, who could copy the marker to keep
 * the report from being written, or change its words afterwards. Where there is one of a bot,
 * those of people have only copied the marker.
 */
export async function stickyComments(
  octokit: Octokit,
  { owner, repo, issue, key }: RepositoryName & { readonly issue: number; readonly key: string },
): Promise<readonly StickyComment[]> {
  const comments = await gitHubCall(`read the comments of ${owner}/${repo}#${issue}`, () =>
    octokit.paginate(octokit.rest.issues.listComments, {
      owner,
      repo,
      issue_number: issue,
      per_page: PAGE_LIMIT,
    }),
  );
  const found = comments
    .flatMap(({ id, html_url: url, body = '', user, author_association }): StickyComment[] => {
      const marker = readMarker(body);
      const byBot = user?.type === 'Bot';
      const trusted = byBot || TRUSTED.includes(author_association ?? '');
      return marker?.key === key && trusted ? [{ id, url, marker, body, byBot }] : [];
    })
    .reverse();
  const ofBots = found.filter(({ byBot }) => byBot);
  return ofBots.length > 0 ? ofBots : found;
}
