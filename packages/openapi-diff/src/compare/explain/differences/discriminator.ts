import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import { isObject } from '../../relate/json.ts';
import type { Shape } from '../../relate/shape.ts';
import type { Difference, Sides } from '../difference.ts';

/** A discriminator as it is written. */
interface Written {
  readonly site: Site;
  readonly property: string;
  readonly mapping: ReadonlyMap<string, string>;
}

/** The property by which a schema is picked. What a discriminator makes of the values is the branches' matter. */
export function discriminatorDifferences({ base, head }: Sides): readonly Difference[] {
  const from = discriminatorOf(base.core);
  const to = discriminatorOf(head.core);
  const noted = (event: string, args: Difference['args']): Difference => ({
    event: `discriminator-${event}`,
    base: from?.site ?? base.site,
    head: to?.site ?? head.site,
    args,
    mayBreak: false,
  });
  if (from === null && to === null) return [];
  if (from === null) return [noted('added', { to: to?.property ?? '' })];
  if (to === null) return [noted('removed', { from: from.property })];
  const differences: Difference[] = [];
  if (from.property !== to.property) {
    differences.push(noted('property-name-changed', { from: from.property, to: to.property }));
  }
  for (const value of new Set([...to.mapping.keys(), ...from.mapping.keys()])) {
    const before = from.mapping.get(value);
    const after = to.mapping.get(value);
    if (before === after) continue;
    const event = before === undefined ? 'added' : after === undefined ? 'deleted' : 'changed';
    differences.push(noted(`mapping-${event}`, { value }));
  }
  return differences;
}

function discriminatorOf({ sites }: Shape): Written | null {
  for (const site of sites) {
    const written = childSite(site, 'discriminator');
    if (written === null) continue;
    // Swagger 2.0 writes the property's name alone.
    if (typeof written.raw === 'string') return { site: written, property: written.raw, mapping: new Map() };
    const property = valueAt(written, 'propertyName');
    if (typeof property !== 'string') continue;
    const mapping = valueAt(written, 'mapping');
    const entries = isObject(mapping) ? Object.entries(mapping) : [];
    return {
      site: written,
      property,
      mapping: new Map(entries.flatMap(([value, to]) => (typeof to === 'string' ? [[value, to]] : []))),
    };
  }
  return null;
}
