import type { Json } from '../../../src/read/document.ts';
import { CAT, DOG } from './row.ts';

const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };
const NULL = { type: 'null' };
/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

/** Schemas of which no two say the same; those of one keyword stand beside each other. */
export const OTHERS: readonly (readonly [string, readonly Json[]])[] = [
  ['types', [{}, false, TEXT, NUMBER, { type: 'integer' }, { type: ['string', 'number'] }, NULL]],
  ['null', [TEXT, { type: ['string', 'null'] }]],
  ['listed values', [{ enum: ['a', 'b'] }, { enum: ['a'] }, { enum: ['a', 'b', null] }, { const: 'b' }]],
  ['lengths', [TEXT, { ...TEXT, minLength: 1 }, { ...TEXT, minLength: 2 }, { ...TEXT, maxLength: 1 }]],
  ['patterns', [TEXT, { ...TEXT, pattern: 'a' }, { ...TEXT, pattern: 'b' }]],
  ['formats', [TEXT, { ...TEXT, format: 'date' }, { ...TEXT, format: 'colour' }]],
  [
    'bounds',
    [
      NUMBER,
      { ...NUMBER, minimum: 1 },
      { ...NUMBER, exclusiveMinimum: 1 },
      { ...NUMBER, maximum: 1 },
      { ...NUMBER, exclusiveMaximum: 1 },
      { ...NUMBER, minimum: 2 },
      { ...NUMBER, multipleOf: 2 },
      { ...NUMBER, multipleOf: 3 },
    ],
  ],
  [
    'items',
    [
      {},
      { items: TEXT },
      { items: NUMBER },
      { prefixItems: [TEXT] },
      { prefixItems: [TEXT, TEXT] },
      { prefixItems: [NUMBER, TEXT] },
      { prefixItems: [TEXT], items: TEXT },
      { minItems: 1 },
      { maxItems: 1 },
      { uniqueItems: true },
    ],
  ],
  [
    'contains',
    [
      { contains: TEXT },
      { contains: NUMBER },
      { contains: TEXT, minContains: 2 },
      { contains: TEXT, maxContains: 2 },
      { contains: TEXT, minContains: 0, maxContains: 2 },
      { allOf: [{ contains: TEXT }, { contains: NUMBER }] },
    ],
  ],
  [
    'properties',
    [
      {},
      { properties: { a: TEXT } },
      { properties: { a: NUMBER } },
      { properties: { b: TEXT } },
      { properties: { a: TEXT, b: TEXT } },
      { properties: { a: TEXT }, required: ['a'] },
      { required: ['a'] },
      { required: ['a', 'b'] },
      { minProperties: 1 },
      { maxProperties: 1 },
    ],
  ],
  [
    'other properties',
    [
      {},
      { additionalProperties: false },
      { additionalProperties: TEXT },
      { additionalProperties: NUMBER },
      { patternProperties: { a: TEXT } },
      { patternProperties: { b: TEXT } },
      { patternProperties: { a: NUMBER } },
      { patternProperties: { a: TEXT, b: TEXT } },
      { propertyNames: { maxLength: 1 } },
      { propertyNames: { maxLength: 2 } },
    ],
  ],
  [
    'what properties bring',
    [
      {},
      { dependentRequired: { a: ['b'] } },
      { dependentRequired: { a: ['c'] } },
      { dependentRequired: { b: ['c'] } },
      { dependentSchemas: { a: TEXT } },
      { dependentSchemas: { a: NUMBER } },
      { dependentSchemas: { b: TEXT } },
    ],
  ],
  ['what is ruled out', [{}, { not: TEXT }, { not: NUMBER }, { allOf: [{ not: TEXT }, { not: NUMBER }] }]],
  [
    'conditions',
    [
      {},
      { if: TEXT, [THEN]: { minLength: 1 } },
      { if: NUMBER, [THEN]: { minLength: 1 } },
      { if: TEXT, [THEN]: { minLength: 2 } },
      { if: TEXT, else: { minLength: 1 } },
      { if: TEXT, [THEN]: { minLength: 1 }, else: { minLength: 1 } },
    ],
  ],
  [
    'choices',
    [
      { anyOf: [TEXT, NUMBER] },
      { oneOf: [TEXT, NUMBER] },
      { anyOf: [TEXT, { type: 'boolean' }] },
      { anyOf: [TEXT, NUMBER, { type: 'boolean' }] },
      { anyOf: [TEXT, TEXT] },
      { anyOf: [TEXT] },
      { allOf: [{ anyOf: [TEXT, NUMBER] }, { anyOf: [TEXT, { type: 'boolean' }] }] },
      { anyOf: [CAT, DOG] },
      { anyOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
      { anyOf: [CAT, DOG], discriminator: { propertyName: 'age' } },
      { anyOf: [CAT, DOG], discriminator: { propertyName: 'kind', mapping: { tabby: 'Cat' } } },
    ],
  ],
  [
    'what is left over',
    [
      { properties: { a: TEXT } },
      { properties: { a: TEXT }, unevaluatedProperties: false },
      { properties: { a: TEXT }, unevaluatedProperties: TEXT },
      { anyOf: [{ properties: { a: TEXT } }, { properties: { b: TEXT } }], unevaluatedProperties: false },
      { anyOf: [{ properties: { a: TEXT } }, { properties: { c: TEXT } }], unevaluatedProperties: false },
      { anyOf: [{ properties: { a: TEXT } }, { properties: { b: TEXT } }], unevaluatedProperties: TEXT },
      { anyOf: [{ prefixItems: [TEXT] }, NUMBER], unevaluatedItems: false },
      { anyOf: [{ prefixItems: [TEXT] }, NUMBER], unevaluatedItems: TEXT },
    ],
  ],
];
