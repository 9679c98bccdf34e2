import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from './errors.ts';

/** What the codes of the system mean, in words. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its symbolic links lead round in a circle',
  EMFILE: 'too many files are open',
};

/** What a failed call to the file system means, in words. */
export function meaningOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MEANINGS[code] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * The text of a file.
 * @throws CommandError FILE when it can't be read
 */
export async function readText(path: string, workingDirectory: string): Promise<string> {
  try {
    return await readFile(resolve(workingDirectory, path), 'utf8');
  } catch (cause) {
    throw new CommandError(
      'FILE',
      `${path} can't be read: ${meaningOf(cause)}.`,
      'Check the path; paths count from the folder that the command runs in.',
      cause,
    );
  }
}

/**
 * Writes a file whole or not at all: beside, and then moved. Its folder is made when it is not there.
 * @throws CommandError FILE when it can't be written
 */
export async function writeWhole(path: string, text: string, workingDirectory: string): Promise<void> {
  const target = resolve(workingDirectory, path);
  const beside = join(dirname(target), `.xano-specs-${process.pid}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, target);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new CommandError(
      'FILE',
      `${path} can't be written: ${meaningOf(cause)}.`,
      'Choose another place, or mend this one.',
      cause,
    );
  }
}
