import { changeLogWriter, type WriteCompanions } from '@xano-specs/core';
import { type Comparison, changeLines, inline } from '@xano-specs/openapi-diff';

/**
 * What writes the change log from what the engine found.
 * @param redact takes the secrets out of a text
 */
export function changeLogOf(
  comparisons: ReadonlyMap<string, Comparison>,
  at: Date,
  redact: (text: string) => string,
): WriteCompanions {
  return changeLogWriter({
    at,
    changesOf: (key) => {
      const comparison = comparisons.get(key);
      return comparison === undefined ? null : changeLines(comparison);
    },
    asMarkdown: (text) => inline(redact(text)),
  });
}
