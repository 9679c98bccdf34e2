import { readTreeAt } from '../contents/tree.ts';
import { PAGE_LIMIT } from '../limits.ts';
import type { Attempt } from './attempt.ts';
import type { MadeCommit, Target } from './target.ts';

/**
 * Looks for the commit of an attempt whose answer was lost: a child of the head that it was made
 * on, with its message and its files. Commits that others put on top of it don't hide it.
 */
export async function recogniseCommit(
  target: Target,
  head: string,
  attempt: Attempt,
): Promise<MadeCommit | null> {
  if (head === attempt.head) return null;
  const { octokit, owner, repo } = target;
  const { data } = await octokit.rest.repos.listCommits({ owner, repo, sha: head, per_page: PAGE_LIMIT });
  for (const { sha, parents, commit, html_url } of data) {
    if (parents.map((parent) => parent.sha).join() !== parentsOf(attempt)) continue;
    if (commit.message.trim() !== attempt.message.trim()) continue;
    const { files } = await readTreeAt(octokit, { owner, repo, ref: sha });
    const same = [...attempt.blobs].every(([path, oid]) => (files.get(path)?.oid ?? null) === oid);
    if (!same) continue;
    return {
      oid: sha,
      url: html_url,
      verified: commit.verification?.verified === true,
      author: commit.author?.name ?? '',
    };
  }
  return null;
}

function parentsOf({ head, merged }: Attempt): string {
  return merged === null ? head : `${head},${merged}`;
}
