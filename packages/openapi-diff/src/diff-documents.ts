import { type DiffOptions, diff } from './diff.ts';
import type { DocumentSet, JsonObject } from './read/document.ts';
import { combineReports, type NamedReport } from './report/combine.ts';
import type { Report } from './report/report.ts';

/** One document of a folder, on both sides or on one. */
export interface DocumentVersions {
  /** What the report calls it: its path in the folder, or any name that is given once. */
  readonly name: string;
  readonly base: DocumentSet | null;
  readonly head: DocumentSet | null;
}

/** What the two sides of a comparison of several documents are called. */
export interface Sides {
  readonly base: string;
  readonly head: string;
}

/**
 * One report on several documents, such as all of a folder. Documents that stand on one side
 * alone are reported with their operations, as added or gone.
 *
 * @throws as `diff` does
 */
export async function diffDocuments(
  sides: Sides,
  documents: readonly DocumentVersions[],
  options: Omit<DiffOptions, 'document'>,
): Promise<Report> {
  const reports: NamedReport[] = [];
  // One after the other: they share one processor, and memory counts.
  for (const versions of documents) {
    const report = await reportOn(versions, options);
    if (report !== null) reports.push(report);
  }
  return combineReports(sides.base, sides.head, reports);
}

/**
 * The report on one document that stands on both sides or on one; null when it stands on none.
 *
 * @throws as `diff` does
 */
export async function reportOn(
  { name, base, head }: DocumentVersions,
  options: Omit<DiffOptions, 'document'>,
): Promise<NamedReport | null> {
  const named = { ...options, document: name };
  if (base !== null && head !== null) return { name, report: await diff(base, head, named) };
  if (head !== null) return { name, report: await diff(withoutOperations(head), head, named), only: 'head' };
  if (base !== null) return { name, report: await diff(base, withoutOperations(base), named), only: 'base' };
  return null;
}

/** Where operations stand. */
const OPERATIONS = ['paths', 'webhooks', 'x-webhooks'];

/** The same document without its operations: what the side has on which there is none. */
function withoutOperations({ root, documents }: DocumentSet): DocumentSet {
  const rest = Object.entries(root.root as JsonObject).filter(([key]) => !OPERATIONS.includes(key));
  // Its text is no longer that of its content; nothing of it is reported, so no position is looked up.
  const emptied = { ...root, text: '', root: Object.fromEntries(rest) };
  return { root: emptied, documents: new Map(documents).set(root.uri, emptied) };
}
