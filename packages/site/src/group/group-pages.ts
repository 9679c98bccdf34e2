import type { GroupHistory } from '../history/history.ts';
import type { GroupHead, PageVersion, ReferencePage, VersionsPage } from '../page-data.ts';
import { pageHtml, rootOf, type SiteNames, trailOf } from '../pages.ts';
import type { Reference } from '../reference/reference.ts';
import type { VersionRecord } from '../state/state.ts';
import { namesOf } from './names.ts';

/** What the pages of a group are made of. */
export interface GroupPages {
  readonly history: GroupHistory;
  readonly records: readonly VersionRecord[];
  /** The versions before those. */
  readonly older: number;
  readonly site: SiteNames;
}

/** The page that says what a group offers, or why that can't be said. */
export function referenceHtml(path: string, pages: GroupPages, reference: Reference | string): string {
  const group = headOf(pages);
  const nothing = { description: '', servers: [], operations: [], schemas: [] };
  const page: ReferencePage = {
    kind: 'reference',
    title: group.name,
    trail: trailOf(pages.site, path),
    root: rootOf(path),
    group,
    ...(typeof reference === 'string' ? nothing : reference),
    problem: typeof reference === 'string' ? reference : null,
  };
  return pageHtml(page, `${group.where}, version ${group.version}`);
}

/** The page with the versions of a group. */
export function versionsHtml(path: string, pages: GroupPages): string {
  const group = headOf(pages);
  const page: VersionsPage = {
    kind: 'versions',
    title: `Versions of ${group.name}`,
    trail: trailOf(pages.site, path),
    root: rootOf(path),
    group,
    versions: pages.records.map((record) => pageVersion(record, rootOf(path))).reverse(),
    older: pages.older,
  };
  return pageHtml(page, `${group.where}, version ${group.version}`);
}

function headOf({ history: { entry, versions }, records, older }: GroupPages): GroupHead {
  const { instance, workspace, branch, group } = namesOf(entry);
  const last = versions.at(-1);
  return {
    name: group,
    where: [instance, workspace, ...(branch === null ? [] : [branch])].join(' / '),
    version: last?.version ?? entry.version,
    at: last?.at ?? '',
    versions: records.length + older,
  };
}

function pageVersion(
  { version, at, commit, counts, problem, operations, parts, described, file }: VersionRecord,
  root: string,
): PageVersion {
  const url = file === null ? null : root + file;
  return { version, at, commit: commit.slice(0, 7), counts, problem, operations, parts, described, url };
}
