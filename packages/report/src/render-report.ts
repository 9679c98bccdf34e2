import { REPORT_ASSETS } from './assets.generated.ts';
import { htmlText } from './html/html-text.ts';
import { type PageContent, pageShell } from './html/page-shell.ts';
import { pageChanges } from './page-changes.ts';
import { BLOCK, DETAILS_ID, INDEX_ID, type PageCounts, type PageIndex } from './page-data.ts';
import { pageDetails } from './page-details.ts';
import { pageIndex } from './page-index.ts';
import type { ReportPage } from './report-page.ts';
import { countsText, verdictText } from './words.ts';

/**
 * A change report as one HTML file that opens from disk and asks for nothing. What documents
 * say is data in it and never markup; the same report gives the same bytes.
 */
export function renderReport(page: ReportPage): string {
  return pageShell(REPORT_ASSETS, reportContent(page));
}

/** What stands in the page of a change report, for a page that shares its code with others. */
export function reportContent(page: ReportPage): PageContent {
  const index = pageIndex(page);
  const details = pageChanges(page.report).map((change) => pageDetails(page, change));
  const blocks = Array.from({ length: Math.ceil(details.length / BLOCK) }, (_, block) => ({
    id: `${DETAILS_ID}${block}`,
    value: details.slice(block * BLOCK, (block + 1) * BLOCK),
  }));
  return {
    title: titleOf(index),
    fallback: fallbackOf(index),
    data: [{ id: INDEX_ID, value: index }, ...blocks],
  };
}

function titleOf({ counts, subject, head }: PageIndex): string {
  return `${verdictText(counts)} · ${subject?.text ?? head}`;
}

/** The verdict for readers without scripts: previews, and browsers that refuse them. */
function fallbackOf({ counts, base, head }: PageIndex): string {
  return (
    `<main class="fallback"><h1>${htmlText(verdictText(counts))}</h1>` +
    `<p>${htmlText(otherCounts(counts))}</p>` +
    `<p>${htmlText(base)} → ${htmlText(head)}</p>` +
    '<noscript><p>This page shows its changes with a script of its own, and scripts are off.</p></noscript></main>'
  );
}

function otherCounts(counts: PageCounts): string {
  return countsText(counts).join(' · ');
}
