/**
 * What Xano does not document and this product guesses, each guess in this one place. What
 * is documented, or seen in a public client, stands where it is used.
 */

/**
 * Entries a page when a list of the Metadata API is asked for. The largest that it allows
 * is not documented; a smaller page than asked for does no harm, since `nextPage` leads on.
 */
export const PER_PAGE = 100;

/**
 * The order of a list of groups. Oldest first, so that a group made while the pages are
 * read comes on the last of them and moves none from one page to another.
 */
export const GROUP_ORDER = { sort: 'created_at', order: 'asc' } as const;

/**
 * Where a page says how many entries the whole list has. The documented envelope has no such
 * field; Xano's own queries tell it so when they are asked for totals.
 */
export const TOTAL_FIELD = 'itemsTotal';

/**
 * How often a list is read that does not have as many entries as it says. A change in the
 * middle of a reading is over by the next one; that it takes no longer is a guess.
 */
export const LIST_READINGS = 3;

/** Pages after which a list is taken for endless. */
export const MAX_PAGES = 1000;

/** Entries after which a list is taken for none of Xano's: as many as MAX_PAGES of PER_PAGE hold. */
export const MAX_ENTRIES = 100_000;

/**
 * Statuses by which the address of a document says that it can't be read as things are
 * set: disabled documentation answers 404; what a missing token gives is not documented.
 */
export const UNREADABLE_STATUSES: ReadonlySet<number> = new Set([401, 403, 404]);

/** Statuses after which an instance's token is taken for expired and renewed: its life is not documented. */
export const RENEWABLE_STATUSES: ReadonlySet<number> = new Set([401, 403]);

/** The workspace and the group under which an instance's own Developer API is kept: ids that Xano doesn't give. */
export const INSTANCE_API = {
  workspace: { id: 0, name: 'Xano' },
  group: { id: 0, name: 'Developer API', canonical: 'developer' },
} as const;

/** What the address of a document begins with, before its canonical. */
const APISPEC = /^\/apispec:([^:/]+)(?::[^/]*)?$/;

/** Gives the canonical of an API group from the address of its document; null when it is not of the known form. */
export function canonicalIn(address: URL): string | null {
  const found = APISPEC.exec(address.pathname)?.[1];
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** Gives the address of a document as JSON: without `type=json` the answer is YAML. */
export function asJson(address: URL): URL {
  const url = new URL(address);
  url.searchParams.set('type', 'json');
  return url;
}

/** Parameters of an address that hold a token, of the documentation or of a tokenUrl. */
export const TOKEN_PARAMETERS = ['token'] as const;
