import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { verdictOn } from './relation.ts';

/** Where all that a sender can send is a short list, what is right is what trying all of it says. */
interface World {
  readonly values: readonly Json[];
  /** Schemas that accept nothing but some of the values. */
  readonly sender: fc.Arbitrary<JsonObject>;
  readonly receiver: fc.Arbitrary<JsonObject>;
}

const SEED = 7;
const PAIRS = 150;
/** Questions that may be left open, of all that are asked. */
const MOST_OPEN = 0.02;

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

/** An object of the members that are there. */
function schema(members: Readonly<Record<string, fc.Arbitrary<Json | undefined>>>): fc.Arbitrary<JsonObject> {
  return fc
    .record(members)
    .map((found) => JSON.parse(JSON.stringify(found)))
    .map((found: JsonObject) => found);
}

const bound = fc.constantFrom(-1.5, -1, -0.25, 0, 0.5, 1, 1.25, 2);
const step = fc.constantFrom(0.25, 0.5, 0.75, 1, 1.5);
const numbers = {
  type: fc.constantFrom('number', 'integer'),
  minimum: maybe(bound),
  maximum: maybe(bound),
  exclusiveMinimum: maybe(bound),
  exclusiveMaximum: maybe(bound),
};

const count = fc.integer({ min: 0, max: 3 });
const letters = (most: number): string[] =>
  most === 0 ? [''] : ['', ...letters(most - 1).flatMap((rest) => [`a${rest}`, `b${rest}`])];
const TEXTS = [...new Set(letters(3))].map((text) => text);
const text = fc.constantFrom(...TEXTS);
const pattern = fc.constantFrom('^a', 'b$', '^[ab]*$', 'ab', '^(a|bb)*$', '^.?$');
const texts = {
  minLength: maybe(count),
  maxLength: maybe(count),
  pattern: maybe(pattern),
  enum: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 4 })),
};

const item = fc.constantFrom<JsonObject>(
  { const: 1 },
  { const: 2 },
  { enum: [1, 2] },
  { type: 'integer' },
  {},
);
const lists = {
  minItems: maybe(count),
  maxItems: maybe(count),
  uniqueItems: maybe(fc.boolean()),
  prefixItems: maybe(fc.array(item, { minLength: 1, maxLength: 2 })),
  contains: maybe(item),
  minContains: maybe(count),
  maxContains: maybe(count),
};
const listsOf = (length: number): Json[][] =>
  length === 0 ? [[]] : listsOf(length - 1).flatMap((rest) => [1, 2].map((one) => [one, ...rest]));
const LISTS: readonly Json[] = [0, 1, 2, 3].flatMap(listsOf);

const NAMES = ['a', 'b', 'cc'];
const name = fc.constantFrom(...NAMES);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const value = fc.constantFrom<JsonObject>({ const: 1 }, { const: 2 }, { enum: [1, 2] });
const objects = {
  required: maybe(names),
  minProperties: maybe(count),
  maxProperties: maybe(count),
  dependentRequired: maybe(fc.dictionary(name, names, { minKeys: 1, maxKeys: 2 })),
  dependentSchemas: maybe(fc.dictionary(name, schema({ required: names }), { minKeys: 1, maxKeys: 1 })),
  propertyNames: maybe(
    fc.constantFrom<JsonObject>({ maxLength: 1 }, { pattern: '^[ac]' }, { enum: ['a', 'b'] }),
  ),
  patternProperties: maybe(fc.constantFrom<JsonObject>({ '^[ab]': { const: 1 } }, { c: { const: 2 } })),
};
const properties = fc.dictionary(name, value, { minKeys: 1, maxKeys: 3 });
const OBJECTS = NAMES.reduce<JsonObject[]>(
  (all, one) => all.flatMap((rest) => [rest, { ...rest, [one]: 1 }, { ...rest, [one]: 2 }]),
  [{}],
);

/** Schemas put together of others, on values of any of their worlds. */
const part = fc.oneof(
  schema({ minimum: maybe(bound), multipleOf: maybe(step) }),
  schema({ maximum: bound }),
  schema({ minLength: count }),
  schema({ pattern }),
  schema({ enum: fc.uniqueArray(fc.constantFrom<Json>(...TEXTS.slice(0, 4), 0, 1, null), { minLength: 1 }) }),
  schema({ type: fc.constantFrom('string', 'number', 'null') }),
);
const parts = fc.array(part, { minLength: 1, maxLength: 3 });
const composed = {
  allOf: maybe(parts),
  anyOf: maybe(parts),
  oneOf: maybe(parts),
  not: maybe(part),
  if: maybe(part),
  ['then' as string]: maybe(part),
  else: maybe(part),
};
const MIXED: readonly Json[] = [null, -1, -0.25, 0, 0.5, 1, 2, ...letters(2)];

const WORLDS: Readonly<Record<string, World>> = {
  numbers: {
    values: Array.from({ length: 33 }, (_, index) => (index - 16) / 4),
    sender: schema({ ...numbers, minimum: bound, maximum: bound, multipleOf: step }),
    receiver: schema({ ...numbers, multipleOf: maybe(step) }),
  },
  texts: {
    values: TEXTS,
    sender: schema({
      ...texts,
      type: fc.constant('string'),
      allOf: fc.constant([{ pattern: '^[ab]*$', maxLength: 3 }]),
    }),
    receiver: schema({ ...texts, type: maybe(fc.constant('string')) }),
  },
  lists: {
    values: LISTS,
    sender: schema({ ...lists, type: fc.constant('array'), items: fc.constant({ enum: [1, 2] }) }).map(
      (one) => ({
        ...one,
        maxItems: typeof one.maxItems === 'number' ? one.maxItems : 3,
        ...(one.prefixItems === undefined
          ? {}
          : { allOf: [{ prefixItems: [{ enum: [1, 2] }, { enum: [1, 2] }] }] }),
      }),
    ),
    receiver: schema({ ...lists, items: maybe(item) }),
  },
  objects: {
    values: OBJECTS,
    sender: schema({
      ...objects,
      patternProperties: fc.constant(undefined),
      type: fc.constant('object'),
      properties,
      additionalProperties: fc.constant(false),
    }),
    receiver: schema({
      ...objects,
      properties: maybe(properties),
      additionalProperties: maybe(fc.constantFrom<Json>(false, { const: 1 })),
    }),
  },
  mixed: {
    values: MIXED,
    sender: schema({ ...composed, enum: fc.shuffledSubarray([...MIXED], { minLength: 4 }) }),
    receiver: schema({ ...composed, enum: maybe(fc.shuffledSubarray([...MIXED], { minLength: 4 })) }),
  },
};

// With `allErrors`, since ajv skips `contains` behind `prefixItems` on an empty list without it.
const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true });

describe.each(Object.entries(WORLDS))(
  'where what is sent is one of a few %s',
  (_, { values, sender, receiver }) => {
    const pairs = fc.sample(fc.tuple(sender, receiver), { seed: SEED, numRuns: PAIRS });

    test('the verdict is what trying all of them says', () => {
      let open = 0;
      let breaking = 0;
      for (const [base, head] of pairs) {
        const [sends, takes] = [ajv.compile(base), ajv.compile(head)];
        const lost = values.filter((one) => sends(one) && !takes(one));
        const verdict = verdictOn(base, head, 'request', { world: 'open' });
        if (verdict.kind === 'undecided') {
          open += 1;
          continue;
        }
        if (verdict.kind === 'breaking') {
          breaking += 1;
          expect({ base, head, lost }).toEqual({
            base,
            head,
            lost: expect.arrayContaining([verdict.witness]),
          });
        } else expect({ base, head, lost }).toEqual({ base, head, lost: [] });
      }
      expect(open).toBeLessThanOrEqual(PAIRS * MOST_OPEN);
      expect(breaking).toBeGreaterThan(PAIRS / 5);
      expect(breaking).toBeLessThan(PAIRS);
    });
  },
);
