import type { DocumentChange } from '@xano-specs/core';
import type { Comparison } from '@xano-specs/openapi-diff';

/** What the engine says of the documents that a snapshot changes or removes, by their path after it, or before. */
export type Comparisons = ReadonlyMap<string, Comparison>;

/** The comparisons of a run by the path of each document in place of its key. */
export function byPath(
  documents: readonly DocumentChange[],
  comparisons: ReadonlyMap<string, Comparison>,
): Comparisons {
  return new Map(
    documents.flatMap(({ key, path, previousPath }) => {
      const comparison = comparisons.get(key);
      const place = path ?? previousPath;
      return comparison === undefined || place === null ? [] : [[place, comparison] as const];
    }),
  );
}
