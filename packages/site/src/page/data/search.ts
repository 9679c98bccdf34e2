import type { FoundOperation, SearchPage } from '../../page-data.ts';
import { shardFile, wordsOf } from '../../search/words.ts';

/** The operations that are shown, and the parts of the index that one search reads at most. */
const SHOWN = 100;
const MOST_SHARDS = 24;

/** What a search found. */
export interface Found {
  readonly operations: readonly FoundOperation[];
  /** Whether there may be more. */
  readonly isMore: boolean;
}

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query']);

/** What is searched for: words that an operation must have, and methods that it may have. */
export interface Query {
  readonly words: readonly string[];
  readonly methods: readonly string[];
}

/** The query that was typed. A method's name is one where another word stands beside it. */
export function queryOf(text: string): Query {
  const all = wordsOf(text);
  const words = all.filter((word) => !METHODS.has(word));
  if (words.length === 0) return { words: all, methods: [] };
  return { words, methods: all.filter((word) => METHODS.has(word)) };
}

/** Searches the operations of a site; reads the parts of the index that may hold what is looked for. */
export class OperationFinder {
  readonly #page: SearchPage;
  readonly #read: (file: string) => Promise<readonly FoundOperation[]>;
  readonly #files = new Map<string, Promise<readonly FoundOperation[]>>();

  constructor(page: SearchPage, read: (file: string) => Promise<readonly FoundOperation[]>) {
    this.#page = page;
    this.#read = read;
  }

  /** Whether a query is long enough to be searched for. */
  canFind({ words }: Query): boolean {
    return words.some((word) => this.#page.all !== null || word.length >= 2);
  }

  /**
   * The operations that have words which begin as those of the query.
   * @throws when a part of the index can't be read
   */
  async find(query: Query): Promise<Found> {
    const { all } = this.#page;
    if (all !== null) return this.#matching(all, query, false);
    const prefixes = query.words
      .filter((word) => word.length >= 2)
      .map((word) => this.#shardsOf(word))
      .sort((a, b) => a.operations - b.operations)[0];
    if (prefixes === undefined) return { operations: [], isMore: false };
    const read = prefixes.names.slice(0, MOST_SHARDS);
    const found = new Map<string, FoundOperation>();
    for (const operations of await Promise.all(read.map((prefix) => this.#shard(prefix)))) {
      for (const one of operations) found.set(`${one[0]} ${one[4]}`, one);
    }
    return this.#matching([...found.values()], query, prefixes.names.length > read.length);
  }

  #shardsOf(word: string): { readonly names: readonly string[]; readonly operations: number } {
    const own = this.#page.shards.filter(([prefix]) => prefix.startsWith(word) || word.startsWith(prefix));
    return {
      names: own.map(([prefix]) => prefix),
      operations: own.reduce((sum, [, operations]) => sum + operations, 0),
    };
  }

  #shard(prefix: string): Promise<readonly FoundOperation[]> {
    const file = shardFile(prefix, this.#page.shards.length);
    const known = this.#files.get(file) ?? this.#read(file);
    this.#files.set(file, known);
    // What could not be read is asked for again.
    known.catch(() => this.#files.delete(file));
    return known;
  }

  #matching(all: readonly FoundOperation[], { words, methods }: Query, isMore: boolean): Found {
    const operations: FoundOperation[] = [];
    for (const one of all) {
      const [, method, path, summary] = one;
      if (methods.length > 0 && !methods.includes(method.toLowerCase())) continue;
      const own = wordsOf(`${method} ${path} ${summary}`);
      if (!words.every((word) => own.some((other) => other.startsWith(word)))) continue;
      if (operations.length === SHOWN) return { operations, isMore: true };
      operations.push(one);
    }
    return { operations, isMore };
  }

  /** The groups whose names have the words of a query. */
  groups({ words }: Query): SearchPage['groups'] {
    return this.#page.groups
      .filter(([name]) => {
        const own = wordsOf(name);
        return words.every((word) => own.some((other) => other.startsWith(word)));
      })
      .slice(0, 8);
  }
}
