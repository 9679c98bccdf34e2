import { type ChangeLine, changeLines, type VersionStep, versionStep } from './change-lines.ts';
import type { Comparison, NamedText } from './compare-texts.ts';

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

/** Compares two texts of a document, null for one that is gone: compareTexts, with what it is asked for. */
export type Compare = (before: NamedText, after: NamedText | null) => Promise<Comparison>;

/** Makes a comparer for one plan. */
export function documentComparer(compareTexts: Compare): DocumentComparer {
  const comparisons = new Map<string, Comparison>();
  return {
    comparisons,
    judge: async (document) => {
      const comparison = await compare(document, compareTexts);
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
  compareTexts: Compare,
): Promise<Comparison> {
  const [before, after] = [await readBefore(), await readAfter()];
  if (before === null) return 'its file was gone';
  // What changed since the last run is not what differs from a text that somebody edited.
  if (after !== null && !isAsLeft(before)) return 'somebody edited its file';
  const name = previousPath ?? path ?? '';
  const text = after === null ? null : { name: path ?? name, text: after };
  return compareTexts({ name, text: before }, text);
}
