import { describe, expect, test } from '@jest/globals';
import { compareObjects } from './compare-objects.ts';
import { CHECKS } from './outside-schemas.ts';

describe('the example of every check outside schemas', () => {
  test.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s speaks, ruled as usual',
    async (_, check) => {
      const { before, after } = check.example();
      const spoken = (await compareObjects(before, after)).filter(({ id }) => id === check.id);
      expect(spoken.map(({ ruling }) => ruling)).toEqual([check.usual]);
    },
  );

  test.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s is silent when nothing changes',
    async (_, check) => {
      const { before, after } = check.example();
      expect(await compareObjects(before, before)).toEqual([]);
      expect(await compareObjects(after, structuredClone(after))).toEqual([]);
    },
  );
});
