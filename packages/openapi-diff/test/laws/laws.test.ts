import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { LAWS } from './laws.ts';

/**
 * Each law is held against so many generated cases, the same in every run: `bench/soak.ts` looks for new
 * ones for as long as it is told.
 */
const RUNS = 1_000;
const SEED = 2026;

describe('the laws of the engine over whole documents', () => {
  test.each(LAWS.map(({ name, property }) => [name, property] as const))(
    '%s',
    async (_, property) => {
      await fc.assert(property(), { numRuns: RUNS, seed: SEED });
    },
    240_000,
  );
});
