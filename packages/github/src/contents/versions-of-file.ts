import type { RepositoryName } from '../client/environment.ts';
import type { Octokit } from '../client/octokit.ts';
import { gitHubCall } from '../errors/explain.ts';
import { entryAt } from './tree.ts';

/** A file as a commit has it. */
export interface FileVersion {
  readonly commit: string;
  /** The object that holds its text. */
  readonly oid: string;
}

/** Which file, and how far back. */
export interface FilePast extends RepositoryName {
  readonly head: string;
  readonly path: string;
  /** How many commits that changed it are looked at, at most 100. */
  readonly atMost: number;
}

/** What the commits that changed a file made of it, the newest first. */
export async function* versionsOfFile(
  octokit: Octokit,
  { owner, repo, head, path, atMost }: FilePast,
): AsyncGenerator<FileVersion, void, undefined> {
  const { data } = await gitHubCall(`read the history of ${path} in ${owner}/${repo}`, () =>
    octokit.rest.repos.listCommits({ owner, repo, sha: head, path, per_page: atMost }),
  );
  for (const { sha } of data) {
    const entry = await entryAt(octokit, { owner, repo }, sha, path);
    if (entry?.type === 'blob') yield { commit: sha, oid: entry.sha };
  }
}
