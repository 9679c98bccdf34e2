import { MANIFEST_FILE, type Manifest, type ManifestEntry, parseManifest, placeKey } from '@xano-specs/core';
import { SiteError } from '../errors.ts';
import type { ReadObject, SnapshotCommit } from './commits.ts';

/** A text that the document of a group had, from a commit on. */
export interface GroupVersion {
  readonly commit: string;
  readonly at: string;
  /** The id of the text. */
  readonly object: string;
  /** Where it stood, from the snapshot's folder. */
  readonly path: string;
  /** What the manifest called it. */
  readonly version: string;
}

/** An API group and what became of its document. */
export interface GroupHistory {
  readonly key: string;
  /** What the newest manifest says of it; what the last one said, for a group that is gone. */
  readonly entry: ManifestEntry;
  /** The oldest first; never empty. */
  readonly versions: readonly GroupVersion[];
}

/** A group that the snapshot no longer holds, and since when. */
export interface GoneGroup extends GroupHistory {
  readonly commit: string;
  readonly at: string;
}

/** What the commits of a snapshot tell. */
export interface SnapshotHistory {
  /** Those that the newest manifest holds, by path. */
  readonly groups: readonly GroupHistory[];
  /** In the order in which they went. */
  readonly gone: readonly GoneGroup[];
  /** The newest commit. */
  readonly head: { readonly commit: string; readonly at: string };
}

/**
 * Follows every API group through the commits of a snapshot, the oldest first. A group is known by its
 * ids, which the manifest holds, so a renamed file is the same group. One that went and comes
 * back begins again. A manifest that can't be read counts as not there, unless it is the newest.
 *
 * @throws SiteError NO_MANIFEST when the snapshot has none
 * @throws SnapshotError when its newest manifest can't be read
 */
export async function readHistory(
  commits: Iterable<SnapshotCommit>,
  read: ReadObject,
): Promise<SnapshotHistory> {
  const reader = new HistoryReader(read);
  for (const commit of commits) await reader.take(commit);
  return reader.end();
}

class HistoryReader {
  readonly #read: ReadObject;
  readonly #files = new Map<string, string>();
  readonly #known = new Map<string, { entry: ManifestEntry; versions: GroupVersion[] }>();
  readonly #gone: GoneGroup[] = [];
  #byPath = new Map<string, [key: string, entry: ManifestEntry]>();
  #head: { commit: string; at: string } | null = null;
  #trouble: unknown = null;

  constructor(read: ReadObject) {
    this.#read = read;
  }

  async take({ id, at, changes }: SnapshotCommit): Promise<void> {
    this.#head = { commit: id, at };
    const touched = new Set<string>();
    for (const { path, object } of changes) {
      touched.add(path);
      if (object === null) this.#files.delete(path);
      else this.#files.set(path, object);
    }
    if (touched.has(MANIFEST_FILE)) await this.#takeManifest(touched);
    for (const path of touched) {
      const found = this.#byPath.get(path);
      if (found !== undefined) this.#takeDocument(found[0], found[1]);
    }
  }

  /** Takes what the manifest now says. Documents that it newly names count as touched. */
  async #takeManifest(touched: Set<string>): Promise<void> {
    const manifest = await this.#manifest();
    if (manifest === null) return;
    const { commit, at } = this.#head ?? { commit: '', at: '' };
    const byPath = new Map(manifest.groups.map((entry) => [entry.path, [keyOf(entry), entry] as const]));
    const keys = new Set(Array.from(byPath.values(), ([key]) => key));
    for (const [key, { entry, versions }] of this.#known) {
      if (keys.has(key)) continue;
      this.#known.delete(key);
      this.#gone.push({ key, entry, versions, commit, at });
    }
    for (const [path, [key, entry]] of byPath) {
      const known = this.#known.get(key);
      if (known === undefined || known.entry.path !== path) touched.add(path);
      if (known !== undefined) known.entry = entry;
    }
    this.#byPath = new Map(Array.from(byPath, ([path, [key, entry]]) => [path, [key, entry]]));
  }

  async #manifest(): Promise<Manifest | null> {
    const object = this.#files.get(MANIFEST_FILE);
    this.#trouble = null;
    if (object === undefined) {
      this.#trouble = noManifest();
      return null;
    }
    try {
      return parseManifest(await this.#read(object));
    } catch (error) {
      this.#trouble = error;
      return null;
    }
  }

  #takeDocument(key: string, entry: ManifestEntry): void {
    const object = this.#files.get(entry.path);
    if (object === undefined || this.#head === null) return;
    const known = this.#known.get(key) ?? { entry, versions: [] };
    this.#known.set(key, known);
    const last = known.versions.at(-1);
    if (last?.object === object) return;
    known.versions.push({ ...this.#head, object, path: entry.path, version: entry.version });
  }

  end(): SnapshotHistory {
    if (this.#trouble !== null) throw this.#trouble;
    if (this.#head === null || this.#byPath.size === 0) throw noManifest();
    const groups = Array.from(this.#byPath.values()).flatMap(([key]) => {
      const known = this.#known.get(key);
      return known === undefined ? [] : [{ key, ...known }];
    });
    return { groups, gone: this.#gone, head: this.#head };
  }
}

function keyOf({ instance, workspace, branch, group }: ManifestEntry): string {
  return placeKey({ instance: instance.name, workspace: workspace.id, branch, group: group.id });
}

function noManifest(): SiteError {
  return new SiteError(
    'NO_MANIFEST',
    `The snapshot has no ${MANIFEST_FILE} that names an API group, in any commit that is here.`,
    'Commit a snapshot first (xano-specs snapshot), and name the folder that it is in.',
  );
}
