import type { JsonObject } from '../../../src/read/document.ts';
import { B, type Row, S, U } from './row.ts';

const STRING = { type: 'string' };
const INTEGER = { type: 'integer' };
const A = { a: STRING };
const AB = { a: STRING, b: STRING };

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...more };
}

function free(more: JsonObject = {}): JsonObject {
  return { type: 'object', ...more };
}

/** More patterns than are combined, and than a number has bits. */
const patterned = (last: JsonObject): JsonObject => ({
  patternProperties: Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`^n${index}$`, index === 39 ? last : STRING]),
  ),
});

/** What may be said of the names of properties, of their number, and of those that are left over. */
export const PROPERTY_NAMES: readonly Row[] = [
  ['one of many patterns of names', free(patterned(STRING)), free(patterned(INTEGER)), B, B],
  ['a pattern of names where there was none', free(), free({ propertyNames: { pattern: '^[a-z]+$' } }), B, S],
  [
    'a pattern of names that the declared ones have',
    object(A, { additionalProperties: false }),
    object(A, { additionalProperties: false, propertyNames: { pattern: '^[a-z]+$' } }),
    S,
    S,
  ],
  [
    'declared names as the only ones',
    object(AB, { additionalProperties: false }),
    free({ propertyNames: { enum: ['a', 'b'] } }),
    S,
    B,
  ],
  ['names of anything', free(), free({ propertyNames: { type: 'string' } }), S, S],
  ['names of nothing', free({ propertyNames: false }), free({ maxProperties: 0 }), S, S],
  [
    'a required name that is too long',
    free({ required: ['ab'], propertyNames: { maxLength: 1 } }),
    false,
    S,
    S,
  ],
  ['names that are numbers', free({ propertyNames: INTEGER }), free({ additionalProperties: false }), S, S],
  ['a least number', object(A), object(A, { minProperties: 1 }), B, S],
  ['a required name is one', object(A, { required: ['a'] }), object(A, { minProperties: 1 }), S, S],
  [
    'two required names are two',
    object(AB, { required: ['a', 'b'] }),
    object({ ...AB, c: STRING }, { minProperties: 2 }),
    S,
    B,
  ],
  [
    'as many as there are names',
    object(AB, { additionalProperties: false, minProperties: 2 }),
    object(AB, { additionalProperties: false, required: ['a', 'b'] }),
    S,
    S,
  ],
  [
    'at most as many as there are names',
    object(AB, { additionalProperties: false }),
    object(AB, { additionalProperties: false, maxProperties: 2 }),
    S,
    S,
  ],
  [
    'at most fewer than there are names',
    object(AB, { additionalProperties: false }),
    object(AB, { additionalProperties: false, maxProperties: 1 }),
    B,
    S,
  ],
  ['at most fewer than are required', object(AB, { required: ['a', 'b'], maxProperties: 1 }), false, S, S],
  ['more than there are names', object(A, { additionalProperties: false, minProperties: 2 }), false, S, S],
  ['a name that needs another', object(AB), object(AB, { dependentRequired: { a: ['b'] } }), B, S],
  [
    'a name that needs what is required',
    object(AB, { required: ['b'] }),
    object(AB, { required: ['b'], dependentRequired: { a: ['b'] } }),
    S,
    S,
  ],
  [
    'a name that needs what is never there',
    object({ a: STRING, b: false }, { dependentRequired: { a: ['b'] } }),
    object({ a: false, b: false }),
    S,
    S,
  ],
  [
    'needs from name to name',
    object({ ...AB, c: STRING }, { dependentRequired: { a: ['b'], b: ['c'] } }),
    object({ ...AB, c: STRING }, { dependentRequired: { a: ['c'] } }),
    S,
    B,
  ],
  [
    'a need in two spellings',
    object(AB, { dependentRequired: { a: ['b'] } }),
    object(AB, { dependentSchemas: { a: { required: ['b'] } } }),
    S,
    S,
  ],
  [
    'a need as draft 4 spelled it',
    object(AB, { dependencies: { a: ['b'] } }),
    object(AB, { dependentRequired: { a: ['b'] } }),
    S,
    S,
  ],
  [
    'a need of a name that is always there',
    object(AB, { required: ['a'], dependentRequired: { a: ['b'] } }),
    object(AB, { required: ['a', 'b'] }),
    S,
    S,
  ],
  [
    'a name that narrows another',
    object(AB),
    object(AB, { dependentSchemas: { a: { properties: { b: { const: 'x' } } } } }),
    B,
    S,
  ],
  ['a name that rules itself out', object(A, { dependentSchemas: { a: false } }), object({ a: false }), S, S],
  [
    'names that are left over',
    { ...free(), allOf: [{ properties: A }], unevaluatedProperties: false },
    object(A, { additionalProperties: false }),
    S,
    S,
  ],
  [
    'names that are left over beside the part that knows them',
    { ...free(), allOf: [{ properties: A }], additionalProperties: false },
    free({ maxProperties: 0 }),
    S,
    S,
  ],
  [
    'names that one part rules out',
    { ...free(), allOf: [{ properties: A, additionalProperties: false }, { properties: { b: STRING } }] },
    object(A, { additionalProperties: false }),
    S,
    S,
  ],
  [
    'names that are left over narrowed',
    object(A, { unevaluatedProperties: { type: 'number' } }),
    object(A, { unevaluatedProperties: INTEGER }),
    B,
    S,
  ],
  [
    // Both are the same, but which names are left over depends on the branches that a value takes.
    'names that a branch knows',
    {
      ...free(),
      anyOf: [
        { properties: A, required: ['a'] },
        { required: ['b'], properties: { b: STRING } },
      ],
      unevaluatedProperties: false,
    },
    object(AB, { additionalProperties: false, minProperties: 1 }),
    S,
    U,
  ],
  [
    'names that a branch evaluates as what it leaves over',
    {
      type: 'object',
      anyOf: [{ type: 'object', unevaluatedProperties: {} }],
      unevaluatedProperties: false,
    },
    free(),
    S,
    U,
  ],
  [
    'names of which none are left over',
    free({ additionalProperties: STRING, unevaluatedProperties: false }),
    free({ additionalProperties: STRING }),
    S,
    S,
  ],
  [
    'a pattern beyond automata beside another one',
    free({ additionalProperties: STRING }),
    free({ patternProperties: { '^a': STRING, '^(?!b)': INTEGER } }),
    U,
    U,
  ],
  [
    'a nested object that two branches declare together',
    object(
      { o: object({ a: STRING }) },
      { anyOf: [{ properties: { o: { properties: { b: STRING } } } }, { required: ['o'] }] },
    ),
    object({ o: object({ a: STRING }, { additionalProperties: false }) }),
    B,
    S,
  ],
  [
    'a nested object of which one branch more is known',
    object(
      { o: object({ a: STRING }) },
      { anyOf: [{ properties: { o: { properties: { b: STRING } } } }, { required: ['o'] }] },
    ),
    object({ o: object({ a: STRING, b: STRING }, { additionalProperties: false }) }),
    S,
    S,
  ],
  [
    'further names where those in small letters have a pattern',
    free({ patternProperties: { '^[a-z]': STRING }, additionalProperties: { type: 'number' } }),
    free({ patternProperties: { '^[a-z]': STRING }, additionalProperties: INTEGER }),
    B,
    S,
  ],
  [
    'declared names that are too long',
    object({ ab: STRING }),
    free({ propertyNames: { maxLength: 1 } }),
    B,
    S,
  ],
  [
    'required names that are too long',
    free({ required: ['ab'] }),
    free({ propertyNames: { maxLength: 1 } }),
    B,
    B,
  ],
  [
    'names that are too long, the first of which can have no value',
    object({ name: false, kind: STRING }),
    free({ propertyNames: { maxLength: 1 } }),
    B,
    S,
  ],
];
