import { commitByMutation } from './by-mutation.ts';
import { commitByTrees } from './by-trees.ts';
import { type CommitPlan, type LoadedFile, load } from './changes.ts';
import type { MadeCommit, Target } from './target.ts';

/** What an attempt sent, as far as it came: enough to know its commit again. */
export interface Attempt {
  readonly head: string;
  readonly message: string;
  /** The commit that was merged, if any. */
  readonly merged: string | null;
  /** Every path that was sent, with the name of its blob; null for one that was removed. */
  readonly blobs: Map<string, string | null>;
}

/**
 * Makes the commit in one request when its files fit into one and it merges nothing, else by trees. The files are read
 * one after the other; no more than `limit` bytes and one file are held at a time.
 */
export async function commitOnce(
  target: Target,
  plan: CommitPlan,
  attempt: Attempt,
  limit: number,
): Promise<MadeCommit> {
  const { head, message, blobs } = attempt;
  const { deletions, merge } = plan;
  const base = { message, head, deletions, ...(merge === undefined ? {} : { merge }) };
  for (const path of deletions) blobs.set(path, null);
  const rest = plan.additions[Symbol.iterator]();
  // The mutation can't merge.
  if (merge !== undefined) return commitByTrees(target, base, followedBy([], rest, blobs));
  const files: LoadedFile[] = [];
  let bytes = 0;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const file = await load(next.value);
    blobs.set(file.path, file.oid);
    files.push(file);
    bytes += file.content.length;
    if (bytes > limit) {
      return commitByTrees(target, base, followedBy(files, rest, blobs));
    }
  }
  return commitByMutation(target, head, message, files, deletions);
}

async function* followedBy(
  loaded: LoadedFile[],
  rest: Iterator<CommitPlan['additions'][number]>,
  blobs: Attempt['blobs'],
): AsyncGenerator<LoadedFile> {
  for (let file = loaded.shift(); file !== undefined; file = loaded.shift()) yield file;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const file = await load(next.value);
    blobs.set(file.path, file.oid);
    yield file;
  }
}
