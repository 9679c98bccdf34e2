import { count } from '@xano-specs/report/words';
import { ASSET_FILES } from './assets.ts';
import { type EventEnd, eventsOf, type SiteEvent } from './events.ts';
import { atomFeed } from './feed/atom.ts';
import { fullName, namesOf } from './group/names.ts';
import { instancesOf, type ListedGroup } from './home.ts';
import { INDEX_IN_PAGE } from './limits.ts';
import type { FoundOperation, HomePage, SearchPage, WeekPage } from './page-data.ts';
import { FEED, HOME, pageHtml, SEARCH, type SiteNames, trailOf, WEEK } from './pages.ts';
import { shardFiles, shardsOf } from './search/shards.ts';
import { startOf, weekChange, weekUntil } from './week.ts';

/** What the pages that belong to no group are made of. */
export interface SharedFacts {
  readonly site: SiteNames;
  readonly url: string | null;
  readonly at: string;
  /** By path. */
  readonly groups: readonly ListedGroup[];
  readonly ends: readonly EventEnd[];
}

/** The files that belong to no group, by their paths. */
export function sharedFiles(facts: SharedFacts): Map<string, string> {
  const { site, url, at, groups } = facts;
  const withInstance = new Set(groups.map(({ entry }) => entry.instance.name)).size > 1;
  const listed = groups.map(({ key, entry, record }) => ({
    key,
    names: namesOf(entry),
    folder: record.folder,
    versions: record.versions,
  }));
  const events = eventsOf(listed, facts.ends, withInstance);
  const week = weekUntil(events, at);
  return new Map([
    ...ASSET_FILES,
    [HOME, homeHtml(facts, week)],
    [WEEK, weekHtml(facts, week)],
    [FEED, atomFeed(events, { title: site.title, url, at })],
    ...searchFiles(facts, withInstance),
  ]);
}

function homeHtml({ site, at, groups }: SharedFacts, week: readonly SiteEvent[]): string {
  const changed = week.filter(({ change }) => change === 'changed');
  const operations = groups.reduce((sum, { record }) => sum + (record.versions.at(-1)?.operations ?? 0), 0);
  const page: HomePage = {
    kind: 'home',
    title: site.title,
    trail: [],
    root: '',
    at,
    operations,
    instances: instancesOf(groups),
    week: {
      groups: new Set(week.map(({ key }) => key)).size,
      breaking: changed.reduce((sum, { counts }) => sum + (counts?.error ?? 0), 0),
    },
  };
  return pageHtml(page, `${count(groups.length, 'API group')}, ${count(operations, 'operation')}`);
}

function weekHtml({ site, at }: SharedFacts, week: readonly SiteEvent[]): string {
  const page: WeekPage = {
    kind: 'week',
    title: 'What changed this week',
    trail: trailOf(site, WEEK),
    root: '',
    from: startOf(at),
    to: at,
    changes: week.map(weekChange),
  };
  return pageHtml(page, `${count(week.length, 'change')} in the week up to ${at.slice(0, 10)}`);
}

function searchFiles(
  { site, groups }: SharedFacts,
  withInstance: boolean,
): (readonly [path: string, text: string])[] {
  const operations = groups.flatMap(({ record }, group) =>
    record.operations.map(
      ([method, path, summary, id]): FoundOperation => [group, method, path, summary, id],
    ),
  );
  const isSmall = JSON.stringify(operations).length <= INDEX_IN_PAGE;
  const shards = isSmall ? [] : shardsOf(operations);
  const page: SearchPage = {
    kind: 'search',
    title: 'Search',
    trail: trailOf(site, SEARCH),
    root: '',
    operations: operations.length,
    shards: shards.map((shard) => [shard.prefix, shard.operations.length]),
    groups: groups.map(({ entry, record }) => [
      fullName(namesOf(entry), withInstance),
      `${record.folder}/index.html`,
    ]),
    all: isSmall ? operations : null,
  };
  return [
    [
      SEARCH,
      pageHtml(page, `${count(operations.length, 'operation')} of ${count(groups.length, 'API group')}`),
    ],
    ...Array.from(shardFiles(shards), ([file, own]) => [file, `${JSON.stringify(own)}\n`] as const),
  ];
}
