import { describe, expect, test } from '@jest/globals';
import { jsonEqual, keyOf, lengthOf, sizeOf, typesOf, writtenSize } from '../../src/compare/relate/json.ts';
import { Exhausted } from '../../src/compare/relate/limits.ts';
import {
  commonMultiple,
  floorOf,
  isMultiple,
  multipleAt,
  quotient,
  rationalOf,
} from '../../src/compare/relate/rational.ts';
import { shrink } from '../../src/compare/relate/shrink.ts';
import type { Json } from '../../src/read/document.ts';

const OWN_PROTO = JSON.parse('{"__proto__": 1}') as Json;

const VALUES: readonly (readonly Json[])[] = [
  // Each line are values that JSON Schema calls equal.
  [null],
  [true],
  [false],
  [0, -0],
  [1, 1.0],
  ['1'],
  [''],
  ['null'],
  [[]],
  [{}],
  [[1, 2]],
  [[2, 1]],
  [[1]],
  [[[1]]],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [{ a: 1, b: 3 }],
  [{ a: 1, c: 2 }],
  [{ a: 1 }],
  [{ 0: 1 }],
  [{ a: null }],
  [{ a: { b: [1, { c: 2, d: 3 }] } }, { a: { b: [1, { d: 3, c: 2 }] } }],
  [OWN_PROTO],
];

function nested(depth: number): Json {
  let value: Json = 1;
  for (let index = 0; index < depth; index += 1) value = [value];
  return value;
}

describe('values of JSON', () => {
  test('are equal within a line of the table, and have one key', () => {
    for (const [at, line] of VALUES.entries()) {
      for (const [other, others] of VALUES.entries()) {
        for (const a of line) {
          for (const b of others) {
            expect([a, b, jsonEqual(a, b)]).toEqual([a, b, at === other]);
            expect([a, b, keyOf(a) === keyOf(b)]).toEqual([a, b, at === other]);
          }
        }
      }
    }
  });

  test('are not compared beyond reason', () => {
    expect(jsonEqual(nested(300), nested(300))).toBe(true);
    expect(() => jsonEqual(nested(1_000), nested(1_000))).toThrow(Exhausted);
    expect(() => keyOf(nested(1_000))).toThrow(Exhausted);
  });

  test.each<[Json, number, number]>([
    [null, 1, 1],
    [5, 1, 1],
    ['', 1, 1],
    ['abc', 1.003, 1],
    [[], 1, 1],
    [[1, [2]], 4, 4],
    [{ a: 1, b: { c: 'x' } }, 4.001, 4],
  ])('%j is of size %d, and %d written out', (value, size, written) => {
    expect(sizeOf(value)).toBeCloseTo(size, 6);
    expect(writtenSize(value)).toBe(written);
  });

  test('that share a part are as large on paper as if they did not', () => {
    const part = [1, 2, 3];
    expect(writtenSize([part, part, { a: part }])).toBe(14);
  });

  test.each([
    ['', 0],
    ['abc', 3],
    ['😀', 1],
    ['a😀b', 3],
    ['😀😀', 2],
    ['\ud83d', 1],
    ['\ude00', 1],
    ['\ud83da', 2],
    ['\ud83d\ud83d\ude00', 2],
    ['\ue000\udc00', 2],
    ['\udbff\udfff', 1],
    ['\ud800\udc00', 1],
    ['\ud800\ue000', 2],
    ['\ud7ff\udc00', 2],
    ['\udc00\udc00', 2],
    ['\ud800\udfff', 1],
    ['\udbff\udc00', 1],
    ['\ud800\udbff', 2],
  ])('the text %j has %i characters', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  test('have types that are named in one order', () => {
    expect(typesOf(63)).toEqual(['null', 'boolean', 'number', 'string', 'array', 'object']);
    expect(typesOf(0)).toEqual([]);
    expect(typesOf(9)).toEqual(['null', 'string']);
  });
});

describe('decimal numbers', () => {
  test.each<[number, bigint, bigint]>([
    [0, 0n, 1n],
    [7, 7n, 1n],
    [-0.5, -1n, 2n],
    [0.1, 1n, 10n],
    [1.25, 5n, 4n],
    [1e21, 10n ** 21n, 1n],
    [1.5e22, 15n * 10n ** 21n, 1n],
    [2.5e-7, 1n, 4_000_000n],
    [-3e-7, -3n, 10_000_000n],
  ])('%d is what its digits say', (value, num, den) => {
    expect(rationalOf(value)).toEqual({ num, den });
  });

  test.each<[number, number, boolean]>([
    [0.3, 0.1, true],
    [0.35, 0.1, false],
    [6, 3, true],
    [7, 3, false],
    [-6, 3, true],
    [0, 5, true],
    [1e300, 1e10, true],
    [1.1, 1.1, true],
    [2, 0.5, true],
    [4.02, 0.01, true],
  ])('%d over %d leaves nothing: %s', (value, of, right) => {
    expect(isMultiple(value, of)).toBe(right);
  });

  test.each<[number, number, number]>([
    [2, 3, 6],
    [4, 6, 12],
    [0.5, 0.75, 1.5],
    [0.1, 0.25, 0.5],
    [5, 5, 5],
    [1, 0.5, 1],
  ])('%d and %d are both divisors of %d', (a, b, right) => {
    expect(commonMultiple(rationalOf(a), rationalOf(b))).toEqual(rationalOf(right));
  });

  test.each<[number, number, number]>([
    [7, 2, 3],
    [-7, 2, -4],
    [6, 2, 3],
    [-6, 2, -3],
    [7, -2, -4],
    [0.7, 0.2, 3],
    [0, 3, 0],
  ])('%d ÷ %d is at least %d', (a, b, right) => {
    expect(floorOf(quotient(rationalOf(a), rationalOf(b)))).toBe(BigInt(right));
  });

  test.each<[number, bigint, number]>([
    [0.1, 3n, 0.3],
    [0.25, -3n, -0.75],
    [3, 4n, 12],
    [1e-7, 5n, 5e-7],
    [0.05, 7n, 0.35],
    [0.2, 5n, 1],
    [1.5, 3n, 4.5],
  ])('%d times %d is %d', (step, times, right) => {
    expect(multipleAt(rationalOf(step), times)).toBe(right);
  });
});

describe('a value made small', () => {
  const has = (text: string) => (value: Json) => JSON.stringify(value).includes(text);

  test.each<[Json, string, Json]>([
    [{ a: 1, b: { c: 'x', d: [1, 2] } }, '"x"', { b: { c: 'x' } }],
    [[1, [2, 'x'], 3], '"x"', [['x']]],
    [{ a: [{ b: 1 }, { c: 'x', b: 2 }] }, '"x"', { a: [{ c: 'x' }] }],
    ['x', '"x"', 'x'],
    [[], '[]', []],
  ])('%j that has to show %s', (value, text, small) => {
    expect(shrink(value, has(text))).toEqual(small);
  });

  test('is left alone after a while', () => {
    let asked = 0;
    const large = Array.from({ length: 2_000 }, (_, index) => index);
    const found = shrink(large, () => {
      asked += 1;
      return false;
    });
    expect([found === large, asked < 2_000]).toEqual([true, true]);
  });
});
