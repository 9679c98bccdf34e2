import { isCompanionPath } from './companions.ts';
import { SnapshotError } from './errors.ts';
import { MANIFEST_FILE, type Manifest, parseManifest } from './manifest.ts';

/** A text by its hashes: SHA-256 of its UTF-8, and the object id that git gives it, where it is known. */
export interface TextIdentity {
  readonly sha256: string;
  readonly gitBlob: string | null;
}

/** The snapshot as it is before a run, wherever it is kept. Paths go from the manifest, with `/`. */
export interface SnapshotBase {
  readonly manifest: Manifest;
  /** The manifest's text as it stands there; null when there is none yet. */
  readonly manifestText: string | null;
  /** Whether a file holds this text, another one, or is not there. */
  compare(path: string, text: TextIdentity): Promise<'same' | 'other' | 'missing'>;
  /** A file's text, or null when it is not there. */
  read(path: string): Promise<string | null>;
  /** Whether a snapshot wrote the text that a file has now, which only a history can tell; never unless given. */
  wrote?(path: string): Promise<boolean>;
}

/**
 * Makes sure that files can be written at these paths and take the place of files alone.
 * @throws SnapshotError PATH_NOT_PLAIN
 */
export async function assertWritable(base: SnapshotBase, paths: readonly string[]): Promise<void> {
  // Comparing looks at what stands there; with which text, makes no difference.
  for (const path of paths) await base.compare(path, { sha256: '', gitBlob: null });
}

/** A snapshot that is not at hand, such as a branch on GitHub. */
export interface RemoteFiles {
  /** The text of the manifest; null when there is none yet. */
  readonly manifestText: string | null;
  /** The object id of every file that stands there, by path from the manifest: what GitHub's tree API lists. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Paths of what is no plain file, such as symbolic links and submodules; none unless given. */
  readonly others?: ReadonlySet<string>;
  readonly read: (path: string) => Promise<string | null>;
  readonly wrote?: (path: string) => Promise<boolean>;
}

/**
 * The base of a run that has no folder at hand.
 * @throws SnapshotError MANIFEST_UNREADABLE, MANIFEST_NEWER, or PATH_NOT_PLAIN for a manifest that is no
 *   file; comparing and reading throw PATH_NOT_PLAIN where something else than a file stands at a path or in its way
 */
export function remoteBase({
  manifestText,
  blobs,
  others = new Set(),
  read,
  wrote,
}: RemoteFiles): SnapshotBase {
  const all = [...blobs.keys(), ...others];
  const folders = new Set(all.flatMap((path) => foldersOf(path)));
  const assertPlain = (path: string) => {
    // A commit would put a folder in the place of a file, and a file in that of a folder or a link.
    const inTheWay = foldersOf(path).find((folder) => blobs.has(folder) || others.has(folder));
    if (inTheWay !== undefined) throw notPlain(inTheWay, 'is no folder');
    if (folders.has(path)) throw notPlain(path, 'is a folder');
    if (others.has(path)) throw notPlain(path, 'is no plain file');
  };
  assertPlain(MANIFEST_FILE);
  return {
    manifest: parseManifest(manifestText),
    manifestText,
    compare: async (path, { gitBlob }) => {
      assertPlain(path);
      const blob = blobs.get(path);
      if (blob === undefined) return 'missing';
      return blob === gitBlob ? 'same' : 'other';
    },
    read: async (path) => {
      assertPlain(path);
      return read(path);
    },
    ...(wrote === undefined ? {} : { wrote }),
  };
}

/** The folders that a path leads through, from the outside in. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function notPlain(path: string, what: string): SnapshotError {
  const wanted = isCompanionPath(path) ? 'the change log' : 'a document or a folder of them';
  return new SnapshotError(
    'PATH_NOT_PLAIN',
    `${path} in the snapshot folder ${what}, and ${wanted} has to stand there. Nothing was changed.`,
    { hint: 'Move it away, or choose another folder for the snapshot.' },
  );
}
