import { describe, expect, test } from '@jest/globals';
import { shownValue } from '../../src/classify/shown-value.ts';
import type { PathStep } from '../../src/compare/finding.ts';
import type { Json } from '../../src/read/document.ts';

const item: PathStep = { kind: 'item' };
const property = (name: string): PathStep => ({ kind: 'property', name });

const book = {
  id: 1,
  title: 'a title that is rather long for a line',
  isbn: '978-3-16-148410-0',
  publisher: { id: 4, name: 'somebody who prints what others write' },
  price: 'a',
  pages: [1, 2, 3],
};

describe('a value in a sentence', () => {
  test('that is short is shown whole', () => {
    expect(shownValue({ qty: 1, tags: ['a'] }, [property('qty')])).toBe('{"qty": 1, "tags": ["a"]}');
  });

  test('is shown whole as long as there is room for it', () => {
    const of = (length: number): Json => ({ a: 1, b: 'x'.repeat(length - '{"a": 1, "b": ""}'.length) });
    const path = [property('a')];
    expect(shownValue(of(120), path)).toHaveLength(120);
    expect(shownValue(of(121), path)).toBe('{"a": 1, …}');
  });

  test.each<[string, Json, readonly PathStep[], string]>([
    ['by the part that changed', book, [property('price')], '{"id": 1, "price": "a", …}'],
    ['through lists', [book, book], [item, property('price')], '[{"id": 1, "price": "a", …}, …]'],
    [
      'at an index',
      [1, book],
      [{ kind: 'tuple-item', index: 1 }, property('price')],
      '[…, {"id": 1, "price": "a", …}]',
    ],
    [
      'where the part is missing, by what it begins with',
      book,
      [property('currency')],
      '{"id": 1, "isbn": "978-3-16-148410-0", "price": "a", …}',
    ],
    [
      'up to where there is nothing more',
      { ...book, price: null },
      [property('price'), property('sum')],
      '{"id": 1, "price": null, …}',
    ],
    [
      'by a part of a part',
      { id: 1, about: { ...book, size: 9 }, note: 'y'.repeat(30) },
      [property('about'), property('price')],
      '{"id": 1, "about": {"id": 1, "price": "a", …}, …}',
    ],
    [
      'beside what is short enough to know it by',
      { name: 'x'.repeat(22), price: 'y'.repeat(120) },
      [property('price')],
      `{"name": "${'x'.repeat(22)}", "price": "${'y'.repeat(120)}"}`,
    ],
    [
      'beside nothing where all else is long',
      { name: 'x'.repeat(23), price: 'y'.repeat(120) },
      [property('price')],
      `{"price": "${'y'.repeat(120)}", …}`,
    ],
    [
      'up to where a list ends',
      [[1, 'x'.repeat(120)]],
      [item, { kind: 'tuple-item', index: 4 }],
      `[[1, "${'x'.repeat(120)}"]]`,
    ],
    ['in the middle of a list', [book, 'a', book], [{ kind: 'tuple-item', index: 1 }], '[…, "a", …]'],
    ['at the end of a list', [book, book, 'a'], [{ kind: 'tuple-item', index: 2 }], '[…, "a"]'],
    [
      'by an id that stands last',
      { name: 'n', about: 'x'.repeat(120), id: 7 },
      [property('about')],
      `{"about": "${'x'.repeat(120)}", "id": 7, …}`,
    ],
    [
      'by the last member of a map',
      { ...book, z: { price: 2 } },
      [{ kind: 'additional-property' }, property('price')],
      '{"id": 1, "z": {"price": 2}, …}',
    ],
  ])('that is long is shown %s', (_, value, path, shown) => {
    expect(shownValue(value, path)).toBe(shown);
  });
});
