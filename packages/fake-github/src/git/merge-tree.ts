import { join } from 'node:path';
import type { BareRepository } from './bare-repository.ts';

/** The tree without an entry. Git knows it by heart, and doesn't write it where a merge leaves nothing. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

let merged = 0;

/**
 * Merges two commits file by file and gives back the tree, which no commit holds yet. Each merge
 * has an index of its own: one that another merge empties on the way would write its nothing.
 * @param adds further files by path, as blobs that exist
 * @throws GitError when both sides changed the same file
 */
export async function mergeTree(
  repository: BareRepository,
  ours: string,
  theirs: string,
  adds: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const env = { GIT_INDEX_FILE: join(repository.folder, `merge-${process.pid}-${++merged}`) };
  const origin = (await repository.mergeBase(ours, theirs)) ?? ours;
  await repository.run(['read-tree', '-i', '-m', '--aggressive', origin, ours, theirs], [], env);
  for (const [path, blob] of adds) {
    await repository.run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], [], env);
  }
  const tree = await repository.text(['write-tree'], [], env);
  if (tree === EMPTY_TREE) await repository.run(['hash-object', '-t', 'tree', '-w', '--stdin']);
  return tree;
}
