import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import type { CompanionFile } from '../companions.ts';
import { FILE_CONCURRENCY } from '../limits.ts';
import { MANIFEST_FILE } from '../manifest.ts';
import type { PlannedWrite, SnapshotPlan } from '../plan.ts';
import { codeOf, type FileSystem } from './file-system.ts';
import type { FolderStaging } from './folder-staging.ts';
import { type Journal, removeJournal, writeJournal } from './journal.ts';
import { plainPath } from './plain-path.ts';
import { carryOver, makeDirectories, rescue } from './tree.ts';

/** A folder that is held by this run, and the place where it prepares its work. */
export interface HeldFolder {
  readonly fs: FileSystem;
  readonly directory: string;
  /** On the same file system; emptied by the run, or by the next one. */
  readonly work: string;
  readonly staging: FolderStaging;
  /** Whether the whole folder may be swapped. */
  readonly swap: boolean;
  /** The paths that the manifest before the run names. */
  readonly owned: ReadonlySet<string>;
}

/** Where the new state is prepared, and where the old one goes, in the work folder. */
export const NEW_TREE = 'new';
export const OLD_TREE = 'old';

/** Codes with which a system refuses to move a folder: a mount point, an open file in it, a lower layer. */
const UNMOVABLE = ['EBUSY', 'EXDEV', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EEXIST'];

/**
 * Carries a plan out in a folder. The new files are prepared aside; then the whole folder
 * is swapped, so that a killed run leaves the old tree or the new one. Where it can't be
 * moved, a journal says what is to be done before anything is, and the next run finishes
 * it. Files that no manifest names are left alone, and no symbolic link is followed.
 *
 * @throws SnapshotError PATH_NOT_PLAIN before anything is changed
 */
export async function publishToFolder(
  plan: SnapshotPlan,
  companions: readonly CompanionFile[],
  folder: HeldFolder,
): Promise<void> {
  const { fs, directory, work } = folder;
  const fresh = join(work, NEW_TREE);
  const journal: Journal = {
    version: 1,
    moves: [...[...plan.writes, ...companions].map(({ path }) => path), MANIFEST_FILE],
    deletions: [...plan.deletions],
    swap: folder.swap,
  };
  for (const path of [...journal.moves, ...journal.deletions]) await plainPath(fs, directory, path);
  await prepareFiles(plan, companions, folder, fresh);
  if (folder.swap && (await swap(folder, fresh, journal))) return;
  await writeJournal(fs, work, { ...journal, swap: false });
  await replaceFiles(fs, directory, work, journal);
}

/** Puts every new file under the new tree and on the disk. */
async function prepareFiles(
  plan: SnapshotPlan,
  companions: readonly CompanionFile[],
  folder: HeldFolder,
  fresh: string,
): Promise<void> {
  const { fs, directory, staging } = folder;
  await fs.makeDirectory(fresh);
  await makeDirectories(
    fs,
    fresh,
    plan.writes.map(({ path }) => dirname(path)),
  );
  const last = new Map(plan.writes.map(({ sha256, path }) => [sha256, path]));
  const place = async ({ path, sha256, from }: PlannedWrite) => {
    const target = join(fresh, path);
    if (from !== null) return takeOver(fs, (await plainPath(fs, directory, from)).absolute, target);
    // Groups with the same document share one staged text: the last to be placed may have it.
    if (last.get(sha256) !== path) await fs.copy(staging.locate(sha256), target);
  };
  const limit = pLimit(FILE_CONCURRENCY);
  await Promise.all(plan.writes.map((write) => limit(() => place(write))));
  const moved = plan.writes.filter(({ path, sha256, from }) => from === null && last.get(sha256) === path);
  await Promise.all(
    moved.map(({ path, sha256 }) => limit(() => fs.move(staging.locate(sha256), join(fresh, path)))),
  );
  const texts = [...companions, { path: MANIFEST_FILE, text: plan.manifestText }];
  for (const { path, text } of texts) await fs.writeText(join(fresh, path), text);
  const files = [...plan.writes, ...texts].map(({ path }) => path);
  await Promise.all(files.map((path) => limit(() => fs.flush(join(fresh, path)))));
}

async function takeOver(fs: FileSystem, from: string, to: string): Promise<void> {
  await fs.linkOrCopy(from, to).catch((error: unknown) => {
    if (codeOf(error) !== 'EXDEV') throw error;
    return fs.copy(from, to);
  });
}

/** Swaps the whole folder for the new tree; false, with nothing changed, where the system does not let it. */
async function swap(folder: HeldFolder, fresh: string, journal: Journal): Promise<boolean> {
  const { fs, directory, work, owned } = folder;
  const exists = (await fs.status(directory)) !== null;
  if (exists && !(await carryOver(fs, directory, fresh, journal, owned))) return false;
  await writeJournal(fs, work, journal);
  const old = join(work, OLD_TREE);
  try {
    // Between the two moves the folder stands under its old name in the work folder only.
    // No call of Node exchanges two folders; the next run puts the new one in its place.
    if (exists) await fs.moveBoth([directory, old], [fresh, directory]);
    else await fs.move(fresh, directory);
  } catch (error) {
    // A folder that is away must come back as a whole before anything else may touch it.
    const isAway = exists && (await fs.status(directory)) === null;
    if (!isAway && UNMOVABLE.includes(codeOf(error))) return false;
    throw error;
  }
  await fs.flush(dirname(directory));
  if (exists) await discardOld(fs, directory, work, journal);
  return true;
}

/**
 * Saves what other people changed in the old tree meanwhile, and marks it as done with by
 * one move: as long as it stands under its own name, that may have to be done again.
 */
export async function discardOld(
  fs: FileSystem,
  directory: string,
  work: string,
  journal: Pick<Journal, 'moves' | 'deletions'>,
): Promise<void> {
  const old = join(work, OLD_TREE);
  await rescue(fs, old, directory, new Set([...journal.moves, ...journal.deletions]));
  await fs.move(old, join(work, 'discarded'));
}

/** Replaces the files one by one, the manifest last. Done again after a kill, it goes on where it stopped. */
export async function replaceFiles(
  fs: FileSystem,
  directory: string,
  work: string,
  { moves, deletions }: Pick<Journal, 'moves' | 'deletions'>,
): Promise<void> {
  const documents = moves.filter((path) => path !== MANIFEST_FILE);
  await fs.makeDirectory(directory);
  await makeDirectories(
    fs,
    directory,
    documents.map((path) => dirname(path)),
  );
  const place = async (path: string) => {
    const fresh = await plainPath(fs, join(work, NEW_TREE), path);
    const { absolute } = await plainPath(fs, directory, path);
    if (fresh.status !== null) await fs.move(fresh.absolute, absolute);
  };
  for (const path of documents) await place(path);
  for (const path of deletions) {
    await fs.removeFile((await plainPath(fs, directory, path)).absolute);
    await removeEmptyFolders(fs, directory, path);
  }
  if (moves.includes(MANIFEST_FILE)) await place(MANIFEST_FILE);
  await fs.flush(directory);
  await removeJournal(fs, work);
}

async function removeEmptyFolders(fs: FileSystem, directory: string, path: string): Promise<void> {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (!(await fs.removeEmpty(join(directory, folder)))) return;
  }
}
