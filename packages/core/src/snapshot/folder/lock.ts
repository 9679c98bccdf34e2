import { hostname } from 'node:os';
import { join } from 'node:path';
import { SnapshotError } from '../errors.ts';
import { codeOf, type FileSystem } from './file-system.ts';

/** The first lock of a work folder, and those that take over from one that a killed run left: `lock-2`, `lock-3`, … */
const LOCK_FILE = /^lock(?:-(\d{1,6}))?$/;

/** Who holds a work folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** The locks that this process holds: its own process id in a lock file proves nothing. */
const held = new Set<string>();

/**
 * Takes a work folder for this run. A lock that a killed run left is taken over by making the
 * next one: of many runs that find it, one alone can make that, and none removes another's.
 * `removeWork` gives the lock back, and `releaseLock` then forgets it.
 * @throws SnapshotError FOLDER_BUSY when another run holds it
 */
export async function takeLock(fs: FileSystem, work: string): Promise<void> {
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  const last = (await locksIn(fs, work)).at(-1);
  const holder = last === undefined ? null : await readHolder(fs, join(work, last.name));
  if (!held.has(work) && (holder === null || !isAlive(holder))) {
    const next = last === undefined ? 'lock' : `lock-${last.number + 1}`;
    if (await fs.create(join(work, next), own)) {
      held.add(work);
      return;
    }
  }
  throw new SnapshotError(
    'FOLDER_BUSY',
    `Another run${holder === null ? '' : ` (process ${holder.pid})`} is writing this snapshot folder. Nothing was changed.`,
    { hint: `Wait until it has ended. If there is none, delete ${work} and run again.` },
  );
}

/**
 * Removes a work folder that this run holds, its locks last: until then nobody else works in it,
 * and whoever takes it afterwards loses nothing.
 */
export async function removeWork(fs: FileSystem, work: string): Promise<void> {
  const locks = (await locksIn(fs, work)).map(({ name }) => name);
  for (const { name } of await fs.list(work)) {
    if (!locks.includes(name)) await fs.removeTree(join(work, name));
  }
  for (const name of locks) await fs.removeTree(join(work, name));
  await fs.removeEmpty(work);
}

/** The locks of a work folder in the order in which they were made. */
async function locksIn(fs: FileSystem, work: string): Promise<{ name: string; number: number }[]> {
  return (await fs.list(work))
    .flatMap(({ name }) => {
      const found = LOCK_FILE.exec(name);
      return found === null ? [] : [{ name, number: Number(found[1] ?? 1) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Forgets a lock whose work folder is gone. */
export function releaseLock(work: string): void {
  held.delete(work);
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
