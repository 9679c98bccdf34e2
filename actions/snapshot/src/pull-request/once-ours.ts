import { MANIFEST_FILE } from '@xano-specs/core';
import { entryAt, historyOfFile, type Octokit, readText } from '@xano-specs/github';
import { entriesNamedIn, MOST_STRANGERS } from '../branch-base.ts';
import { joinPath } from '../result.ts';
import type { ProposalPlace } from './proposal.ts';

/** Commits of a file that are looked at, the newest. */
const LOOKED_AT = 20;

/**
 * Says of a path whether a document of the snapshot ever stood there. Whoever writes to it on our branch
 * after the document went has edited a document, which is as Xano has it once its group is back; what they
 * wrote stays in the history. Any other file of theirs is left alone.
 */
export function onceOurs(
  octokit: Octokit,
  { owner, repo, directory }: ProposalPlace,
  head: string,
): (path: string) => Promise<boolean> {
  const repository = { owner, repo };
  let asked = 0;
  return async (path) => {
    asked += 1;
    if (asked > MOST_STRANGERS) return false;
    const file = { ...repository, head, path: joinPath(directory, path), perPage: LOOKED_AT };
    for (const { oid } of await historyOfFile(octokit, file)) {
      const manifest = await entryAt(octokit, repository, oid, joinPath(directory, MANIFEST_FILE));
      if (manifest?.type !== 'blob') continue;
      const entries = entriesNamedIn(await readText(octokit, { ...repository, oid: manifest.sha }));
      if (entries.some((entry) => entry.path === path)) return true;
    }
    return false;
  };
}
