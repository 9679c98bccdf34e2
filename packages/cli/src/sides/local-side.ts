import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CommandError } from '../errors.ts';
import { readText } from '../files.ts';
import { meaningOf } from '../system-errors.ts';
import { inOrder, isOwnFolder, mayBeDocument, type Side } from './side.ts';

/**
 * A file or a folder of this machine.
 * @throws CommandError FILE when it is not there
 */
export async function localSide(name: string, workingDirectory: string): Promise<Side> {
  const path = slashes(name).replace(/(?<=.)\/+$/, '');
  const isFolder = await isDirectory(path, workingDirectory);
  const root = resolve(workingDirectory, path);
  return {
    name,
    kind: isFolder ? 'folder' : 'document',
    ...(isFolder && !isInside(root, workingDirectory) ? { root: path } : {}),
    list: async () => (isFolder ? inOrder(await walk(root, '', path)) : ['']),
    uriOf: (file) => (file === '' ? path : `${path === '.' ? '' : `${path}/`}${file}`),
    load: loaderFor(workingDirectory, isFolder ? root : dirname(root)),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/**
 * Reads files by their paths. A path that leads out of both the working directory and the
 * side's own folder is refused even when it does so through a symbolic link.
 */
export function loaderFor(workingDirectory: string, ownFolder: string): (uri: string) => Promise<string> {
  return async (uri) => {
    const real = await realpath(resolve(workingDirectory, uri)).catch(() => null);
    if (real !== null) {
      const homes = await Promise.all([workingDirectory, ownFolder].map((folder) => realpath(folder)));
      if (!homes.some((home) => isInside(real, home))) {
        throw new CommandError(
          'FILE',
          `${uri} is a symbolic link that leads out of the folder.`,
          'Copy the file into the folder, or run the command in a folder that holds both.',
        );
      }
    }
    return readText(uri, workingDirectory);
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

async function isDirectory(path: string, workingDirectory: string): Promise<boolean> {
  try {
    return (await stat(resolve(workingDirectory, path))).isDirectory();
  } catch (cause) {
    throw new CommandError(
      'FILE',
      `${path} can't be compared: ${meaningOf(cause)}.`,
      'Give a file, a folder, a revision and a path such as main:specs, or - for standard input.',
      cause,
    );
  }
}

/** The documents below a folder; `name` is what the folder is called when it can't be read. */
async function walk(root: string, below: string, name: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((cause: unknown) => {
    throw new CommandError(
      'FILE',
      `The folder ${below === '' ? name : `${name}/${below}`} can't be read: ${meaningOf(cause)}.`,
      'Mend that, or compare a folder without it.',
      cause,
    );
  });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return isOwnFolder(entry.name) ? walk(root, path, name) : [];
      return entry.isFile() && mayBeDocument(path) ? [path] : [];
    }),
  );
  return found.flat();
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
