import type { Json, SpecDocument } from '../read/document.ts';

/**
 * A place in a document: the value that stands there and the way to it. Sites are made
 * while walking, one for each value that is looked at, never for a whole document.
 */
export interface Site {
  readonly raw: Json;
  readonly document: SpecDocument;
  readonly parent: Site | null;
  /** The key or index under the parent; the empty string at the root. */
  readonly key: string | number;
}

/** The site of a document's root. */
export function rootSite(document: SpecDocument): Site {
  return { raw: document.root, document, parent: null, key: '' };
}

/** The site under a key or index, or null where nothing stands there (prototype members count as nothing). */
export function childSite(site: Site, key: string | number): Site | null {
  const { raw } = site;
  if (raw === null || typeof raw !== 'object' || !Object.hasOwn(raw, key)) return null;
  return {
    raw: (raw as Record<string | number, Json>)[key] ?? null,
    document: site.document,
    parent: site,
    key,
  };
}

/** The RFC 6901 JSON pointer of a site within its document; the root's is the empty string. */
export function pointerOf(site: Site): string {
  let pointer = pointers.get(site);
  if (pointer === undefined) {
    pointer = writtenPointer(site);
    pointers.set(site, pointer);
  }
  return pointer;
}

/** Reports ask for the pointers of a site once for each place that it shows in. */
const pointers = new WeakMap<Site, string>();

function writtenPointer(site: Site): string {
  const tokens: string[] = [];
  for (let at: Site | null = site; at !== null && at.parent !== null; at = at.parent) {
    tokens.push(String(at.key).replaceAll('~', '~0').replaceAll('/', '~1'));
  }
  return tokens
    .reverse()
    .map((token) => `/${token}`)
    .join('');
}
