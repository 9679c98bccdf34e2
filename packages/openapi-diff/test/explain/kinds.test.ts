import { describe, expect, test } from '@jest/globals';
import { bothAllow, covers, isTold, kindOf } from '../../src/compare/explain/view.ts';
import type { Json } from '../../src/read/document.ts';
import { CHOICE, LIST, NULL, OBJECT, told, viewOf } from './view-of.ts';

describe('the kinds of values that a schema leaves', () => {
  test.each<[string, Json, readonly string[]]>([
    ['every kind', {}, ['array', 'boolean', 'number', 'object', 'string']],
    ['whole numbers', { type: 'integer' }, ['integer']],
    ['numbers', { type: 'number' }, ['number']],
    ['both numbers', { type: ['integer', 'number'] }, ['number']],
    ['whole numbers by a divisor', { type: 'number', multipleOf: 3 }, ['integer']],
    ['numbers by a divisor', { type: 'number', multipleOf: 0.5 }, ['number']],
    ['null alone', NULL, []],
    ['null beside text', { type: ['string', 'null'] }, ['string']],
    ['listed values', { enum: [1, 'a', null, true] }, ['boolean', 'integer', 'string']],
    ['listed numbers', { enum: [1, 1.5] }, ['number']],
    ['listed values within a type', { type: ['string', 'number'], enum: [1, 2, true] }, ['integer']],
    ['a list and an object', { enum: [[1], { a: 1 }] }, ['array', 'object']],
    ['branches', { anyOf: [{ type: 'string' }, { type: 'integer' }] }, ['integer', 'string']],
    ['branches of both numbers', { anyOf: [{ type: 'number' }, { type: 'integer' }] }, ['number']],
    [
      'branches within a type',
      { type: 'number', oneOf: [{ type: 'integer' }, { type: 'string' }] },
      ['integer'],
    ],
    [
      'two choices',
      {
        allOf: [
          { anyOf: [{ type: 'string' }, { type: 'number' }] },
          { anyOf: [{ type: 'integer' }, NULL, LIST] },
        ],
      },
      ['integer'],
    ],
    [
      'branches of branches',
      { anyOf: [{ anyOf: [{ type: 'string' }, LIST] }, OBJECT] },
      ['array', 'object', 'string'],
    ],
  ])('are %s', (_, schema, kinds) => {
    expect([...viewOf(schema).kinds].sort()).toEqual(kinds);
  });

  test('and those that its keywords leave outside of branches', () => {
    const view = viewOf({
      type: ['string', 'number', 'object'],
      anyOf: [{ type: 'string' }, { type: 'integer' }],
    });
    expect([[...view.ownKinds].sort(), [...view.kinds].sort()]).toEqual([
      ['number', 'object', 'string'],
      ['integer', 'string'],
    ]);
  });

  test('are looked for eight branches deep, and no deeper', () => {
    const nested = (depth: number): Json =>
      depth === 0 ? { type: 'integer' } : { anyOf: [nested(depth - 1), { type: 'string' }] };
    expect([...viewOf(nested(8)).kinds].sort()).toEqual(['integer', 'string']);
    expect([...viewOf(nested(9)).kinds].sort()).toEqual(['array', 'boolean', 'number', 'object', 'string']);
  });
});

describe('the listed values of a schema', () => {
  test.each<[string, Json, readonly Json[] | null]>([
    ['none', { type: 'string' }, null],
    ['an enum', { enum: ['a', 1] }, ['a', 1]],
    ['an enum with null', { enum: ['a', null] }, ['a']],
    ['a constant', { const: 'a' }, ['a']],
    ['a choice between constants', { oneOf: [{ const: 'a' }, { enum: ['b', 'c'] }] }, ['a', 'b', 'c']],
    [
      'a choice that lists one twice',
      { anyOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] },
      ['a', 'b', 'c'],
    ],
    [
      'a choice of choices',
      { anyOf: [{ const: 'a' }, { anyOf: [{ const: 'b' }, { const: 'c' }] }] },
      ['a', 'b', 'c'],
    ],
    ['a choice between constants and null', { anyOf: [{ const: 'a' }, { const: 'b' }, NULL] }, ['a', 'b']],
    ['a choice in which one branch lists none', { anyOf: [{ const: 'a' }, { type: 'string' }] }, null],
    ['null', NULL, []],
  ])('are those of %s', (_, schema, values) => {
    expect(viewOf(schema).values).toEqual(values);
  });

  test('make a choice between constants no choice, unless the values are listed beside it', () => {
    expect(viewOf({ oneOf: [{ const: 'a' }, { const: 'b' }] }).groups).toEqual([]);
    expect(
      viewOf({ enum: ['a'], oneOf: [{ const: 'a' }, { type: 'string', minLength: 3 }] }).groups,
    ).toHaveLength(1);
    expect(viewOf(CHOICE).groups).toHaveLength(1);
  });
});

describe('a choice is told by a property', () => {
  const isToldBy = (...branches: Json[]) => {
    const [group] = viewOf({ type: 'object', oneOf: branches }).groups;
    return group !== undefined && isTold(group);
  };

  test.each<[boolean, string, readonly Json[]]>([
    [true, 'with other values in each branch', [told('a'), told('b')]],
    [true, 'with several other values in each branch', [told('a', 'b'), told('c', 'd')]],
    [false, 'with a value in two branches', [told('a', 'b'), told('c', 'a')]],
    [false, 'with a value in the first and the last branch', [told('a'), told('b'), told('a')]],
    [false, 'that one branch does not need', [told('a'), { ...told('b'), required: [] }]],
    [false, 'that the first branch does not need', [{ ...told('b'), required: [] }, told('a')]],
    [false, 'that may have any value in one branch', [told('a'), OBJECT]],
    [
      false,
      'that is another one in each branch',
      [told('a'), { type: 'object', required: ['sort'], properties: { sort: { const: 'b' } } }],
    ],
    [
      true,
      'though another one is the same in all',
      ['a', 'b'].map((kind) => ({
        type: 'object',
        required: ['version', 'kind'],
        properties: { version: { const: 1 }, kind: { const: kind } },
      })),
    ],
  ])('%s: %s', (isIt, _, branches) => {
    expect(isToldBy(...branches)).toBe(isIt);
  });
});

describe('the kind of a value', () => {
  test.each<[Json, string | null]>([
    [null, null],
    [1, 'integer'],
    [1.5, 'number'],
    ['1', 'string'],
    [true, 'boolean'],
    [[1], 'array'],
    [{ a: 1 }, 'object'],
  ])('%j is %s', (value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });

  test('is among kinds by its name, or as a whole number among numbers', () => {
    expect(covers(new Set(['number']), 'integer')).toBe(true);
    expect(covers(new Set(['integer']), 'number')).toBe(false);
    expect(covers(new Set(['integer']), 'integer')).toBe(true);
    expect(covers(new Set(['string']), 'integer')).toBe(false);
  });

  test('is allowed by both sides where each allows it, whole numbers as numbers', () => {
    const [text, whole, numbers] = [
      viewOf({ type: 'string' }),
      viewOf({ type: 'integer' }),
      viewOf({ type: 'number' }),
    ];
    expect(bothAllow(whole, numbers, 'number')).toBe(true);
    expect(bothAllow(numbers, whole, 'number')).toBe(true);
    expect(bothAllow(text, whole, 'number')).toBe(false);
    expect(bothAllow(whole, text, 'number')).toBe(false);
    expect(bothAllow(text, text, 'number')).toBe(false);
    expect(bothAllow(text, text, 'string')).toBe(true);
    expect(bothAllow(whole, whole, 'string')).toBe(false);
  });
});
