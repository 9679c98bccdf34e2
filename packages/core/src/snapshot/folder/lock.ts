import { hostname } from 'node:os';
import { join } from 'node:path';
import { SnapshotError } from '../errors.ts';
import { codeOf, type FileSystem } from './file-system.ts';

const LOCK_FILE = 'lock';

/** Who holds a work folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** The locks that this process holds: its own process id in a lock file proves nothing. */
const held = new Set<string>();

/**
 * Takes a work folder for this run. A lock that a killed run left is taken over. Removing
 * the work folder gives the lock back; `releaseLock` then forgets it.
 * @throws SnapshotError FOLDER_BUSY when another run holds it
 */
export async function takeLock(fs: FileSystem, work: string): Promise<void> {
  const file = join(work, LOCK_FILE);
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  if (!held.has(work) && ((await fs.create(file, own)) || (await takeOver(fs, file, own)))) {
    held.add(work);
    return;
  }
  const holder = await readHolder(fs, file);
  throw new SnapshotError(
    'FOLDER_BUSY',
    `Another run${holder === null ? '' : ` (process ${holder.pid})`} is writing this snapshot folder. Nothing was changed.`,
    { hint: `Wait until it has ended. If there is none, delete ${work} and run again.` },
  );
}

/** Forgets a lock whose work folder is gone. */
export function releaseLock(work: string): void {
  held.delete(work);
}

async function takeOver(fs: FileSystem, file: string, own: string): Promise<boolean> {
  const holder = await readHolder(fs, file);
  if (holder !== null && isAlive(holder)) return false;
  await fs.removeFile(file);
  return fs.create(file, own);
}

async function readHolder(fs: FileSystem, file: string): Promise<Holder | null> {
  try {
    const parsed: unknown = JSON.parse((await fs.readText(file)) ?? '');
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('host' in parsed))
      return null;
    return { pid: Number(parsed.pid), host: String(parsed.host) };
  } catch {
    return null;
  }
}

/**
 * Whether the holder still runs. A container that was killed leaves a lock with its own
 * host name, and its successor often gets the same process id: neither holds anything.
 */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname() || pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
