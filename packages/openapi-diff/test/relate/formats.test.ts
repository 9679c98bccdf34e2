import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compilePattern, matches } from '../../src/compare/pattern/index.ts';
import {
  hasFormat,
  implies,
  isAnnotation,
  isOpaque,
  knownFormat,
  samplesOf,
} from '../../src/compare/relate/formats.ts';
import { TEXTS } from './format-texts.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
/** The last days of each month and those after them, in a year with a leap day and one without. */
const LAST_DAYS = ['2024', '2023'].flatMap((year) =>
  MONTHS.flatMap((month) => [28, 29, 30, 31, 32].map((day) => `${year}-${month}-${day}`)),
);

const ajv = new Ajv2020({ strict: false, logger: false });
addFormats.default(ajv);

describe.each(Object.entries(TEXTS))('the format %s', (format, texts) => {
  const validate = ajv.compile({ type: 'string', format });
  const isPartly = knownFormat(format) === null;

  test('is what validators say it is, where it is known', () => {
    const said = texts.map((text) => [text, hasFormat(format, text)]);
    const right = texts.map((text) => {
      const isOpen = isPartly && hasFormat(format, text) === null;
      return [text, isOpen ? null : validate(text)];
    });
    expect(said).toEqual(right);
  });

  test('has samples, and some of the texts are known to be outside', () => {
    expect(samplesOf(format).length).toBeGreaterThan(0);
    for (const text of samplesOf(format)) expect([text, hasFormat(format, text)]).toEqual([text, true]);
    expect(texts.filter((text) => hasFormat(format, text) === false)).not.toEqual([]);
    expect([isAnnotation(format), isOpaque(format)]).toEqual([false, false]);
  });
});

const KNOWN = Object.entries(TEXTS).flatMap(([name, texts]) => {
  const known = knownFormat(name);
  return known === null ? [] : [[name, known, texts] as const];
});

test.each(KNOWN)('the format %s lies in its pattern', (_, { pattern, accepts, exact }, texts) => {
  const compiled = compilePattern(pattern);
  if (compiled === null) throw new Error(`${pattern} can't be compiled`);
  for (const text of texts) {
    const fits = matches(compiled, text);
    expect([text, fits]).toEqual([text, exact ? accepts(text) : fits || accepts(text)]);
  }
});

test.each(KNOWN)(
  'the format %s is its pattern alone, or not, as is said',
  (_, { pattern, accepts, exact }, texts) => {
    const compiled = compilePattern(pattern);
    if (compiled === null) throw new Error(`${pattern} can't be compiled`);
    expect(texts.every((text) => matches(compiled, text) === accepts(text))).toBe(exact);
  },
);

test('every month has its days', () => {
  const validate = ajv.compile({ format: 'date' });
  expect(LAST_DAYS.filter((day) => hasFormat('date', day))).toEqual(LAST_DAYS.filter((day) => validate(day)));
});

describe('what is known of formats', () => {
  test.each([
    ['uri', 'uri-reference'],
    ['date-time', 'iso-date-time'],
    ['time', 'iso-time'],
    ['ipv4', 'hostname'],
  ])('whatever is %s is %s, and not the other way round', (format, other) => {
    expect([implies(format, other), implies(other, format)]).toEqual([true, false]);
    for (const text of TEXTS[format] ?? []) {
      if (hasFormat(format, text) === true) expect([text, hasFormat(other, text)]).not.toEqual([text, false]);
    }
  });

  test('one that only speaks to people rules nothing out', () => {
    for (const format of ['password', 'binary', 'float', 'double', 'int32', 'int64']) {
      expect([format, hasFormat(format, '☃'), isAnnotation(format)]).toEqual([format, true, true]);
    }
  });

  test('of a name that nobody knows nothing is known', () => {
    for (const format of ['colour', 'constructor', '__proto__', 'toString']) {
      expect([format, hasFormat(format, 'a'), isOpaque(format), samplesOf(format)]).toEqual([
        format,
        null,
        true,
        [],
      ]);
      expect([implies(format, format), implies(format, 'date')]).toEqual([true, false]);
    }
  });
});
