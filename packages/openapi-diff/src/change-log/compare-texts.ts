import { type DiffOptions, diff } from '../diff.ts';
import { reportOn } from '../diff-documents.ts';
import { readDocumentSet } from '../read/document-set.ts';
import { readPair, type Source } from '../read/read-pair.ts';
import type { Report } from '../report/report.ts';

/** The text of a document that stands alone: what it refers to outside is not read. */
export interface NamedText {
  /** What a report calls the file. */
  readonly name: string;
  readonly text: string;
}

/** What came of a comparison: a report, or why the two can't be compared. */
export type Comparison = Report | string;

/**
 * Compares two texts of one document. One that is no document is a reason, never an exception.
 * @param after null for a document that is gone, with all of its operations
 */
export async function compareTexts(
  before: NamedText,
  after: NamedText | null,
  options: DiffOptions,
): Promise<Comparison> {
  try {
    if (after === null) return await reportGone(sourceOf(before), options);
    const { base, head } = await readPair(sourceOf(before), sourceOf(after));
    return await diff(base, head, options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function reportGone({ uri, load }: Source, options: DiffOptions): Promise<Comparison> {
  const base = await readDocumentSet(uri, load);
  const gone = await reportOn({ name: uri, base, head: null }, options);
  return gone?.report ?? 'it stands on neither side';
}

function sourceOf({ name, text }: NamedText): Source {
  return {
    uri: name,
    load: async (asked) => {
      if (asked === name) return text;
      throw new Error(`The document refers to ${asked}, which is not part of the snapshot.`);
    },
  };
}
