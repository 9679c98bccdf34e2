import type { Json, JsonObject } from '../../../src/read/document.ts';
import { B, type Row, S, U } from './row.ts';

/** Texts of which nothing is known but that they are the same wherever the format is the same. */
const COLOUR: JsonObject = { type: 'string', format: 'colour' };
const SHADE: JsonObject = { type: 'string', format: 'shade' };
const TEXT: JsonObject = { type: 'string' };
const NULL: JsonObject = { type: 'null' };
/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

function list(...items: Json[]): JsonObject {
  return { type: 'array', prefixItems: items };
}

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...more };
}

/** A schema in a place, and how it would be with another one in it. */
type Held = readonly [place: string, holding: (held: JsonObject) => JsonObject];

const PLACES: readonly Held[] = [
  ['a property', (held) => object({ a: held, b: TEXT })],
  ['each item', (held) => ({ type: 'array', items: held })],
  ['the second item', (held) => list(TEXT, held)],
  ['items after the first', (held) => ({ ...list(TEXT), items: held })],
  ['each further property', (held) => object({ a: TEXT }, { additionalProperties: held })],
  ['properties with a prefix', (held) => ({ type: 'object', patternProperties: { '^x-': held } })],
  ['a branch of anyOf', (held) => ({ anyOf: [{ type: 'integer' }, held] })],
  ['a branch of oneOf', (held) => ({ oneOf: [{ type: 'boolean' }, held, { type: 'integer' }] })],
  ['a part of allOf', (held) => ({ allOf: [{ minLength: 3 }, held] })],
  ['a branch beside null', (held) => ({ anyOf: [held, NULL] })],
  [
    'what a property brings with it',
    (held) => ({
      type: 'object',
      dependentSchemas: { a: { properties: { a: held } } },
      additionalProperties: true,
    }),
  ],
  ['properties of properties', (held) => object({ a: object({ b: { type: 'array', items: held } }) })],
];

/** Objects that must have a property of an unknown format, and one that no value fits; more may follow of a kind. */
function neverBeside(more: JsonObject): JsonObject {
  const never = { type: 'string', enum: [] };
  return object({ a: COLOUR, b: never }, { required: ['a', 'b'], additionalProperties: more });
}

/** The same schemas in other words. */
const RESPELLED: readonly Row[] = [
  [
    'objects that can never be, for a property behind one of which nothing is known',
    neverBeside(TEXT),
    neverBeside({ type: 'integer' }),
    S,
    S,
  ],
  [
    'the order of branches',
    { anyOf: [COLOUR, { type: 'integer' }] },
    { anyOf: [{ type: 'integer' }, COLOUR] },
    S,
    S,
  ],
  [
    'the order of like branches',
    {
      oneOf: [object({ a: COLOUR }, { required: ['a'] }), object({ a: SHADE, b: TEXT }, { required: ['b'] })],
    },
    {
      oneOf: [object({ b: TEXT, a: SHADE }, { required: ['b'] }), object({ a: COLOUR }, { required: ['a'] })],
    },
    S,
    S,
  ],
  [
    'the order of lists that look alike',
    {
      oneOf: [
        { ...list(), items: COLOUR },
        { ...list(), items: SHADE },
      ],
    },
    {
      oneOf: [
        { ...list(), items: SHADE },
        { ...list(), items: COLOUR },
      ],
    },
    S,
    S,
  ],
  ['the order of parts', { allOf: [COLOUR, { minLength: 2 }] }, { allOf: [{ minLength: 2 }, COLOUR] }, S, S],
  ['parts written as one', { allOf: [COLOUR, { minLength: 2 }] }, { ...COLOUR, minLength: 2 }, S, S],
  ['null as a type', { anyOf: [COLOUR, NULL] }, { ...COLOUR, type: ['string', 'null'] }, S, S],
  ['null as a branch, first', { oneOf: [NULL, COLOUR] }, { anyOf: [COLOUR, NULL] }, S, S],
  [
    'null as a type beside a branch',
    { ...COLOUR, type: ['null', 'string'] },
    { oneOf: [COLOUR, NULL] },
    S,
    S,
  ],
  ['what is ruled out', { ...TEXT, not: COLOUR }, { allOf: [{ not: COLOUR }, TEXT] }, S, S],
  [
    'the order of conditions',
    {
      ...TEXT,
      allOf: [
        { if: { maxLength: 2 }, [THEN]: COLOUR },
        { if: { minLength: 5 }, [THEN]: SHADE },
      ],
    },
    {
      ...TEXT,
      allOf: [
        { if: { minLength: 5 }, [THEN]: SHADE },
        { if: { maxLength: 2 }, [THEN]: COLOUR },
      ],
    },
    S,
    S,
  ],
  [
    'the order of what lists contain',
    { type: 'array', allOf: [{ contains: COLOUR }, { contains: SHADE, minContains: 2 }] },
    { type: 'array', allOf: [{ contains: SHADE, minContains: 2 }, { contains: COLOUR }] },
    S,
    S,
  ],
  [
    'fewer of the same',
    { type: 'array', contains: COLOUR, minContains: 3 },
    { type: 'array', contains: COLOUR, minContains: 2 },
    S,
    U,
  ],
  [
    'more of the same',
    { type: 'array', contains: COLOUR, maxContains: 2 },
    { type: 'array', contains: COLOUR, maxContains: 3 },
    S,
    U,
  ],
  ['none of the same', { type: 'array', contains: COLOUR, minContains: 0 }, { type: 'array' }, S, S],
  ['another order of properties', object({ a: COLOUR, b: SHADE }), object({ b: SHADE, a: COLOUR }), S, S],
  [
    'names under a condition',
    { type: 'object', propertyNames: { format: 'colour' } },
    { type: 'object', propertyNames: { ...COLOUR } },
    S,
    S,
  ],
  [
    'two formats at once',
    { ...COLOUR, allOf: [{ format: 'shade' }] },
    { ...SHADE, allOf: [{ format: 'colour' }] },
    S,
    S,
  ],
];

/** Two that can't be told apart, and differ in one thing that can. */
const DIFFERENT: readonly Row[] = [
  [
    'null beside what takes null itself, which fits both',
    { oneOf: [{ ...COLOUR, type: ['string', 'null'] }, NULL] },
    { ...COLOUR, type: ['string', 'null'] },
    S,
    B,
  ],
  [
    'null beside what takes null itself, where both may hold',
    { anyOf: [{ ...COLOUR, type: ['string', 'null'] }, NULL] },
    { ...COLOUR, type: ['string', 'null'] },
    S,
    S,
  ],
  ['two properties exchanged', object({ a: COLOUR, b: SHADE }), object({ a: SHADE, b: COLOUR }), U, U],
  ['two first items exchanged', list(COLOUR, SHADE), list(SHADE, COLOUR), U, U],
  ['a branch less beside it', { anyOf: [COLOUR, { type: 'integer' }] }, COLOUR, B, S],
  ['null beside it', COLOUR, { anyOf: [COLOUR, NULL] }, S, B],
  ['null beside it, as one of two branches', { anyOf: [COLOUR, NULL] }, COLOUR, B, S],
  [
    'a property more that must be there',
    object({ a: COLOUR }),
    object({ a: COLOUR, b: TEXT }, { required: ['b'] }),
    B,
    S,
  ],
  [
    'others ruled out beside it',
    object({ a: COLOUR }, { additionalProperties: true }),
    object({ a: COLOUR }, { additionalProperties: false }),
    B,
    S,
  ],
  ['a greatest length beside it', COLOUR, { ...COLOUR, maxLength: 3 }, U, S],
];

/** Nothing is known of some parts, and what is the same is the same all the same. */
export const UNKNOWN: readonly Row[] = [
  ...PLACES.map(
    ([place, holding]): Row => [
      `the same format in ${place}`,
      holding(COLOUR),
      structuredClone(holding(COLOUR)),
      S,
      S,
    ],
  ),
  ...PLACES.map(
    ([place, holding]): Row => [`another format in ${place}`, holding(COLOUR), holding(SHADE), U, U],
  ),
  ...PLACES.map(
    ([place, holding]): Row => [`any text instead, in ${place}`, holding(COLOUR), holding(TEXT), S, U],
  ),
  ...RESPELLED.map(([name, ...rest]): Row => [`in other words: ${name}`, ...rest]),
  ...DIFFERENT,
];
