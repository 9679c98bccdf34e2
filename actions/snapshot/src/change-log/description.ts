import type { DocumentChange } from '@xano-specs/core';
import { type ChangeLine, type Comparison, changeLines } from '@xano-specs/openapi-diff';

/** What changed in one document, for readers without markdown. */
export interface ChangeDescription {
  /** How many changes break somebody who uses the API, may do so, and do not. */
  readonly breaking: number;
  readonly warnings: number;
  readonly safe: number;
  /** The worst first. */
  readonly lines: readonly ChangeLine[];
}

/** What is known of each document that changes, in the same order. */
export interface DescribedDocument {
  readonly document: DocumentChange;
  /** Null for a document that is new, gone, only moved or put back, and for those beyond the limit of a run. */
  readonly changes: ChangeDescription | null;
}

/** Describes the documents of a run with what came of their comparisons, by key, without what `redact` takes out. */
export function describeDocuments(
  documents: readonly DocumentChange[],
  comparisons: ReadonlyMap<string, Comparison>,
  redact: (text: string) => string,
): readonly DescribedDocument[] {
  return documents.map((document) => {
    const comparison = comparisons.get(document.key);
    if (comparison === undefined) return { document, changes: null };
    const changes = describeChanges(comparison);
    const lines = changes.lines.map(({ word, text }) => ({ word, text: redact(text) }));
    return { document, changes: { ...changes, lines } };
  });
}

/** What a comparison says. One that could not be made says so in its only line. */
export function describeChanges(comparison: Comparison): ChangeDescription {
  const { error, warning, info } =
    typeof comparison === 'string' ? { error: 0, warning: 0, info: 0 } : comparison.summary;
  return {
    breaking: error,
    warnings: warning,
    safe: info,
    lines: changeLines(comparison).map(({ word, text }) => ({ word, text: text.replaceAll('`', '') })),
  };
}
