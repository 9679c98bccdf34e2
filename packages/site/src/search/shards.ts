import { SHARD_OPERATIONS } from '../limits.ts';
import type { FoundOperation } from '../page-data.ts';
import { shardFile, wordsOf } from './words.ts';

/** Operations that have a word which begins with some letters. */
export interface Shard {
  readonly prefix: string;
  readonly operations: readonly FoundOperation[];
}

/** The letters that the words of a shard share at least, and at most. */
const SHORTEST = 2;
const LONGEST = 12;

/**
 * Divides operations by the beginnings of their words, so that a search reads the few that may match. A
 * beginning that too many share is divided by one more letter; a whole word that too many have
 * keeps the first of them.
 */
export function shardsOf(operations: readonly FoundOperation[]): Shard[] {
  const byWord = new Map<string, number[]>();
  for (const [index, [, , path, summary]] of operations.entries()) {
    for (const word of new Set([...wordsOf(path), ...wordsOf(summary)])) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [index]);
      else known.push(index);
    }
  }
  const shards = divided([...byWord], SHORTEST);
  return shards
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, indexes]) => ({
      prefix,
      operations: indexes
        .slice(0, SHARD_OPERATIONS)
        .map((index) => operations[index])
        .filter((one) => one !== undefined),
    }));
}

/** The files of an index by their paths, each with the operations of the shards that it holds. */
export function shardFiles(shards: readonly Shard[]): Map<string, readonly FoundOperation[]> {
  const files = Map.groupBy(shards, ({ prefix }) => shardFile(prefix, shards.length));
  return new Map(
    Array.from(files, ([file, own]) => [file, [...new Set(own.flatMap(({ operations }) => operations))]]),
  );
}

type Posting = readonly [word: string, indexes: readonly number[]];

function divided(words: readonly Posting[], length: number): [prefix: string, indexes: number[]][] {
  const byPrefix = Map.groupBy(words, ([word]) => [...word].slice(0, length).join(''));
  return Array.from(byPrefix).flatMap(([prefix, own]): [string, number[]][] => {
    const indexes = [...new Set(own.flatMap(([, list]) => list))].sort((a, b) => a - b);
    if (indexes.length <= SHARD_OPERATIONS || own.length === 1 || length >= LONGEST)
      return [[prefix, indexes]];
    return divided(own, length + 1);
  });
}
