import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import { isArray } from '../json.ts';
import { schemaUnder } from './expand.ts';

/** The list of the schemas of leading items: `prefixItems`, or the array that `items` was before 2020-12. */
function prefixOf(site: Site): Site | null {
  return childSite(site, isArray(valueAt(site, 'items')) ? 'items' : 'prefixItems');
}

function lengthOf(prefix: Site | null): number {
  return prefix !== null && isArray(prefix.raw) ? prefix.raw.length : 0;
}

/** The schema of the items after the leading ones. */
function restOf(site: Site): Site | null {
  return schemaUnder(site, isArray(valueAt(site, 'items')) ? 'additionalItems' : 'items');
}

/** The number of leading items that any of the schemas describes one by one. */
export function prefixCountOf(sites: readonly Site[]): number {
  return sites.reduce((most, site) => Math.max(most, lengthOf(prefixOf(site))), 0);
}

/** The schema sites of the item at an index (JSON Schema 2020-12 core, 10.3.1). */
export function itemSitesAt(sites: readonly Site[], index: number): readonly Site[] {
  return sites.flatMap((site) => {
    const prefix = prefixOf(site);
    const at = prefix !== null && index < lengthOf(prefix) ? childSite(prefix, index) : restOf(site);
    return at === null ? [] : [at];
  });
}

/** A `contains` before its schema is looked at. */
export interface ContainsSite {
  readonly schema: Site;
  readonly min: number;
  readonly max: number;
  readonly site: Site;
}

/** Every `contains` with its bounds (JSON Schema validation 2020-12, 6.4.4 and 6.4.5). */
export function readContains(sites: readonly Site[]): readonly ContainsSite[] {
  return sites.flatMap((site): ContainsSite[] => {
    const schema = schemaUnder(site, 'contains');
    if (schema === null) return [];
    const [min, max] = [valueAt(site, 'minContains'), valueAt(site, 'maxContains')];
    return [
      {
        schema,
        site,
        min: typeof min === 'number' ? min : 1,
        max: typeof max === 'number' ? max : Number.POSITIVE_INFINITY,
      },
    ];
  });
}

/** The first `uniqueItems`, or null. */
export function uniqueOf(sites: readonly Site[]): Site | null {
  return sites.find((site) => valueAt(site, 'uniqueItems') === true) ?? null;
}
