import { type DiffOptions, diff } from '../diff.ts';
import { reportOn } from '../diff-documents.ts';
import type { DocumentSet, JsonObject } from '../read/document.ts';
import { readDocumentSet } from '../read/document-set.ts';
import { readPair, type Source } from '../read/read-pair.ts';
import { type HiddenValues, withoutValues } from '../report/hidden-values.ts';
import type { Report } from '../report/report.ts';

/** The text of a document that stands alone: what it refers to outside is not read. */
export interface NamedText {
  /** What a report calls the file. */
  readonly name: string;
  readonly text: string;
}

/** How two texts are compared. */
export interface CompareTextsOptions extends DiffOptions {
  /** Values that the report must not quote; none unless given. Asked of each document when there is something to tell. */
  readonly hiddenValues?: HiddenValues;
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
  options: CompareTextsOptions,
): Promise<Comparison> {
  try {
    if (after === null) return await reportGone(sourceOf(before), options);
    const { base, head } = await readPair(sourceOf(before), sourceOf(after));
    return withoutHidden(await diff(base, head, options), [base, head], options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function reportGone({ uri, load }: Source, options: CompareTextsOptions): Promise<Comparison> {
  const base = await readDocumentSet(uri, load);
  const gone = await reportOn({ name: uri, base, head: null }, options);
  return gone === null ? 'it stands on neither side' : withoutHidden(gone.report, [base], options);
}

function withoutHidden(
  report: Report,
  sides: readonly DocumentSet[],
  { hiddenValues }: CompareTextsOptions,
): Report {
  if (hiddenValues === undefined || report.changes.length === 0) return report;
  return withoutValues(
    report,
    new Map(sides.flatMap(({ root }) => [...hiddenValues(root.root as JsonObject)])),
  );
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
