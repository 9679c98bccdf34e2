import type { Dirent } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  NO_STATE,
  parseState,
  SiteError,
  type SiteFolder,
  type SiteState,
  STATE_FILE,
} from '@xano-specs/site';
import { CommandError } from '../../errors.ts';
import { writeWhole } from '../../files.ts';
import { meaningOf } from '../../system-errors.ts';

/** The folder of a site, and what the last build left in it. */
export interface OutFolder extends SiteFolder {
  readonly state: SiteState;
  /** Leaves what the next build needs to know. */
  keep(text: string): Promise<void>;
}

/**
 * Opens the folder that a site is written into. It must be new, empty, or one that a build has
 * written before: nobody's files are overwritten, and no link is followed.
 *
 * @throws SiteError FOLDER_TAKEN, STATE_UNREADABLE
 * @throws CommandError FILE when it can't be used
 */
export async function openOutFolder(name: string, workingDirectory: string): Promise<OutFolder> {
  const root = resolve(workingDirectory, name);
  const there = await filesBelow(root, name);
  const isOurs = there.has(STATE_FILE);
  if (!isOurs && there.size > 0) {
    throw notOurs(name, [...there][0] ?? '');
  }
  const state = isOurs ? parseState(await readFile(join(root, STATE_FILE), 'utf8')) : NO_STATE;
  const made = new Set<string>();
  const told = async (path: string, work: Promise<unknown>) => {
    await work.catch((cause: unknown) => {
      throw new CommandError(
        'FILE',
        `${name}/${path} can't be written: ${meaningOf(cause)}.`,
        'Mend that, and build the site again: it goes on where it stopped.',
        cause,
      );
    });
  };
  return {
    state,
    has: (path) => there.has(path),
    write: async (path, text) => {
      const folder = dirname(join(root, path));
      if (!made.has(folder)) await told(path, mkdir(folder, { recursive: true }));
      made.add(folder);
      await told(path, writeFile(join(root, path), text));
    },
    remove: async (path) => {
      await told(path, rm(join(root, path), { force: true }));
      await removeEmpty(dirname(path), root);
    },
    keep: (text) => writeWhole(join(name, STATE_FILE), text, workingDirectory),
  };
}

/** The files below a folder, by their paths; none where it is not there. */
async function filesBelow(root: string, name: string): Promise<ReadonlySet<string>> {
  try {
    if (!(await isFolder(root, name))) return new Set();
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const pathOf = (entry: Dirent) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    const other = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
    if (other !== undefined) {
      throw taken(`${name} holds something that is no plain file or folder: ${pathOf(other)}.`);
    }
    return new Set(entries.filter((entry) => entry.isFile()).map(pathOf));
  } catch (cause) {
    if (cause instanceof SiteError) throw cause;
    throw new CommandError(
      'FILE',
      `${name} can't be used: ${meaningOf(cause)}.`,
      'Choose another folder, or mend this one.',
      cause,
    );
  }
}

/**
 * Whether a folder is there that a build may write into. Only that the folder itself is missing means that it
 * is new: what goes while it is read says nothing. One that holds something and is no site is not read to its ends.
 */
async function isFolder(root: string, name: string): Promise<boolean> {
  const found = await lstat(root).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null) return false;
  if (!found.isDirectory()) {
    throw taken(`${name} is ${found.isSymbolicLink() ? 'a symbolic link' : 'no folder'}.`);
  }
  const top = await readdir(root, { withFileTypes: true });
  const isOurs = top.some((entry) => entry.name === STATE_FILE);
  const file = top.find((entry) => !entry.isDirectory());
  if (!isOurs && file !== undefined) throw notOurs(name, file.name);
  return true;
}

function notOurs(name: string, file: string): SiteError {
  return taken(`${name} holds files that no build of a site has left there, such as ${file}.`);
}

function taken(message: string): SiteError {
  return new SiteError('FOLDER_TAKEN', message, 'Choose an empty folder, or a new one.');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Removes a folder and those above it, up to the site's own, as long as they are empty. */
async function removeEmpty(path: string, root: string): Promise<void> {
  if (path === '.') return;
  try {
    await rmdir(join(root, path));
  } catch {
    return;
  }
  await removeEmpty(dirname(path), root);
}
