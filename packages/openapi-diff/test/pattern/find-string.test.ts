import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compilePattern,
  findString,
  matches,
  type Pattern,
  type StringAnswer,
} from '../../src/compare/pattern/index.ts';
import { anchored, pattern, text } from './arbitraries.ts';

function compiled(sources: readonly string[]): Pattern[] {
  return sources.map((source) => {
    const found = compilePattern(source);
    if (found === null) throw new Error(`the pattern ${source} was not understood`);
    return found;
  });
}

interface Question {
  readonly all?: readonly string[];
  readonly none?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

function answer({ all = [], none = [], ...lengths }: Question) {
  return findString({ all: compiled(all), none: compiled(none), ...lengths });
}

/** How long the string found is; infinite where there is none. */
function lengthOf(found: StringAnswer): number {
  return found.kind === 'found' ? found.value.length : Number.POSITIVE_INFINITY;
}

/** The shortest string that the question allows, found by trying; undefined where none of up to four characters does. */
function shortestByTrying(
  { all = [], none = [] }: Question,
  alphabet: readonly string[],
): string | undefined {
  const fits = (value: string) =>
    all.every((source) => new RegExp(source, 'u').test(value)) &&
    !none.some((source) => new RegExp(source, 'u').test(value));
  let layer = [''];
  for (let length = 0; length <= 4; length++) {
    const found = layer.find(fits);
    if (found !== undefined) return found;
    layer = layer.flatMap((start) => alphabet.map((char) => start + char));
  }
  return undefined;
}

describe('a string that is looked for', () => {
  test.each<[string, Question, string]>([
    ['nothing is asked', {}, ''],
    ['a length is asked', { minLength: 3, maxLength: 3 }, 'aaa'],
    ['one pattern', { all: ['^\\d{3}-[a-z]+$'] }, '000-a'],
    ['a pattern without anchors', { all: ['b'] }, 'b'],
    ['a pattern with a length', { all: ['^[a-z]+$'], minLength: 4 }, 'aaaa'],
    ['two patterns at once', { all: ['^a', 'b$'] }, 'ab'],
    ['two patterns that overlap', { all: ['^ab', 'bc$'] }, 'abc'],
    ['one that is not another', { all: ['^[a-z]+$'], none: ['^[a-y]+$'] }, 'z'],
    ['one longer than another', { all: ['^[a-z]+$'], none: ['^[a-z]{1,3}$'] }, 'aaaa'],
    ['none of some', { none: ['^$', '^a', '^b'] }, 'c'],
    ['an alternative', { all: ['^(?:cat|horse)$'], none: ['^cat$'] }, 'horse'],
    ['a character beyond the first plane', { all: ['^[\\u{1F600}-\\u{1F64F}]$'] }, '😀'],
    ['a class that starts among the surrogates', { all: ['^[\\ud900-\\ue010]$'] }, '\ue000'],
  ])('is a shortest one when %s', (_, question, value) => {
    expect(answer(question)).toEqual({ kind: 'found', value });
  });

  test.each<[string, Question]>([
    ['the lengths cross', { minLength: 2, maxLength: 1 }],
    ['the pattern is longer than the length allows', { all: ['^a{5}$'], maxLength: 4 }],
    ['the pattern is shorter than the length asks', { all: ['^a{5}$'], minLength: 6 }],
    ['a length far beyond the pattern is asked', { all: ['^a{5}$'], minLength: 1_000_000 }],
    ['two patterns exclude each other', { all: ['^a', '^b'] }],
    ['it would be half of a character', { all: ['^[\\ud800-\\udfff]$'] }],
    ['the pattern is empty', { all: ['[]'] }],
    ['the anchors stand inside', { all: ['a^b'] }],
    ['one implies the other', { all: ['^[a-f0-9]{8}$'], none: ['^[a-z0-9]+$'] }],
    ['the same is spelled in another way', { all: ['^(?:a|b|c)+$'], none: ['^[a-c]{1,}$'] }],
    ['bounds add up', { all: ['^a{2,3}a{1,2}$'], none: ['^a{3,5}$'] }],
    ['everything is ruled out', { none: ['^[^]*$'] }],
  ])('is certain not to exist when %s', (_, question) => {
    expect(answer(question)).toEqual({ kind: 'none' });
  });
});

describe('laws of a string that is looked for', () => {
  test('what is found matches as asked, in the runtime too', () => {
    fc.assert(
      fc.property(pattern, pattern, fc.nat({ max: 3 }), fc.integer({ min: 3, max: 8 }), (a, b, min, max) => {
        fc.pre(compilePattern(a) !== null && compilePattern(b) !== null);
        const found = answer({ all: [a], none: [b], minLength: min, maxLength: max });
        if (found.kind !== 'found') return;
        const length = Array.from(found.value).length;
        expect([length >= min, length <= max]).toEqual([true, true]);
        expect(new RegExp(a, 'u').test(found.value)).toBe(true);
        expect(new RegExp(b, 'u').test(found.value)).toBe(false);
      }),
      { numRuns: 1_500 },
    );
  });

  test('where none is said to exist, no generated string is one', () => {
    fc.assert(
      fc.property(anchored, anchored, fc.array(text, { maxLength: 20 }), (a, b, texts) => {
        fc.pre(compilePattern(a) !== null && compilePattern(b) !== null);
        if (answer({ all: [a], none: [b] }).kind !== 'none') return;
        const [first, second] = [new RegExp(a, 'u'), new RegExp(b, 'u')];
        for (const given of texts) {
          expect([given, first.test(given) && !second.test(given)]).toEqual([given, false]);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('no string over a small alphabet is shorter than the one found, and none exists where none is found', () => {
    const alphabet = ['a', 'b', '0'];
    const part = fc.constantFrom('a', 'b', '0', '[ab]', 'a*', 'b+', '(?:ab)?', '0{2}', '(?:a|0b)', '[ab0]');
    const small = fc.array(part, { maxLength: 4 }).map((parts) => `^(?:${parts.join('')})$`);
    fc.assert(
      fc.property(small, small, (a, b) => {
        const question = { all: [a, '^[ab0]*$'], none: [b] };
        const found = answer(question);
        const tried = shortestByTrying(question, alphabet);
        if (tried !== undefined) expect([found.kind, lengthOf(found)]).toEqual(['found', tried.length]);
        if (lengthOf(found) <= 4) expect(tried?.length).toBe(lengthOf(found));
      }),
      { numRuns: 400 },
    );
  });

  test('every pattern implies itself and a wider one, and a narrower one shows where it differs', () => {
    fc.assert(
      fc.property(anchored, anchored, (a, b) => {
        fc.pre(compilePattern(a) !== null && compilePattern(b) !== null);
        expect(answer({ all: [a], none: [a] }).kind).not.toBe('found');
        expect(answer({ all: [a], none: [`${a}|${b}`] }).kind).not.toBe('found');
        // A difference exists exactly where the union is more than the second alone.
        const kinds = [answer({ all: [a], none: [b] }).kind, answer({ all: [`${a}|${b}`], none: [b] }).kind];
        expect(kinds.includes('found') && kinds.includes('none')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('asking again gives the same answer, whatever was asked between', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        fc.pre(compilePattern(a) !== null && compilePattern(b) !== null);
        const first = answer({ all: [a], none: [b] });
        for (const own of compiled([a, b])) matches(own, 'abc0é😀');
        expect(answer({ all: [a], none: [b] })).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the share of questions that stay open', () => {
  test('is small for generated patterns', () => {
    const pairs = fc.sample(fc.tuple(anchored, anchored), { numRuns: 300, seed: 11 });
    const asked = pairs.filter(([a, b]) => compilePattern(a) !== null && compilePattern(b) !== null);
    const open = asked.filter(([a, b]) => answer({ all: [a], none: [b] }).kind === 'unknown');
    expect(open.length / asked.length).toBeLessThan(0.02);
  });
});

describe('questions that would cost too much', () => {
  test.each<[string, Question]>([
    ['the automata multiply', { all: ['^[ab]*a[ab]{40}$'], none: ['^[ab]*b[ab]{39}[ab]*$'] }],
    ['the states are many at once', { all: ['^(?:[ab]*a[ab]{1500})$'], none: ['^(?:[ab]*b[ab]{1501})$'] }],
    [
      'coprime counts meet late',
      { all: ['^(?:a{97})*$', '^(?:a{89})*$', '^(?:a{83})*$', '^(?:a{79})*$'], none: ['^$'] },
    ],
  ])('end without an answer, or with a right one, when %s', (_, question) => {
    const found = answer(question);
    if (found.kind === 'found') {
      expect(compiled(question.all ?? []).every((all) => matches(all, found.value))).toBe(true);
      expect(compiled(question.none ?? []).some((none) => matches(none, found.value))).toBe(false);
    } else expect(found.kind).toBe('unknown');
  });

  test('too many classes of characters to tell apart are not told apart', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => String.fromCodePoint(0x4e00 + 2 * index)).join(
      '',
    );
    expect(answer({ all: [many], none: ['^a'] })).toEqual({ kind: 'unknown' });
  });
});
