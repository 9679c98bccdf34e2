import { describe, expect, test } from '@jest/globals';
import { SHARD_FILES, SHARD_OPERATIONS } from '../src/limits.ts';
import { OperationFinder, queryOf } from '../src/page/data/search.ts';
import type { FoundOperation, SearchPage } from '../src/page-data.ts';
import { shardFiles, shardsOf } from '../src/search/shards.ts';
import { shardFile, wordsOf } from '../src/search/words.ts';

const NOUNS = ['book', 'bookshelf', 'order', 'orderLine', 'review', 'customer', 'кни́га', 'price'];

/** Many operations, each with a number of its own, all with one word in common. */
const MANY = Array.from({ length: 4_000 }, (_, index): FoundOperation => {
  const noun = NOUNS[index % NOUNS.length] ?? '';
  const method = index % 3 === 0 ? 'POST' : 'GET';
  return [index % 10, method, `/${noun}/n${index}`, 'Query all records', `o-${index}`];
});

function finderOf(operations: readonly FoundOperation[]) {
  const shards = shardsOf(operations);
  const files = shardFiles(shards);
  const asked: string[] = [];
  const page: SearchPage = {
    kind: 'search',
    title: 'Search',
    trail: [],
    root: '',
    operations: operations.length,
    shards: shards.map((shard) => [shard.prefix, shard.operations.length]),
    groups: Array.from({ length: 10 }, (_, index) => [`Group ${index}`, `apis/${index}/index.html`]),
    all: null,
  };
  const finder = new OperationFinder(page, async (file) => {
    asked.push(file);
    return files.get(file) ?? [];
  });
  return { finder, asked, shards, files };
}

describe('the words of a search', () => {
  test.each([
    ['/book/{book_id}/line-items', ['book', 'id', 'line', 'items']],
    ['orderLine URLPath', ['orderline', 'order', 'line', 'urlpath', 'url', 'path']],
    ['Ünïcode 漢字', ['ünïcode', '漢字']],
    ['<img src=x>', ['img', 'src', 'x']],
  ])('given %j, then they are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test('given any letters, then the name of a file is made of digits and a to f', () => {
    expect(['bo', '../', '漢字'].map((prefix) => shardFile(prefix, 3))).toEqual([
      'search/626f.json',
      'search/2e2e2f.json',
      'search/e6bca2e5ad97.json',
    ]);
  });
});

describe('a search over many operations', () => {
  test('given the index, then no part of it is larger than a part may be', () => {
    const { shards } = finderOf(MANY);

    expect(shards.length).toBeGreaterThan(8);
    expect(Math.max(...shards.map(({ operations }) => operations.length))).toBeLessThanOrEqual(
      SHARD_OPERATIONS,
    );
  });

  test('given words that all begin with other letters, then they share so many files and no more, and are found', async () => {
    const word = (number: number) => String.fromCodePoint(0x4e00 + (number % 20_000), 0x4e00 + (number >> 3));
    const operations = Array.from({ length: 600 }, (_, index): FoundOperation => {
      const summary = Array.from({ length: 20 }, (__, at) => word(index * 20 + at)).join(' ');
      return [0, 'GET', `/n${index}`, summary, `o-${index}`];
    });
    const { finder, files, shards } = finderOf(operations);
    const { operations: found } = await finder.find(queryOf(word(7_777)));

    expect(shards.length).toBeGreaterThan(10_000);
    expect(files.size).toBeLessThanOrEqual(SHARD_FILES);
    expect(found.map(([, , path]) => path)).toEqual(['/n388']);
  });

  test.each([
    'bookshelf',
    'orderl',
    'line',
    'n3999',
    'n399',
    'review n12',
    'post review n12',
    'query n77',
    'кни',
  ])('given %s, then what is found is what a look at all of them finds', async (text) => {
    const { finder } = finderOf(MANY);
    const query = queryOf(text);
    const { operations, isMore } = await finder.find(query);
    const expected = MANY.filter(
      ([, method, path, summary]) =>
        query.words.every((word) => wordsOf(`${path} ${summary}`).some((own) => own.startsWith(word))) &&
        (query.methods.length === 0 || query.methods.includes(method.toLowerCase())),
    );

    expect(operations).toEqual(expect.arrayContaining(expected.slice(0, isMore ? 0 : undefined)));
    expect(operations.length).toBe(Math.min(100, expected.length));
    expect(isMore).toBe(expected.length > 100);
  });

  test('given two words, then the rarer one says what is read, and what was read is not asked for again', async () => {
    const { finder, asked } = finderOf(MANY);
    await finder.find(queryOf('query bookshelf'));
    await finder.find(queryOf('bookshelf'));

    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain(shardFile('query', 100));
  });

  test('given a letter alone, or nothing, then nothing is read', () => {
    const { finder } = finderOf(MANY);

    expect(['', 'b', '/'].map((text) => finder.canFind(queryOf(text)))).toEqual([false, false, false]);
  });

  test('given a part that can’t be read, then the search fails, and works when it can', async () => {
    const { finder: whole, files } = finderOf(MANY);
    let isDown = true;
    const finder = new OperationFinder(
      {
        ...whole,
        kind: 'search',
        title: '',
        trail: [],
        root: '',
        operations: 0,
        shards: [['bo', 1]],
        groups: [],
        all: null,
      },
      async (file) => {
        if (isDown) throw new Error('down');
        return files.get(file) ?? [];
      },
    );
    await expect(finder.find(queryOf('bo'))).rejects.toThrow('down');
    isDown = false;
    await expect(finder.find(queryOf('bo'))).resolves.toMatchObject({ isMore: true });
  });
});
