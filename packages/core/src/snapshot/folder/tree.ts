import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { FILE_CONCURRENCY, MAX_FOREIGN_FILES } from '../limits.ts';
import { MANIFEST_FILE } from '../manifest.ts';
import { codeOf, type FileSystem } from './file-system.ts';
import type { Journal } from './journal.ts';
import { INNER_WORK } from './locate.ts';

/**
 * Completes a new tree with all that the old one holds and the run leaves alone: unchanged
 * documents, and whatever other people keep in the folder. Files are linked, symbolic links
 * made anew, none followed.
 *
 * @returns false when the folder holds too much that is none of ours to be carried over, or
 *   something of another file system is mounted in it, which would be moved along and then be cleared away
 */
export async function carryOver(
  fs: FileSystem,
  from: string,
  to: string,
  { moves, deletions }: Journal,
  owned: ReadonlySet<string>,
): Promise<boolean> {
  const replaced = new Set([...moves, ...deletions, MANIFEST_FILE]);
  const files = await walk(fs, from);
  const carried = files.filter(({ path }) => !replaced.has(path));
  if (carried.filter(({ path }) => !owned.has(path)).length > MAX_FOREIGN_FILES) return false;
  const limit = pLimit(FILE_CONCURRENCY);
  await makeDirectories(
    fs,
    to,
    carried.map(({ path, kind }) => (kind === 'directory' ? path : dirname(path))),
  );
  const carry = async ({ path, kind }: Leaf): Promise<boolean> => {
    if (kind === 'link') await fs.makeLink(await fs.readLink(join(from, path)), join(to, path));
    else if (kind === 'file') return linked(fs, join(from, path), join(to, path));
    return true;
  };
  const done = await Promise.all(carried.map((leaf) => limit(() => carry(leaf))));
  if (done.includes(false) || (await holdsMount(fs, from))) return false;
  await copyModes(fs, from, to);
  return true;
}

/** Gives a file its second name; false when it stands on another file system. */
async function linked(fs: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await fs.linkOrCopy(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EXDEV') return false;
    throw error;
  }
}

/** Whether a folder inside is of another file system than the folder itself. */
async function holdsMount(fs: FileSystem, top: string): Promise<boolean> {
  const device = (await fs.status(top))?.device;
  const pending = [top];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if ((await fs.status(folder))?.device !== device) return true;
    for (const { name, kind } of await fs.list(folder)) {
      if (kind === 'directory' && name !== INNER_WORK) pending.push(join(folder, name));
    }
  }
  return false;
}

/**
 * Moves what came into the old tree while the new one was made, or changed there, over to
 * the new one: files of other people alone.
 */
export async function rescue(
  fs: FileSystem,
  old: string,
  directory: string,
  replaced: ReadonlySet<string>,
): Promise<void> {
  for (const { path, kind } of await walk(fs, old)) {
    if (kind === 'directory' || path === MANIFEST_FILE || replaced.has(path)) continue;
    const before = await fs.status(join(old, path));
    const after = await fs.status(join(directory, path));
    if (after !== null && (before?.modified === after.modified || before?.kind === 'link')) continue;
    await fs.makeDirectory(dirname(join(directory, path)));
    await fs.move(join(old, path), join(directory, path));
  }
}

/** Something in a tree; of its directories only the empty ones, since files bring theirs along. */
interface Leaf {
  /** From the top of the tree, with `/`. */
  readonly path: string;
  readonly kind: 'directory' | 'file' | 'link';
}

/** What stands in a tree, without the work folder of a run inside it. */
async function walk(fs: FileSystem, top: string): Promise<Leaf[]> {
  const leaves: Leaf[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = await fs.list(join(top, folder));
    if (entries.length === 0 && folder !== '') leaves.push({ path: folder, kind: 'directory' });
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (path === INNER_WORK) continue;
      if (kind === 'directory') pending.push(path);
      else leaves.push({ path, kind });
    }
  }
  return leaves;
}

/** Makes each of these directories once. */
export async function makeDirectories(fs: FileSystem, top: string, paths: readonly string[]): Promise<void> {
  for (const path of new Set(paths)) await fs.makeDirectory(join(top, path));
}

async function copyModes(fs: FileSystem, from: string, to: string): Promise<void> {
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const wanted = await fs.status(join(from, folder));
    const made = await fs.status(join(to, folder));
    if (wanted?.kind === 'directory' && made !== null && wanted.mode !== made.mode) {
      await fs.setMode(join(to, folder), wanted.mode & 0o7777);
    }
    for (const { name, kind } of await fs.list(join(to, folder))) {
      if (kind === 'directory') pending.push(folder === '' ? name : `${folder}/${name}`);
    }
  }
}
