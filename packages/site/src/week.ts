import type { SiteEvent } from './events.ts';
import type { WeekChange } from './page-data.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The events of the seven days up to a moment, of a list that begins with the newest. */
export function weekUntil(events: readonly SiteEvent[], at: string): SiteEvent[] {
  const from = startOf(at);
  return events.filter((event) => event.at > from);
}

/** The beginning of the seven days that end with a moment. */
export function startOf(at: string): string {
  return new Date(Date.parse(at) - WEEK_MS).toISOString().replace('.000Z', 'Z');
}

/** What a page says of an event. */
export function weekChange(event: SiteEvent): WeekChange {
  const { at, name, page, change, before, after, counts, report, lines } = event;
  const all = counts === null ? 0 : counts.error + counts.warning + counts.info;
  return {
    at,
    name,
    url: page,
    change,
    before,
    after,
    counts,
    report,
    lines,
    more: Math.max(0, all - lines.length),
  };
}
