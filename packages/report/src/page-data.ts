/**
 * What a page holds as JSON: the index, which is read at once, and the details of its changes
 * in blocks, each of which is read when one of its changes is opened.
 */
import type { PackedRow } from './excerpt/row.ts';

/** The levels by their numbers in a page's data; an accepted change has the last one. */
export const PAGE_LEVELS = ['error', 'warning', 'info', 'accepted'] as const;

/** A level of a report, or that of a change that the exceptions file accepts. */
export type PageLevel = (typeof PAGE_LEVELS)[number];

/** The ids of the elements that hold the data. */
export const INDEX_ID = 'report-index';
export const DETAILS_ID = 'report-details-';

/** How many changes share a block of details. */
export const BLOCK = 40;

/** Everything that the list, the filters and the head of a page need. */
export interface PageIndex {
  readonly base: string;
  readonly head: string;
  /** What the report is about, such as a pull request; null where nobody says. */
  readonly subject: PageLink | null;
  /** The pages above this one, in a site; empty for a page that stands alone. */
  readonly trail: readonly PageStep[];
  readonly counts: PageCounts;
  /** The documents of a report on several; empty for a report on one. */
  readonly groups: readonly PageGroup[];
  /** What one of them is called: "API group" or "document". */
  readonly groupWord: string;
  /** The names of all operations that a change touches. */
  readonly operations: readonly string[];
  readonly checks: readonly PageCheck[];
  /** The changes, worst first, and behind them those that are accepted. */
  readonly changes: readonly PageChange[];
  /** Sentences that readers must know beside the changes. */
  readonly notes: readonly string[];
}

/** A text, and where it leads if anywhere. */
export interface PageLink {
  readonly text: string;
  readonly url: string | null;
}

/** A page above another one, by an address that was made for it. */
export interface PageStep {
  readonly text: string;
  readonly url: string;
}

/** The counts of a report, equal to those of its JSON. */
export interface PageCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly undecided: number;
  readonly operations: number;
}

/** A document of a report on several. */
export interface PageGroup {
  readonly name: string;
  readonly status: 'same' | 'changed' | 'added' | 'removed';
  readonly counts: PageCounts;
}

/** A check that changes of the page come from. */
export interface PageCheck {
  readonly id: string;
  readonly meaning: string | null;
  readonly url: string | null;
}

/** A change in the list. */
export type PageChange = readonly [
  /** Its place in `PAGE_LEVELS`. */
  level: number,
  cause: string,
  /** Its place in `checks`. */
  check: number,
  /** What a link to it ends with: its fingerprint, with a number where another change has the same. */
  anchor: string,
  /** Its place in `groups`; -1 in a report on one document. */
  group: number,
  /** Places in `operations`. */
  operations: readonly number[],
];

/** What an open change shows. */
export interface PageDetails {
  readonly message: string;
  readonly proof: 'witness' | 'structural' | 'undecided';
  readonly direction: 'request' | 'response' | null;
  readonly witness: PageWitness | null;
  readonly fingerprint: string;
  /** The schemas side by side, null where there are none to show. */
  readonly rows: readonly PackedRow[] | null;
  readonly base: PagePlace | null;
  readonly head: PagePlace | null;
  /** How many places share the cause. */
  readonly places: number;
  readonly accepted: PageAcceptance | null;
}

/** The value that proves a break, as indented JSON. */
export interface PageWitness {
  readonly acceptedBy: 'base' | 'head';
  readonly text: string;
  readonly isCut: boolean;
}

/** A line of a file. */
export interface PagePlace {
  readonly file: string;
  readonly line: number;
  readonly url: string | null;
}

/** Why a change is accepted. */
export interface PageAcceptance {
  readonly reason: string;
  readonly expires: string | null;
  readonly line: number;
}
