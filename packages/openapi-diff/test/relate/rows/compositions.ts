import { B, CAT, type Row, S } from './row.ts';

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
const NULL = { type: 'null' };

/** An object that one property's value tells from others. */
function kind(name: string, more: object = {}): { [key: string]: never } {
  return { type: 'object', required: ['kind'], properties: { kind: { const: name }, ...more } } as never;
}

/** `allOf`, `anyOf`, `oneOf` and `not`. */
export const COMPOSITIONS: readonly Row[] = [
  ['a branch more', { anyOf: [STRING] }, { anyOf: [STRING, INTEGER] }, S, B],
  ['a branch less', { anyOf: [STRING, INTEGER] }, { anyOf: [STRING] }, B, S],
  ['a oneOf branch more', { oneOf: [STRING] }, { oneOf: [STRING, INTEGER] }, S, B],
  ['a oneOf branch less', { oneOf: [STRING, INTEGER] }, { oneOf: [INTEGER] }, B, S],
  ['branches in another order', { oneOf: [STRING, INTEGER] }, { oneOf: [INTEGER, STRING] }, S, S],
  ['a branch twice', { anyOf: [STRING] }, { anyOf: [STRING, STRING] }, S, S],
  ['a oneOf branch twice', { oneOf: [STRING, STRING] }, false, S, S],
  ['a branch inside of another', { anyOf: [INTEGER, { type: 'number' }] }, { type: 'number' }, S, S],
  ['a oneOf branch inside of another', { oneOf: [INTEGER, { type: 'number' }] }, { type: 'number' }, S, B],
  ['a branch of anything', { anyOf: [STRING, {}] }, {}, S, S],
  ['a branch of nothing', { anyOf: [STRING, false] }, STRING, S, S],
  [
    'branches of branches',
    { anyOf: [{ anyOf: [STRING, INTEGER] }, NULL] },
    { anyOf: [STRING, INTEGER, NULL] },
    S,
    S,
  ],
  [
    'branches that exclude each other, in either word',
    { anyOf: [STRING, INTEGER] },
    { oneOf: [STRING, INTEGER] },
    S,
    S,
  ],
  [
    'branches that overlap, in the stricter word',
    { anyOf: [{ maximum: 5 }, { minimum: 3 }] },
    { oneOf: [{ maximum: 5 }, { minimum: 3 }] },
    B,
    S,
  ],
  ['a text widened to a text or a number', STRING, { oneOf: [STRING, { type: 'number' }] }, S, B],
  ['null as a branch', { oneOf: [STRING, NULL] }, { type: ['string', 'null'] }, S, S],
  [
    'branches of types as a list of types',
    { anyOf: [STRING, INTEGER, NULL] },
    { type: ['string', 'integer', 'null'] },
    S,
    S,
  ],
  [
    'branches of values as one enum',
    { anyOf: [{ const: 'a' }, { enum: ['b', 'c'] }] },
    { enum: ['a', 'b', 'c'] },
    S,
    S,
  ],
  [
    'what is beside the branches',
    { ...STRING, anyOf: [{ maxLength: 3 }, { pattern: '^x' }] },
    {
      anyOf: [
        { ...STRING, maxLength: 3 },
        { ...STRING, pattern: '^x' },
      ],
    },
    S,
    S,
  ],
  [
    'a narrowed branch that another covers',
    { anyOf: [STRING, { enum: ['a', 1] }] },
    { anyOf: [STRING, { const: 1 }] },
    S,
    S,
  ],
  [
    'branches pulled up out of a property',
    { type: 'object', properties: { a: { anyOf: [STRING, INTEGER] } } },
    {
      anyOf: [
        { type: 'object', properties: { a: STRING } },
        { type: 'object', properties: { a: INTEGER } },
      ],
    },
    S,
    S,
  ],
  [
    'branches that a property tells apart',
    { anyOf: [kind('a'), kind('b')] },
    { oneOf: [kind('a'), kind('b')] },
    S,
    S,
  ],
  [
    'branches of which one gets a new need',
    { oneOf: [kind('a'), kind('b')] },
    { oneOf: [kind('a'), { ...kind('b', { size: INTEGER }), required: ['kind', 'size'] }] },
    B,
    S,
  ],
  [
    'branches of which one gets a new property',
    { oneOf: [kind('a'), kind('b')] },
    { oneOf: [kind('b', { size: INTEGER }), kind('a')] },
    S,
    S,
  ],
  ['an empty anyOf', { anyOf: [] }, {}, S, S],
  [
    'everything in one allOf',
    { allOf: [{ type: 'string' }, { maxLength: 3 }] },
    { type: 'string', maxLength: 3 },
    S,
    S,
  ],
  ['an allOf of one', { allOf: [STRING] }, STRING, S, S],
  [
    'an allOf in an allOf',
    { allOf: [{ allOf: [STRING] }, { minLength: 1 }] },
    { allOf: [STRING], minLength: 1 },
    S,
    S,
  ],
  ['an allOf that contradicts itself', { allOf: [STRING, INTEGER] }, false, S, S],
  [
    'an allOf of types that share one',
    { allOf: [{ type: ['string', 'null'] }, { type: ['null', 'integer'] }] },
    NULL,
    S,
    S,
  ],
  ['an allOf of a number and an integer', { allOf: [{ type: 'number' }, INTEGER] }, INTEGER, S, S],
  ['a part more', { allOf: [STRING] }, { allOf: [STRING, { minLength: 1 }] }, B, S],
  ['a part more that says nothing', { allOf: [STRING] }, { allOf: [STRING, { description: 'x' }, {}] }, S, S],
  [
    'properties moved into a part',
    { type: 'object', properties: { a: STRING, b: INTEGER } },
    { type: 'object', properties: { a: STRING }, allOf: [{ properties: { b: INTEGER } }] },
    S,
    S,
  ],
  [
    'required moved out of its part',
    { allOf: [{ type: 'object', properties: { a: STRING }, required: ['a'] }] },
    { allOf: [{ type: 'object', properties: { a: STRING } }], required: ['a'] },
    S,
    S,
  ],
  [
    'branches inside of an allOf',
    { allOf: [{ oneOf: [STRING, INTEGER] }, { oneOf: [INTEGER, NULL] }] },
    INTEGER,
    S,
    S,
  ],
  ['not once', { type: 'string' }, { type: 'string', not: { const: 'a' } }, B, S],
  ['not twice', { not: { not: STRING } }, STRING, S, S],
  ['not a type', { not: STRING }, { type: ['null', 'boolean', 'number', 'array', 'object'] }, S, S],
  ['not a number but an integer', { type: 'number', not: INTEGER }, { type: 'number' }, S, B],
  ['not either', { not: { anyOf: [STRING, INTEGER] } }, { allOf: [{ not: STRING }, { not: INTEGER }] }, S, S],
  [
    'not both',
    { not: { allOf: [{ minimum: 1 }, { maximum: 5 }] } },
    { anyOf: [{ not: { minimum: 1 } }, { not: { maximum: 5 } }] },
    S,
    S,
  ],
  ['not a narrower one', { not: { type: 'number' } }, { not: INTEGER }, S, B],
  ['not one of the values', { enum: ['a', 'b'], not: { const: 'a' } }, { const: 'b' }, S, S],
  ['not what it never is', { type: 'string', not: INTEGER }, STRING, S, S],
  [
    'not having a property',
    { type: 'object', not: { required: ['a'] } },
    { type: 'object', properties: { a: false }, additionalProperties: true },
    S,
    S,
  ],
  ['not anything', { not: {} }, false, S, S],
  [
    'a property that no branch declares but by a pattern',
    { properties: { b: { type: 'array' } }, additionalProperties: { type: 'string' } },
    { anyOf: [CAT, { patternProperties: { '': {} } }] },
    S,
    B,
  ],
];
