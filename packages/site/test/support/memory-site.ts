import { createHash } from 'node:crypto';
import { type ManifestEntry, manifestText } from '@xano-specs/core';
import {
  buildSite,
  NO_STATE,
  readHistory,
  type SiteFolder,
  type SiteOptions,
  type SiteResult,
  type SnapshotCommit,
} from '../../src/index.ts';

/** A snapshot at one time: its documents by path, and what else its manifest says of them. */
export interface Moment {
  readonly at: string;
  readonly groups: Readonly<Record<string, MomentGroup>>;
}

/** A group of a snapshot. */
export interface MomentGroup {
  readonly id: number;
  readonly name: string;
  readonly version?: string;
  readonly workspace?: readonly [id: number, name: string];
  readonly instance?: string;
  readonly text: string;
}

/** The history of snapshots as git would tell it, without a git. */
export function historyOf(moments: readonly Moment[]) {
  const objects = new Map<string, string>();
  const store = (text: string) => {
    const id = createHash('sha1').update(text).digest('hex');
    objects.set(id, text);
    return id;
  };
  let before = new Map<string, string>();
  const commits = moments.map(({ at, groups }): SnapshotCommit => {
    const files = new Map(Object.entries(groups).map(([path, { text }]) => [path, store(text)]));
    files.set('manifest.json', store(manifestOf(groups)));
    const changed = [...files].filter(([path, object]) => before.get(path) !== object);
    const gone = [...before.keys()].filter((path) => !files.has(path));
    before = files;
    return {
      id: createHash('sha1').update(at).digest('hex'),
      at,
      changes: [
        ...changed.map(([path, object]) => ({ path, object })),
        ...gone.map((path) => ({ path, object: null })),
      ],
    };
  });
  const read = async (object: string) => {
    const text = objects.get(object);
    if (text === undefined) throw new Error(`There is no ${object}.`);
    return text;
  };
  return { commits, read, store };
}

const BOOK_SHOP: readonly [id: number, name: string] = [1, 'Book Shop'];

function manifestOf(groups: Moment['groups']): string {
  return manifestText({
    version: 2,
    groups: Object.entries(groups).map(
      ([path, { id, name, version = '1.0.0', workspace = BOOK_SHOP, instance = 'shop' }]): ManifestEntry => ({
        path,
        instance: { name: instance, display: instance },
        workspace: { id: workspace[0], name: workspace[1] },
        branch: null,
        group: { id, name, canonical: null },
        version,
        sha256: '0'.repeat(64),
        paths: 0,
        operations: 0,
        schemas: 0,
      }),
    ),
  });
}

/** A folder in memory. */
export class MemoryFolder implements SiteFolder {
  readonly files = new Map<string, string>();
  /** What was written since it was last looked at. */
  readonly written: string[] = [];

  has(path: string): boolean {
    return this.files.has(path);
  }

  async write(path: string, text: string): Promise<void> {
    this.written.push(path);
    this.files.set(path, text);
  }

  async remove(path: string): Promise<void> {
    this.files.delete(path);
  }
}

/** Builds the site of these moments into a folder. */
export async function build(
  moments: readonly Moment[],
  folder: SiteFolder = new MemoryFolder(),
  options: Partial<SiteOptions> = {},
): Promise<SiteResult> {
  const { commits, read } = historyOf(moments);
  return buildSite({
    history: await readHistory(commits, read),
    read,
    folder,
    state: NO_STATE,
    title: 'API catalogue',
    url: null,
    versions: 100,
    describe: (id) => ({ meaning: `What ${id} means`, url: `https://checks.example/${id}` }),
    program: 'test',
    ...options,
  });
}
