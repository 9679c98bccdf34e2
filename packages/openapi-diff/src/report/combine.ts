import { compareText, ordered } from './order.ts';
import type { Change, DocumentStatus, Report, ReportDocument, ReportedExceptions } from './report.ts';
import { summarise } from './summary.ts';

/** One document with its report; one that stands on one side alone says so. */
export interface NamedReport {
  /** What the combined report calls the document: its path in the folder, or any name that is given once. */
  readonly name: string;
  readonly report: Report;
  readonly only?: 'base' | 'head';
}

/**
 * One report over several documents: a folder, or all API groups of a snapshot. Its changes
 * are ordered as those of one document are, `documents` is ordered by name. An exception
 * counts as unused when it matched in none of them.
 *
 * @param base what the whole of the base's side is called, such as the folder
 * @param head the same of the head's side
 */
export function combineReports(base: string, head: string, reports: readonly NamedReport[]): Report {
  const byName = [...reports].sort((a, b) => compareText(a.name, b.name));
  const changes = byName.flatMap(({ name, report }) => named(report.changes, name));
  const exceptions = combineExceptions(byName);
  return {
    formatVersion: 1,
    base,
    head,
    summary: summarise(changes),
    changes: ordered(changes),
    documents: byName.map(documentOf),
    ...(exceptions === null ? {} : { exceptions }),
  };
}

function named<T extends Change>(changes: readonly T[], document: string): T[] {
  return changes.map((change) => ({ ...change, document }));
}

function documentOf({ name, report, only }: NamedReport): ReportDocument {
  return {
    name,
    status: statusOf(report, only),
    base: only === 'head' ? null : report.base,
    head: only === 'base' ? null : report.head,
    summary: report.summary,
  };
}

function statusOf({ changes, exceptions }: Report, only: NamedReport['only']): DocumentStatus {
  if (only !== undefined) return only === 'head' ? 'added' : 'removed';
  return changes.length === 0 && (exceptions?.accepted ?? []).length === 0 ? 'same' : 'changed';
}

function combineExceptions(reports: readonly NamedReport[]): ReportedExceptions | null {
  const all = reports.flatMap(({ name, report: { exceptions } }) =>
    exceptions === undefined ? [] : [{ name, exceptions }],
  );
  const [first] = all;
  if (first === undefined) return null;
  return {
    accepted: all.flatMap(({ name, exceptions }) => named(exceptions.accepted, name)),
    expired: first.exceptions.expired,
    unused: first.exceptions.unused.filter(({ line }) =>
      all.every(({ exceptions }) => exceptions.unused.some((other) => other.line === line)),
    ),
  };
}
