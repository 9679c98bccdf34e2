import { leakedValues, sha256Of } from '@xano-specs/core';
import { type Compare, type Comparison, compareTexts } from '@xano-specs/openapi-diff';

/**
 * Compares texts as the engine does, each pair once: a run plans with the same ones again for what
 * waits, and for each head that its branches turn out to have.
 * @param now the moment that sunset dates are held against
 */
export function comparingOnce(now: Date): Compare {
  const known = new Map<string, Promise<Comparison>>();
  return (before, after) => {
    const pair = JSON.stringify([before, after].map((side) => side && [side.name, sha256Of(side.text)]));
    const comparison = known.get(pair) ?? compareTexts(before, after, { now, hiddenValues: leakedValues });
    known.set(pair, comparison);
    return comparison;
  };
}
