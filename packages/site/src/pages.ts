import { htmlText, linkedShell, type PageStep } from '@xano-specs/report';
import { assetsOf } from './assets.ts';
import { PAGE_ID, type SitePage } from './page-data.ts';

/** What every page needs to know of the site that it is in. */
export interface SiteNames {
  /** What the site is called. */
  readonly title: string;
}

/** The path of the page with all groups, of the search, of the week and of the feed. */
export const HOME = 'index.html';
export const SEARCH = 'search.html';
export const WEEK = 'week.html';
export const FEED = 'feed.xml';

/** What an address in the site begins with, seen from a page. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** The way from the first page to a page below it. */
export function trailOf({ title }: SiteNames, path: string, above: readonly PageStep[] = []): PageStep[] {
  const root = rootOf(path);
  return [
    { text: title, url: `${root}${HOME}` },
    ...above.map(({ text, url }) => ({ text, url: root + url })),
  ];
}

/** The HTML of a page of the site's own. `words` is what is told without a script. */
export function pageHtml(page: SitePage, words: string): string {
  const { root, title, trail } = page;
  const name = trail[0]?.text;
  return linkedShell(
    {
      assets: assetsOf('site', root),
      reads: page.kind === 'search',
      head: `\n<link rel="alternate" type="application/atom+xml" title="Changes" href="${root}${FEED}">`,
    },
    {
      title: name === undefined ? title : `${title} · ${name}`,
      fallback:
        `<main class="fallback"><h1>${htmlText(title)}</h1><p>${htmlText(words)}</p>` +
        '<noscript><p>This page is shown by a script of its own, and scripts are off.</p></noscript></main>',
      data: [{ id: PAGE_ID, value: page }],
    },
  );
}
