import type { Report } from '@xano-specs/openapi-diff';
import { anchorsOf } from '@xano-specs/report';

/** Where each change of a report stands in its page, in the report's order. */
export function pageAddresses(report: Report, pageUrl: string): readonly string[] {
  const anchors = anchorsOf(report);
  return report.changes.map((_, index) => `${pageUrl}#${anchors[index]}`);
}
