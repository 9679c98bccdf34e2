/** fast-check with fewer runs of each law and the same cases every time, for trying mutants. */
import fc from 'fast-check';

export * from 'fast-check';

const RUNS = 15;
const SEED = 4;

const assert = (property: fc.IRawProperty<unknown>, parameters: { readonly numRuns?: number } = {}) =>
  fc.assert(property, {
    ...parameters,
    numRuns: Math.min(RUNS, parameters.numRuns ?? RUNS),
    seed: SEED,
    endOnFailure: true,
  });

export default { ...fc, assert };
