import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { PAGE_LIMIT } from '../limits.ts';

/** A file, and the commits of a branch of which it is asked whether they changed it. */
export interface FileHistory extends RepositoryName {
  readonly head: string;
  readonly path: string;
  readonly among: ReadonlySet<string>;
}

/**
 * Those of a branch's newest commits that changed a file. The history is read as far back as its
 * pages name any of them.
 */
export async function commitsOfFile(
  octokit: Octokit,
  { owner, repo, head, path, among }: FileHistory,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let page = 1; ; page++) {
    const { data } = await gitHubCall(`read the history of ${path} in ${owner}/${repo}`, () =>
      octokit.rest.repos.listCommits({ owner, repo, sha: head, path, per_page: PAGE_LIMIT, page }),
    );
    const named = data.filter(({ sha }) => among.has(sha));
    for (const { sha } of named) found.add(sha);
    if (data.length < PAGE_LIMIT || named.length === 0) return found;
  }
}
