import { isRefProblem, resolveRef, valueAt } from '../contract/refs.ts';
import { childSite, type Site } from '../contract/site.ts';
import type { DocumentSet, Json } from '../read/document.ts';
import { getOrMake } from './get-or-make.ts';

/** How deep two parts are compared; beyond, they count as different. */
const MAX_DEPTH = 256;

/**
 * Whether two parts read the same once their references are followed, whatever what they
 * refer to is called. Cycles are ordinary: a pair met inside itself counts as equal.
 */
export function readsTheSame(
  base: Site,
  head: Site,
  documents: { base: DocumentSet; head: DocumentSet },
): boolean {
  const assumed = new Map<Json, Set<Json>>();
  const same = (a: Site, b: Site, depth: number): boolean => {
    if (depth > MAX_DEPTH) return false;
    if (a.raw === null || b.raw === null || typeof a.raw !== 'object' || typeof b.raw !== 'object') {
      return a.raw === b.raw;
    }
    const partners = getOrMake(assumed, a.raw, () => new Set<Json>());
    if (partners.has(b.raw)) return true;
    partners.add(b.raw);
    return sameTargets(a, b, depth) && sameMembers(a, b, depth);
  };
  const sameTargets = (a: Site, b: Site, depth: number): boolean => {
    if (typeof valueAt(a, '$ref') !== 'string' || typeof valueAt(b, '$ref') !== 'string') return true;
    const from = resolveRef(a, documents.base);
    const to = resolveRef(b, documents.head);
    if (isRefProblem(from) || isRefProblem(to)) return valueAt(a, '$ref') === valueAt(b, '$ref');
    return same(from, to, depth + 1);
  };
  const sameMembers = (a: Site, b: Site, depth: number): boolean => {
    const keys = Object.keys(a.raw ?? {});
    if (keys.length !== Object.keys(b.raw ?? {}).length || Array.isArray(a.raw) !== Array.isArray(b.raw))
      return false;
    return keys.every((key) => {
      const from = childSite(a, key);
      const to = childSite(b, key);
      if (from === null || to === null) return false;
      if (key === '$ref' && typeof from.raw === 'string' && typeof to.raw === 'string') return true;
      return same(from, to, depth + 1);
    });
  };
  return same(base, head, 0);
}
