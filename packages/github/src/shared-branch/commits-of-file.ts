import type { Octokit } from '../client/octokit.ts';
import { type FileHistory, historyOfFile } from '../contents/history-of-file.ts';
import { PAGE_LIMIT } from '../limits.ts';

/** A file, and the commits of a branch of which it is asked whether they changed it. */
export interface FileOfBranch extends Omit<FileHistory, 'perPage' | 'page'> {
  readonly among: ReadonlySet<string>;
}

/**
 * Those of a branch's newest commits that changed a file. The history is read as far back as its
 * pages name any of them.
 */
export async function commitsOfFile(
  octokit: Octokit,
  { among, ...file }: FileOfBranch,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let page = 1; ; page++) {
    const commits = await historyOfFile(octokit, { ...file, perPage: PAGE_LIMIT, page });
    const named = commits.filter(({ oid }) => among.has(oid));
    for (const { oid } of named) found.add(oid);
    if (commits.length < PAGE_LIMIT || named.length === 0) return found;
  }
}
