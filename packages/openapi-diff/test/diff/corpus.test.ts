import { describe, expect, test } from '@jest/globals';
import { approvedPairs, saidOf } from './corpus.ts';

/** Each pair is there because an engine with a small mistake told it otherwise. */
describe('reports on documents put together at random', () => {
  test.each(approvedPairs().map((one) => [JSON.stringify([one.before, one.after]), one] as const))(
    'say what was approved: %s',
    async (_, one) => {
      expect(await saidOf(one)).toEqual(one.says);
    },
  );
});
