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

/** Texts at the edges of each format, on both sides of them. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  date: [
    ...['2024-01-31', '2024-01-32', '2024-01-00', '2024-00-10', '2024-13-01', '2024-02-29', '2023-02-28'],
    ...['2023-02-29', '1900-02-29', '2000-02-29', '2024-02-30', '2024-04-30', '2024-04-31', '2024-12-31'],
    ...['2024-03-31', '2024-05-31', '2024-06-31', '2024-07-31', '2024-08-31', '2024-09-31', '2024-10-31'],
    ...[
      '2024-01-01',
      '2024-12-01',
      '2024-11-31',
      '24-01-01',
      '2024-1-1',
      '2024-01-01T',
      ' 2024-01-01',
      '2024/01/01',
      '',
    ],
  ],
  time: [
    ...[
      '12:00:00Z',
      '00:00:00z',
      '23:59:59Z',
      '24:00:00Z',
      '23:60:00Z',
      '12:00:60Z',
      '23:59:60Z',
      '12:00:00',
    ],
    ...[
      '22:59:60-01:00',
      '00:59:60+01:00',
      '23:59:60+01:00',
      '23:29:60-00:30',
      '00:29:60+00:30',
      '22:58:60-01:00',
    ],
    ...[
      '12:00:00+23:59',
      '12:00:00+24:00',
      '12:00:00+01:60',
      '12:00:00.5Z',
      '12:00:00.Z',
      '12:00:00+0100',
      '1:00:00Z',
    ],
    ...['12:00:00+01', '23:59:61Z', '23:58:60Z', '23:30:00Z', '12:59:30Z', '12:30:59.9Z', '00:00:60Z'],
    ...['12:00:00-23:59', '00:00:00+00:00', '22:59:60-00:60', '23:58:60-00:01', '00:00:60+00:01'],
  ],
  'date-time': [
    ...['2024-01-31T12:00:00Z', '2024-01-31t12:00:00z', '2024-01-31 12:00:00Z', '2024-02-30T12:00:00Z'],
    ...[
      '2024-01-31T24:00:00Z',
      '2024-01-31',
      '12:00:00Z',
      '2024-01-31T12:00:00',
      '2024-01-31T12:00:00ZT',
      '',
    ],
  ],
  duration: ['P1D', 'PT1H', 'P1W', 'P1Y2M3DT4H5M6S', 'P', 'PT', '1D', 'P1', 'P1W1D', 'P1S', 'PT1D', ''],
  email: [
    'a@example.com',
    'a.b@b.co',
    'a@b',
    '@b.co',
    'a@',
    'a..b@b.co',
    '.a@b.co',
    'a b@b.co',
    'a@-b.co',
    '',
  ],
  hostname: [
    ...['example.com', 'a', 'a.', 'a..b', '-a.com', 'a-.com', 'a-b.com', '1.2', 'a_b.com', 'A.COM', '.', ''],
    ...[
      `${'a'.repeat(63)}.com`,
      `${'a'.repeat(64)}.com`,
      'a.'.repeat(126).concat('a'),
      'a.'.repeat(127).concat('a'),
    ],
  ],
  ipv4: [
    '192.0.2.1',
    '0.0.0.0',
    '255.255.255.255',
    '256.0.0.1',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    'a.b.c.d',
    '',
  ],
  ipv6: [
    ...[
      '::',
      '::1',
      '1::',
      '2001:db8::1',
      '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1::2::3',
    ],
    ...[
      '::ffff:192.0.2.1',
      '1:2:3:4:5:6:192.0.2.1',
      '1:2:3:4:5:6:7:192.0.2.1',
      '::192.0.2',
      '192.0.2.1',
      '::256.0.0.1',
    ],
    ...[
      '1:2:3:4:5:6:7::',
      '::2:3:4:5:6:7:8',
      '12345::',
      'g::',
      '192.0.2.1::',
      '1:::2',
      '1:2:3:4::5:6:7:8',
      '1:2:3:4::5:6:7',
      '::1.2.3.4.5',
      '1.2.3.4::5',
      '1:2:3:4:5:6:1.2.3.4:8',
      '',
    ],
  ],
  uuid: [
    '123e4567-e89b-12d3-a456-426614174000',
    '123E4567-E89B-12D3-A456-426614174000',
    '123e4567',
    'g23e4567-e89b-12d3-a456-426614174000',
    '',
  ],
  byte: ['YQ==', 'YWI=', 'YWJj', 'YQ=', 'YQ', 'Y===', '====', 'Y Q=', ''],
  'json-pointer': ['', '/', '/a', '/a/b~0c~1', '/~', '/~2', 'a', '#/a'],
  uri: [
    'https://example.com',
    'a:b',
    'mailto:a@b.co',
    'a',
    '//a',
    'https://a b',
    '1a:b',
    'https://example.com/%zz',
    'https://ex|ample',
    'a:é',
    'https://[::1]/a',
    'a:[b]',
    '',
  ],
  'uri-reference': ['a', '/a', 'https://example.com', 'a b', 'a\\b', '<a>', '#x', ''],
  url: [
    'https://example.com',
    'http://example.com/a',
    'ftp://example.com',
    'mailto:a@b.co',
    'example.com',
    'https://',
    '',
  ],
  'uri-template': ['a', '/a/{b}', '/a/{b', 'a b', '/a', ''],
  'iso-date-time': ['2024-01-31T12:00:00Z', '2024-01-31 12:00:00', '2024-01-31', '2024-13-31T12:00:00Z', ''],
  'iso-time': ['12:00:00Z', '12:00:00', '12:00', '25:00:00', ''],
  regex: ['a', 'a+', '+', '*a', '?', 'a\\', '(', '[', ''],
  'relative-json-pointer': ['0', '1', '0#', '1/a', '01', '-1', 'a', ''],
};

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
