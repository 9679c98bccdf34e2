import { append } from '../append.ts';
import type { DocumentSet, Json } from '../read/document.ts';
import { isObject } from './look.ts';
import { isRefProblem, resolveRef, valueAt } from './refs.ts';
import { childSite, type Site } from './site.ts';

/** What serialisation tells apart. */
export type ValueKind = 'primitive' | 'array' | 'object';

const EVERY_KIND: readonly ValueKind[] = ['primitive', 'array', 'object'];

/** How far references and compositions are followed; beyond, anything may stand there. */
const MAX_STEPS = 32;

/** The kinds of values that a schema may accept: never too few, at times too many. */
export function valueKinds(schema: Site | null, documents: DocumentSet): ReadonlySet<ValueKind> {
  return kindsOf(schema, documents, MAX_STEPS);
}

function kindsOf(site: Site | null, documents: DocumentSet, steps: number): ReadonlySet<ValueKind> {
  let kinds: ReadonlySet<ValueKind> = new Set(EVERY_KIND);
  if (site === null || steps === 0 || !isObject(site.raw)) return kinds;
  if (typeof valueAt(site, '$ref') === 'string') {
    const target = resolveRef(site, documents);
    if (!isRefProblem(target)) kinds = kinds.intersection(kindsOf(target, documents, steps - 1));
    // Up to 3.0 nothing stands beside a `$ref`.
    if (site.document.version === '2.0' || site.document.version === '3.0') return kinds;
  }
  const type = valueAt(site, 'type');
  const types = Array.isArray(type) ? type : [type];
  if (type !== undefined) kinds = kinds.intersection(new Set(types.map(kindOfType)));
  const values = valueAt(site, 'enum');
  if (Array.isArray(values)) kinds = kinds.intersection(new Set(values.map(kindOfValue)));
  const constant = valueAt(site, 'const');
  if (constant !== undefined) kinds = kinds.intersection(new Set([kindOfValue(constant)]));
  for (const part of parts(site, 'allOf')) kinds = kinds.intersection(kindsOf(part, documents, steps - 1));
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = parts(site, keyword);
    if (branches.length === 0) continue;
    const any = branches.map((branch) => kindsOf(branch, documents, steps - 1));
    kinds = kinds.intersection(any.reduce((a, b) => a.union(b)));
  }
  return kinds;
}

function parts(site: Site, keyword: string): readonly Site[] {
  const list = childSite(site, keyword);
  if (list === null || !Array.isArray(list.raw)) return [];
  return list.raw.flatMap((_, index) => childSite(list, index) ?? []);
}

function kindOfType(type: Json | undefined): ValueKind {
  return type === 'array' || type === 'object' ? type : 'primitive';
}

function kindOfValue(value: Json): ValueKind {
  if (value === null || typeof value !== 'object') return 'primitive';
  return Array.isArray(value) ? 'array' : 'object';
}

/** The properties that a schema declares, through `$ref` and `allOf`, and those that it requires. */
export interface DeclaredProperties {
  readonly properties: ReadonlyMap<string, Site>;
  readonly required: ReadonlySet<string>;
}

/** The declared properties of a schema of an object. */
export function declaredProperties(schema: Site, documents: DocumentSet): DeclaredProperties {
  const properties = new Map<string, Site>();
  const required = new Set<string>();
  const pending: Site[] = [schema];
  for (const site of pending) {
    if (pending.length > MAX_STEPS) break;
    const target = typeof valueAt(site, '$ref') === 'string' ? resolveRef(site, documents) : null;
    if (target !== null && !isRefProblem(target)) pending.push(target);
    append(pending, parts(site, 'allOf'));
    const map = childSite(site, 'properties');
    for (const name of map !== null && isObject(map.raw) ? Object.keys(map.raw) : []) {
      const property = map === null ? null : childSite(map, name);
      if (property !== null && !properties.has(name)) properties.set(name, property);
    }
    const names = valueAt(site, 'required');
    for (const name of Array.isArray(names) ? names : []) if (typeof name === 'string') required.add(name);
  }
  return { properties, required };
}
