import type { Change, Report } from '@xano-specs/openapi-diff';

/**
 * The report with its documents called as people call them: "Book Marketplace / Public API" in
 * place of a path. Two documents never get one name: those keep their paths beside it.
 */
export function withNames(report: Report, names: ReadonlyMap<string, string>): Report {
  const { documents } = report;
  if (documents === undefined || names.size === 0) return report;
  const taken = new Map<string, number>();
  for (const { name } of documents) {
    const wanted = names.get(name) ?? name;
    taken.set(wanted, (taken.get(wanted) ?? 0) + 1);
  }
  const called = (name: string): string => {
    const wanted = names.get(name);
    if (wanted === undefined) return name;
    return (taken.get(wanted) ?? 0) > 1 ? `${wanted} (${name})` : wanted;
  };
  const renamed = <T extends Change>(changes: readonly T[]): T[] =>
    changes.map((change) =>
      change.document === undefined ? change : { ...change, document: called(change.document) },
    );
  return {
    ...report,
    documents: documents.map((document) => ({ ...document, name: called(document.name) })),
    changes: renamed(report.changes),
    ...(report.exceptions === undefined
      ? {}
      : { exceptions: { ...report.exceptions, accepted: renamed(report.exceptions.accepted) } }),
  };
}
