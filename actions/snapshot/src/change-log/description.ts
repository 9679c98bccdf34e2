import type { DocumentChange } from '@xano-specs/core';

/** One change of a document, for a reader who has one line for it. */
export interface ChangeLine {
  readonly word: 'breaks' | 'warns' | 'adds' | 'notes';
  readonly text: string;
}

/** What changed in one document. */
export interface ChangeDescription {
  /** How many changes break somebody who uses the API, may do so, and do not. */
  readonly breaking: number;
  readonly warnings: number;
  readonly safe: number;
  /** The worst first. */
  readonly lines: readonly ChangeLine[];
}

/** Compares the texts of a document. */
export type DescribeChanges = (before: string, after: string) => Promise<ChangeDescription>;

/** What is known of each document that changes, by the same order. */
export interface DescribedDocument {
  readonly document: DocumentChange;
  /** Null for a document that is new, gone or only moved, and for those beyond the limit. */
  readonly changes: ChangeDescription | null;
}

/**
 * Documents that are compared in one run. The text before the run is one request to GitHub
 * each, of which a GITHUB_TOKEN has 1,000 in an hour:
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const COMPARED_DOCUMENTS = 200;

/**
 * Compares the documents that changed, before and after. One that can't be compared says so
 * in its only line: the commit does not wait for a better engine.
 * @param describe compares two texts; nothing is compared without it
 */
export async function describeDocuments(
  documents: readonly DocumentChange[],
  describe: DescribeChanges | undefined,
): Promise<readonly DescribedDocument[]> {
  const described: DescribedDocument[] = [];
  let compared = 0;
  for (const document of documents) {
    const isCompared = document.status === 'changed' && compared < COMPARED_DOCUMENTS;
    if (isCompared) compared += 1;
    const changes = isCompared && describe !== undefined ? await describeDocument(document, describe) : null;
    described.push({ document, changes });
  }
  return described;
}

async function describeDocument(
  { readBefore, readAfter }: DocumentChange,
  describe: DescribeChanges,
): Promise<ChangeDescription | null> {
  try {
    const [before, after] = [await readBefore(), await readAfter()];
    return before === null || after === null ? null : await describe(before, after);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { breaking: 0, warnings: 0, safe: 0, lines: [{ word: 'notes', text: `not compared: ${why}` }] };
  }
}
