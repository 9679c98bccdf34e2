import {
  companionText,
  isCompanionPath,
  MANIFEST_FILE,
  type ManifestEntry,
  parseManifest,
  remoteBase,
  type SnapshotBase,
  SnapshotError,
  sha256Of,
} from '@xano-specs/core';
import {
  entryAt,
  historyOfFile,
  type Octokit,
  type RepositoryName,
  readBlob,
  readEntriesAt,
  readText,
} from '@xano-specs/github';
import { joinPath } from './result.ts';

/** The mode of a symbolic link in a tree of git. */
const SYMBOLIC_LINK = '120000';

/** Where a snapshot is kept: a folder of a commit, '' for its root. */
export interface BasePlace extends RepositoryName {
  readonly directory: string;
}

/**
 * The snapshot as a commit holds it.
 * @throws SnapshotError PATH_NOT_PLAIN when the folder, or what a snapshot has in it, is something else;
 *   reading throws WRONG_ENCODING for a change log in another encoding
 */
export async function baseAt(octokit: Octokit, place: BasePlace, oid: string): Promise<SnapshotBase> {
  const { owner, repo, directory } = place;
  const prefix = joinPath(directory, '');
  const { entries } = await readEntriesAt(octokit, { owner, repo, ref: oid, path: directory });
  if (entries.size === 0) await assertFolder(octokit, place, oid);
  const blobs = new Map<string, string>();
  const others = new Set<string>();
  for (const [whole, entry] of entries) {
    const path = whole.slice(prefix.length);
    if (entry.type === 'blob' && entry.mode !== SYMBOLIC_LINK) blobs.set(path, entry.oid);
    else others.add(path);
  }
  const read = async (path: string): Promise<string | null> => {
    const blob = blobs.get(path);
    if (blob === undefined) return null;
    const file = { owner, repo, oid: blob };
    return isCompanionPath(path)
      ? companionText(path, await readBlob(octokit, file))
      : readText(octokit, file);
  };
  const wrote = writtenBySnapshot(octokit, place, oid, blobs);
  return remoteBase({ manifestText: await read(MANIFEST_FILE), blobs, others, read, wrote });
}

/** Files that nobody knows of whose history is looked at: more of them are no trace of one merge. */
export const MOST_STRANGERS = 200;

/** Whether the commit that gave a file its text also gave the manifest an entry that says so. */
function writtenBySnapshot(
  octokit: Octokit,
  { owner, repo, directory }: BasePlace,
  head: string,
  blobs: ReadonlyMap<string, string>,
): (path: string) => Promise<boolean> {
  const manifests = new Map<string, Promise<string | null>>();
  const textOf = (oid: string) => readText(octokit, { owner, repo, oid });
  const manifestAt = async (commit: string) => {
    const entry = await entryAt(octokit, { owner, repo }, commit, joinPath(directory, MANIFEST_FILE));
    return entry === null ? null : textOf(entry.sha);
  };
  let asked = 0;
  return async (path) => {
    const blob = blobs.get(path);
    asked += 1;
    if (blob === undefined || asked > MOST_STRANGERS) return false;
    const file = { owner, repo, head, path: joinPath(directory, path) };
    const [newest] = await historyOfFile(octokit, { ...file, perPage: 1 });
    if (newest === undefined) return false;
    const manifest = manifests.get(newest.oid) ?? manifestAt(newest.oid);
    manifests.set(newest.oid, manifest);
    const sha256 = sha256Of(await textOf(blob));
    return entriesNamedIn((await manifest) ?? '').some((one) => one.path === path && one.sha256 === sha256);
  };
}

/** What the text of a manifest names; nothing for one that can't be read. */
export function entriesNamedIn(text: string): readonly ManifestEntry[] {
  try {
    return parseManifest(text).groups;
  } catch (error) {
    if (error instanceof SnapshotError) return [];
    throw error;
  }
}

/** A commit would put the folder in the place of whatever has its name: a file, a link or a submodule. */
async function assertFolder(
  octokit: Octokit,
  { owner, repo, directory }: BasePlace,
  oid: string,
): Promise<void> {
  const parts = directory === '' ? [] : directory.split('/');
  for (const index of parts.keys()) {
    const path = parts.slice(0, index + 1).join('/');
    const entry = await entryAt(octokit, { owner, repo }, oid, path);
    if (entry === null) return;
    if (entry.type === 'tree') continue;
    throw new SnapshotError(
      'PATH_NOT_PLAIN',
      `${path} is no folder in this repository, so no snapshot can be kept in it. Nothing was changed.`,
      { hint: 'Choose another folder with the input directory, or move away what stands there.' },
    );
  }
}
