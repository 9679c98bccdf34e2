import { compilePattern, matches } from '../../pattern/pattern.ts';

/** Whether a text matches a document's pattern; null where the pattern is beyond what the engine decides. */
export function matchesPattern(source: string, text: string): boolean | null {
  const pattern = compilePattern(source);
  return pattern === null ? null : matches(pattern, text);
}
