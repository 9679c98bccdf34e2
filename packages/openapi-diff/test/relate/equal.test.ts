import { describe, expect, test } from '@jest/globals';
import { compiled } from '../../src/compare/relate/shapes/compiled.ts';
import { Equality } from '../../src/compare/relate/shapes/equal.ts';
import type { Json } from '../../src/read/document.ts';
import { relation } from './relation.ts';
import { CAT, COMMON, DOG } from './rows/row.ts';

/** Whether two schemas are seen to say the same in the same words. */
function areEqual(a: Json, b: Json, other: Json = {}): boolean {
  const { shape } = relation(
    { Subject: a, Other: other, ...COMMON },
    { Subject: b, Other: other, ...COMMON },
  );
  return new Equality().areEqual(compiled(shape('base', 'response')), compiled(shape('head', 'response')));
}

const TEXT = { type: 'string' };
const NUMBER = { type: 'number' };
const NULL = { type: 'null' };
/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

/** Schemas of which no two say the same; those of one keyword stand beside each other. */
const OTHERS: readonly (readonly [string, readonly Json[]])[] = [
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

const copy = (value: Json): Json => JSON.parse(JSON.stringify(value));

describe.each(OTHERS)('schemas that differ in %s', (_, schemas) => {
  test.each(schemas.map((schema) => [JSON.stringify(schema), schema] as const))('%s', (__, schema) => {
    expect(schemas.map((other) => areEqual(schema, copy(other)))).toEqual(
      schemas.map((other) => other === schema),
    );
  });
});

describe('schemas that say the same', () => {
  test.each<[string, Json, Json]>([
    ['with keys in another order', { type: 'string', minLength: 1 }, { minLength: 1, type: 'string' }],
    ['with words for people', TEXT, { ...TEXT, title: 'A', description: 'B', example: 'c', default: 'd' }],
    ['in parts', { type: 'string', minLength: 1 }, { allOf: [TEXT, { minLength: 1 }] }],
    [
      'behind a reference',
      { $ref: '#/components/schemas/Other' },
      { type: 'object', properties: { a: TEXT } },
    ],
    ['with types in another order', { type: ['string', 'number'] }, { type: ['number', 'string'] }],
    ['with required names in another order', { required: ['a', 'b'] }, { required: ['b', 'a'] }],
    [
      'with properties in another order',
      { properties: { a: TEXT, b: NUMBER } },
      { properties: { b: NUMBER, a: TEXT } },
    ],
    ['with branches in another order', { anyOf: [TEXT, NUMBER] }, { anyOf: [NUMBER, TEXT] }],
    [
      'with patterns in another order',
      { patternProperties: { a: TEXT, b: NUMBER } },
      { patternProperties: { b: NUMBER, a: TEXT } },
    ],
    [
      'with what is ruled out in another order',
      { allOf: [{ not: TEXT }, { not: NUMBER }] },
      { allOf: [{ not: NUMBER }, { not: TEXT }] },
    ],
    [
      'with choices in another order',
      { allOf: [{ anyOf: [TEXT, NUMBER] }, { anyOf: [TEXT, NULL, NUMBER] }] },
      { allOf: [{ anyOf: [TEXT, NULL, NUMBER] }, { anyOf: [TEXT, NUMBER] }] },
    ],
    [
      'with null beside it',
      { type: ['string', 'null'], minLength: 1 },
      { anyOf: [{ type: 'string', minLength: 1 }, NULL] },
    ],
    ['with null before it', { type: ['string', 'null'] }, { oneOf: [NULL, TEXT] }],
    ['with null beside it twice', { anyOf: [{ oneOf: [TEXT, NULL] }, NULL] }, { anyOf: [TEXT, NULL] }],
  ])('%s', (_, a, b) => {
    const other = { type: 'object', properties: { a: TEXT } };
    expect([areEqual(a, b, other), areEqual(b, a, other)]).toEqual([true, true]);
  });

  test('in a circle', () => {
    const tree = (size: Json): Json => ({
      type: 'object',
      properties: { left: { $ref: '#/components/schemas/Subject' }, size },
    });
    expect(areEqual(tree(TEXT), tree(TEXT))).toBe(true);
    expect(areEqual(tree(TEXT), tree(NUMBER))).toBe(false);
    const grown = { type: 'object', properties: { left: tree(TEXT), size: TEXT } };
    expect(areEqual(tree(TEXT), grown)).toBe(true);
  });
});

describe('null beside a schema is not always null in it', () => {
  test.each<[string, Json, Json]>([
    [
      'where two branches take it',
      { oneOf: [{ type: ['string', 'null'] }, NULL] },
      { type: ['string', 'null'] },
    ],
    [
      'where something is said beside the choice',
      { anyOf: [TEXT, NULL], minLength: 1 },
      { type: ['string', 'null'] },
    ],
    ['where the choice has three branches', { anyOf: [TEXT, NUMBER, NULL] }, { type: ['string', 'null'] }],
    [
      'where what is ruled out decides',
      { anyOf: [{ type: 'string', not: { const: 'a' } }, NULL] },
      { type: ['string', 'null'], not: { enum: ['a', null] } },
    ],
  ])('%s', (_, a, b) => {
    expect([areEqual(a, b), areEqual(b, a)]).toEqual([false, false]);
  });
});

test('what is known to be equal, or not, stays so from one question to the next', () => {
  const schemas = { Subject: { properties: { a: TEXT, b: NUMBER } }, ...COMMON };
  const { shape } = relation(schemas, { ...schemas, Subject: { properties: { a: TEXT, b: TEXT } } });
  const [a, b] = [compiled(shape('base', 'response')), compiled(shape('head', 'response'))];
  const equality = new Equality();
  const answers = () => [
    equality.areEqual(a, b),
    equality.areEqual(a.property('a'), b.property('a')),
    equality.areEqual(a.property('b'), b.property('b')),
    equality.areEqual(a, a),
  ];
  expect([answers(), answers()]).toEqual([
    [false, true, false, true],
    [false, true, false, true],
  ]);
});
