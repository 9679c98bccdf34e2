import { PAGE_ID, type SitePage } from '../../page-data.ts';

/** What the page holds. */
export function readPage(): SitePage {
  return JSON.parse(document.getElementById(PAGE_ID)?.textContent ?? 'null') as SitePage;
}
