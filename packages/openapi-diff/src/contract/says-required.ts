import { append } from '../append.ts';
import type { DocumentSet, Json, JsonObject } from '../read/document.ts';
import { isObject } from './look.ts';
import { readContract } from './read-contract.ts';
import { isRefProblem, resolveRef } from './refs.ts';
import { childSite, type Site } from './site.ts';

/** Keywords whose values hold schemas by name: a name there is no keyword. */
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/** Keywords whose values are data and no schemas. */
const DATA = new Set(['default', 'example', 'examples', 'enum', 'const', 'required', 'discriminator', 'xml']);

/**
 * Whether any schema of a response of a document says which properties are required. One
 * that never does was written by a generator that doesn't know, so that its silence means
 * nothing.
 */
export function saysRequired(documents: DocumentSet): boolean {
  const seen = new Set<Json>();
  for (const { operations } of readContract(documents).paths()) {
    for (const { responses } of operations()) {
      for (const { content } of responses()) {
        for (const { schema } of content()) {
          if (schema !== null && usesRequired(schema, seen, documents)) return true;
        }
      }
    }
  }
  return false;
}

/** Looks through a schema and all that it refers to; with a list of its own, since cycles and depth are hostile. */
function usesRequired(schema: Site, seen: Set<Json>, documents: DocumentSet): boolean {
  const waiting: Site[] = [schema];
  for (let site = waiting.pop(); site !== undefined; site = waiting.pop()) {
    const { raw } = site;
    if (!isObject(raw) || seen.has(raw)) continue;
    seen.add(raw);
    if (Array.isArray(raw.required) && raw.required.length > 0) return true;
    if (typeof raw.$ref === 'string') {
      const target = resolveRef(site, documents);
      if (!isRefProblem(target)) waiting.push(target);
    }
    append(waiting, schemasIn(site, raw));
  }
  return false;
}

function schemasIn(site: Site, raw: JsonObject): Site[] {
  return Object.keys(raw).flatMap((keyword) => {
    const value = raw[keyword];
    if (value === null || typeof value !== 'object' || DATA.has(keyword) || keyword.startsWith('x-'))
      return [];
    const child = childSite(site, keyword);
    if (child === null) return [];
    return Array.isArray(value) || MAPS.has(keyword) ? children(child) : [child];
  });
}

function children(site: Site): Site[] {
  return Object.keys(site.raw as object).flatMap((key) => childSite(site, key) ?? []);
}
