import type { Octokit } from '../client/octokit.ts';
import { type FileHistory, historyOfFile } from './history-of-file.ts';
import { entryAt } from './tree.ts';

/** The objects that the commits of a page made of a file, the newest first; none for one that removed it. */
export async function* versionsOfFile(
  octokit: Octokit,
  history: FileHistory,
): AsyncGenerator<string, void, undefined> {
  for (const { oid } of await historyOfFile(octokit, history)) {
    const entry = await entryAt(octokit, history, oid, history.path);
    if (entry?.type === 'blob') yield entry.sha;
  }
}
