import type { Report } from '@xano-specs/openapi-diff';
import type { Excerpts } from './excerpt/excerpts.ts';
import type { PageLink, PageStep } from './page-data.ts';

/** What a page of a change report is made of. */
export interface ReportPage {
  readonly report: Report;
  /** The schemas that are shown, taken while the documents were at hand. */
  readonly excerpts: Excerpts;
  /** What a check means and where its page is; null for an id that is none. */
  readonly describe: (id: string) => { readonly meaning: string; readonly url: string | null } | null;
  /** What people call documents of the report, by the names that it gives them. */
  readonly names?: ReadonlyMap<string, string>;
  /** What one of them is called: "API group" or "document". */
  readonly groupWord?: string;
  /** What both sides are called, where that is not what the report says. */
  readonly sides?: { readonly base: string; readonly head: string };
  /** What the report is about, such as a pull request. */
  readonly subject?: PageLink;
  /** The way to the page from those above it, for a page of a site. */
  readonly trail?: readonly PageStep[];
  /** The address of a line of a file on a side; null where it has none. */
  readonly placeUrl?: (file: string, side: 'base' | 'head', line: number) => string | null;
  /** Sentences that readers must know beside the changes. */
  readonly notes?: readonly string[];
}
