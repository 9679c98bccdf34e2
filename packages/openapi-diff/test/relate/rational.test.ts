import { describe, expect, test } from '@jest/globals';
import {
  commonMultiple,
  floorOf,
  isMultiple,
  multipleAt,
  quotient,
  rationalOf,
} from '../../src/compare/relate/rational.ts';

const fraction = ({ num, den }: { readonly num: bigint; readonly den: bigint }) => `${num}/${den}`;
const of = (num: bigint, den: bigint) => ({ num, den });

describe('numbers as fractions', () => {
  test.each<[number, string]>([
    [0, '0/1'],
    [7, '7/1'],
    [-7, '-7/1'],
    [0.5, '1/2'],
    [-0.5, '-1/2'],
    [0.1, '1/10'],
    [12.75, '51/4'],
    [1e21, '1000000000000000000000/1'],
    [1.5e21, '1500000000000000000000/1'],
    [1e-7, '1/10000000'],
    [2.5e-7, '1/4000000'],
    [Number.POSITIVE_INFINITY, '0/1'],
  ])('%d is %s', (value, expected) => {
    expect(fraction(rationalOf(value))).toBe(expected);
  });

  test.each<[bigint, bigint, bigint]>([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [6n, 2n, 3n],
    [-6n, 2n, -3n],
    [0n, 5n, 0n],
    [-1n, 5n, -1n],
  ])('%d/%d is at least %d', (num, den, expected) => {
    expect(floorOf(of(num, den))).toBe(expected);
  });

  test.each<[number, number, string]>([
    [4, 6, '12/1'],
    [0.5, 0.75, '3/2'],
    [-4, 6, '12/1'],
    [4, -6, '12/1'],
    [0.1, 0.15, '3/10'],
    [1, 1, '1/1'],
  ])('the multiples of both %d and %d are those of %s', (a, b, expected) => {
    expect(fraction(commonMultiple(rationalOf(a), rationalOf(b)))).toBe(expected);
  });

  test.each<[number, number, string]>([
    [6, 4, '3/2'],
    [-6, 4, '-3/2'],
    [6, -4, '-3/2'],
    [-6, -4, '3/2'],
    [0.3, 0.1, '3/1'],
    [0, 3, '0/1'],
  ])('%d by %d is %s', (a, b, expected) => {
    expect(fraction(quotient(rationalOf(a), rationalOf(b)))).toBe(expected);
  });

  test.each<[number, bigint, number]>([
    [0.1, 3n, 0.3],
    [0.1, -3n, -0.3],
    [0.1, 10n, 1],
    [0.25, 3n, 0.75],
    [0.05, 7n, 0.35],
    [0.125, 3n, 0.375],
    [0.01, 101n, 1.01],
    [3, 4n, 12],
    [1e-7, 15n, 0.0000015],
    [0.02, 7n, 0.14],
  ])('%d times %d is %d', (step, times, expected) => {
    expect(multipleAt(rationalOf(step), times)).toBe(expected);
  });

  test.each<[number, number, boolean]>([
    [0.3, 0.1, true],
    [0.35, 0.1, false],
    [6, 3, true],
    [7, 3, false],
    [6, 1.5, true],
    [1.5, 3, false],
    [-6, 3, true],
    [0, 0.1, true],
    [1e20, 10, true],
    [1e20, 3, false],
  ])('%d as a multiple of %d: %s', (value, divisor, expected) => {
    expect(isMultiple(value, divisor)).toBe(expected);
  });
});
