import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts, documentComparer } from '../../src/index.ts';
import { withoutValues } from '../../src/report/hidden-values.ts';
import { change, report } from '../report-fixture.ts';

const NOW = new Date('2026-11-25T00:00:00Z');

function document(parameters: readonly object[]): string {
  const book = { get: { parameters, responses: { 200: { description: 'ok' } } } };
  return JSON.stringify({ openapi: '3.0.0', info: { title: 'a', version: '1' }, paths: { '/book': book } });
}

describe('values that must not be quoted', () => {
  const HIDDEN = 'Hunter2-ofTheShop';
  const hiding = (...values: string[]) => ({
    now: NOW,
    hiddenValues: () => new Map(values.map((value) => [value, '(hidden)'])),
  });
  const saying = async (before: object, after: object, ...values: string[]) => {
    const text = (schema: object) => document([{ name: 'q', in: 'query', schema }]);
    const [old, next] = [
      { name: 'a', text: text(before) },
      { name: 'b', text: text(after) },
    ];
    const comparison = await compareTexts(old, next, hiding(...values));
    return typeof comparison === 'string' ? comparison : comparison.changes;
  };
  const presets = (before: string, after: string, ...values: string[]) =>
    saying({ type: 'string', default: before }, { type: 'string', default: after }, ...values);
  const causeOf = (cause: string) => [expect.objectContaining({ cause: expect.stringContaining(cause) })];

  test('stand in no word and no witness, on neither side', async () => {
    const enums = (values: string[]) => ({ type: 'string', enum: values });
    const changes = await saying(enums([HIDDEN, 'a']), enums(['a', 'Another-one']), HIDDEN, 'Another-one');
    expect(JSON.stringify(changes)).not.toMatch(/Hunter2|Another/);
    expect(changes).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('accepted `"(hidden)"`'),
        witness: expect.objectContaining({ value: '(hidden)' }),
      }),
    );
  });

  test.each([
    ['quotes', 'Hun"ter2-of'],
    ['a backtick', 'Hun`ter2-of'],
    ['a line break before it', '\nHunter2-of'],
    ['an invisible character', 'Hun\u200bter2-of'],
  ])('given %s, are found as they are written', async (_, value) => {
    expect(await presets(value, 'x', value)).toEqual(causeOf('means `x` instead of `(hidden)`'));
    const inside = (text: string) => ({ type: 'object', default: { key: text } });
    expect(await saying(inside(value), inside('x'), value)).toEqual(
      causeOf('instead of `{"key":"(hidden)"}`'),
    );
  });

  test('given one that the words cut, nothing of it is left', async () => {
    const long = 'a7'.repeat(100);
    expect(await presets(long, 'x', long)).toEqual(causeOf('means `x` instead of `(hidden)…`'));
  });

  test.each([
    ['is a part of a longer word', `${HIDDEN}s`, HIDDEN],
    ['is as short as a word', 'a1b2c', 'a1b2c'],
  ])('given one that %s, the words stay', async (_, quoted, value) => {
    expect(await presets(quoted, 'x', value)).toEqual(causeOf(`means \`x\` instead of \`${quoted}\``));
  });

  test('given one after an escape of JSON, are found', async () => {
    const preset = (text: string) => ({ type: 'object', default: { key: text } });
    const changes = await saying(preset(`so:\n${HIDDEN}`), preset('x'), HIDDEN);
    expect(changes).toEqual(causeOf('instead of `{"key":"so:\\n(hidden)"}`'));
  });

  test('given some that begin alike, the longest goes', async () => {
    const changes = await presets(`${HIDDEN} ${HIDDEN}-2`, 'x', HIDDEN, `${HIDDEN}-2`);
    expect(changes).toEqual(causeOf('means `x` instead of `(hidden) (hidden)`'));
  });

  test('given a document that is gone, stand in no word on it', async () => {
    const { judge, comparisons } = documentComparer((before, after) =>
      compareTexts(before, after, hiding('GET /book')),
    );
    const text = document([]);
    const gone = { key: 'k', path: null, previousPath: 'old.json', isAsLeft: () => true };
    await judge({ ...gone, readBefore: async () => text, readAfter: async () => null });
    expect(comparisons.get('k')).toMatchObject({
      changes: [{ message: expect.not.stringMatching('/book') }],
    });
  });

  test('are not asked for where nothing changed', async () => {
    const same = { name: 'a', text: document([]) };
    const hiddenValues = () => {
      throw new Error('asked');
    };
    expect(await compareTexts(same, same, { now: NOW, hiddenValues })).toMatchObject({ changes: [] });
  });
});

/** The causes of a report, without what is hidden in them. */
function causesWithout(causes: readonly string[], hidden: ReadonlyMap<string, string>): string[] {
  const given = report(causes.map((cause) => change({ cause, witness: null })));
  return withoutValues(given, hidden).changes.map(({ cause }) => cause);
}

describe('values that are sought in a text', () => {
  const hiding = (values: readonly string[]) => new Map(values.map((value, at) => [value, `(${at})`]));

  /** Texts of few letters, in which values meet, overlap, and are cut. */
  const texts = (most: number) =>
    fc
      .array(fc.constantFrom('a', 'b', '-', 'aa-aa-', '-aaa', '…', '\uFFFD…'), { maxLength: most })
      .map((parts) => parts.join(''));

  /** What stands at a place by the words of the law: the longest value that ends there, or one that was cut. */
  const lookedThrough = (text: string, values: readonly string[]): string => {
    const isInWord = (at: number) => /^[ab]{2}$/.test(text.slice(Math.max(0, at - 1), at + 1));
    let result = '';
    for (let at = 0; at < text.length; ) {
      const whole = values
        .filter((value) => text.startsWith(value, at) && !isInWord(at + value.length))
        .reduce((longest, { length }) => Math.max(longest, length), 0);
      const shown = text.slice(at, Math.max(at, text.indexOf('…', at)));
      const isCut = (part: string) => part.length >= 6 && values.some((value) => value.startsWith(part));
      const length = whole > 0 ? whole : isCut(shown.replace(/\uFFFD$/, '')) ? shown.length : 0;
      const isFound = length > 0 && !isInWord(at);
      result += isFound ? '*' : text.charAt(at);
      at += isFound ? length : 1;
    }
    return result;
  };

  test('are those that looking through all of them finds', () => {
    const values = fc.array(
      texts(6).filter(({ length }) => length >= 6),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(values, texts(12), (hidden, text) => {
        const [found] = causesWithout([text], new Map(hidden.map((value) => [value, '*'])));
        expect(found).toBe(lookedThrough(text, hidden));
      }),
      { numRuns: 2000 },
    );
  });

  /** Each of these took minutes when a place was held against one value after the other. */
  const MANY = 30_000;

  test('given tens of thousands that begin alike, of which the words cut as many, each is found', () => {
    const values = Array.from(
      { length: MANY },
      (_, at) => `${'s3cret-'.repeat(14)}${at + MANY}-${'z'.repeat(30)}`,
    );
    const causes = causesWithout(
      values.map((value) => `now means \`${value.slice(0, 120)}…\``),
      hiding(values),
    );
    expect(causes).toEqual(values.map((_, at) => `now means \`(${at})…\``));
  });

  test('given a value whose beginning stands everywhere in a long text, the search for its cut ends', () => {
    const text = `${'Hunter-x '.repeat(MANY * 40)}…`;
    expect(causesWithout([text], hiding(['Hunter-2ofTheShop']))).toEqual([text]);
  });

  test('given thousands, each of another length, in a text of many places, the search for the longest ends', () => {
    const values = Array.from({ length: 4000 }, (_, at) => `Hunter-${at}-${'x'.repeat(at)}`);
    const text = 'Hunter-x '.repeat(MANY);
    expect(causesWithout([`${text}${values[7]}`], hiding(values))).toEqual([`${text}(7)`]);
  });
});
