import type { Note } from '../comment/context.ts';

/** One document on both sides, or on one. Paths are those of the repository. */
export interface Pair {
  /** What the report and the exceptions file call it. */
  readonly name: string;
  readonly base: string | null;
  readonly head: string | null;
  /** Whether it is one file and refers to no other, as the documents of a snapshot are. */
  readonly isWhole?: boolean;
}

/** The documents that a run looks at. */
export interface Selection {
  /** Those whose file differs, is new or is gone. */
  readonly changed: readonly Pair[];
  /** Those whose own file is the same, and which may refer to one that is not. */
  readonly same: readonly Pair[];
  /** Whether a file changed that documents may refer to, beside those that changed themselves. */
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

/** What else people keep parts of documents in: other extensions, or none at all. */
const PART_EXTENSION =
  /\.(?:json[5c]?|ya?ml|jsonschema|schema|oas\d?|openapi|swagger|md|txt)$|(?:^|\/)\.?[^./]+$/i;

/** Whether a document may refer to this file: a change of any such file is looked for in the documents. */
export function mayBePart(path: string): boolean {
  return PART_EXTENSION.test(path);
}

/** By code unit: the same order on every machine. */
export function byName(a: Pair, b: Pair): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}
