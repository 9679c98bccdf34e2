/** The words of a text in small letters, those inside a `camelCase` name besides the whole: what a search compares. */
export function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.flatMap((word) => {
    const parts = word.match(/\p{Lu}?[^\p{Lu}]+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
    return parts.length > 1 ? [word, ...parts] : [word];
  });
  return [...new Set(found.map((word) => word.toLowerCase()))];
}

/** The name of the file for words that begin so: the letters' bytes, since letters can be any. */
export function shardFile(prefix: string): string {
  const bytes = new TextEncoder().encode(prefix);
  return `search/${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}.json`;
}
