import type { JsonObject } from '../../../src/read/document.ts';
import { B, type Row, S } from './row.ts';

/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';
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

/** Properties, whether they must be there, which others may, and which one direction alone sees. */
export const OBJECTS: readonly Row[] = [
  ['a property more', object(A), object(AB), S, S],
  ['a property less', object(AB), object(A), S, S],
  ['a property narrowed', object(A), object({ a: { enum: ['x'] } }), B, S],
  ['a property widened', object({ a: INTEGER }), object({ a: { type: 'number' } }), S, B],
  ['a property of another type', object(A), object({ a: INTEGER }), B, B],
  [
    'a property of a property narrowed',
    object({ o: object(A) }),
    object({ o: object({ a: { const: 'x' } }) }),
    B,
    S,
  ],
  ['properties in another order', object(AB), object({ b: STRING, a: STRING }), S, S],
  [
    'a property of another name',
    object(A, { required: ['a'] }),
    object({ c: STRING }, { required: ['c'] }),
    B,
    B,
  ],
  ['a property that becomes required', object(A), object(A, { required: ['a'] }), B, S],
  ['a property that becomes optional', object(A, { required: ['a'] }), object(A), S, B],
  ['a required property more', object(A), object(AB, { required: ['b'] }), B, S],
  [
    'a required property with a default more',
    object(A),
    object({ ...A, b: { default: 'x' } }, { required: ['b'] }),
    B,
    S,
  ],
  ['a required property less', object(AB, { required: ['b'] }), object(A), S, B],
  [
    'required names in another order',
    object(AB, { required: ['a', 'b'] }),
    object(AB, { required: ['b', 'a'] }),
    S,
    S,
  ],
  ['required without a type', { required: ['a'] }, free({ required: ['a'] }), B, S],
  ['required for what is no object', { type: 'string', required: ['a'] }, STRING, S, S],
  ['a property that can be nothing', object({ a: false }), object(A), S, B],
  ['a required property that can be nothing', object({ a: false }, { required: ['a'] }), false, S, S],
  ['a free object with a property more', free(), object(A), B, S],
  ['an object with no properties at all', object({}), free(), S, S],
  ['an object that sends no properties at all', free(), object({}, { additionalProperties: false }), B, S],
  ['others ruled out where none were sent', object(A), object(A, { additionalProperties: false }), S, S],
  [
    'others ruled out where some were sent',
    object(A, { additionalProperties: true }),
    object(A, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'others let in',
    object(A, { additionalProperties: false }),
    object(A, { additionalProperties: true }),
    S,
    B,
  ],
  ['others no longer spoken of', object(A, { additionalProperties: false }), object(A), S, S],
  ['others ruled out in an object that is free', free(), free({ additionalProperties: false }), B, S],
  [
    'a property less where others are ruled out',
    object(AB, { additionalProperties: false }),
    object(A, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'a property more where others are ruled out',
    object(A, { additionalProperties: false }),
    object(AB, { additionalProperties: false }),
    S,
    B,
  ],
  [
    'others narrowed',
    free({ additionalProperties: { type: 'number' } }),
    free({ additionalProperties: INTEGER }),
    B,
    S,
  ],
  [
    'others that were anything',
    free({ additionalProperties: true }),
    free({ additionalProperties: STRING }),
    B,
    S,
  ],
  [
    'others anything in two spellings',
    free({ additionalProperties: true }),
    free({ additionalProperties: {} }),
    S,
    S,
  ],
  [
    'a property like the others',
    free({ additionalProperties: STRING }),
    object(A, { additionalProperties: STRING }),
    S,
    S,
  ],
  [
    'a property unlike the others',
    free({ additionalProperties: STRING }),
    object({ a: INTEGER }, { additionalProperties: STRING }),
    B,
    B,
  ],
  [
    'others inside of others narrowed',
    free({ additionalProperties: free({ additionalProperties: STRING }) }),
    free({ additionalProperties: free({ additionalProperties: { const: '' } }) }),
    B,
    S,
  ],
  [
    'a name that a pattern takes over',
    object({ 'x-a': STRING }),
    free({ patternProperties: { '^x-': STRING } }),
    S,
    S,
  ],
  [
    'a name that a pattern contradicts',
    object({ 'x-a': STRING }),
    object({ 'x-a': STRING }, { patternProperties: { '^x-': INTEGER } }),
    B,
    S,
  ],
  [
    'names of a pattern narrowed',
    free({ patternProperties: { '^x-': STRING } }),
    free({ patternProperties: { '^x-': { const: 'a' } } }),
    B,
    S,
  ],
  [
    'a narrower pattern of names',
    free({ patternProperties: { '^a': STRING } }),
    free({ patternProperties: { '^ab': STRING } }),
    S,
    B,
  ],
  [
    'a pattern of every name',
    free({ patternProperties: { '': STRING } }),
    free({ additionalProperties: STRING }),
    S,
    S,
  ],
  [
    'a pattern in other words',
    free({ patternProperties: { '^[0-9]$': STRING } }),
    free({ patternProperties: { '^\\d$': STRING } }),
    S,
    S,
  ],
  [
    'names ruled out beside a pattern',
    free({ patternProperties: { '^x-': STRING } }),
    free({ patternProperties: { '^x-': STRING }, additionalProperties: false }),
    B,
    S,
  ],
  [
    'keywords of objects for a list',
    { type: 'array', required: ['a'], minProperties: 3, properties: { length: false } },
    { type: 'array' },
    S,
    S,
  ],
  [
    'a property called like a member of the language',
    object({ constructor: STRING }),
    object({ constructor: INTEGER }),
    B,
    B,
  ],
  [
    'a required property that answers alone have',
    object(A),
    object({ ...A, id: { ...INTEGER, readOnly: true } }, { required: ['id'] }),
    S,
    S,
  ],
  [
    'a required property that answers alone had',
    object({ ...A, id: { ...INTEGER, readOnly: true } }, { required: ['id'] }),
    object(A),
    S,
    B,
  ],
  [
    'a property of answers of another type',
    object({ id: { ...INTEGER, readOnly: true } }),
    object({ id: { ...STRING, readOnly: true } }),
    S,
    B,
  ],
  [
    'a required property that requests alone have',
    object(A),
    object({ ...A, code: { ...STRING, writeOnly: true } }, { required: ['code'] }),
    B,
    S,
  ],
  [
    'a property of requests of another type',
    object({ code: { ...STRING, writeOnly: true } }),
    object({ code: { ...INTEGER, writeOnly: true } }),
    B,
    S,
  ],
  [
    'a property that only answers have from now on',
    object({ id: INTEGER }),
    object({ id: { ...INTEGER, readOnly: true } }),
    S,
    S,
  ],
  [
    'a required property that requests have from now on',
    object({ id: { ...INTEGER, readOnly: true } }, { required: ['id'] }),
    object({ id: INTEGER }, { required: ['id'] }),
    B,
    S,
  ],
  [
    'a property of answers where others are ruled out',
    object(A, { additionalProperties: false }),
    object({ ...A, id: { ...INTEGER, readOnly: true } }, { additionalProperties: false }),
    S,
    B,
  ],
  [
    'a property that a condition brings in, where others are ruled out',
    object(A, { if: { required: ['a'] }, [THEN]: { properties: { b: STRING } } }),
    object(A, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'a property that comes where a condition is not met, where others are ruled out',
    object(A, { if: { required: ['a'] }, else: { properties: { b: STRING } } }),
    object(A, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'a property that another one brings in, where others are ruled out',
    object(A, { dependentSchemas: { a: { properties: { b: STRING } } } }),
    object(A, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'a property of a branch, where others are ruled out',
    object(A, { anyOf: [{ properties: { b: STRING } }, { properties: { c: STRING } }] }),
    object({ ...A, b: STRING }, { additionalProperties: false }),
    B,
    S,
  ],
  [
    'a listed object',
    {
      enum: [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
      ],
    },
    {
      enum: [
        { b: 3, a: 1 },
        { b: 2, a: 1 },
      ],
    },
    S,
    S,
  ],
  ['a listed object with one other value', { const: { a: 1, b: 2 } }, { const: { a: 1, b: 3 } }, B, B],
  ['a listed object with another name', { const: { a: 1, b: 2 } }, { const: { a: 1, c: 2 } }, B, B],
  ['a listed object with a member less', { const: { a: 1, b: 2 } }, { const: { a: 1 } }, B, B],
  ['objects where some are listed', free(), { enum: [{}, { a: 1 }] }, B, S],
  [
    'objects of which only listed ones can be',
    object({ a: { const: 1 } }, { additionalProperties: false, required: ['a'] }),
    { enum: [{ a: 1 }, 'x'] },
    S,
    B,
  ],
];
