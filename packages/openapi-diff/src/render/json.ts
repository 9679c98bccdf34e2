import type { Report } from '../report/report.ts';

/** The report as JSON, as `report.schema.json` describes it, with a final newline. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
