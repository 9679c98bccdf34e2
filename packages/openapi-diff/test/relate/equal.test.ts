import { describe, expect, test } from '@jest/globals';
import { compiled } from '../../src/compare/relate/shapes/compiled.ts';
import { Equality } from '../../src/compare/relate/shapes/equal.ts';
import type { Json } from '../../src/read/document.ts';
import { relation } from './relation.ts';
import { COMMON } from './rows/row.ts';
import { OTHERS } from './rows/unequal.ts';

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
