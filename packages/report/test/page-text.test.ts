import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeParts } from '../src/page/data/code-parts.ts';
import { commasBehind } from '../src/page/data/commas.ts';
import { headline } from '../src/page/data/headline.ts';
import { differenceOf } from '../src/page/data/marked.ts';
import { oneLine } from '../src/page/data/one-line.ts';
import { visible } from '../src/page/data/visible.ts';

describe('what differs between two lines', () => {
  test.each([
    ['"maxLength": 40', '"maxLength": 64', '40', '64'],
    ['"type": "number"', '"type": "string"', 'number', 'string'],
    ['"required": ["a"]', '"required": ["a", "b"]', '', ', "b"'],
    ['"a"', '"a"', '', ''],
  ])('given %s and %s, then %j and %j are marked', (base, head, before, after) => {
    const difference = differenceOf(base, head);
    expect([difference.base.mark, difference.head.mark]).toEqual([before, after]);
  });

  test('given any two lines, then their parts make them up again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, head) => {
        const { base: before, head: after } = differenceOf(base, head);
        expect([before.before + before.mark + before.after, after.before + after.mark + after.after]).toEqual(
          [base, head],
        );
      }),
    );
  });
});

describe('the words of a page', () => {
  test('given a sentence with names between backticks, then they are code, and an odd one is text', () => {
    expect(codeParts('`a` became `b`')).toEqual([
      { text: 'a', isCode: true },
      { text: ' became ', isCode: false },
      { text: 'b', isCode: true },
    ]);
    expect(codeParts('a ` b')).toEqual([{ text: 'a ` b', isCode: false }]);
  });

  test('given characters that are not seen or turn the writing, then they are written out', () => {
    expect(visible('a\u202Eb\u0000\u200B\uD800')).toBe('a\\u{202e}b\\u{0}\\u{200b}\\u{d800}');
    expect(visible('two\nlines é 日本 🎉')).toBe('two\nlines é 日本 🎉');
    expect(visible(`z${'\u0300'.repeat(50)}`)).toBe(`z${'\u0300'.repeat(4)}…`);
  });

  test('given a value over several lines, then on one it is what the sentences have', () => {
    const value = [{ a: 'x,\n  y', b: [1, 2], c: {} }];
    expect(oneLine(JSON.stringify(value, null, 2))).toBe('[{"a": "x,\\n  y", "b": [1, 2], "c": {}}]');
  });

  test('given a cause that operations share, then the headline says how many', () => {
    expect(headline('a response may now carry `a` in a response', 3)).toBe(
      'A response may now carry `a` in a response that 3 operations share',
    );
    expect(headline('`a` is new', 1)).toBe('`a` is new');
  });

  test('given the lines of one side, then a comma stands where another member follows', () => {
    expect(commasBehind(['{', '"a": 1', null, '"b": [', '1', '2', ']', '… 3 more', '"c": {}', '}'])).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });
});
