import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { LAWS } from './laws.ts';

/**
 * Each law is held against so many generated cases, the same in every run: `bench/soak.ts` looks for new
 * ones for as long as it is told.
 */
const RUNS = 1_000;
const SEED = 2026;

/** How many files share the laws, so that several of them are held at once. */
const SHARES = 4;

/** Holds every fourth law, from the given one on. */
export function holdLaws(share: number): void {
  describe('the laws of the engine over whole documents', () => {
    test.each(
      LAWS.filter((_, index) => index % SHARES === share).map(
        ({ name, property }) => [name, property] as const,
      ),
    )(
      '%s',
      async (_, property) => {
        await fc.assert(property(), { numRuns: RUNS, seed: SEED });
      },
      240_000,
    );
  });
}
