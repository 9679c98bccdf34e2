import { join } from 'node:path';
import type { Staging } from '../staging.ts';
import type { FileSystem } from './file-system.ts';

/** Staged texts as files, on the file system of the snapshot where they can be moved into place. */
export interface FolderStaging extends Staging {
  /** Where the file of a staged text is. */
  locate(sha256: string): string;
}

/** Keeps the staged texts in a folder, each under its hash. */
export function folderStaging(fs: FileSystem, folder: string): FolderStaging {
  const locate = (sha256: string) => join(folder, sha256);
  return {
    locate,
    put: (sha256, text) => fs.writeText(locate(sha256), text),
    read: (sha256) => fs.readText(locate(sha256)),
  };
}
