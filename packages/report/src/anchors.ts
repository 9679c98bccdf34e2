import type { Report } from '@xano-specs/openapi-diff';
import { pageChanges } from './page-changes.ts';

/**
 * What a link to each change of a report's page ends with, in the page's order: the report's
 * changes and then those that are accepted. It is the fingerprint; where two changes share one,
 * the same edit in two documents, those after the first have a number as well.
 */
export function anchorsOf(report: Report): readonly string[] {
  const met = new Map<string, number>();
  return pageChanges(report).map(({ fingerprint }) => {
    const times = (met.get(fingerprint) ?? 0) + 1;
    met.set(fingerprint, times);
    return times === 1 ? fingerprint : `${fingerprint}-${times}`;
  });
}
