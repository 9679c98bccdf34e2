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

/** What gives signs of life for the locks that this process holds: its own process id in a lock file proves nothing. */
const held = new Map<string, NodeJS.Timeout>();

/** How often a run gives a sign of life, which another machine with the same drive can see. */
const SIGN_MS = 30_000;

/**
 * How old the last sign of a run on another machine may be. NFS shows the time of a file up to a
 * minute late (nfs(5), acregmax), and a run that compares large documents gives its sign late.
 */
export const SIGN_LASTS_MS = 5 * 60_000;

/**
 * Takes a work folder for this run. A lock that a killed run left is taken over by making the
 * next one: of many runs that find it, one alone can make that, and none removes another's. One
 * of another machine, whose drive this may be as well, holds as long as its run gives signs.
 * `removeWork` gives the lock back, and `releaseLock` then forgets it.
 * @throws SnapshotError FOLDER_BUSY when another run holds it
 */
export async function takeLock(fs: FileSystem, work: string): Promise<void> {
  const own = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder);
  const last = (await locksIn(fs, work)).at(-1);
  const holder = last === undefined ? null : await readHolder(fs, join(work, last.name));
  const isFree = async () =>
    last === undefined || holder === null || !(await isAlive(holder, fs, work, join(work, last.name)));
  if (!held.has(work) && (await isFree())) {
    const lock = join(work, last === undefined ? 'lock' : `lock-${last.number + 1}`);
    if (await fs.create(lock, own)) {
      // The folder may be gone for a moment, and the next sign comes soon.
      const sign = () => void fs.append(lock, ' ').catch(() => {});
      held.set(work, setInterval(sign, SIGN_MS).unref());
      return;
    }
  }
  throw busy(work, holder);
}

function busy(work: string, holder: Holder | null): SnapshotError {
  const isElsewhere = holder !== null && holder.host !== hostname();
  const who =
    holder === null ? '' : ` (process ${holder.pid}${isElsewhere ? ` on the machine ${holder.host}` : ''})`;
  const until = isElsewhere
    ? `Wait until it has ended; ${SIGN_LASTS_MS / 60_000} minutes after its last sign of life it counts as ended.`
    : 'Wait until it has ended.';
  return new SnapshotError(
    'FOLDER_BUSY',
    `Another run${who} is writing this snapshot folder. Nothing was changed.`,
    { hint: `${until} If there is none, delete ${work} and run again.` },
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
  clearInterval(held.get(work));
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
 * host name, and its successor often gets the same process id: neither holds anything. Of a
 * run on another machine only its signs can tell.
 */
async function isAlive({ pid, host }: Holder, fs: FileSystem, work: string, lock: string): Promise<boolean> {
  if (host !== hostname()) return (await ageOf(fs, work, lock)) < SIGN_LASTS_MS;
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * How long ago a file was written, by the clock of the drive: that of another machine may be wrong.
 * One that is gone counts as written just now.
 */
async function ageOf(fs: FileSystem, work: string, file: string): Promise<number> {
  const made = await fs.makeTemporaryDirectory(join(work, 'now-'));
  try {
    const [now, written] = [await fs.status(made), await fs.status(file)];
    return now === null || written === null ? 0 : now.modified - written.modified;
  } finally {
    await fs.removeEmpty(made);
  }
}
