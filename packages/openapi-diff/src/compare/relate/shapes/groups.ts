import { isRefProblem, resolveReference, valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { DocumentSet, JsonObject } from '../../../read/document.ts';
import { isObject, objectOf } from '../json.ts';
import type { Branch, Conditional, Group, KeyedShape, Shape } from '../shape.ts';
import { listAt, schemaUnder } from './expand.ts';

/** Gives the conjunction of some schemas. */
export type Joins = (sites: readonly Site[]) => Shape;

/** Every `anyOf` and `oneOf`, with the values that a discriminator selects each branch by. */
export function readGroups(sites: readonly Site[], documents: DocumentSet, join: Joins): readonly Group[] {
  const groups: Group[] = [];
  for (const site of sites) {
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = listAt(site, keyword);
      if (branches.length === 0) continue;
      const discriminator = readDiscriminator(site, branches, documents);
      groups.push({
        keyword,
        site,
        discriminator: discriminator?.property ?? null,
        branches: branches.map((branch, index): Branch => {
          const names = discriminator?.names[index] ?? [];
          const pinned =
            discriminator === null ? [] : [pin(discriminator.site, discriminator.property, names)];
          return { shape: join([branch, ...pinned]), site: branch, names };
        }),
      });
    }
  }
  return groups;
}

interface Discriminator {
  readonly site: Site;
  readonly property: string;
  /** By branch. */
  readonly names: readonly (readonly string[])[];
}

/**
 * A discriminator selects where every branch is a `$ref`: by the names that the mapping gives
 * its target and by the target's own name (OpenAPI 3.1.1, Discriminator Object).
 */
function readDiscriminator(
  site: Site,
  branches: readonly Site[],
  documents: DocumentSet,
): Discriminator | null {
  const holder = childSite(site, 'discriminator');
  const property = holder === null ? undefined : valueAt(holder, 'propertyName');
  if (holder === null || typeof property !== 'string') return null;
  const targets: Site[] = [];
  for (const branch of branches) {
    const ref = valueAt(branch, '$ref');
    const target = typeof ref === 'string' ? resolveReference(branch, ref, documents) : null;
    if (target === null || isRefProblem(target)) return null;
    targets.push(target);
  }
  const mapping = childSite(holder, 'mapping');
  const mapped = Object.entries(mapping !== null && isObject(mapping.raw) ? mapping.raw : {}).map(
    ([name, to]) => ({ name, target: typeof to === 'string' ? mappedTo(holder, to, documents) : null }),
  );
  const names = targets.map((target) => {
    const given = mapped.filter((one) => one.target !== null && one.target.raw === target.raw);
    return [...new Set([...given.map(({ name }) => name), String(target.key)])];
  });
  return { site: holder, property, names };
}

/** A mapping's value is a reference, or the bare name of a component. */
function mappedTo(holder: Site, to: string, documents: DocumentSet): Site | null {
  for (const ref of to.includes('/') || to.includes('#') ? [to] : [`#/components/schemas/${to}`, to]) {
    const target = resolveReference(holder, ref, documents);
    if (!isRefProblem(target)) return target;
  }
  return null;
}

/** One pinned schema for each discriminator and list of names, so that equal branches are one shape. */
const pins = new WeakMap<object, Map<string, Site>>();

function pin(holder: Site, property: string, names: readonly string[]): Site {
  const key = JSON.stringify([property, ...names]);
  const owner = holder.raw as object;
  const known = pins.get(owner) ?? new Map<string, Site>();
  pins.set(owner, known);
  let site = known.get(key);
  if (site === undefined) {
    const raw: JsonObject = { properties: objectOf([[property, { enum: names }]]) };
    site = { raw, document: holder.document, parent: holder, key: 'propertyName' };
    known.set(key, site);
  }
  return site;
}

/** Every `not`. */
export function readNegations(sites: readonly Site[], join: Joins): readonly KeyedShape[] {
  return sites.flatMap((site): KeyedShape[] => {
    const child = schemaUnder(site, 'not');
    return child === null ? [] : [{ key: '', keyword: 'not', shape: join([child]), site }];
  });
}

/** Every `if` that decides anything. */
export function readConditionals(sites: readonly Site[], join: Joins): readonly Conditional[] {
  return sites.flatMap((site): Conditional[] => {
    const condition = schemaUnder(site, 'if');
    const then = schemaUnder(site, 'then');
    const otherwise = schemaUnder(site, 'else');
    if (condition === null || (then === null && otherwise === null)) return [];
    return [
      {
        site,
        condition: join([condition]),
        whenMet: join(then === null ? [] : [then]),
        otherwise: join(otherwise === null ? [] : [otherwise]),
      },
    ];
  });
}
