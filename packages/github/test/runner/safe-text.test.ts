import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cell, commitText, cut, logLine, mergeText, oneLine, shownName } from '../../src/runner/safe-text.ts';

/** Texts in which the signs that matter are frequent. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        '##[',
        '\n',
        '\r',
        '\u2028',
        '\u001b[31m',
        '|',
        '`',
        '<b>',
        '@ada',
        '#1',
        '[skip ci]',
        ' ',
      ),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

/** As the runner finds a command: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const isCommand = (line: string) => line.trimStart().startsWith('::') || line.includes('##[');

describe('text of others', () => {
  test('in the log is never a workflow command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = logLine(text).split(/[\r\n\u2028\u2029\u0085]/);
        expect(lines).toHaveLength(1);
        expect(lines.filter(isCommand)).toEqual([]);
      }),
    );
  });

  test('in a table cell is neither markdown nor HTML, nor the end of the cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cell(text).replace(/&#\d+;/g, '')).not.toMatch(/[|`*_<>[\]\\\r\n@#:~!$&^+=]/);
      }),
    );
  });

  test.each([
    'Co-authored-by: Ada <ada@example.com>',
    'Signed-off-by : Ada',
    '(cherry picked from commit 1)',
  ])('in a commit message states nothing about the commit: %s', (text) => {
    expect(commitText(text)).not.toMatch(/^(?:[\w-]+\s*:|\(cherry picked from)/);
  });

  test.each([
    '`fixes #1`',
    'Closes: acme/shop#2',
    'resolved GH-3',
    'fix https://github.com/acme/shop/issues/1',
    '`[skip ci]`',
    '[no ci]',
    'skip-checks:true',
    '`@octocat`',
  ])('in a body that becomes the message of a commit carries nothing out: %s', (text) => {
    const said = mergeText(text);
    expect(said.replaceAll('\u2060', '')).toBe(text);
    expect(mergeText(said)).toBe(said);
    expect(said).not.toMatch(/(?:fix|fixes|closes:|resolved) \S|\[(?:skip|no)|skip-checks:|@o/i);
  });

  test.each(['### Title', 'ada@example.com', 'fixes the price', '`#1`', '[docs](https://example.com/a#L1)'])(
    'in a body stays as it is where nothing would be carried out: %s',
    (text) => {
      expect(mergeText(text)).toBe(text);
    },
  );

  test('in a commit message mentions nobody, names no issue and skips no workflow', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = commitText(text);
        expect(said).not.toMatch(/@\w|#\d|\bGH-\d|\[(?:skip|no|ci|actions)\s|:\/\/|[\r\n]|^skip-checks:/i);
      }),
    );
  });

  test('keeps what is plain', () => {
    expect(cell('Book Marketplace / Public API (v2)')).toBe('Book Marketplace / Public API (v2)');
    expect(commitText('Book Marketplace / _lines[].price')).toBe('Book Marketplace / _lines[].price');
    expect(oneLine('Prüfung 漢字 🚀')).toBe('Prüfung 漢字 🚀');
  });

  test('law: is cut to no more characters than asked for, however few', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: -3, max: 20 }), (text, longest) => {
        expect(cut(text, longest).length).toBeLessThanOrEqual(Math.max(0, longest));
      }),
    );
  });

  test('is cut without half a character, and never empty', () => {
    expect(cut('a🚀🚀', 3)).toBe('a…');
    expect(cut('abc', 3)).toBe('abc');
    expect(shownName('\u200b\n')).toBe('(no name)');
    expect(shownName('x'.repeat(300))).toHaveLength(80);
  });
});
