import { type Manifest, parseManifest } from './manifest.ts';

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
}

/** A snapshot that is not at hand, such as a branch on GitHub. */
export interface RemoteFiles {
  /** The text of the manifest; null when there is none yet. */
  readonly manifestText: string | null;
  /** The object id of every file that stands there, by path from the manifest: what GitHub's tree API lists. */
  readonly blobs: ReadonlyMap<string, string>;
  readonly read: (path: string) => Promise<string | null>;
}

/**
 * The base of a run that has no folder at hand.
 * @throws SnapshotError MANIFEST_UNREADABLE or MANIFEST_NEWER
 */
export function remoteBase({ manifestText, blobs, read }: RemoteFiles): SnapshotBase {
  return {
    manifest: parseManifest(manifestText),
    manifestText,
    compare: async (path, { gitBlob }) => {
      const blob = blobs.get(path);
      if (blob === undefined) return 'missing';
      return blob === gitBlob ? 'same' : 'other';
    },
    read,
  };
}
