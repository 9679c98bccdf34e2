import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { SnapshotBase } from '../base.ts';
import { SnapshotError } from '../errors.ts';
import { codeOf, type FileSystem } from './file-system.ts';
import { folderBase } from './folder-base.ts';
import { type FolderStaging, folderStaging } from './folder-staging.ts';
import { canSwap, type Location, locate } from './locate.ts';
import { releaseLock, removeWork, takeLock } from './lock.ts';
import { isPlainWork } from './plain-work.ts';
import type { HeldFolder } from './publish.ts';
import { recover } from './recover.ts';

const STAGED = 'staged';

/** A snapshot folder for the time of a run. */
export interface OpenFolder {
  readonly base: SnapshotBase;
  readonly staging: FolderStaging;
  /** What a plan is carried out on; null in a dry run. */
  readonly held: HeldFolder | null;
  /** Gives the folder back and clears what the run prepared; what it had begun to publish is finished. */
  close(): Promise<void>;
}

/** The edges of a snapshot folder. */
export interface FolderEdges {
  readonly fs: FileSystem;
  readonly workingDirectory: string;
}

/**
 * Opens a snapshot folder, which need not exist yet: finishes what a killed run began,
 * holds the folder against other runs, and reads what it holds. A dry run holds nothing
 * and keeps its texts in the system's folder for temporary files.
 *
 * @throws SnapshotError FOLDER_BUSY, PATH_NOT_PLAIN, MANIFEST_UNREADABLE or MANIFEST_NEWER
 */
export async function openFolder(path: string, dryRun: boolean, edges: FolderEdges): Promise<OpenFolder> {
  const { fs } = edges;
  const location = await locate(fs, path);
  if (location.directory.split(sep).some((part) => part.toLowerCase() === '.git')) {
    throw new SnapshotError(
      'PATH_NOT_PLAIN',
      `${path} lies in a folder of git itself. Nothing was changed.`,
      {
        hint: 'Choose another folder for the snapshot.',
      },
    );
  }
  await finishKilledRuns(fs, location);
  const status = await fs.status(location.directory);
  if (status !== null && status.kind !== 'directory') {
    throw new SnapshotError('PATH_NOT_PLAIN', `${path} is no folder, so no snapshot can be kept in it.`, {
      hint: 'Choose another folder for the snapshot.',
    });
  }
  return dryRun ? openForReading(fs, location) : openForWriting(location, edges);
}

async function openForReading(fs: FileSystem, { directory }: Location): Promise<OpenFolder> {
  const base = await folderBase(fs, directory);
  const temporary = await fs.makeTemporaryDirectory(join(tmpdir(), 'xano-specs-'));
  const close = () => fs.removeTree(temporary);
  return { base, staging: folderStaging(fs, temporary), held: null, close };
}

async function openForWriting(
  location: Location,
  { fs, workingDirectory }: FolderEdges,
): Promise<OpenFolder> {
  const { directory } = location;
  const swap = await canSwap(fs, location, workingDirectory);
  const work = swap ? location.outerWork : location.innerWork;
  await holdWork(fs, work);
  const close = async () => {
    try {
      await clear(fs, directory, work);
    } catch {
      // What is left is mended by the next run; it must not hide how this one ended.
    }
  };
  try {
    const base = await folderBase(fs, directory);
    const staging = folderStaging(fs, join(work, STAGED));
    await fs.makeDirectory(join(work, STAGED));
    // What a killed run leaves must not get into a commit.
    await fs.writeText(join(work, '.gitignore'), '*\n');
    const owned = new Set(base.manifest.groups.map((entry) => entry.path));
    return { base, staging, held: { fs, directory, work, staging, swap, owned }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** How often a work folder is made anew that another run clears away in the same moment. */
const MAX_ATTEMPTS = 10;

async function holdWork(fs: FileSystem, work: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await fs.makeDirectory(dirname(work));
    await fs.makeDirectory(work);
    try {
      return await takeLock(fs, work);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

async function finishKilledRuns(
  fs: FileSystem,
  { directory, outerWork, innerWork }: Location,
): Promise<void> {
  for (const work of [outerWork, innerWork]) {
    if (!(await isPlainWork(fs, work))) continue;
    try {
      await takeLock(fs, work);
    } catch (error) {
      // Its run has just ended and cleared it away.
      if (codeOf(error) === 'ENOENT') continue;
      throw error;
    }
    await clear(fs, directory, work);
  }
}

/** Finishes what was begun, clears the work folder away and gives its lock back. */
async function clear(fs: FileSystem, directory: string, work: string): Promise<void> {
  try {
    await recover(fs, directory, work);
    await removeWork(fs, work);
  } finally {
    releaseLock(work);
  }
}
