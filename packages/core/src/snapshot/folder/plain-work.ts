import { basename, join } from 'node:path';
import { SnapshotError } from '../errors.ts';
import type { FileSystem } from './file-system.ts';
import { NEW_TREE, OLD_TREE } from './publish.ts';

/**
 * Refuses a work folder that no run left behind. It stands in a repository, which may come
 * from anybody: a link in place of one of its trees would have files of other folders moved
 * into the snapshot, and a link in place of itself would have the work done elsewhere.
 *
 * @returns whether there is a work folder
 * @throws SnapshotError PATH_NOT_PLAIN before anything is changed
 */
export async function isPlainWork(fs: FileSystem, work: string): Promise<boolean> {
  const status = await fs.status(work);
  if (status === null) return false;
  for (const path of [work, join(work, OLD_TREE), join(work, NEW_TREE)]) {
    const kind = (await fs.status(path))?.kind ?? 'directory';
    if (kind !== 'directory') throw notOurs(work, path);
  }
  return true;
}

function notOurs(work: string, path: string): SnapshotError {
  const name = path === work ? basename(work) : `${basename(work)}/${basename(path)}`;
  return new SnapshotError(
    'PATH_NOT_PLAIN',
    `${name} is no folder, and none that xano-specs made: a run keeps its work there. Nothing was changed.`,
    { hint: `Look where it comes from, delete ${work} and run again.` },
  );
}
