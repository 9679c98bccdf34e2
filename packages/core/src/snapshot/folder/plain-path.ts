import { join } from 'node:path';
import { SnapshotError } from '../errors.ts';
import type { FileStatus, FileSystem } from './file-system.ts';

/**
 * Where a path of the snapshot stands on this system, and what is there now: only through
 * real folders, so that no symbolic link leads a write or a removal elsewhere.
 *
 * @throws SnapshotError PATH_NOT_PLAIN
 */
export async function plainPath(
  fs: FileSystem,
  directory: string,
  path: string,
): Promise<{ readonly absolute: string; readonly status: FileStatus | null }> {
  const parts = path.split('/');
  let absolute = directory;
  for (const [index, part] of parts.entries()) {
    absolute = join(absolute, part);
    const status = await fs.status(absolute);
    if (status === null) return { absolute: join(directory, ...parts), status: null };
    const wanted = index === parts.length - 1 ? 'file' : 'directory';
    if (status.kind !== wanted) throw notPlain(parts.slice(0, index + 1).join('/'), wanted, status.kind);
    if (index === parts.length - 1) return { absolute, status };
  }
  return { absolute, status: null };
}

function notPlain(path: string, wanted: 'file' | 'directory', found: FileStatus['kind']): SnapshotError {
  const names = { directory: 'a folder', file: 'a file', link: 'a symbolic link', other: 'no plain file' };
  return new SnapshotError(
    'PATH_NOT_PLAIN',
    `${path} in the snapshot folder is ${names[found]}, and ${names[wanted]} has to stand there. Nothing was changed.`,
    { hint: 'Move it away, or choose another folder for the snapshot.' },
  );
}
