import type { ReportPage } from '@xano-specs/report';
import { builderOf } from './assets.ts';
import type { EventEnd } from './events.ts';
import { buildGroup, type GroupTools, inputsOf } from './group/build-group.ts';
import { namesOf } from './group/names.ts';
import type { ReadObject } from './history/commits.ts';
import type { SnapshotHistory } from './history/history.ts';
import type { ListedGroup } from './home.ts';
import { sharedFiles } from './shared-files.ts';
import type { SiteFolder } from './site-folder.ts';
import { hashOf } from './state/hash.ts';
import { type GroupRecord, type SiteState, STATE_FORMAT } from './state/state.ts';

/** What a site is built from, and how. */
export interface SiteOptions {
  readonly history: SnapshotHistory;
  /** Gives a text of the history. */
  readonly read: ReadObject;
  readonly folder: SiteFolder;
  /** What the last build of the folder left; `NO_STATE` builds everything. */
  readonly state: SiteState;
  /** What the site is called. */
  readonly title: string;
  /** Where it will be, ending with `/`, for the addresses in the feed; null where nobody says. */
  readonly url: string | null;
  /** How many of the newest versions of each group have a page. */
  readonly versions: number;
  /** What a check of the engine means and where its page is. */
  readonly describe: ReportPage['describe'];
  /** The version of the program. */
  readonly program: string;
  /** Told how many of the groups are done. */
  readonly onGroup?: (done: number, all: number) => void;
}

/** What a build did. */
export interface SiteResult {
  /** What the next build needs to know. */
  readonly state: SiteState;
  readonly groups: { readonly built: number; readonly unchanged: number; readonly removed: number };
  /** Files that were written, and removed, in this build. */
  readonly files: { readonly written: number; readonly removed: number };
  /** What could not be read or compared in groups that were built, each in a sentence. */
  readonly troubles: readonly string[];
}

/**
 * Builds the pages of a snapshot's history. A group whose documents, names and versions are those of
 * the last build is left as it is; what the last build wrote and this one does not is removed.
 * The same history gives the same bytes: all dates are those of commits.
 */
export async function buildSite(options: SiteOptions): Promise<SiteResult> {
  const { history, state: last, folder } = options;
  const files = new CountedFolder(folder);
  const builder = builderOf(options.program);
  const tools: GroupTools = {
    read: options.read,
    folder: files,
    describe: options.describe,
    site: { title: options.title },
    shown: options.versions,
    builder,
  };
  const listed: ListedGroup[] = [];
  const troubles: string[] = [];
  let built = 0;
  for (const group of history.groups) {
    const known = last.builder === builder ? last.groups[group.key] : undefined;
    const isSame = known?.inputs === inputsOf(group, tools) && known.files.every((file) => folder.has(file));
    const record = isSame ? known : await buildGroup(group, known, tools);
    listed.push({ key: group.key, entry: group.entry, record });
    if (!isSame) {
      built += 1;
      troubles.push(...troublesOf(group.entry.path, record));
    }
    options.onGroup?.(listed.length, history.groups.length);
  }
  const site = { site: tools.site, url: options.url, at: history.head.at };
  const shared = sharedFiles({ ...site, groups: listed, ends: endsOf(history) });
  const hashes: Record<string, string> = {};
  for (const [path, text] of shared) {
    const hash = hashOf(text);
    hashes[path] = hash;
    if (last.shared[path] !== hash || !folder.has(path)) await files.write(path, text);
  }
  const groups = Object.fromEntries(listed.map(({ key, record }) => [key, record]));
  const state: SiteState = { format: STATE_FORMAT, builder, shared: hashes, groups };
  const kept = new Set(filesOf(state));
  for (const path of filesOf(last)) {
    if (!kept.has(path) && folder.has(path)) await files.remove(path);
  }
  return {
    state,
    groups: {
      built,
      unchanged: listed.length - built,
      removed: Object.keys(last.groups).filter((key) => !Object.hasOwn(groups, key)).length,
    },
    files: { written: files.written, removed: files.removed },
    troubles,
  };
}

/** Everything that a build has written. */
function filesOf({ shared, groups }: SiteState): string[] {
  return [...Object.keys(shared), ...Object.values(groups).flatMap(({ files }) => files)];
}

function endsOf({ gone }: SnapshotHistory): EventEnd[] {
  return gone.map(({ key, entry, commit, at, versions }) => ({
    key,
    names: namesOf(entry),
    commit,
    at,
    version: versions.at(-1)?.version ?? entry.version,
  }));
}

function troublesOf(path: string, { versions }: GroupRecord): string[] {
  return versions.flatMap(({ problem, commit }) =>
    problem === null ? [] : [`${path} at ${commit.slice(0, 7)}: ${problem}`],
  );
}

/** A folder that counts what is done to it. */
class CountedFolder implements SiteFolder {
  readonly #folder: SiteFolder;
  written = 0;
  removed = 0;

  constructor(folder: SiteFolder) {
    this.#folder = folder;
  }

  has(path: string): boolean {
    return this.#folder.has(path);
  }

  async write(path: string, text: string): Promise<void> {
    this.written += 1;
    await this.#folder.write(path, text);
  }

  async remove(path: string): Promise<void> {
    this.removed += 1;
    await this.#folder.remove(path);
  }
}
