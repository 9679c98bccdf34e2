import type { Note } from '../comment/context.ts';

/** One document on both sides, or on one. Paths are those of the repository. */
export interface Pair {
  /** What the report and the exceptions file call it. */
  readonly name: string;
  readonly base: string | null;
  readonly head: string | null;
}

/** The documents that a run looks at. */
export interface Selection {
  /** Those whose file differs, is new or is gone. */
  readonly changed: readonly Pair[];
  /** Those whose own file is the same, and which may refer to one that is not. */
  readonly same: readonly Pair[];
  /** Whether a file changed that may be a part of documents and is none itself. */
  readonly partsChanged: boolean;
  /** What the report calls documents, to what people call them. */
  readonly names: ReadonlyMap<string, string>;
  /** What one of them is called: "API group" or "document". */
  readonly documentWord: string;
  readonly notes: readonly Note[];
}

/** The extensions of OpenAPI documents and of what they refer to. */
const EXTENSION = /\.(?:json|ya?ml)$/i;

/** Whether a file may be a document or a part of one. */
export function mayBeDocument(path: string): boolean {
  return EXTENSION.test(path);
}

/** By code unit: the same order on every machine. */
export function byName(a: Pair, b: Pair): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
