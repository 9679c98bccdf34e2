import { htmlText } from '@xano-specs/report';
import { countsText, verdictText } from '@xano-specs/report/words';
import type { SiteEvent } from '../events.ts';
import { FEED_ENTRIES } from '../limits.ts';
import { FEED, HOME } from '../pages.ts';
import { uuidOf } from '../state/hash.ts';

/** What a feed says of itself. */
export interface FeedSettings {
  readonly title: string;
  /** Where the site will be, ending with `/`; null where nobody says, and addresses are those in the site. */
  readonly url: string | null;
  /** The time of the newest commit. */
  readonly at: string;
}

/**
 * The newest changes as an Atom feed (RFC 4287). What documents say is text in it, and never
 * markup of a reader's.
 */
export function atomFeed(events: readonly SiteEvent[], { title, url, at }: FeedSettings): string {
  const entries = events.slice(0, FEED_ENTRIES).map((event) => entryOf(event, url));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xmlText(url ?? `urn:uuid:${uuidOf(['feed', title])}`)}</id>`,
    `  <title>${xmlText(title)}</title>`,
    `  <updated>${at}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText((url ?? '') + FEED)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText((url ?? '') + HOME)}"/>`,
    '  <generator>xano-specs</generator>',
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(event: SiteEvent, url: string | null): string {
  const { key, commit, at, name, page, report, lines } = event;
  const text = lines.map(([word, line]) => `${word}: ${line}`);
  return [
    '  <entry>',
    `    <id>urn:uuid:${uuidOf([key, commit, event.change])}</id>`,
    `    <title>${xmlText(eventTitle(event))}</title>`,
    `    <updated>${at}</updated>`,
    `    <author><name>${xmlText(name)}</name></author>`,
    `    <link rel="alternate" type="text/html" href="${xmlText((url ?? '') + (report ?? page ?? HOME))}"/>`,
    `    <content type="text">${xmlText(text.length === 0 ? eventTitle(event) : text.join('\n'))}</content>`,
    '  </entry>',
  ].join('\n');
}

/** "Shop / Public API 1.4.2 → 2.0.0: 2 breaking changes, 1 warning". */
function eventTitle({ name, change, before, after, counts }: SiteEvent): string {
  if (change === 'gone') return `${name} is gone`;
  if (change === 'new') return `${name} ${after ?? ''} is new`;
  const what = counts === null ? 'not compared' : [verdictText(counts), ...countsText(counts)].join(', ');
  return `${name} ${before ?? ''} → ${after ?? ''}: ${what}`;
}

/** Characters that no XML 1.0 document may hold, however they are written: https://www.w3.org/TR/xml/#charsets */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function xmlText(text: string): string {
  return htmlText(text.toWellFormed().replace(NO_XML, '\uFFFD'));
}
