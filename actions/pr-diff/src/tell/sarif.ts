import { type Change, type ChangePlace, check, type Report, renderSarif } from '@xano-specs/openapi-diff';
import type { ReportContext } from '../comment/context.ts';
import { checkUrl } from '../comment/links.ts';
import { pageAddresses } from '../comment/page-addresses.ts';

/**
 * The report as SARIF, for code scanning. Each result stands in a file of the repository, so what
 * was compared with Xano itself stands in the snapshot; and where the report's page will be
 * published, each names its place there (SARIF 2.1.0, 3.27.17 hostedViewerUri).
 */
export function sarifOf(report: Report, { compared, pageUrl }: ReportContext): string {
  const text = renderSarif(compared.head === null ? inSnapshot(report) : report, {
    checkUrl,
    describe: (id) => check(id)?.meaning ?? null,
  });
  if (pageUrl === null) return text;
  const addresses = pageAddresses(report, pageUrl);
  const log = JSON.parse(text) as { runs: { results: Record<string, unknown>[] }[] };
  // The results are the first changes of the report, in its order.
  for (const run of log.runs) {
    run.results = run.results.map((result, index) => ({ ...result, hostedViewerUri: addresses[index] }));
  }
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The report with the places of the old side alone: the new one is in no file. */
function inSnapshot(report: Report): Report {
  const committed = new Map((report.documents ?? []).map(({ name, base }) => [name, base !== null]));
  return {
    ...report,
    changes: report.changes.map((change) => ({
      ...change,
      places: change.places.map((place) => atBase(place, isCommitted(change, committed))),
    })),
  };
}

function isCommitted({ document }: Change, committed: ReadonlyMap<string, boolean>): boolean {
  return document !== undefined && committed.get(document) === true;
}

/** What is new stands at the top of its document. */
function atBase({ base, head, ...place }: ChangePlace, hasFile: boolean): ChangePlace {
  const top = head === null || !hasFile ? null : { pointer: head.pointer, line: 1, column: 1 };
  return { ...place, base: base ?? top, head: null };
}
