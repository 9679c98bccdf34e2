import { describe, expect, test } from '@jest/globals';
import { code, list } from '../../src/compare/words.ts';

describe('a list in words', () => {
  test.each<[readonly string[], string]>([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and f'],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e and 2 more'],
  ])('of %j is "%s"', (parts, words) => {
    expect(list(parts)).toBe(words);
  });

  test('is cut where the caller says, though never for the sake of one part', () => {
    expect(list(['a', 'b', 'c'], 2)).toBe('a, b and c');
    expect(list(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });
});

describe('a text of a document as a code span', () => {
  test.each<[string, string, string]>([
    ['stands as it is', 'price', '`price`'],
    ['has no backtick of its own', 'a`b', "`a'b`"],
    ['stays on one line', 'a\nb', '`a\\u{a}b`'],
    ['shows what changes the direction of writing', 'a\u202eb', '`a\\u{202e}b`'],
    ['is in quotes where nothing is to be seen', ' ', '`" "`'],
    ['is whole with 120 characters', 'a'.repeat(120), `\`${'a'.repeat(120)}\``],
    ['is cut after 120 characters', 'a'.repeat(121), `\`${'a'.repeat(120)}…\``],
  ])('%s', (_, text, span) => {
    expect(code(text)).toBe(span);
  });
});
