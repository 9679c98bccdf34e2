import { append } from '../../../append.ts';
import { isRefProblem, resolveReference, valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { DocumentSet, Json, JsonObject } from '../../../read/document.ts';
import { isArray, isObject } from '../json.ts';
import type { Fact } from '../shape.ts';

/** Every schema object that holds at one place together. */
export interface Expansion {
  /** In the order of the document: a schema, then what its `$ref` leads to, then its `allOf`. */
  readonly sites: readonly Site[];
  /** A `false` among them, or null. */
  readonly nothing: Site | null;
  readonly unresolved: readonly Fact<string>[];
}

const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Whether this document's version lets keywords stand beside a `$ref`. */
export function hasRefSiblings(site: Site): boolean {
  return site.document.version === '3.1' || site.document.version === '3.2';
}

/** The schemas under the keywords that hold an array of them. */
export function listAt(site: Site, keyword: string): readonly Site[] {
  const list = childSite(site, keyword);
  if (list === null || !isArray(list.raw)) return [];
  return list.raw.flatMap((_, index) => childSite(list, index) ?? []);
}

/** Whether a value can be a schema. */
export function isSchema(value: Json | undefined): boolean {
  return typeof value === 'boolean' || isObject(value);
}

/** The schema under a keyword, or null. */
export function schemaUnder(site: Site, keyword: string): Site | null {
  const child = childSite(site, keyword);
  return child !== null && isSchema(child.raw) ? child : null;
}

/** Whether a schema object says nothing but what it refers to: every such reference to a schema is that schema. */
function isBareReference(raw: JsonObject): boolean {
  const [keyword, ...others] = Object.keys(raw);
  return keyword !== undefined && others.length === 0 && REFERENCES.includes(keyword);
}

/** Whether a schema object is all that it says: most are. */
function leadsNowhere(raw: Json): boolean {
  return (
    isObject(raw) &&
    raw.$ref === undefined &&
    raw.allOf === undefined &&
    raw.$dynamicRef === undefined &&
    raw.$recursiveRef === undefined
  );
}

/**
 * Follows `$ref` and `allOf` from some schemas, each schema object once, so that cycles end
 * (JSON Schema 2020-12 core, 8.2.3 and 10.2.1.1; OpenAPI 3.0.3, Reference Object: what
 * stands beside a `$ref` is ignored).
 */
export function expand(starts: readonly Site[], documents: DocumentSet): Expansion {
  const [only] = starts;
  if (only !== undefined && starts.length === 1 && leadsNowhere(only.raw)) {
    return { sites: [only], nothing: null, unresolved: [] };
  }
  const sites: Site[] = [];
  const unresolved: Fact<string>[] = [];
  let nothing: Site | null = null;
  const seen = new Set<Json>();
  const pending = [...starts].reverse();
  for (let site = pending.pop(); site !== undefined; site = pending.pop()) {
    if (site.raw === false) nothing ??= site;
    if (!isObject(site.raw) || seen.has(site.raw)) continue;
    seen.add(site.raw);
    const followed: Site[] = [];
    let alone = false;
    for (const keyword of REFERENCES) {
      const ref = valueAt(site, keyword);
      if (typeof ref !== 'string') continue;
      const target = resolveReference(site, ref, documents);
      if (isRefProblem(target)) unresolved.push({ value: ref, keyword, site });
      else followed.push(target);
      alone ||= !hasRefSiblings(site);
    }
    if (!alone) {
      if (!isBareReference(site.raw)) sites.push(site);
      append(followed, listAt(site, 'allOf'));
    }
    append(pending, followed.reverse());
  }
  return { sites, nothing, unresolved };
}
