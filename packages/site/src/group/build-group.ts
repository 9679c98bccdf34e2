import type { ReportPage } from '@xano-specs/report';
import type { ReadObject } from '../history/commits.ts';
import type { GroupHistory, GroupVersion } from '../history/history.ts';
import { VERSIONS_TOLD } from '../limits.ts';
import type { SiteNames } from '../pages.ts';
import { coverageOf } from '../reference/coverage.ts';
import { operationsIn } from '../reference/operations.ts';
import { type Reference, referenceOf } from '../reference/reference.ts';
import type { SiteFolder } from '../site-folder.ts';
import { hashOf } from '../state/hash.ts';
import type { GroupRecord, VersionRecord } from '../state/state.ts';
import { compareVersions, type ReadVersion, readVersion } from './compare.ts';
import { referenceHtml, versionsHtml } from './group-pages.ts';
import { folderOf, namesOf } from './names.ts';

/** What building the pages of a group needs. */
export interface GroupTools {
  readonly read: ReadObject;
  readonly folder: SiteFolder;
  readonly describe: ReportPage['describe'];
  readonly site: SiteNames;
  /** How many of the newest versions have a page. */
  readonly shown: number;
  /** The hash of the code that makes pages. */
  readonly builder: string;
}

/** The hash of everything that a group's pages are made of. */
export function inputsOf(
  { entry, versions }: GroupHistory,
  { builder, site, shown }: Pick<GroupTools, 'builder' | 'site' | 'shown'>,
): string {
  return hashOf([
    builder,
    site,
    namesOf(entry),
    folderOf(entry),
    versions.length,
    versions.slice(-shown - 1),
  ]);
}

/**
 * Makes the pages of a group and gives what is to be remembered of it. A version that was compared
 * before, with the same text before it, is not compared again.
 * @param known what was remembered of the group, by the same code
 */
export async function buildGroup(
  history: GroupHistory,
  known: GroupRecord | undefined,
  tools: GroupTools,
): Promise<GroupRecord> {
  return new GroupBuild(history, known, tools).run();
}

class GroupBuild {
  readonly #history: GroupHistory;
  readonly #tools: GroupTools;
  readonly #folder: string;
  readonly #names: string;
  readonly #known: ReadonlyMap<string, VersionRecord>;
  readonly #read = new Map<string, ReadVersion>();

  constructor(history: GroupHistory, known: GroupRecord | undefined, tools: GroupTools) {
    this.#history = history;
    this.#tools = tools;
    this.#folder = folderOf(history.entry);
    this.#names = hashOf([namesOf(history.entry), this.#folder, tools.site]);
    const usable = known?.names === this.#names ? known.versions : [];
    this.#known = new Map(usable.map((record) => [record.commit, record]));
  }

  async run(): Promise<GroupRecord> {
    const { versions } = this.#history;
    const first = Math.max(0, versions.length - this.#tools.shown);
    const records: VersionRecord[] = [];
    for (const [index, version] of versions.entries()) {
      if (index < first) continue;
      const isTold = index >= versions.length - VERSIONS_TOLD;
      const record = await this.#version(versions[index - 1] ?? null, version, isTold);
      // The lines of older versions would make the state larger than the site.
      records.push(isTold ? record : { ...record, lines: [] });
    }
    const reference = await this.#reference();
    const pages = { history: this.#history, records, older: first, site: this.#tools.site };
    const files = [`${this.#folder}/index.html`, `${this.#folder}/versions.html`] as const;
    await this.#tools.folder.write(files[0], referenceHtml(files[0], pages, reference));
    await this.#tools.folder.write(files[1], versionsHtml(files[1], pages));
    return {
      inputs: inputsOf(this.#history, this.#tools),
      names: this.#names,
      folder: this.#folder,
      files: [...files, ...records.flatMap(({ file }) => file ?? [])],
      versions: records,
      operations:
        typeof reference === 'string'
          ? []
          : reference.operations.map(({ method, path, summary, id }) => [method, path, summary, id]),
    };
  }

  async #version(before: GroupVersion | null, after: GroupVersion, isTold: boolean): Promise<VersionRecord> {
    const known = this.#known.get(after.commit);
    if (known !== undefined && this.#isSame(known, before, after) && (!isTold || hasLines(known)))
      return known;
    const { commit, at, object, version } = after;
    const head = await this.#document(after);
    const facts = { commit, at, object, version, ...factsOf(head) };
    const from = { from: before?.object ?? null, before: before?.version ?? null };
    if (before === null) {
      const problem = typeof head === 'string' ? head : null;
      return { ...facts, ...from, counts: null, problem, lines: [], file: null };
    }
    const path = `${this.#folder}/changes/${version}-${commit.slice(0, 12)}.html`;
    const base = await this.#document(before);
    this.#read.delete(before.object);
    const { describe, site, folder } = this.#tools;
    const { html, ...compared } = await compareVersions(
      { before, after, base, head },
      { path, site, names: namesOf(this.#history.entry), folder: this.#folder, describe },
    );
    if (html !== null) await folder.write(path, html);
    return { ...facts, ...from, ...compared, file: html === null ? null : path };
  }

  #isSame(known: VersionRecord, before: GroupVersion | null, after: GroupVersion): boolean {
    return (
      known.object === after.object &&
      known.version === after.version &&
      known.at === after.at &&
      known.from === (before?.object ?? null) &&
      known.before === (before?.version ?? null) &&
      (known.file === null || this.#tools.folder.has(known.file))
    );
  }

  /** Each text is read once, and kept until the version after it was compared. */
  async #document(version: GroupVersion): Promise<ReadVersion> {
    const known = this.#read.get(version.object) ?? (await readVersion(version, this.#tools.read));
    this.#read.set(version.object, known);
    return known;
  }

  async #reference(): Promise<Reference | string> {
    const last = this.#history.versions.at(-1);
    if (last === undefined) return 'It has no document.';
    const document = await this.#document(last);
    return typeof document === 'string' ? document : referenceOf(document);
  }
}

/** Whether the lines of a version are at hand: those of one that was among the older ones were left out. */
function hasLines({ lines, counts }: VersionRecord): boolean {
  return lines.length > 0 || counts === null || counts.error + counts.warning + counts.info === 0;
}

function factsOf(document: ReadVersion): Pick<VersionRecord, 'operations' | 'parts' | 'described'> {
  if (typeof document === 'string') return { operations: 0, parts: 0, described: 0 };
  const { root } = document.root;
  const { parts, described } = coverageOf(root);
  return { operations: operationsIn(root).length, parts, described };
}
