import type { Operation, PathEntry } from '../contract/contract.ts';
import { abstractTemplate } from '../contract/template.ts';

/** What stands on both sides, or on one alone. */
export type Pair<T> =
  | { readonly base: T; readonly head: T }
  | { readonly base: T; readonly head: null }
  | { readonly base: null; readonly head: T };

/** What the matching may leave out, since it can't have changed. */
export interface CleanParts {
  readonly isCleanPath: (path: string) => boolean;
  readonly isClean: (path: string, method: string) => boolean;
}

/** Where the servers of each side put its paths, when they put them under one path. */
export interface Prefixes {
  readonly base: string;
  readonly head: string;
}

/**
 * The operations of two sides, matched by method and path: the same template first (so that
 * `/a/{x}` and `/a/{y}` can both stand), then the same template with other names for its
 * variables, then the same whole path with the servers' path counted in (a base path that
 * moved into the paths). Clean pairs are left out. In the order of the head, what is gone last.
 */
export function matchOperations(
  base: readonly PathEntry[],
  head: readonly PathEntry[],
  clean: CleanParts,
  prefixes: Prefixes,
): readonly Pair<Operation>[] {
  const bases = operationsOf(base, clean);
  const heads = operationsOf(head, clean);
  const partners = new Map<Operation, Operation>();
  pairBy(
    bases,
    heads,
    partners,
    ({ path }) => path,
    ({ path }) => path,
  );
  pairBy(bases, heads, partners, byTemplate, byTemplate);
  if (prefixes.base !== prefixes.head) {
    pairBy(
      bases,
      heads,
      partners,
      (one) => prefixes.base + byTemplate(one),
      (one) => prefixes.head + byTemplate(one),
    );
  }
  const baseOf = new Map(Array.from(partners, ([one, partner]) => [partner, one]));
  const pairs: Pair<Operation>[] = [];
  for (const one of heads) {
    const partner = baseOf.get(one) ?? null;
    if (partner === null) pairs.push({ base: null, head: one });
    else if (partner.path !== one.path || !clean.isClean(one.path, one.method)) {
      pairs.push({ base: partner, head: one });
    }
  }
  for (const one of bases) if (!partners.has(one)) pairs.push({ base: one, head: null });
  return pairs;
}

function operationsOf(entries: readonly PathEntry[], clean: CleanParts): readonly Operation[] {
  return entries.flatMap((entry) => (clean.isCleanPath(entry.path) ? [] : entry.operations()));
}

function byTemplate({ path }: Operation): string {
  return abstractTemplate(path);
}

/** Pairs what has no partner yet and the same key, in order. */
function pairBy(
  bases: readonly Operation[],
  heads: readonly Operation[],
  partners: Map<Operation, Operation>,
  baseKey: (operation: Operation) => string,
  headKey: (operation: Operation) => string,
): void {
  const taken = new Set(partners.values());
  const waiting = new Map<string, Operation[]>();
  for (const one of heads) {
    if (taken.has(one)) continue;
    const key = `${one.method} ${headKey(one)}`;
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [one]);
    else list.push(one);
  }
  for (const one of bases) {
    if (partners.has(one)) continue;
    const partner = waiting.get(`${one.method} ${baseKey(one)}`)?.shift();
    if (partner !== undefined) partners.set(one, partner);
  }
}
