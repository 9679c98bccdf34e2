import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from './errors.ts';
import { meaningOf } from './system-errors.ts';

/**
 * The text of a file.
 * @throws CommandError FILE when it can't be read
 */
export async function readText(path: string, workingDirectory: string): Promise<string> {
  try {
    // Decoded in one piece, which takes a fraction of what decoding it in chunks does.
    return (await readFile(resolve(workingDirectory, path))).toString('utf8');
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
