import * as z from 'zod';
import type { ClientRequest, HttpClient } from '../http/client.ts';
import { RequestError } from '../http/request-error.ts';
import { MAX_ENTRIES, MAX_PAGES } from './inferred.ts';
import { checked, notAList, place, readJson } from './read-answer.ts';
import { readEntries } from './read-entries.ts';
import type { Listing } from './source.ts';

/** A page of a list in Xano's envelope. */
const pageSchema = z.object({ items: z.array(z.unknown()), nextPage: z.int().nullish() });

/**
 * Reads a list a page at a time, in Xano's envelope or as a bare array. An entry that
 * comes again on a later page, as happens when something is deleted meanwhile, is given once.
 *
 * @throws RequestError PAGING_LOOP for a list that repeats itself or doesn't end; what a
 * request throws. Pages that came before stay good.
 */
export async function* readPages<T>(
  http: HttpClient,
  first: ClientRequest,
  schema: z.ZodType<T>,
  key: (entry: T) => string | number,
): AsyncGenerator<Listing<T>, void, undefined> {
  const seen = new Set<string | number>();
  let request = first;
  let page = 1;
  for (let pages = 1; ; pages += 1) {
    const value = await readJson(http, request);
    if (!Array.isArray(value) && (typeof value !== 'object' || value === null || !('items' in value))) {
      throw notAList(value, request);
    }
    const { items, nextPage = null } = Array.isArray(value)
      ? { items: value }
      : checked(value, pageSchema, request);
    const { entries, error } = readEntries(items, schema, request, key);
    const fresh = entries.filter((entry) => !seen.has(key(entry)));
    for (const entry of fresh) seen.add(key(entry));
    if (pages > 1 && items.length > 0 && fresh.length === 0 && error === null) {
      throw loop(request, `page ${page} holds nothing but what came before`);
    }
    yield { entries: fresh, error };
    if (nextPage === null) return;
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
