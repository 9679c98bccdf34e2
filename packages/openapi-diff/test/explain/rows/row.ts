import type { JsonObject } from '../../../src/read/document.ts';

/** A change of a schema and all that a report says of it: where requests hold it, and where responses do. */
export type Row = readonly [
  name: string,
  before: JsonObject | boolean,
  after: JsonObject | boolean,
  request: readonly string[],
  response: readonly string[],
];

export function text(more: JsonObject = {}): JsonObject {
  return { type: 'string', ...more };
}

export function integer(more: JsonObject = {}): JsonObject {
  return { type: 'integer', ...more };
}

export function number(more: JsonObject = {}): JsonObject {
  return { type: 'number', ...more };
}

/** A list of texts, unless told otherwise. */
export function array(more: JsonObject = {}): JsonObject {
  return { type: 'array', items: { type: 'string' }, ...more };
}

export function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...more };
}

/** An object that declares nothing. */
export function free(more: JsonObject = {}): JsonObject {
  return { type: 'object', ...more };
}

/** What has these properties. */
export function need(...names: string[]): JsonObject {
  return { required: names };
}

/** Objects that need some properties where they have some others, and others again where they don't. */
export function when(
  has: readonly string[],
  needs: readonly string[],
  otherwise?: readonly string[],
): JsonObject {
  return Object.fromEntries([
    ['if', { required: has }],
    ['then', { required: needs }],
    ...(otherwise === undefined ? [] : ([['else', { required: otherwise }]] as const)),
  ]);
}

/** Schemas that rows may refer to; a response that requires something says that required counts. */
export const COMMON: JsonObject = {
  Cat: object({ kind: { const: 'Cat' }, age: integer() }, { required: ['kind'] }),
  Dog: object({ kind: { const: 'Dog' }, size: integer() }, { required: ['kind'] }),
};

export const CAT: JsonObject = { $ref: '#/components/schemas/Cat' };
export const DOG: JsonObject = { $ref: '#/components/schemas/Dog' };
