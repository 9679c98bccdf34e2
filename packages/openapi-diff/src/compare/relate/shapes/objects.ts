import { namesThings } from '../../../contract/identifiers.ts';
import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { DocumentSet, SpecDocument } from '../../../read/document.ts';
import type { Direction } from '../../finding.ts';
import { getOrMake } from '../../get-or-make.ts';
import { isArray, isObject } from '../json.ts';
import type { Fact } from '../shape.ts';
import { expand, schemaUnder } from './expand.ts';

/** A schema under `patternProperties`, `propertyNames`, `dependentSchemas` and the like. */
export interface KeyedSite {
  readonly key: string;
  readonly keyword: string;
  readonly schema: Site;
  readonly site: Site;
}

/** The entries of a keyword that maps names to schemas. */
export function entriesUnder(sites: readonly Site[], keyword: string): readonly KeyedSite[] {
  return sites.flatMap((site) => {
    const map = childSite(site, keyword);
    if (map === null || !isObject(map.raw)) return [];
    return Object.keys(map.raw).flatMap((key): KeyedSite[] => {
      const schema = schemaUnder(map, key);
      return schema === null ? [] : [{ key, keyword, schema, site }];
    });
  });
}

const HIDING = { request: 'readOnly', response: 'writeOnly' } as const;

/** What hiding depends on, and what is known of it by reference. */
export interface Hiding {
  readonly direction: Direction;
  readonly documents: DocumentSet;
  /** Whether the schema that a reference in a document leads to is hidden. */
  readonly hiddenRefs: Map<SpecDocument, Map<string, boolean>>;
}

/**
 * Whether a direction hides the property that a `properties` declares under a name
 * (OpenAPI 3.0.3, 4.7.24.1: readOnly is no part of a request).
 */
export function isHidden(properties: Site, name: string, hiding: Hiding): boolean {
  const raw = valueAt(properties, name);
  if (!isObject(raw)) return false;
  const follow = () => leadsToHidden(schemaUnder(properties, name), hiding);
  const ref = raw.$ref;
  if (ref === undefined)
    return raw[HIDING[hiding.direction]] === true || (raw.allOf !== undefined && follow());
  // Where others stand beside the reference they may hide as well, and what has a name may be meant by place.
  const { document } = properties;
  const isPlain = typeof ref === 'string' && Object.keys(raw).length === 1;
  if (!isPlain || namesThings(document)) return follow();
  const known = getOrMake(hiding.hiddenRefs, document, () => new Map<string, boolean>());
  return getOrMake(known, ref, follow);
}

function leadsToHidden(schema: Site | null, { direction, documents }: Hiding): boolean {
  const keyword = HIDING[direction];
  return expand(schema === null ? [] : [schema], documents).sites.some(
    (site) => valueAt(site, keyword) === true,
  );
}

/** Every name that `required` asks for; the first keyword that asks stands for it. */
export function readRequired(sites: readonly Site[]): Map<string, Fact<readonly string[]>> {
  const required = new Map<string, Fact<readonly string[]>>();
  for (const site of sites) {
    const names = textsOf(valueAt(site, 'required'));
    const fact = { value: names, keyword: 'required', site };
    for (const name of names) if (!required.has(name)) required.set(name, fact);
  }
  return required;
}

/** A name that asks for other names when it is there, in either dialect's spelling. */
export interface DependentNames {
  readonly key: string;
  readonly fact: Fact<readonly string[]>;
}

/** `dependentRequired`, and the arrays under draft 7's `dependencies`. */
export function readDependentRequired(sites: readonly Site[]): readonly DependentNames[] {
  return sites.flatMap((site) =>
    ['dependentRequired', 'dependencies'].flatMap((keyword) => {
      const map = valueAt(site, keyword);
      if (!isObject(map)) return [];
      return Object.entries(map).flatMap(([key, names]): DependentNames[] =>
        isArray(names) ? [{ key, fact: { value: textsOf(names), keyword, site } }] : [],
      );
    }),
  );
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
