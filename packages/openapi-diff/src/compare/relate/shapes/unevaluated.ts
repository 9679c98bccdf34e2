import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { DocumentSet } from '../../../read/document.ts';
import { isArray, isObject } from '../json.ts';
import { expand, schemaUnder } from './expand.ts';

/** An `unevaluatedProperties` or `unevaluatedItems` and what is evaluated beside it. */
export interface Unevaluated {
  /** The schema object that holds the keyword. */
  readonly site: Site;
  /** The schema under the keyword. */
  readonly schema: Site;
  /**
   * The schema objects whose keywords evaluate, when that is the same for every value; null
   * where it depends on the branches that a value takes.
   */
  readonly beside: readonly Site[] | null;
}

const DEPENDS_ON_VALUE = ['anyOf', 'oneOf', 'if', 'dependentSchemas', 'dependencies'];

/** Every unevaluated keyword of a kind (JSON Schema 2020-12 core, 11.2 and 11.3). */
export function readUnevaluated(
  sites: readonly Site[],
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  documents: DocumentSet,
): readonly Unevaluated[] {
  return sites.flatMap((site): Unevaluated[] => {
    const schema = schemaUnder(site, keyword);
    if (schema === null) return [];
    const beside = expand([site], documents).sites;
    // What a schema joined to this one leaves over it evaluates itself (core, 11.2 and 11.3).
    const isCovered = beside.some((one) => one.raw !== site.raw && schemaUnder(one, keyword) !== null);
    if (isCovered) return [];
    const depends = beside.some((one) =>
      [...DEPENDS_ON_VALUE, ...(keyword === 'unevaluatedItems' ? ['contains'] : [])].some(
        (key) => valueAt(one, key) !== undefined,
      ),
    );
    return [{ site, schema, beside: depends ? null : beside }];
  });
}

/** Whether a schema object's own keywords evaluate a property. */
export function evaluatesProperty(site: Site, name: string, matches: (pattern: string) => boolean): boolean {
  if (schemaUnder(site, 'additionalProperties') !== null) return true;
  const properties = childSite(site, 'properties');
  if (properties !== null && isObject(properties.raw) && Object.hasOwn(properties.raw, name)) return true;
  const patterns = childSite(site, 'patternProperties');
  return patterns !== null && isObject(patterns.raw) && Object.keys(patterns.raw).some(matches);
}

/** How many leading items a schema object's own keywords evaluate; infinite where they cover all. */
export function evaluatedItems(site: Site): number {
  const items = valueAt(site, 'items');
  const prefix = valueAt(site, 'prefixItems');
  if (isArray(items))
    return schemaUnder(site, 'additionalItems') === null ? items.length : Number.POSITIVE_INFINITY;
  if (items !== undefined) return Number.POSITIVE_INFINITY;
  return isArray(prefix) ? prefix.length : 0;
}
