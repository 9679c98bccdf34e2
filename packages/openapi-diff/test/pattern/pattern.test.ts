import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern, matches, type Pattern } from '../../src/compare/pattern/index.ts';
import { pattern, text } from './arbitraries.ts';

function compiled(source: string): Pattern {
  const found = compilePattern(source);
  if (found === null) throw new Error(`the pattern ${source} was not understood`);
  return found;
}

/** The first characters, where all kinds are met, and those around the last ones that are white. */
const CHARACTERS = [
  ...Array.from({ length: 0x3100 }, (_, code) => code),
  ...Array.from({ length: 0x300 }, (_, code) => 0xfe00 + code),
];

describe('a pattern and a string', () => {
  test('agree with what the runtime makes of generated ones', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 8 }), (source, texts) => {
        const own = compilePattern(source);
        // A quantifier after a bare group of anchors is the one thing generated here that is not taken.
        fc.pre(own !== null);
        const expression = new RegExp(source, 'u');
        for (const given of texts)
          expect([given, matches(own, given)]).toEqual([given, expression.test(given)]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('are understood for nearly every generated pattern', () => {
    const sources = fc.sample(pattern, { numRuns: 1_000, seed: 7 });
    const taken = sources.filter((source) => compilePattern(source) !== null).length;
    expect(taken).toBeGreaterThan(950);
  });

  test.each([
    ['', ['', 'a']],
    ['^$', ['', 'a', '\n']],
    ['$^', ['', 'a']],
    ['^a|b$', ['ax', 'xb', 'xa', 'bx', 'ab']],
    ['^(?:a|b|ab)(?:c|bcd)$', ['abcd', 'abc', 'ac', 'abcdc']],
    ['(a*)*$', ['', 'b', 'ba']],
    ['^(a?){3}$', ['', 'aaa', 'aaaa']],
    ['^.{2}$', ['ab', '😀a', '😀', 'a\n', 'a\u2028']],
    ['^[^]$', ['\n', 'a', '😀', '']],
    ['[]', ['', 'a']],
    ['^[\\w.-]+@[a-z]+\\.(?:com|org)$', ['a.b-c@x.com', 'a@x.net', 'é@x.com']],
    ['^\\u{1F600}$', ['😀', 'u']],
    ['^\\ud83d\\ude00$', ['😀']],
    ['^\\p{Lu}\\p{L}*$', ['Ünder', 'ünder', 'É', '']],
    ['^\\P{L}$', ['1', 'a', '😀']],
    ['^\\p{Script=Greek}+$', ['αβγ', 'abc']],
    ['^(?<year>\\d{4})-(?<month>\\d\\d)$', ['2024-01', '24-01']],
    ['^[\\u0000-\\u{10FFFF}]$', ['\0', '😀', 'ab']],
    ['^\\0\\t\\v\\f\\r$', ['\0\t\v\f\r']],
    ['\\/', ['/', 'a']],
    ['^[^a]$', ['\u{10ffff}', 'a', 'b', '\0', '']],
    ['^[^\\u{10fffe}-\\u{10ffff}]$', ['\u{10ffff}', '\u{10fffe}', '\u{10fffd}']],
    ['^[^\\0-a]$', ['\0', 'a', 'b', '`']],
    ['^\\ud800\\udc00$', ['\u{10000}', '\u{10001}']],
    ['^\\udbff\\udfff$', ['\u{10ffff}', '\u{10fffe}']],
    ['^\\ud83d\\ue000$', ['\ud83d\ue000', '😀']],
    ['^[\\ud83d\\ude00-\\ud83d\\ude02]$', ['😀', '😁', '😂', '😃']],
    ['^\\p{Cn}$', ['\u{10ffff}', '\u{10fffd}', 'a']],
    ['^\\p{Any}$', ['\u{10ffff}', '\0', '']],
    ['^\\t$', ['\t', '\n', '\b', 't']],
    ['^\\n$', ['\n', '\v', '\t', 'n']],
    ['^\\v$', ['\v', '\f', '\n']],
    ['^\\f$', ['\f', '\r', '\v']],
    ['^\\r$', ['\r', '\x0e', '\f']],
    ['^\\0$', ['\0', '\x01']],
    ['^[a-zb-c]$', ['a', 'c', 'm', 'z', '{']],
    ['^[^a-zb-c]$', ['a', 'c', 'm', 'z', '{']],
    ['^[ac]$', ['a', 'b', 'c']],
    ['^[a-ce-g]$', ['c', 'd', 'e']],
    ['^[ab]$', ['a', 'b', 'c', '`']],
    ['^[a-]$', ['a', '-', 'b']],
    ['^[a\\-z]$', ['a', '-', 'z', 'b']],
    ['^[-a]$', ['a', '-', 'b']],
    ['^[a-c-e]$', ['b', '-', 'e', 'd']],
    ['^[aa-bb-d]$', ['a', 'b', 'c', 'd', 'e']],
    ['^a{0}$', ['', 'a']],
    ['a^', ['a', 'aa']],
    ['a(?:^|b)', ['a', 'ab']],
    ['^a{2}$', ['a', 'aa', 'aaa']],
    ['^a{2,}$', ['a', 'aa', 'aaaa']],
    ['^a{1,2}b$', ['b', 'ab', 'aab', 'aaab']],
    ['^a??b$', ['b', 'ab', 'aab']],
    ['^a*?b+?$', ['b', 'ab', 'aabb', 'a']],
    ['^(?:|a)$', ['', 'a', 'aa']],
    ['^\\cJ\\cj$', ['\n\n', 'JJ']],
    ['^\\x41\\u0042\\u{43}$', ['ABC', 'ABD']],
    ['^\\u{0}\\u{10FFFF}$', ['\0\u{10ffff}', '\0']],
    ['^\\D\\W\\S$', ['a-b', '1-b', 'aab', 'a- ']],
    ['^[\\D]$', ['a', '1']],
    ['^\\s$', [' ', '\u00a0', '\ufeff', '\u2003', '\u200b', 'a']],
    ['^\\p{Nd}$', ['1', '٣', 'a']],
    ['^[\\p{Lu}\\d]+$', ['A1', 'a1', 'É٣']],
    ['^[\\b]$', ['\b', 'b']],
  ])('%s is what the runtime makes of it', (source, texts) => {
    const expression = new RegExp(source, 'u');
    for (const given of texts) {
      expect([given, matches(compiled(source), given)]).toEqual([given, expression.test(given)]);
    }
  });

  test.each(['\\s', '\\S', '\\w', '\\W', '\\d', '\\D', '.', '\\p{L}'])(
    '%s is what it is for the runtime, for every character',
    (source) => {
      const [own, expression] = [compiled(`^${source}$`), new RegExp(`^${source}$`, 'u')];
      const wrong = CHARACTERS.filter((code) => {
        const text = String.fromCodePoint(code);
        return matches(own, text) !== expression.test(text);
      });
      expect(wrong).toEqual([]);
    },
  );

  test('escaped punctuation that Unicode mode refuses stands for itself', () => {
    const own = compiled('^[\\w\\-\\_\\@\\ ]+\\-\\:$');
    expect(matches(own, 'a-_@ -:')).toBe(true);
    expect(matches(own, 'a\\-:')).toBe(false);
  });

  test('a hyphen beside a class and a brace that quantifies nothing stand for themselves', () => {
    expect(matches(compiled('^[\\w-.]+$'), 'a-.')).toBe(true);
    expect(['!', '-', '5', '#', '/'].map((text) => matches(compiled('^[!-\\d]$'), text))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['a', '-', '5', 'b'].map((text) => matches(compiled('^[\\d-a]$'), text))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(matches(compiled('^{name}$'), '{name}')).toBe(true);
    expect(matches(compiled('^a{,3}$'), 'a{,3}')).toBe(true);
  });

  test('the last character is one of those that a class leaves over', () => {
    // Not held against the runtime, whose own answer for it is wrong.
    const own = compiled('^[^\\0-\\u{10fffe}]$');
    expect(['\u{10ffff}', '\u{10fffe}', 'a'].map((text) => matches(own, text))).toEqual([true, false, false]);
  });

  test('a half of a character matches no more than the runtime lets it', () => {
    expect(matches(compiled('^[\\ud800-\\udbff]$'), '😀')).toBe(false);
    expect(matches(compiled('^.$'), '\ud83d')).toBe(true);
  });
});

describe('what no finite automaton decides', () => {
  test.each([
    ['a lookahead', 'a(?=b)'],
    ['a negative lookahead', '^(?!a)'],
    ['a lookbehind', '(?<=a)b'],
    ['a negative lookbehind', '(?<!a)b'],
    ['a back reference', '(a)\\1'],
    ['a named back reference', '(?<x>a)\\k<x>'],
    ['a word boundary', '\\bword'],
    ['no word boundary', '\\Bword'],
    ['flags in a group', '(?i)a'],
    ['an atomic group', '(?>a)'],
    ['an anchor of another dialect', '\\Aabc\\z'],
    ['a literal of another dialect', '\\Qa\\E'],
    ['an octal escape', '\\01'],
    ['a possessive quantifier', 'a++'],
    ['a quantifier of nothing', '*a'],
    ['a counted quantifier of nothing', '{2}'],
    ['a counted quantifier twice', 'a{2}{3}'],
    ['a quantified anchor', '^*a'],
    ['bounds the wrong way round', 'a{3,2}'],
    ['a range the wrong way round', '[z-a]'],
    ['an open group', '(a'],
    ['a group closed twice', 'a)'],
    ['an open class', '[a'],
    ['an escape of nothing', 'a\\'],
    ['half a code', '\\x1'],
    ['a code past the last character', '\\u{110000}'],
    ['a property that nobody knows', '\\p{Nonsense}'],
    ['a property that would be more than a name', '\\p{L}$|\\p{L'],
  ])('%s is not guessed at', (_, source) => {
    expect(compilePattern(source)).toBeNull();
  });
});

describe('hostile patterns', () => {
  test('those that make backtracking explode are linear in the string', () => {
    const long = `${'a'.repeat(50_000)}!`;
    for (const source of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(.*a){12}$', '^(([a-z])+.)+[A-Z]([a-z])+$']) {
      expect([source, matches(compiled(source), long)]).toEqual([source, false]);
    }
  });

  test('one whose deterministic automaton is huge runs in a bounded store', () => {
    const own = compiled('^[ab]*a[ab]{60}$');
    const random = fc.sample(fc.array(fc.constantFrom('a', 'b'), { minLength: 4_000, maxLength: 4_000 }), {
      numRuns: 3,
      seed: 3,
    });
    for (const chars of random) {
      expect(matches(own, chars.join(''))).toBe(chars.at(-61) === 'a');
    }
  });

  test.each([
    ['counted repetition of counted repetition', '(?:(?:a{100}){100}){100}'],
    ['repetition of nothing at all', '((((){4000}){4000}){4000}){4000}'],
    ['a count beyond all measure', 'a{1,999999999}'],
    ['nesting beyond all measure', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`],
    ['a text beyond all measure', 'a'.repeat(100_000)],
  ])('%s is left undecided', (_, source) => {
    expect(compilePattern(source)).toBeNull();
  });
});
