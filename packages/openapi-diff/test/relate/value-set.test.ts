import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { without } from '../../src/compare/relate/value-set.ts';
import type { Json } from '../../src/read/document.ts';

const value = fc.constantFrom<Json>(null, true, 0, 1, 'a', 'b', { a: 1 }, { b: [] }, [1]);
const list = fc.array(value, { maxLength: 8 });

describe('the values that another list does not hold', () => {
  test('are told by value, wherever both lists begin and end alike', () => {
    fc.assert(
      fc.property(list, list, list, list, (start, end, one, other) => {
        const [values, others] = [
          [...start, ...one, ...end],
          [...start, ...other, ...end],
        ];
        const texts = new Set(others.map((each) => JSON.stringify(each)));
        const expected = values.filter((each) => !texts.has(JSON.stringify(each)));
        expect(without(values, others)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('are found though one of them stands at an end of the other list as well', () => {
    expect(without(['a', 'b', 'a'], ['a', 'c'])).toEqual(['b']);
    expect(without(['x', 'y', 'b'], ['z', 'x', 'b'])).toEqual(['y']);
  });
});
