import { valueAt } from '../../../contract/refs.ts';
import type { Site } from '../../../contract/site.ts';
import type { Json } from '../../../read/document.ts';
import { bitOf, EVERY_TYPE, isArray, keyOf, NULL, typesOf } from '../json.ts';
import type { Fact, JsonType } from '../shape.ts';

/** What the keywords about types and listed values say together. */
export interface ValueFacts {
  /** The types that are left, as bits. */
  readonly mask: number;
  readonly typeFacts: readonly Fact<readonly JsonType[]>[];
  readonly integer: Fact<true> | null;
  readonly values: readonly Json[] | null;
  readonly valueFacts: readonly Fact<readonly Json[]>[];
}

/** Whether a schema object says in any spelling that null is welcome beside its type. */
export function isNullable(site: Site): boolean {
  return valueAt(site, 'nullable') === true || valueAt(site, 'x-nullable') === true;
}

/** Reads `type`, `nullable`, `enum` and `const` (JSON Schema validation 2020-12, 6.1; OpenAPI 3.0.3, 4.7.24.1). */
export function readValues(sites: readonly Site[]): ValueFacts {
  let mask = EVERY_TYPE;
  let integer: Fact<true> | null = null;
  const typeFacts: Fact<readonly JsonType[]>[] = [];
  const valueFacts: Fact<readonly Json[]>[] = [];
  for (const site of sites) {
    const names = typeNames(valueAt(site, 'type'));
    if (names !== null) {
      let bits = names.reduce<number>((all, name) => all | bitOf(name), 0);
      if (isNullable(site)) bits |= NULL;
      typeFacts.push({ value: typesOf(bits), keyword: 'type', site });
      mask &= bits;
      if (names.includes('integer') && !names.includes('number')) {
        integer ??= { value: true, keyword: 'type', site };
      }
    }
    const listed = valueAt(site, 'enum');
    if (isArray(listed)) {
      // Generators write `nullable` beside an `enum` without null and mean null, whatever 3.0.3 says of it.
      const withNull = isNullable(site) && names !== null && !listed.includes(null);
      valueFacts.push({ value: withNull ? [...listed, null] : listed, keyword: 'enum', site });
    }
    const constant = valueAt(site, 'const');
    if (constant !== undefined) valueFacts.push({ value: [constant], keyword: 'const', site });
  }
  return { mask, typeFacts, integer, values: shared(valueFacts), valueFacts };
}

/** The names of a `type`, or null where it says nothing that is known. */
function typeNames(type: Json | undefined): readonly Json[] | null {
  const names = isArray(type) ? type : [type ?? null];
  return names.length > 0 && names.every((name) => typeof name === 'string' && bitOf(name) !== 0)
    ? names
    : null;
}

function shared(facts: readonly Fact<readonly Json[]>[]): readonly Json[] | null {
  const [first, ...others] = facts;
  if (first === undefined) return null;
  return others.reduce<readonly Json[]>((left, { value }) => {
    const keys = new Set(value.map((one) => keyOf(one)));
    return left.filter((one) => keys.has(keyOf(one)));
  }, first.value);
}
