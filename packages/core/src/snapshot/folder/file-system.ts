import { constants, renameSync } from 'node:fs';
import {
  access,
  appendFile,
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a directory holds under a name. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'directory' | 'file' | 'link';
}

/** What stands at a path, without following a symbolic link. */
export interface FileStatus {
  readonly kind: 'directory' | 'file' | 'link' | 'other';
  readonly device: number;
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
}

/** The calls that a snapshot folder needs of a file system. What isn't there is null where that is an answer. */
export interface FileSystem {
  readText(path: string): Promise<string | null>;
  readBytes(path: string): Promise<Buffer | null>;
  writeText(path: string, text: string): Promise<void>;
  /** Writes a file that must not exist yet; false when it does. */
  create(path: string, text: string): Promise<boolean>;
  /** Writes at the end of a file that is there. */
  append(path: string, text: string): Promise<void>;
  makeDirectory(path: string): Promise<void>;
  /** Makes a directory of a name that begins so and is nobody's yet, and gives its path. */
  makeTemporaryDirectory(prefix: string): Promise<string>;
  list(path: string): Promise<readonly DirectoryEntry[]>;
  status(path: string): Promise<FileStatus | null>;
  isWritable(path: string): Promise<boolean>;
  realPath(path: string): Promise<string>;
  readLink(path: string): Promise<string>;
  makeLink(target: string, path: string): Promise<void>;
  /** Gives a file a second name; a copy where the file system knows no hard links, and EXDEV where it is another one. */
  linkOrCopy(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  move(from: string, to: string): Promise<void>;
  /** Two moves with nothing between them; when the second fails, the first is undone. */
  moveBoth(first: readonly [string, string], second: readonly [string, string]): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Removes a directory when it is empty; false when it is not. */
  removeEmpty(path: string): Promise<boolean>;
  removeTree(path: string): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  /** Waits until a file or directory is on the disk, where the system can tell. */
  flush(path: string): Promise<void>;
}

/**
 * Makes a folder and those above it. Node's own way (`recursive`) asks for ever, deaf to signals, where
 * the system says "no such file" of a folder whose parent is there, as Linux does under /proc.
 */
async function makeDirectory(path: string): Promise<void> {
  if (await isMade(path)) return;
  await makeDirectory(dirname(path));
  await mkdir(path).catch(falseOn('EEXIST'));
}

/** Makes a folder, or finds it there; false when the one above it is missing. */
async function isMade(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && dirname(path) !== path) return false;
    const stats = await orNull(stat(path));
    if (stats?.isDirectory() === true) return true;
    throw error;
  }
}

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  readText: (path) => orNull(readFile(path, 'utf8')),
  readBytes: (path) => orNull(readFile(path)),
  writeText,
  create: async (path, text) => {
    // Written aside and linked, so that nobody reads a file that is there but not yet filled.
    const aside = `${path}.${process.pid}`;
    // What stands there already may be a link to elsewhere: it is not written through.
    await unlink(aside).catch(falseOn('ENOENT'));
    await writeFile(aside, text, { flag: 'wx' });
    try {
      await link(aside, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      return await writeFile(path, text, { flag: 'wx' }).then(() => true, falseOn('EEXIST'));
    } finally {
      await unlink(aside);
    }
  },
  append: (path, text) => appendFile(path, text, { flag: constants.O_WRONLY | constants.O_APPEND }),
  makeDirectory,
  makeTemporaryDirectory: (prefix) => mkdtemp(prefix),
  list: async (path) =>
    (await readdir(path, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'file',
    })),
  status: async (path) => {
    const stats = await orNull(lstat(path));
    if (stats === null) return null;
    const kind = stats.isDirectory()
      ? 'directory'
      : stats.isFile()
        ? 'file'
        : stats.isSymbolicLink()
          ? 'link'
          : 'other';
    return { kind, device: stats.dev, mode: stats.mode, size: stats.size, modified: stats.mtimeMs };
  },
  isWritable: (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
  realPath: (path) => realpath(path),
  readLink: (path) => readlink(path),
  makeLink: (target, path) => symlink(target, path),
  linkOrCopy: async (from, to) => {
    try {
      await link(from, to);
    } catch (error) {
      if (['ENOENT', 'EEXIST', 'EXDEV'].includes(codeOf(error))) throw error;
      await copyFile(from, to, constants.COPYFILE_FICLONE);
    }
  },
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_FICLONE),
  move: (from, to) => rename(from, to),
  moveBoth: async (first, second) => {
    renameSync(...first);
    try {
      renameSync(...second);
    } catch (error) {
      renameSync(first[1], first[0]);
      throw error;
    }
  },
  removeFile: (path) =>
    unlink(path)
      .catch(falseOn('ENOENT'))
      .then(() => undefined),
  removeEmpty: (path) => rmdir(path).then(() => true, falseOn('ENOTEMPTY', 'EEXIST', 'ENOENT')),
  removeTree: (path) => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  setMode: (path, mode) => chmod(path, mode),
  flush: async (path) => {
    try {
      const handle = await open(path, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      // Windows can't open a directory, nor synchronise what was opened for reading; some
      // network file systems can't synchronise at all.
      if (!['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error;
    }
  },
};

/** The code of a system error, or an empty text. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** How much of a text is encoded at a time. */
const PIECE_BYTES = 64 * 1024;

/** Writes a text through one small buffer: encoded as a whole, each file would leave a large one behind. */
async function writeText(path: string, text: string): Promise<void> {
  const encoder = new TextEncoder();
  const buffer = new Uint8Array(PIECE_BYTES);
  const handle = await open(path, 'w');
  try {
    for (let at = 0; at < text.length; ) {
      // What doesn't fit is left for the next turn; no pair of surrogates is torn.
      const { read, written } = encoder.encodeInto(text.slice(at, endOfPiece(text, at)), buffer);
      await handle.writeFile(buffer.subarray(0, written));
      at += read;
    }
  } finally {
    await handle.close();
  }
}

function endOfPiece(text: string, start: number): number {
  const end = start + PIECE_BYTES;
  const tears = end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00;
  return tears ? end - 1 : end;
}

async function orNull<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

function falseOn(...codes: string[]): (error: unknown) => false {
  return (error) => {
    if (codes.includes(codeOf(error))) return false;
    throw error;
  };
}
