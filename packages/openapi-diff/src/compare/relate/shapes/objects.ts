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

/** The schema sites of every declared property, by name. */
export function readProperties(sites: readonly Site[]): ReadonlyMap<string, readonly Site[]> {
  const properties = new Map<string, Site[]>();
  for (const { key, schema } of entriesUnder(sites, 'properties')) {
    const known = properties.get(key);
    if (known === undefined) properties.set(key, [schema]);
    else known.push(schema);
  }
  return properties;
}

const HIDING = { request: 'readOnly', response: 'writeOnly' } as const;

/** What hiding depends on, and what is known of it by reference. */
export interface Hiding {
  readonly direction: Direction;
  readonly documents: DocumentSet;
  /** Whether the schema that a reference in a document leads to is hidden. */
  readonly hiddenRefs: Map<SpecDocument, Map<string, boolean>>;
}

/** Whether a direction hides a property (OpenAPI 3.0.3, 4.7.24.1: readOnly is no part of a request). */
export function isHidden(schemas: readonly Site[], hiding: Hiding): boolean {
  const keyword = HIDING[hiding.direction];
  return schemas.some((schema) => {
    const ref = valueAt(schema, '$ref');
    if (ref === undefined) {
      if (valueAt(schema, keyword) === true) return true;
      return valueAt(schema, 'allOf') !== undefined && leadsToHidden(schema, hiding);
    }
    // Where others stand beside the reference they may hide as well, and what has a name may be meant by place.
    const isPlain = typeof ref === 'string' && Object.keys(schema.raw as object).length === 1;
    if (!isPlain || namesThings(schema.document)) return leadsToHidden(schema, hiding);
    const known = getOrMake(hiding.hiddenRefs, schema.document, () => new Map<string, boolean>());
    return getOrMake(known, ref, () => leadsToHidden(schema, hiding));
  });
}

function leadsToHidden(schema: Site, { direction, documents }: Hiding): boolean {
  const keyword = HIDING[direction];
  return expand([schema], documents).sites.some((site) => valueAt(site, keyword) === true);
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
