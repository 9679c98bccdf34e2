import type { HiddenValues } from '../report/hidden-values.ts';
import { type ChangeLine, changeLines, type VersionStep, versionStep } from './change-lines.ts';
import { type CompareTextsOptions, type Comparison, compareTexts } from './compare-texts.ts';

/** A document that changes or goes, with what gives its text before and after; null where there is none. */
export interface ChangedDocument {
  readonly key: string;
  readonly path: string | null;
  readonly previousPath: string | null;
  /** Whether the text before is what the last run wrote. */
  readonly isAsLeft: (before: string) => boolean;
  readonly readBefore: () => Promise<string | null>;
  readonly readAfter: () => Promise<string | null>;
}

/** Compares documents one by one and keeps what came of it. */
export interface DocumentComparer {
  /** By the key of the document. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /**
   * Compares a document and says what that means for its version.
   * @throws what reading its texts throws
   */
  readonly judge: (document: ChangedDocument) => Promise<VersionStep>;
  /** What changed in a document, by its key, the worst first; null for one that was not compared. */
  readonly changesOf: (key: string) => readonly ChangeLine[] | null;
}

/**
 * Makes a comparer for one run.
 * @param now the moment that sunset dates are held against
 * @param hiddenValues gives the values of a document that no words on it may quote; none unless given
 */
export function documentComparer(now: Date, hiddenValues?: HiddenValues): DocumentComparer {
  const options = { now, ...(hiddenValues === undefined ? {} : { hiddenValues }) };
  const comparisons = new Map<string, Comparison>();
  return {
    comparisons,
    judge: async (document) => {
      const comparison = await compare(document, options);
      comparisons.set(document.key, comparison);
      return versionStep(comparison);
    },
    changesOf: (key) => {
      const comparison = comparisons.get(key);
      return comparison === undefined ? null : changeLines(comparison);
    },
  };
}

async function compare(
  { path, previousPath, isAsLeft, readBefore, readAfter }: ChangedDocument,
  options: CompareTextsOptions,
): Promise<Comparison> {
  const [before, after] = [await readBefore(), await readAfter()];
  if (before === null) return 'its file was gone';
  // What changed since the last run is not what differs from a text that somebody edited.
  if (after !== null && !isAsLeft(before)) return 'somebody edited its file';
  const name = previousPath ?? path ?? '';
  const text = after === null ? null : { name: path ?? name, text: after };
  return compareTexts({ name, text: before }, text, options);
}
