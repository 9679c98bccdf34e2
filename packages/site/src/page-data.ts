/** What the pages of a site hold as JSON; the page of a change report has its own. */

import type { PageCounts, PageStep } from '@xano-specs/report/page-data';
import type { Json } from './reference/json-value.ts';

/** The id of the element that holds the data. */
export const PAGE_ID = 'site-page';

/** A page of a site. */
export type SitePage = HomePage | ReferencePage | VersionsPage | WeekPage | SearchPage;

interface AnyPage {
  readonly title: string;
  /** The pages above it; empty for the first page of the site. */
  readonly trail: readonly PageStep[];
  /** What an address in the site begins with, seen from the page: empty, or `../` so many times. */
  readonly root: string;
}

/** Every API group, where it stands. */
export interface HomePage extends AnyPage {
  readonly kind: 'home';
  /** The time of the newest commit. */
  readonly at: string;
  readonly operations: number;
  readonly instances: readonly HomeInstance[];
  /** What changed in the week before that. */
  readonly week: { readonly groups: number; readonly breaking: number };
}

/** An instance with its workspaces. */
export interface HomeInstance {
  readonly name: string;
  readonly workspaces: readonly { readonly name: string; readonly groups: readonly HomeGroup[] }[];
}

/** An API group in the list of all. */
export interface HomeGroup {
  readonly name: string;
  /** Null for the live branch. */
  readonly branch: string | null;
  readonly url: string;
  readonly version: string;
  readonly operations: number;
  readonly parts: number;
  readonly described: number;
  /** When it changed last, and what that meant; null counts for a first version, or one that was not compared. */
  readonly at: string;
  readonly counts: PageCounts | null;
  /** Why it was not compared. */
  readonly problem: string | null;
}

/** What both pages of an API group say at the top. */
export interface GroupHead {
  readonly name: string;
  readonly where: string;
  readonly version: string;
  readonly at: string;
  readonly versions: number;
}

/** What an API group offers. */
export interface ReferencePage extends AnyPage {
  readonly kind: 'reference';
  readonly group: GroupHead;
  readonly description: string;
  readonly servers: readonly string[];
  readonly operations: readonly ReferenceOperation[];
  /** The schemas that others refer to. */
  readonly schemas: readonly (readonly [ref: string, schema: Json])[];
  /** Why there is no reference; null where there is one. */
  readonly problem: string | null;
}

/** An operation in a reference. */
export interface ReferenceOperation {
  /** What a link to it ends with. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly deprecated: boolean;
  /** The ways to be let in, one of which suffices; an empty one is no credential. */
  readonly security: readonly string[];
  readonly parameters: readonly ReferenceParameter[];
  readonly body: ReferenceBody | null;
  readonly responses: readonly ReferenceResponse[];
}

/** A parameter of an operation. */
export interface ReferenceParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string;
  readonly schema: Json;
}

/** A media type and the schema of what it carries. */
export type ReferenceMedia = readonly [type: string, schema: Json | null];

/** The body of a request. */
export interface ReferenceBody {
  readonly required: boolean;
  readonly description: string;
  readonly content: readonly ReferenceMedia[];
}

/** A response of an operation. */
export interface ReferenceResponse {
  readonly status: string;
  readonly description: string;
  readonly content: readonly ReferenceMedia[];
}

/** The versions of an API group. */
export interface VersionsPage extends AnyPage {
  readonly kind: 'versions';
  readonly group: GroupHead;
  /** The newest first. */
  readonly versions: readonly PageVersion[];
  /** Those before them, which have no page. */
  readonly older: number;
}

/** A version of an API group. */
export interface PageVersion {
  readonly version: string;
  readonly at: string;
  readonly commit: string;
  /** Null for the first version, and for one that was not compared. */
  readonly counts: PageCounts | null;
  readonly url: string | null;
  /** Why it was not compared. */
  readonly problem: string | null;
  readonly operations: number;
  readonly parts: number;
  readonly described: number;
}

/** What changed in the week up to the newest commit. */
export interface WeekPage extends AnyPage {
  readonly kind: 'week';
  readonly from: string;
  readonly to: string;
  /** The newest first. */
  readonly changes: readonly WeekChange[];
}

/** A new version of an API group, or its end. */
export interface WeekChange {
  readonly at: string;
  readonly name: string;
  readonly url: string | null;
  readonly change: 'new' | 'changed' | 'gone';
  readonly before: string | null;
  readonly after: string | null;
  readonly counts: PageCounts | null;
  readonly report: string | null;
  readonly lines: readonly (readonly [word: string, text: string])[];
  /** Changes beyond those lines. */
  readonly more: number;
}

/** A search over the operations of all groups. */
export interface SearchPage extends AnyPage {
  readonly kind: 'search';
  readonly operations: number;
  /** The beginnings of words that have a file each, and how many operations it holds. */
  readonly shards: readonly (readonly [prefix: string, operations: number])[];
  /** The groups by number. */
  readonly groups: readonly (readonly [name: string, url: string])[];
  /** All operations, where they are few; null where the files hold them. */
  readonly all: readonly FoundOperation[] | null;
}

/** An operation in the index of the search. */
export type FoundOperation = readonly [
  group: number,
  method: string,
  path: string,
  summary: string,
  id: string,
];
