import { SHARD_FILES } from '../limits.ts';

/** The words of a text in small letters, those inside a `camelCase` name besides the whole: what a search compares. */
export function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.flatMap((word) => {
    const parts = word.match(/\p{Lu}?[^\p{Lu}]+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
    return parts.length > 1 ? [word, ...parts] : [word];
  });
  return [...new Set(found.map((word) => word.toLowerCase()))];
}

/**
 * The name of the file for words that begin so: the letters' bytes, since letters can be any. Where there are
 * too many beginnings (`shards`) for a file each, it is one that some of them share.
 */
export function shardFile(prefix: string, shards: number): string {
  const bytes = new TextEncoder().encode(prefix);
  if (shards > SHARD_FILES) return `search/shared-${fnv1a(bytes) % SHARD_FILES}.json`;
  return `search/${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}.json`;
}

/** FNV-1a with 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
