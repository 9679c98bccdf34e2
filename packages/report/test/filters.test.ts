import { beforeAll, describe, expect, test } from '@jest/globals';
import { ChangeFinder, type Filters, isFiltering, NO_FILTERS } from '../src/page/data/filters.ts';
import { pageIndex } from '../src/page-index.ts';
import { shopPage } from './support/shop.ts';

let find: (filters: Partial<Filters>) => string[];
let finder: ChangeFinder;
beforeAll(async () => {
  const index = pageIndex(await shopPage());
  finder = new ChangeFinder(index);
  find = (filters) =>
    finder.find({ ...NO_FILTERS, ...filters }).map((place) => index.changes[place]?.[1] ?? '');
});

describe('the filters of a page', () => {
  test('given none, then every change is found, and how many there are of each level', () => {
    expect(find({})).toHaveLength(5);
    expect(isFiltering(NO_FILTERS)).toBe(false);
    expect(Object.fromEntries(finder.levels())).toEqual({ error: 2, warning: 1, info: 2 });
  });

  test('given levels, a group, an operation and words, then all of them must fit', () => {
    expect(find({ levels: new Set(['error', 'warning']) })).toHaveLength(3);
    expect(find({ group: 1 })).toEqual(['`PUT /sales` is new']);
    expect(find({ operation: '  get /BOOK/' })).toHaveLength(2);
    expect(find({ operation: 'get /book/', levels: new Set(['error']) })).toHaveLength(1);
    expect(find({ operation: 'get /book/', text: 'number' })).toEqual([]);
  });

  test('given words, then each may stand anywhere: in the cause, an operation, the check, the group', () => {
    expect(find({ text: 'public price' })).toHaveLength(1);
    expect(find({ text: 'TYPE-CHANGED text' })).toHaveLength(1);
    expect(find({ text: 'post' })).toEqual(['a request now needs `currency`']);
  });
});
