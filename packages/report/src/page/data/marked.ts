/** A text in which a part may be marked. */
export interface Marked {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
}

/**
 * What differs between two texts: all but what both begin with and both end with, and never
 * half of a word or a number, since "40" to "64" is no change of one digit.
 */
export function differenceOf(base: string, head: string): { readonly base: Marked; readonly head: Marked } {
  const before = wordsOf(base);
  const after = wordsOf(head);
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const marked = (words: readonly string[]): Marked => ({
    before: words.slice(0, start).join(''),
    mark: words.slice(start, words.length - end).join(''),
    after: words.slice(words.length - end).join(''),
  });
  return { base: marked(before), head: marked(after) };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_.-]+|\s+|[^\p{L}\p{N}_.\s-]/gu) ?? [];
}
