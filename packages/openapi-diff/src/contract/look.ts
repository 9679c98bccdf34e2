import type { DocumentSet, Json, JsonObject } from '../read/document.ts';
import { followRefs, isRefProblem, type RefProblem, rootOf, valueAt } from './refs.ts';
import { childSite, pointerOf, type Site } from './site.ts';

/** A `$ref` that leads nowhere, and where it stands. */
export interface BrokenRef {
  readonly site: Site;
  readonly problem: RefProblem;
}

/** What the parts of a contract need of the document that they look into. */
export interface Look {
  readonly documents: DocumentSet;
  readonly root: Site;
  readonly isSwagger: boolean;
  /** Follows `$ref`s; null where they lead nowhere, which is noted in `broken`. */
  readonly follow: (site: Site) => Site | null;
  /** What has been found broken so far, by pointer. */
  readonly broken: ReadonlyMap<string, BrokenRef>;
}

/** A look into a set of documents. */
export function lookInto(documents: DocumentSet): Look {
  const broken = new Map<string, BrokenRef>();
  return {
    documents,
    root: rootOf(documents.root),
    isSwagger: documents.root.version === '2.0',
    broken,
    follow: (site) => {
      const target = followRefs(site, documents);
      if (!isRefProblem(target)) return target;
      broken.set(`${site.document.uri}#${pointerOf(site)}`, { site, problem: target });
      return null;
    },
  };
}

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The site under a key where an object stands there, else null. */
export function objectAt(site: Site | null, key: string): Site | null {
  const child = site === null ? null : childSite(site, key);
  return child !== null && isObject(child.raw) ? child : null;
}

/** The site under a key where a schema stands there: an object or a boolean. */
export function schemaAt(site: Site, key: string): Site | null {
  const child = childSite(site, key);
  return child !== null && (isObject(child.raw) || typeof child.raw === 'boolean') ? child : null;
}

/** The text under a key, else null. */
export function textAt(site: Site, key: string): string | null {
  const value = valueAt(site, key);
  return typeof value === 'string' ? value : null;
}

/** Whether `true` stands under a key. */
export function flagAt(site: Site, key: string): boolean {
  return valueAt(site, key) === true;
}

/** The texts of the array under a key; null where there is no array. */
export function textsAt(site: Site, key: string): readonly string[] | null {
  const value = valueAt(site, key);
  return Array.isArray(value) ? value.filter((item: Json) => typeof item === 'string') : null;
}

/** The entries of the map under a key, extensions (`x-…`) left out unless a name may begin so. */
export function entriesAt(
  site: Site | null,
  key: string,
  options: { readonly extensions?: boolean } = {},
): readonly (readonly [string, Site])[] {
  const map = objectAt(site, key);
  if (map === null) return [];
  const entries: (readonly [string, Site])[] = [];
  for (const name of Object.keys(map.raw as JsonObject)) {
    if (name.startsWith('x-') && options.extensions !== true) continue;
    const entry = objectAt(map, name);
    if (entry !== null) entries.push([name, entry]);
  }
  return entries;
}

/** The objects of the array under a key. */
export function itemsAt(site: Site, key: string): readonly Site[] {
  const list = childSite(site, key);
  if (list === null || !Array.isArray(list.raw)) return [];
  return list.raw.flatMap((_, index) => {
    const item = childSite(list, index);
    return item !== null && isObject(item.raw) ? [item] : [];
  });
}
