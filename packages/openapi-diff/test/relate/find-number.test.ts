import { describe, expect, test } from '@jest/globals';
import { compiled } from '../../src/compare/relate/shapes/compiled.ts';
import type { Fail } from '../../src/compare/relate/solve/fail.ts';
import { findNumber } from '../../src/compare/relate/solve/number.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { relation } from './relation.ts';

const NO_MULTIPLE = 'no multiple was found within an interval';

/** The number that is found; `none` where there is none, else why nothing is known. */
function found(
  schemas: readonly JsonObject[],
  fails: readonly Fail[] = [],
  excluded: readonly Json[] = [],
): Json {
  const shapes = schemas.map((schema) => {
    const all = { Subject: { type: 'number', ...schema } };
    return compiled(relation(all, all).shape('base', 'request'));
  });
  const answer = findNumber(shapes, fails, excluded);
  if (answer.kind === 'found') return answer.value;
  return answer.kind === 'none' ? 'none' : answer.reason;
}

const below = (value: number, exclusive = false): Fail => ({ kind: 'below', bound: { value, exclusive } });
const above = (value: number, exclusive = false): Fail => ({ kind: 'above', bound: { value, exclusive } });
const FRACTION: Fail = { kind: 'fraction' };
const not = (of: number): Fail => ({ kind: 'no-multiple', of });
const unlisted = (...values: Json[]): Fail => ({ kind: 'unlisted', values });
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a number that is looked for', () => {
  test.each<[string, Json, readonly JsonObject[], (readonly Fail[])?, (readonly Json[])?]>([
    ['is 1 where any will do', 1, [{}]],
    ['is 0 where 1 is not wanted', 0, [{}], [], [1]],
    ['is 2 where neither is', 2, [{}], [], [1, 0]],
    ['is below 0 where those are not', -1, [{}], [], [1, 0, 2]],
    ['may be a half', 0.5, [{}], [FRACTION]],
    ['may be one and a half', 1.5, [{}], [FRACTION], [0.5]],
    ['lies at a lower bound', 17, [{ minimum: 17 }]],
    ['lies above an exclusive one', 18, [{ exclusiveMinimum: 17 }]],
    ['lies below an exclusive upper one', -8, [{ exclusiveMaximum: -7 }]],
    ['lies between two', 7.5, [{ exclusiveMinimum: 7, exclusiveMaximum: 8 }]],
    ['lies between two that are close', 7.001, [{ exclusiveMinimum: 7, exclusiveMaximum: 7.1 }]],
    ['is the only one', 7, [{ minimum: 7, maximum: 7 }]],
    ['is not there where the only one is not wanted', 'none', [{ minimum: 7, maximum: 7 }], [], [7]],
    ['is not there where the bounds cross', 'none', [{ minimum: 8, maximum: 7 }]],
    ['is not there where they meet and one is exclusive', 'none', [{ exclusiveMinimum: 7, maximum: 7 }]],
    [
      'is not there where they meet and the other is exclusive',
      'none',
      [{ minimum: 7, exclusiveMaximum: 7 }],
    ],
    [
      'obeys the strictest bounds of several schemas',
      16,
      [{ minimum: 13 }, { minimum: 16 }, { minimum: 14 }],
    ],
    ['obeys the strictest upper bounds', -6, [{ maximum: -3 }, { maximum: -6 }, { maximum: -4 }]],
    ['obeys an exclusive bound beside one that is not', 18, [{ minimum: 17 }, { exclusiveMinimum: 17 }]],
    ['obeys it in the other order', 18, [{ exclusiveMinimum: 17 }, { minimum: 17 }]],
    ['obeys an exclusive upper bound too', -8, [{ maximum: -7 }, { exclusiveMaximum: -7 }]],
    ['obeys that in the other order', -8, [{ exclusiveMaximum: -7 }, { maximum: -7 }]],
    ['is at a bound that is not whole', 7.2, [{ minimum: 7.2, maximum: 8.9 }]],
    ['fails a lower bound', 5, [{ minimum: 5 }], [below(7)]],
    ['fails an exclusive lower bound at it', 7, [{ minimum: 7 }], [below(7, true)]],
    ['can not fail a lower bound at it', 'none', [{ minimum: 7 }], [below(7)]],
    ['fails an upper bound', 8, [{ maximum: 9 }], [above(7)]],
    ['fails an exclusive upper bound at it', 7, [{ maximum: 7 }], [above(7, true)]],
    ['can not fail an upper bound at it', 'none', [{ maximum: 7 }], [above(7)]],
    ['is no multiple', 1, [{}], [not(2)]],
    ['is no multiple of either', 1, [{}], [not(2), not(3)]],
    ['is none of 1, and no whole number', 0.5, [{}], [not(1)]],
    [
      'is none of those that are listed',
      3,
      [{ minimum: 0, maximum: 3 }],
      [unlisted(0, 1, 2, 0.5, 1.5, 0.1, 0.01)],
    ],
    [
      'is one of a hundred and some that is not listed',
      121,
      [{ type: 'integer', minimum: 0 }],
      [unlisted(...count(0, 120))],
    ],
    ['is looked for where only texts are listed', 1, [{}], [unlisted('a')], ['b']],
  ])('%s: %j', (_, expected, schemas, ...[fails, excluded]) => {
    expect(found(schemas, fails, excluded)).toBe(expected);
  });

  test.each<[string, Json, readonly JsonObject[], (readonly Fail[])?, (readonly Json[])?]>([
    ['is 1 where whole ones will do', 1, [{ type: 'integer' }]],
    ['is the step', 3, [{ multipleOf: 3 }]],
    ['is twice the step where that is not wanted', 6, [{ multipleOf: 3 }], [], [3]],
    ['is the same where 0 is not wanted either', 6, [{ multipleOf: 3 }], [], [3, 0]],
    ['is a fraction of 1', 0.25, [{ multipleOf: 0.25 }]],
    ['is a multiple of both', 6, [{ multipleOf: 2 }, { multipleOf: 3 }]],
    ['is a multiple of both, in one schema', 3, [{ type: 'integer', multipleOf: 1.5 }]],
    ['is the first above a bound', 9, [{ multipleOf: 3, minimum: 7 }]],
    ['is at a bound', 9, [{ multipleOf: 3, minimum: 9 }]],
    ['is beyond a bound that is exclusive', 12, [{ multipleOf: 3, exclusiveMinimum: 9 }]],
    ['is the last below a bound', -9, [{ multipleOf: 3, maximum: -7 }]],
    ['is below one that is exclusive', -12, [{ multipleOf: 3, exclusiveMaximum: -9 }]],
    ['is not there between two', 'none', [{ multipleOf: 3, minimum: 7, maximum: 8 }]],
    [
      'is not there where those between are not wanted',
      'none',
      [{ multipleOf: 3, minimum: 7, maximum: 13 }],
      [],
      [9, 12],
    ],
    ['is the one between that is left', 12, [{ multipleOf: 3, minimum: 7, maximum: 13 }], [], [9]],
    ['is whole, so that it is no fraction', 'none', [{ type: 'integer' }], [FRACTION]],
    ['is a fraction where the step is none', 0.5, [{ multipleOf: 0.5 }], [FRACTION]],
    ['is one of the step always', 'none', [{ multipleOf: 6 }], [not(3)]],
    ['is one of a step and not of a greater', 3, [{ multipleOf: 3 }], [not(6)]],
    ['is far from 0 where the bounds are', 3_000_000, [{ multipleOf: 3, minimum: 2_999_998 }]],
    ['is not known among very many', NO_MULTIPLE, [{ multipleOf: 1 }], [], count(-3_000, 3_000)],
  ])('as a multiple %s: %j', (_, expected, schemas, ...[fails, excluded]) => {
    expect(found(schemas, fails, excluded)).toBe(expected);
  });
});
