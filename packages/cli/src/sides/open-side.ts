import { text } from 'node:stream/consumers';
import { CommandError } from '../errors.ts';
import { gitSide } from './git-side.ts';
import { loaderFor, localSide } from './local-side.ts';
import type { Side } from './side.ts';

/** Where a side that is no file may come from. */
export interface SideEdges {
  readonly workingDirectory: string;
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** A drive of Windows: `C:\specs` and `C:/specs` name no revision `C`. */
const WINDOWS_DRIVE = /^[a-z]:[\\/]/i;

/**
 * Opens one side of a comparison: a file, a folder, `REV:path`, or `-` for standard input.
 *
 * A colon always means a revision, whatever files there are, so that nobody can put a file
 * in its place; a path that begins with a dot or a slash is always a path.
 *
 * @throws CommandError when it is not there
 */
export async function openSide(name: string, edges: SideEdges): Promise<Side> {
  if (name === '-') return standardInput(edges);
  if (name === '') {
    throw new CommandError(
      'USAGE',
      'A side of the comparison is empty: is a variable not set?',
      'Write . for the folder that the command runs in.',
    );
  }
  const { workingDirectory } = edges;
  const named = revisionOf(name);
  if (named === null) return localSide(name, workingDirectory);
  if (named.path.startsWith('//')) {
    throw new CommandError(
      'USAGE',
      `${name} is an address, and nothing is fetched from the network to be compared.`,
      `Fetch it first and hand it over: curl -fsS ${name} | xano-specs diff - HEAD`,
    );
  }
  return gitSide(named.revision, named.path, workingDirectory);
}

/** The revision and the path that a name such as `main:specs` stands for; null for a path alone. */
export function revisionOf(name: string): { readonly revision: string; readonly path: string } | null {
  const colon = name.indexOf(':');
  if (colon === -1 || /^[./\\]/.test(name) || WINDOWS_DRIVE.test(name)) return null;
  return { revision: name.slice(0, colon), path: name.slice(colon + 1) };
}

function standardInput(edges: SideEdges): Side {
  const load = loaderFor(edges.workingDirectory, edges.workingDirectory);
  return {
    name: '-',
    kind: 'document',
    list: async () => [''],
    uriOf: () => '-',
    load: async (uri) => (uri === '-' ? text(edges.stdin) : load(uri)),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
