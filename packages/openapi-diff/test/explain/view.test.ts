import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/read/document.ts';
import { CHOICE, LIST, NULL, OBJECT, told, viewOf } from './view-of.ts';

/** Not written out: an object with this key could be taken for a promise. */
const THEN = 'then';

describe('a schema whose keywords speak for themselves', () => {
  test.each<[string, Json]>([
    ['anything', {}],
    ['text', { type: 'string', minLength: 1, pattern: 'a' }],
    ['an object', OBJECT],
    ['a closed object that needs a property', { ...OBJECT, required: ['a'], additionalProperties: false }],
    ['a list with bounds', { ...LIST, minItems: 1, maxItems: 2, uniqueItems: true }],
    ['lists of no matter to text', { type: 'string', contains: { type: 'string' } }],
    ['properties of no matter to text', { type: 'string', minProperties: 2 }],
    ['a branch beside null', { anyOf: [OBJECT, NULL] }],
    ['parts', { allOf: [OBJECT, { required: ['a'] }] }],
  ])('is %s', (_, schema) => {
    expect(viewOf(schema).isPlain).toBe(true);
  });

  test.each<[string, Json]>([
    ['not something', { type: 'string', not: { const: 'a' } }],
    ['something with a condition', { type: 'string', if: { minLength: 1 }, [THEN]: { maxLength: 2 } }],
    ['what refers to nothing', { $ref: '#/components/schemas/Nowhere' }],
    ['a list that contains something', { ...LIST, contains: { const: 'a' } }],
    ['a list with items left over', { ...LIST, unevaluatedItems: false }],
    ['an object of at least some properties', { ...OBJECT, minProperties: 1 }],
    ['an object of at most some properties', { ...OBJECT, maxProperties: 1 }],
    ['an object with rules for names', { ...OBJECT, propertyNames: { maxLength: 3 } }],
    ['an object with names by pattern', { ...OBJECT, patternProperties: { '^x': { type: 'string' } } }],
    ['an object where a name needs a name', { ...OBJECT, dependentRequired: { a: ['b'] } }],
    ['an object where a name brings a schema', { ...OBJECT, dependentSchemas: { a: { required: ['b'] } } }],
    ['an object with properties left over', { ...OBJECT, unevaluatedProperties: false }],
    ['anything of which objects have at least some properties', { minProperties: 1 }],
    ['a choice', CHOICE],
    ['a choice beside null', { anyOf: [told('a'), told('b'), NULL] }],
  ])('is not %s', (_, schema) => {
    expect(viewOf(schema).isPlain).toBe(false);
  });
});

describe('a choice with nothing beside it', () => {
  test.each<[string, Json]>([
    ['a choice', CHOICE],
    ['a choice and a type', { type: 'object', ...CHOICE }],
    ['a choice and null', { anyOf: [told('a'), told('b'), NULL] }],
    ['a choice in a branch beside null', { anyOf: [CHOICE, NULL] }],
    ['a choice and a bound for something else', { ...CHOICE, maxLength: 3 }],
  ])('is %s', (_, schema) => {
    expect(viewOf(schema).choice?.branches.length).toBeGreaterThanOrEqual(2);
  });

  test.each<[string, Json]>([
    ['no choice at all', OBJECT],
    ['two choices', { allOf: [CHOICE, { oneOf: [told('a'), told('c')] }] }],
    ['a choice and a property', { ...CHOICE, properties: { x: { type: 'string' } } }],
    ['a choice and a property that must be there', { ...CHOICE, required: ['x'] }],
    ['a choice and no further properties', { ...CHOICE, additionalProperties: false }],
    ['a choice and what is ruled out', { ...CHOICE, not: { const: 1 } }],
    ['a choice and a count of properties', { ...CHOICE, minProperties: 1 }],
  ])('is not %s', (_, schema) => {
    expect(viewOf(schema).choice).toBeNull();
  });
});

describe('a schema that plainly allows nothing', () => {
  test.each<[string, Json]>([
    ['false', false],
    ['not anything', { not: {} }],
    ['not true', { type: 'string', not: true }],
    ['no types in common', { allOf: [{ type: 'string' }, { type: 'number' }] }],
    ['no values', { enum: [] }],
    ['no values in common', { allOf: [{ enum: ['a'] }, { enum: ['b'] }] }],
  ])('is %s', (_, schema) => {
    expect(viewOf(schema).isNothing).toBe(true);
  });

  test.each<[string, Json]>([
    ['true', true],
    ['not something', { not: { type: 'string' } }],
    ['one value', { enum: ['a'] }],
    ['null', NULL],
  ])('is not %s', (_, schema) => {
    expect(viewOf(schema).isNothing).toBe(false);
  });
});

describe('a schema takes null', () => {
  test.each<[boolean, string, Json]>([
    [true, 'where nothing speaks against it', {}],
    [true, 'by its type', { type: ['string', 'null'] }],
    [true, 'as a listed value', { enum: ['a', null] }],
    [true, 'in a branch', { anyOf: [{ type: 'string' }, NULL] }],
    [true, 'where something else is ruled out', { not: { type: 'string' } }],
    [false, 'by another type', { type: 'string' }],
    [false, 'where it is not listed', { enum: ['a'] }],
    [false, 'where a type rules out what is listed', { type: 'string', enum: ['a', null] }],
    [false, 'where it is ruled out', { not: NULL }],
    [false, 'where it fits two branches', { oneOf: [NULL, { enum: [null, 1] }] }],
    [false, 'where a condition rules it out', { if: NULL, [THEN]: false }],
    [false, 'where nothing is taken', false],
  ])('%s: %s', (takes, _, schema) => {
    expect(viewOf(schema).acceptsNull).toBe(takes);
  });
});

describe('wrappers of one branch beside null', () => {
  test('are taken off, with what they hold joined to what stands around them', () => {
    const { core, shape } = viewOf({ maxLength: 3, anyOf: [{ type: 'string', minLength: 1 }, NULL] });
    expect([core.maxLength?.value, core.minLength?.value, [...core.types]]).toEqual([3, 1, ['string']]);
    expect([...shape.types].length).toBe(6);
  });

  test('are taken off one in another, up to eight', () => {
    const wrapped = (depth: number): Json =>
      depth === 0 ? { type: 'string' } : { anyOf: [wrapped(depth - 1), NULL] };
    expect(viewOf(wrapped(8)).groups).toHaveLength(0);
    expect(viewOf(wrapped(9)).groups).toHaveLength(1);
  });

  test('are all that is taken off: a choice beside them stays', () => {
    const { core, groups } = viewOf({ allOf: [{ anyOf: [OBJECT, NULL] }, CHOICE] });
    expect([core.propertyNames, groups.length, groups[0]?.branches.length]).toEqual([['a'], 1, 2]);
  });

  test('count a branch of the listed value null as null', () => {
    expect(viewOf({ anyOf: [OBJECT, { enum: [null] }] }).core.propertyNames).toEqual(['a']);
    expect(viewOf({ anyOf: [OBJECT, { enum: [null, 1] }] }).core.propertyNames).toEqual([]);
    expect(viewOf({ anyOf: [OBJECT, { enum: [] }] }).core.propertyNames).toEqual([]);
  });
});
