import type { PageCounts } from '@xano-specs/report';
import { fullName, type GroupNames } from './group/names.ts';
import type { VersionRecord } from './state/state.ts';

/** Something that happened to an API group: a new version, its first one, or its end. */
export interface SiteEvent {
  readonly key: string;
  readonly commit: string;
  readonly at: string;
  readonly name: string;
  /** The path of its page; null for a group that is gone. */
  readonly page: string | null;
  readonly change: 'new' | 'changed' | 'gone';
  readonly before: string | null;
  readonly after: string | null;
  readonly counts: PageCounts | null;
  /** The path of the page with the report. */
  readonly report: string | null;
  readonly lines: readonly (readonly [word: string, text: string])[];
}

/** A group of the site, with what is known of its versions. */
export interface EventGroup {
  readonly key: string;
  readonly names: GroupNames;
  readonly folder: string;
  readonly versions: readonly VersionRecord[];
}

/** A group that is gone. */
export interface EventEnd {
  readonly key: string;
  readonly names: GroupNames;
  readonly commit: string;
  readonly at: string;
  /** What its last version was called. */
  readonly version: string;
}

/** Everything that happened, the newest first; what happened in one commit stands in the order of the names. */
export function eventsOf(
  groups: readonly EventGroup[],
  ends: readonly EventEnd[],
  withInstance: boolean,
): SiteEvent[] {
  const changes = groups.flatMap(({ key, names, folder, versions }) => {
    const name = fullName(names, withInstance);
    // The newest first, as in the list: what was committed in one second keeps this order.
    return versions.toReversed().map((record): SiteEvent => {
      const { commit, at, before, version, counts, file, lines } = record;
      const change = before === null ? 'new' : 'changed';
      const page = `${folder}/index.html`;
      return { key, commit, at, name, page, change, before, after: version, counts, report: file, lines };
    });
  });
  const gone = ends.map(
    ({ key, names, commit, at, version }): SiteEvent => ({
      key,
      commit,
      at,
      name: fullName(names, withInstance),
      page: null,
      change: 'gone',
      before: version,
      after: null,
      counts: null,
      report: null,
      lines: [],
    }),
  );
  return [...changes, ...gone].sort(
    (a, b) => compare(b.at, a.at) || compare(a.name, b.name) || compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
