import type { SnapshotBase } from '../base.ts';
import { companionText } from '../companion-text.ts';
import { isCompanionPath } from '../companions.ts';
import { withPlainLines } from '../document/own-text.ts';
import { MANIFEST_FILE, parseManifest } from '../manifest.ts';
import { sha256Of } from '../sha256.ts';
import type { FileSystem } from './file-system.ts';
import { plainPath } from './plain-path.ts';

/**
 * A snapshot that stands in a folder, or none yet.
 * @throws SnapshotError MANIFEST_UNREADABLE, MANIFEST_NEWER or PATH_NOT_PLAIN; reading throws
 *   WRONG_ENCODING for a change log in another encoding
 */
export async function folderBase(fs: FileSystem, directory: string): Promise<SnapshotBase> {
  const hashes = new Map<string, Promise<string | null>>();
  const locate = async (path: string) => (await plainPath(fs, directory, path)).absolute;
  const hash = async (path: string) => {
    const bytes = await fs.readBytes(await locate(path));
    if (bytes === null) return null;
    const text = bytes.includes('\r\n') ? withPlainLines(Buffer.from(bytes).toString('utf8')) : bytes;
    return sha256Of(text);
  };
  const manifest = await fs.readText(await locate(MANIFEST_FILE));
  const manifestText = manifest === null ? null : withPlainLines(manifest);
  return {
    manifest: parseManifest(manifestText),
    manifestText,
    compare: async (path, { sha256 }) => {
      const known = hashes.get(path) ?? hash(path);
      hashes.set(path, known);
      const found = await known;
      if (found === null) return 'missing';
      return found === sha256 ? 'same' : 'other';
    },
    read: async (path) => {
      if (!isCompanionPath(path)) return fs.readText(await locate(path));
      const bytes = await fs.readBytes(await locate(path));
      return bytes === null ? null : companionText(path, bytes);
    },
  };
}
