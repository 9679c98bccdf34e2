import { type DiffOptions, diff } from '../diff.ts';
import { readPair, type Source } from '../read/read-pair.ts';
import type { Report } from '../report/report.ts';

/** The text of a document that stands alone: what it refers to outside is not read. */
export interface NamedText {
  /** What a report calls the file. */
  readonly name: string;
  readonly text: string;
}

/**
 * Compares two texts of one document.
 *
 * @throws ReadError when one of them is no document, or refers to another one
 */
export async function compareTexts(
  before: NamedText,
  after: NamedText,
  options: DiffOptions,
): Promise<Report> {
  const { base, head } = await readPair(sourceOf(before), sourceOf(after));
  return diff(base, head, options);
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
