import type { Json, JsonObject, SpecVersion } from '../../../src/read/document.ts';

/** What is right to say of a pair of schemas. */
export type Right = 'safe' | 'breaking' | 'undecided';

/** A change of a schema with the verdicts that are right: name, before, after, as a request, as a response. */
export type Row = readonly [
  name: string,
  base: Json,
  head: Json,
  request: Right,
  response: Right,
  versions?: { readonly base: SpecVersion; readonly head: SpecVersion },
];

/** Short for rows. */
export const S = 'safe';
export const B = 'breaking';
export const U = 'undecided';

/** Schemas that rows may refer to. */
export const COMMON: JsonObject = {
  Text: { type: 'string', maxLength: 5 },
  Cat: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, age: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, age: { type: 'string' } },
  },
  Tree: {
    type: 'object',
    properties: { left: { $ref: '#/components/schemas/Tree' }, size: { type: 'integer' } },
  },
};

export const TEXT: JsonObject = { $ref: '#/components/schemas/Text' };
export const CAT: JsonObject = { $ref: '#/components/schemas/Cat' };
export const DOG: JsonObject = { $ref: '#/components/schemas/Dog' };
