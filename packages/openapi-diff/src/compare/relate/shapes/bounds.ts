import { valueAt } from '../../../contract/refs.ts';
import type { Site } from '../../../contract/site.ts';
import { numberFormat } from '../formats.ts';
import type { Bound, Fact } from '../shape.ts';

/** What the keywords about numbers and texts say together. */
export interface ScalarFacts {
  readonly minimum: Fact<Bound> | null;
  readonly maximum: Fact<Bound> | null;
  readonly multipleOf: readonly Fact<number>[];
  readonly integerFormat: Fact<true> | null;
  readonly minLength: Fact<number> | null;
  readonly maxLength: Fact<number> | null;
  readonly patterns: readonly Fact<string>[];
  readonly formats: readonly Fact<string>[];
}

/** What schemas without any of these keywords say. */
export const NO_SCALARS: ScalarFacts = {
  minimum: null,
  maximum: null,
  multipleOf: [],
  integerFormat: null,
  minLength: null,
  maxLength: null,
  patterns: [],
  formats: [],
};

/** Reads the bounds of numbers and texts (JSON Schema validation 2020-12, 6.2, 6.3 and 7). */
export function readScalars(sites: readonly Site[]): ScalarFacts {
  const minima: Fact<Bound>[] = [];
  const maxima: Fact<Bound>[] = [];
  const multipleOf: Fact<number>[] = [];
  let integerFormat: Fact<true> | null = null;
  for (const site of sites) {
    collectBound(site, 'minimum', 'exclusiveMinimum', minima);
    collectBound(site, 'maximum', 'exclusiveMaximum', maxima);
    const step = valueAt(site, 'multipleOf');
    if (typeof step === 'number' && step > 0) multipleOf.push({ value: step, keyword: 'multipleOf', site });
    const format = valueAt(site, 'format');
    const limits = typeof format === 'string' ? numberFormat(format) : null;
    if (limits === null) continue;
    integerFormat ??= { value: true, keyword: 'format', site };
    if (limits.minimum !== null) minima.push(inclusive(limits.minimum, site));
    if (limits.maximum !== null) maxima.push(inclusive(limits.maximum, site));
  }
  return {
    minimum: strongest(minima, (a, b) => a.value > b.value || (a.value === b.value && a.exclusive)),
    maximum: strongest(maxima, (a, b) => a.value < b.value || (a.value === b.value && a.exclusive)),
    multipleOf,
    integerFormat,
    minLength: count(sites, 'minLength', (a, b) => a > b),
    maxLength: count(sites, 'maxLength', (a, b) => a < b),
    patterns: texts(sites, 'pattern'),
    formats: texts(sites, 'format'),
  };
}

function inclusive(value: number, site: Site): Fact<Bound> {
  return { value: { value, exclusive: false }, keyword: 'format', site };
}

/** Both spellings: `exclusiveMinimum: true` beside `minimum` (draft 4), or a number of its own. */
function collectBound(site: Site, keyword: string, exclusive: string, into: Fact<Bound>[]): void {
  const value = valueAt(site, keyword);
  const other = valueAt(site, exclusive);
  if (typeof value === 'number') {
    const strict = other === true;
    into.push({ value: { value, exclusive: strict }, keyword: strict ? exclusive : keyword, site });
  }
  if (typeof other === 'number')
    into.push({ value: { value: other, exclusive: true }, keyword: exclusive, site });
}

function strongest<T>(facts: readonly Fact<T>[], stronger: (a: T, b: T) => boolean): Fact<T> | null {
  let best: Fact<T> | null = null;
  for (const fact of facts) if (best === null || stronger(fact.value, best.value)) best = fact;
  return best;
}

/** The strongest of a keyword that counts something; numbers that can't count anything say nothing. */
export function count(
  sites: readonly Site[],
  keyword: string,
  stronger: (a: number, b: number) => boolean,
): Fact<number> | null {
  const facts = sites.flatMap((site): Fact<number>[] => {
    const value = valueAt(site, keyword);
    return typeof value === 'number' && Number.isFinite(value) ? [{ value, keyword, site }] : [];
  });
  return strongest(facts, stronger);
}

function texts(sites: readonly Site[], keyword: string): readonly Fact<string>[] {
  return sites.flatMap((site): Fact<string>[] => {
    const value = valueAt(site, keyword);
    return typeof value === 'string' ? [{ value, keyword, site }] : [];
  });
}
