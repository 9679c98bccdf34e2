import { basename, dirname, join, relative, resolve } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** How many links are followed from one to the next, as Linux does (path_resolution(7)). */
const MAX_LINKS = 40;

/** The folder in which a run prepares its work, when it stands inside the snapshot folder. */
export const INNER_WORK = '.xano-specs-work';

/** Where a snapshot folder is, and where a run may work on it. */
export interface Location {
  /** The folder itself, whatever links lead to it. It may not exist. */
  readonly directory: string;
  /** Beside it: from here, the whole folder can be swapped. */
  readonly outerWork: string;
  /** Inside it: from here, its files can be replaced one by one. */
  readonly innerWork: string;
}

/** Finds a snapshot folder by the path that a person gave, also when its last link leads nowhere at the moment. */
export async function locate(fs: FileSystem, path: string): Promise<Location> {
  let directory = resolve(path);
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if ((await fs.status(directory))?.kind !== 'link') break;
    directory = resolve(dirname(directory), await fs.readLink(directory));
  }
  const parent = dirname(directory);
  if ((await fs.status(parent)) !== null) directory = join(await fs.realPath(parent), basename(directory));
  return {
    directory,
    outerWork: join(dirname(directory), `.${basename(directory)}.xano-specs-work`),
    innerWork: join(directory, INNER_WORK),
  };
}

/**
 * Whether the whole folder can be swapped by moving it. It can't when it is a mount point
 * or its parent is read-only; it must not when it is the working directory of this process
 * (the shell would be left in a folder that is gone) or the root of a repository.
 */
export async function canSwap(
  fs: FileSystem,
  { directory }: Location,
  workingDirectory: string,
): Promise<boolean> {
  const status = await fs.status(directory);
  if (status === null) return true;
  const parent = await fs.status(dirname(directory));
  if (parent === null || parent.device !== status.device || !(await fs.isWritable(dirname(directory))))
    return false;
  const inside = relative(directory, workingDirectory);
  if (inside === '' || !(inside.startsWith('..') || resolve(inside) === inside)) return false;
  return (await fs.status(join(directory, '.git'))) === null;
}
