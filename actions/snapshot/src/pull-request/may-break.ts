import type { Planned } from '../commit.ts';

/**
 * Whether a plan holds something that breaks somebody, or something of which nobody can say
 * whether it does: a document that could not be compared, or one too many for one run.
 */
export function mayBreak({ prepared, comparisons }: Planned): boolean {
  return prepared.documents.some(({ key, status, isPutBack }) => {
    const comparison = comparisons.get(key);
    if (comparison === undefined) return status === 'removed' || (status === 'changed' && !isPutBack);
    return typeof comparison === 'string' || comparison.summary.error > 0;
  });
}
