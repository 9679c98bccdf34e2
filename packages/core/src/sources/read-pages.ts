import * as z from 'zod';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { LIST_READINGS, MAX_ENTRIES, MAX_PAGES, TOTAL_FIELD } from './inferred.ts';
import { checked, notAList, place, readJson } from './read-answer.ts';
import { readEntries } from './read-entries.ts';
import type { Listing } from './source.ts';

/** A page of a list in Xano's envelope. A total that is no count says nothing. */
const pageSchema = z.object({
  items: z.array(z.unknown()),
  nextPage: z.int().nullish(),
  [TOTAL_FIELD]: z.int().nonnegative().nullish().catch(null),
});

/** What a reading of a list came to. */
interface Reading {
  /** The keys of the entries that came. */
  readonly keys: ReadonlySet<string | number>;
  /** How many pages they came on. */
  readonly pages: number;
  /** The totals that its pages told of; none where they tell of none. */
  readonly totals: ReadonlySet<number>;
  /** Whether an entry was not as it should be, which a page has told already. */
  readonly damaged: boolean;
}

/**
 * Reads a list a page at a time, in Xano's envelope or as a bare array. An entry that comes
 * again on a later page, as happens when something is deleted meanwhile, is given once. Another
 * entry may then have slid from one page to another unseen. So a list of several pages is read
 * again until two readings hold the same, or one came on a single page with a total that it holds;
 * and any list until as many entries came as its pages tell of, if they tell of a total. What is new
 * in a later reading is given.
 *
 * @throws RequestError PAGING_LOOP for a list that repeats itself or doesn't end,
 * LIST_INCOMPLETE for one that does not come whole however often it is read; what a request
 * throws. Pages that came before stay good.
 */
export async function* readPages<T>(
  http: HttpClient,
  first: ClientRequest,
  schema: z.ZodType<T>,
  key: (entry: T) => string | number,
): AsyncGenerator<Listing<T>, void, undefined> {
  const given = new Set<string | number>();
  let before: Reading | null = null;
  for (let readings = 1; ; readings += 1) {
    const pages = readOnce(http, first, schema, key);
    let page = await pages.next();
    for (; page.done !== true; page = await pages.next()) {
      const fresh = page.value.entries.filter((entry) => !given.has(key(entry)));
      for (const entry of fresh) given.add(key(entry));
      yield { entries: fresh, error: page.value.error };
    }
    const lack = lackOf(page.value, before);
    if (lack === null) return;
    before = page.value;
    if (readings >= LIST_READINGS) throw incomplete(first, lack);
  }
}

async function* readOnce<T>(
  http: HttpClient,
  first: ClientRequest,
  schema: z.ZodType<T>,
  key: (entry: T) => string | number,
): AsyncGenerator<Listing<T>, Reading, undefined> {
  const seen = new Set<string | number>();
  const totals = new Set<number>();
  let damaged = false;
  let request = first;
  let page = 1;
  for (let pages = 1; ; pages += 1) {
    const value = await readJson(http, request);
    if (!Array.isArray(value) && (typeof value !== 'object' || value === null || !('items' in value))) {
      throw notAList(value, request);
    }
    const {
      items,
      nextPage = null,
      [TOTAL_FIELD]: total = null,
    } = Array.isArray(value) ? { items: value } : checked(value, pageSchema, request);
    if (total !== null) totals.add(total);
    const { entries, error } = readEntries(items, schema, request, key);
    damaged ||= error !== null;
    const fresh = entries.filter((entry) => !seen.has(key(entry)));
    for (const entry of fresh) seen.add(key(entry));
    if (pages > 1 && items.length > 0 && fresh.length === 0 && error === null) {
      throw loop(request, `page ${page} holds nothing but what came before`);
    }
    yield { entries: fresh, error };
    if (nextPage === null) return { keys: seen, pages, totals, damaged };
    if (nextPage <= page) throw loop(request, `page ${page} names page ${nextPage} as the next one`);
    if (pages >= MAX_PAGES) throw loop(request, `it has more than ${MAX_PAGES} pages`);
    if (seen.size > MAX_ENTRIES) throw loop(request, `it has more than ${MAX_ENTRIES} entries`);
    page = nextPage;
    const url = new URL(first.url);
    url.searchParams.set('page', String(page));
    request = { ...first, url };
  }
}

/** Reads a whole list. */
export async function readAllPages<T>(...parameters: Parameters<typeof readPages<T>>): Promise<Listing<T>> {
  const entries: T[] = [];
  let error: Listing<T>['error'] = null;
  try {
    for await (const page of readPages(...parameters)) {
      entries.push(...page.entries);
      error ??= page.error;
    }
  } catch (thrown) {
    // What came before the page that failed is worth walking; the list counts as not read whole.
    if (!(thrown instanceof RequestError) || entries.length === 0) throw thrown;
    error ??= thrown;
  }
  return { entries, error };
}

/** Says why a reading can't be the whole list; null when nothing speaks against it. */
function lackOf({ keys, pages, totals, damaged }: Reading, before: Reading | null): string | null {
  // What was told already keeps the list from counting as read, and nothing can be held against it.
  if (damaged) return null;
  if (totals.size > 1) return `its pages tell of different totals (${[...totals].slice(0, 3).join(', ')})`;
  for (const total of totals) {
    if (total !== keys.size) return `it tells of a total of ${total}, and ${keys.size} came`;
  }
  // A page by itself is whole, unless something is held against the list: then its total must speak for it.
  const isWhole = pages === 1 && (before === null || totals.size === 1);
  return isWhole || before?.keys.symmetricDifference(keys).size === 0
    ? null
    : 'its entries are others from one reading to the next';
}

function incomplete({ purpose, url }: ClientRequest, what: string): RequestError {
  return new RequestError(
    'LIST_INCOMPLETE',
    `The list that ${place(url)} gives for ${purpose} did not come whole, though it was read ${LIST_READINGS} times: ${what}.`,
    {
      hint: 'What was listed is fetched, and nothing is taken for deleted. Run again when nobody changes the list in Xano; if it stays so, report it with this message.',
      url: place(url, true),
    },
  );
}

function loop({ purpose, url }: ClientRequest, what: string): RequestError {
  return new RequestError(
    'PAGING_LOOP',
    `The list that ${place(url)} gives for ${purpose} does not end: ${what}.`,
    {
      hint: 'What was listed so far is fetched, and nothing is taken for deleted. Run again; if it stays so, report it to Xano.',
      url: place(url, true),
    },
  );
}
