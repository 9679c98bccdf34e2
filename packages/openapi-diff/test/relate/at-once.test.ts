import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { verdictOn } from './relation.ts';

/** So few steps that only what can be seen by the form of two schemas is decided. */
const NO_SEARCH = { limits: { steps: 0 } };

const TEXT: JsonObject = { type: 'string' };
const COLOUR: JsonObject = { type: 'string', format: 'colour' };
const NULL: JsonObject = { type: 'null' };

const list = (more: JsonObject): JsonObject => ({ type: 'array', ...more });
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const tagged = (kind: string, more: JsonObject = {}): JsonObject =>
  object({ kind: { const: kind }, ...more }, { required: ['kind'] });

const tree = (size: JsonObject): JsonObject =>
  object({ left: { $ref: '#/components/schemas/Subject' }, size });

/** What one schema sends and another one takes all of. */
const WITHIN: readonly (readonly [string, Json, Json])[] = [
  ['anything in anything', {}, true],
  ['nothing in text', false, TEXT],
  ['text in anything', TEXT, {}],
  ['text in text or a number', TEXT, { type: ['string', 'number'] }],
  ['whole numbers in numbers', { type: 'integer' }, { type: 'number' }],
  ['a shorter length', { ...TEXT, maxLength: 3 }, { ...TEXT, maxLength: 4 }],
  ['the same length', { ...TEXT, maxLength: 3, pattern: 'a' }, { ...TEXT, maxLength: 3 }],
  ['a greater least length', { ...TEXT, minLength: 3 }, { ...TEXT, minLength: 2 }],
  ['no length in a least length of none', TEXT, { ...TEXT, minLength: 0 }],
  ['one pattern of two', { ...TEXT, allOf: [{ pattern: 'a' }, { pattern: 'b' }] }, { ...TEXT, pattern: 'b' }],
  ['a format and a length', { ...COLOUR, maxLength: 3 }, COLOUR],
  ['a smaller range', { type: 'number', minimum: 2, maximum: 3 }, { type: 'number', minimum: 1, maximum: 4 }],
  [
    'a range without its ends',
    { type: 'number', exclusiveMinimum: 2, exclusiveMaximum: 3 },
    { type: 'number', minimum: 2, maximum: 3 },
  ],
  [
    'the same ends',
    { type: 'number', exclusiveMinimum: 2, multipleOf: 2 },
    { type: 'number', exclusiveMinimum: 2 },
  ],
  ['the same step', { type: 'number', multipleOf: 2, minimum: 1 }, { type: 'number', multipleOf: 2 }],
  ['listed values in a type', { enum: ['a', 'b', 1] }, { type: ['string', 'integer'] }],
  ['listed values in listed values', { enum: ['a', 'b'] }, { enum: ['b', 'c', 'a'] }],
  ['a constant in one of several branches', { const: 'a' }, { oneOf: [{ const: 'a' }, { const: 'b' }] }],
  ['items within items', list({ items: { type: 'integer' } }), list({ items: { type: 'number' } })],
  [
    'fewer items',
    list({ items: TEXT, minItems: 2, maxItems: 3 }),
    list({ items: {}, minItems: 1, maxItems: 4 }),
  ],
  [
    'different items',
    list({ items: TEXT, uniqueItems: true, maxItems: 2 }),
    list({ items: TEXT, uniqueItems: true }),
  ],
  ['a property less', object({ a: TEXT, b: TEXT }), object({ a: TEXT })],
  ['a property wider', object({ a: { type: 'integer' } }), object({ a: { type: 'number' } })],
  ['a property more that is not sent', object({ a: TEXT }), object({ a: TEXT, b: { type: 'integer' } })],
  [
    'properties that are needed on both sides',
    object({ a: TEXT, b: {} }, { required: ['a', 'b'] }),
    object({ a: {} }, { required: ['a'] }),
  ],
  [
    'a property within a property',
    object({ a: object({ b: { enum: ['x'] } }) }),
    object({ a: object({ b: TEXT }) }),
  ],
  ['a property among others', object({ a: TEXT }), { type: 'object', additionalProperties: TEXT }],
  [
    'others among others',
    { type: 'object', additionalProperties: { const: 'a' } },
    { type: 'object', additionalProperties: TEXT },
  ],
  [
    'few properties',
    { type: 'object', additionalProperties: TEXT, maxProperties: 2, minProperties: 2 },
    { type: 'object', maxProperties: 3, minProperties: 1 },
  ],
  ['one branch of two', { ...TEXT, maxLength: 2 }, { anyOf: [{ type: 'number' }, TEXT] }],
  ['one branch where no other one fits', { ...TEXT, maxLength: 2 }, { oneOf: [{ type: 'number' }, TEXT] }],
  ['an object told by a constant', tagged('cat', { a: TEXT }), { oneOf: [tagged('dog'), tagged('cat')] }],
  [
    'an object told by what it lacks',
    object({ a: TEXT }, { required: ['a'] }),
    { oneOf: [object({ a: {} }, { required: ['a'] }), object({ b: {} }, { required: ['b'] })] },
  ],
  [
    'branches within one schema',
    { anyOf: [{ ...TEXT, maxLength: 2 }, { type: 'integer' }] },
    { type: ['string', 'number'] },
  ],
  [
    'branches within branches',
    { anyOf: [{ type: 'integer' }, { ...TEXT, maxLength: 2 }] },
    { anyOf: [TEXT, { type: 'number' }] },
  ],
  [
    'branches of a choice, told by constants',
    { oneOf: [tagged('cat', { a: { enum: ['x'] } }), tagged('dog')] },
    { oneOf: [tagged('dog'), tagged('cat', { a: TEXT })] },
  ],
  ['a branch less', { oneOf: [tagged('cat')] }, { oneOf: [tagged('cat', { a: TEXT }), tagged('dog')] }],
  ['a tree in a tree', tree({ type: 'integer' }), tree({ type: 'number' })],
  ['a bound that text never meets', TEXT, { ...TEXT, minimum: 3, minItems: 2, required: ['a'] }],
  [
    'a bound that numbers never meet',
    { type: 'number' },
    { type: 'number', minLength: 3, minItems: 2, required: ['a'] },
  ],
  ['a bound that lists never meet', list({}), list({ minLength: 3, minimum: 2, required: ['a'] })],
  [
    'a bound that objects never meet',
    object({ a: TEXT }),
    object({ a: TEXT }, { minLength: 3, minimum: 2, minItems: 2 }),
  ],
  [
    'a bound that true never meets',
    { type: 'boolean' },
    { type: 'boolean', minLength: 3, minimum: 2, minItems: 2, required: ['a'] },
  ],
  [
    'branches that overlap alike on both sides',
    {
      oneOf: [
        object({ a: TEXT, b: { enum: ['x'] } }, { required: ['a'] }),
        object({ a: TEXT, c: TEXT }, { required: ['c'] }),
      ],
    },
    {
      oneOf: [
        object({ a: TEXT, b: TEXT }, { required: ['a'] }),
        object({ a: TEXT, c: TEXT }, { required: ['c'] }),
      ],
    },
  ],
  ['null beside a branch', { oneOf: [{ ...TEXT, maxLength: 2 }, NULL] }, { oneOf: [TEXT, NULL] }],
];

/** What one schema sends and another one may refuse, or what can't be seen without a search. */
const BEYOND: readonly (readonly [string, Json, Json])[] = [
  ['anything in text', {}, TEXT],
  ['text in nothing', TEXT, false],
  ['numbers in whole numbers', { type: 'number' }, { type: 'integer' }],
  ['text or null in text', { type: ['string', 'null'] }, TEXT],
  ['a greater length', { ...TEXT, maxLength: 4 }, { ...TEXT, maxLength: 3 }],
  ['any length in a length', TEXT, { ...TEXT, maxLength: 3 }],
  ['a smaller least length', { ...TEXT, minLength: 1 }, { ...TEXT, minLength: 2 }],
  ['another pattern', { ...TEXT, pattern: 'a' }, { ...TEXT, pattern: 'b' }],
  ['another format', COLOUR, { ...TEXT, format: 'shade' }],
  ['any text in a format', TEXT, COLOUR],
  ['a wider range', { type: 'number', minimum: 1 }, { type: 'number', minimum: 2 }],
  ['a range with its end', { type: 'number', minimum: 2 }, { type: 'number', exclusiveMinimum: 2 }],
  ['a range with its other end', { type: 'number', maximum: 2 }, { type: 'number', exclusiveMaximum: 2 }],
  ['a wider upper bound', { type: 'number', maximum: 3 }, { type: 'number', maximum: 2 }],
  ['any step in a step', { type: 'number' }, { type: 'number', multipleOf: 2 }],
  ['listed values of which one is missing', { enum: ['a', 'b'] }, { enum: ['b'] }],
  ['text in listed values', TEXT, { enum: ['b'] }],
  ['items of another kind', list({ items: TEXT }), list({ items: { type: 'number' } })],
  ['more items', list({ maxItems: 3 }), list({ maxItems: 2 })],
  ['fewer items than there must be', list({ minItems: 1 }), list({ minItems: 2 })],
  ['like items', list({ items: TEXT }), list({ items: TEXT, uniqueItems: true })],
  ['items that must hold one', list({ items: TEXT }), list({ items: TEXT, contains: { const: 'a' } })],
  ['first items', list({ items: TEXT }), list({ prefixItems: [{ type: 'number' }], items: TEXT })],
  ['a property that must be there', object({ a: TEXT }), object({ a: TEXT }, { required: ['a'] })],
  ['a property of another kind', object({ a: TEXT }), object({ a: { type: 'number' } })],
  [
    'a property that must be there and is of another kind',
    object({}, { required: ['a'] }),
    object({ a: TEXT }),
  ],
  [
    'others where there may be none',
    { type: 'object', additionalProperties: TEXT },
    object({ a: {} }, { additionalProperties: false }),
  ],
  [
    'others that have a schema of their own',
    { type: 'object', additionalProperties: {} },
    object({ a: TEXT }),
  ],
  [
    'a property where names are bound',
    object({ a: TEXT }),
    { type: 'object', propertyNames: { maxLength: 0 } },
  ],
  [
    'a property that asks for another',
    object({ a: TEXT, b: TEXT }),
    { type: 'object', dependentRequired: { a: ['b'] } },
  ],
  [
    'a property by a pattern',
    object({ a: TEXT }),
    { type: 'object', patternProperties: { a: { type: 'number' } } },
  ],
  ['more properties', { type: 'object', maxProperties: 3 }, { type: 'object', maxProperties: 2 }],
  [
    'fewer properties than there must be',
    { type: 'object', minProperties: 1 },
    { type: 'object', minProperties: 2 },
  ],
  ['a tree in another tree', tree({ type: 'number' }), tree({ type: 'integer' })],
  ['what is ruled out', TEXT, { ...TEXT, not: { const: 'a' } }],
  ['a branch that fits twice', TEXT, { oneOf: [{ type: ['string', 'number'] }, TEXT] }],
  [
    'objects that may fit twice',
    object({ a: TEXT, b: TEXT }, { required: ['a'] }),
    { oneOf: [object({}, { required: ['a'] }), object({}, { required: ['b'] })] },
  ],
  ['a branch of another kind', { anyOf: [TEXT, { type: 'boolean' }] }, { type: ['string', 'number'] }],
  ['a branch more', { oneOf: [tagged('cat'), tagged('dog')] }, { oneOf: [tagged('cat')] }],
  [
    'a branch of which a property changed',
    { oneOf: [tagged('cat', { a: TEXT }), tagged('dog')] },
    { oneOf: [tagged('cat', { a: { type: 'number' } }), tagged('dog')] },
  ],
  [
    'branches that are one in another way',
    { oneOf: [tagged('cat'), tagged('dog')] },
    { oneOf: [object({ kind: TEXT }), tagged('dog')] },
  ],
];

describe('without a search', () => {
  test.each(WITHIN)('%s is seen to be safe, in both directions', (_, sent, taken) => {
    expect(verdictOn(sent, taken, 'request', NO_SEARCH).kind).toBe('safe');
    expect(verdictOn(taken, sent, 'response', NO_SEARCH).kind).toBe('safe');
  });

  test.each(BEYOND)('%s is not taken to be safe', (_, sent, taken) => {
    expect(verdictOn(sent, taken, 'request', NO_SEARCH).kind).not.toBe('safe');
    expect(verdictOn(taken, sent, 'response', NO_SEARCH).kind).not.toBe('safe');
  });
});
