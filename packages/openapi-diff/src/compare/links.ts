import type { Link } from '../contract/contract.ts';
import { isObject } from '../contract/look.ts';
import type { Json } from '../read/document.ts';
import { structuralHash } from './cause.ts';
import type { CompareContext } from './context.ts';
import type { Place } from './finding.ts';

/** The links of a response: they hint at further calls, and promise nothing about this one. */
export function compareLinks(
  context: CompareContext,
  place: Place,
  base: readonly Link[],
  head: readonly Link[],
): void {
  const heads = new Map(head.map((link) => [link.name, link]));
  const bases = new Map(base.map((link) => [link.name, link]));
  for (const [name, before] of bases) {
    const after = heads.get(name);
    const args = { name };
    if (after === undefined) {
      context.emit({ id: 'response-link-removed', ruling: 'safe', place, base: before.site, args });
    } else if (meaningOf(before) !== meaningOf(after)) {
      const sites = { base: before.site, head: after.site };
      context.emit({ id: 'response-link-changed', ruling: 'safe', place, ...sites, args });
    }
  }
  for (const [name, after] of heads) {
    if (bases.has(name)) continue;
    context.emit({ id: 'response-link-added', ruling: 'safe', place, head: after.site, args: { name } });
  }
}

/** A link without the words that describe it. */
function meaningOf({ site: { raw } }: Link): string {
  if (!isObject(raw)) return structuralHash(raw);
  const meant = Object.entries(raw).filter(([key]) => key !== 'description' && !key.startsWith('x-'));
  return structuralHash(Object.fromEntries(meant) as Json);
}
