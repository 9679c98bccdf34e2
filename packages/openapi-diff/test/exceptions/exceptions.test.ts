import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ExceptionsFileError } from '../../src/exceptions/errors.ts';
import { type Exception, parseExceptions } from '../../src/exceptions/exceptions-file.ts';
import { applyExceptions } from '../../src/exceptions/match.ts';
import { importIgnoreList } from '../../src/exceptions/oasdiff-ignore.ts';
import { matchesWildcard } from '../../src/exceptions/wildcard.ts';
import { group } from '../../src/group/group.ts';
import { classified, finding, jsonDocument, operation, siteAt } from '../report-fixture.ts';

async function problemsOf(text: string): Promise<string[]> {
  const error = await parseExceptions(text).catch((reason: unknown) => reason);
  if (!(error instanceof ExceptionsFileError)) throw new Error('expected an ExceptionsFileError');
  return error.problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('reading an exceptions file', () => {
  test('given a file with entries, then each is read with its line', async () => {
    const text = [
      '# accepted with the app team',
      'exceptions:',
      '  - id: response-property-type-changed',
      '    operation: GET /book/{id}',
      '    reason: the app reads both',
      '  - fingerprint: 0123456789abcdef',
      '    document: specs/**/public-api.json',
      '    reason: agreed',
      "    expires: '2026-12-31'",
    ].join('\n');
    expect(await parseExceptions(text)).toEqual([
      {
        line: 3,
        id: 'response-property-type-changed',
        operation: 'GET /book/{id}',
        place: null,
        fingerprint: null,
        document: null,
        reason: 'the app reads both',
        expires: null,
      },
      {
        line: 6,
        id: null,
        operation: null,
        place: null,
        fingerprint: '0123456789abcdef',
        document: 'specs/**/public-api.json',
        reason: 'agreed',
        expires: '2026-12-31',
      },
    ]);
  });

  test.each(['', '\n', '# nothing yet\n', '\n# nothing\n\n'])(
    'given %j, then there are no exceptions',
    async (text) => {
      expect(await parseExceptions(text)).toEqual([]);
    },
  );

  test('given a date without quotes, then it is read as the date that it is', async () => {
    const [entry] = await parseExceptions('exceptions:\n  - {id: a-b, reason: x, expires: 2026-12-31}\n');
    expect(entry?.expires).toBe('2026-12-31');
  });

  test('given many mistakes, then every one is told with its line', async () => {
    const text = [
      'exceptions:',
      '  - id: a-b',
      '  - reason: everything',
      '  - id: a-b',
      "    reason: ' '",
      '  - id: a-b',
      '    reason: x',
      '    expires: 2026-02-30',
      '  - id: a-b',
      '    reason: x',
      '    opration: GET /x',
      '  - just text',
      '  - operation: /book',
      '    reason: x',
    ].join('\n');
    expect(await problemsOf(text)).toEqual([
      '2: reason: is missing: say why this is accepted',
      '3: an entry must name an id, an operation, a place or a fingerprint: without one it would accept everything',
      '5: reason: is empty: say why this is accepted',
      '8: expires: must be a date, such as 2026-12-31',
      '9: unknown: "opration"',
      '12: an entry must be a mapping with a reason',
      '13: operation: must be a method and a path, such as "GET /book/{id}" or "* /internal/**"',
    ]);
  });

  test.each([
    ['exceptions: {}', '1: must be a list of entries'],
    ['- id: a', '1: the file must hold "exceptions:" with a list of entries'],
    ['exceptions: [', '1: it is no YAML: unexpected end of the stream within a flow collection'],
    ['a: &a [1]\nexceptions: *a', '2: it is no YAML: aliases exceeded the maximum of 0'],
  ])('given %j, then it says %s', async (text, problem) => {
    expect((await problemsOf(text))[0]?.replace(/^\d+/, '')).toContain(
      problem.replace(/^\d+/, '').slice(0, 20),
    );
  });
});

const exception: Exception = {
  line: 1,
  id: null,
  operation: null,
  place: null,
  fingerprint: null,
  document: null,
  reason: 'agreed',
  expires: null,
};

const document = jsonDocument({ paths: { '/book': { get: { a: 1 } }, '/order': { get: { a: 1 } } } });
const groups = group(
  ['/book', '/order'].map((path) =>
    classified({
      place: { ...finding().place, operation: operation('GET', path) },
      base: siteAt(document, 'paths', path, 'get', 'a'),
    }),
  ),
);
const options = { now: new Date('2026-11-25T12:00:00Z'), document: 'specs/shop/public-api.json' };

/** The paths whose places are left, and those that were accepted. */
function outcome(...exceptions: Partial<Exception>[]) {
  const applied = applyExceptions(
    groups,
    exceptions.map((one, index) => ({ ...exception, line: index + 1, ...one })),
    options,
  );
  const paths = (list: typeof groups) =>
    list.flatMap(({ members }) => members.map((member) => member.finding.place.operation?.path));
  return {
    kept: paths([...applied.kept]),
    accepted: paths(applied.accepted.map((one) => one.group)),
    expired: applied.expired.map(({ line }) => line),
    unused: applied.unused.map(({ line }) => line),
  };
}

describe('applying exceptions', () => {
  const none = { kept: ['/book', '/order'], accepted: [], expired: [], unused: [1] };
  const all = { kept: [], accepted: ['/book', '/order'], expired: [], unused: [] };
  const book = { kept: ['/order'], accepted: ['/book'], expired: [], unused: [] };

  test.each([
    ['an id', { id: 'response-property-type-changed' }, all],
    ['another id', { id: 'response-property-removed' }, none],
    ['an operation', { operation: 'get /book' }, book],
    ['an operation by wildcard', { operation: '* /**' }, all],
    ['another method', { operation: 'POST /book' }, none],
    ['a place', { place: '/paths/~1book' }, book],
    ['a place with a hash', { place: '#/paths/~1book/get/a' }, book],
    ['a place that only begins alike', { place: '/paths/~1boo' }, none],
    ['the fingerprint of the group', { fingerprint: groups[0]?.fingerprint ?? '' }, all],
    ['another fingerprint', { fingerprint: 'ffffffffffffffff' }, none],
    ['its document', { id: 'response-property-type-changed', document: 'specs/*/public-api.json' }, all],
    ['another document', { id: 'response-property-type-changed', document: 'specs/*' }, none],
    ['two things of which one is wrong', { id: 'x-y', operation: 'GET /book' }, none],
    ['its last day', { operation: 'GET /book', expires: '2026-11-25' }, book],
    [
      'the day before',
      { operation: 'GET /book', expires: '2026-11-24' },
      { ...none, expired: [1], unused: [] },
    ],
  ])('given %s, then it accepts what it names', (_, entry, expected) => {
    expect(outcome(entry)).toEqual(expected);
  });

  test('given two entries of which the first accepts all, then the second is unused', () => {
    expect(outcome({ id: 'response-property-type-changed' }, { operation: 'GET /book' })).toEqual({
      ...all,
      unused: [2],
    });
  });

  test('given the fingerprint of a single place, then that place alone is accepted', () => {
    const [single] = group(
      groups.flatMap(({ members }) => [...members]),
      { group: false },
    );
    expect(outcome({ fingerprint: single?.fingerprint ?? '' })).toEqual(book);
  });
});

describe('wildcards', () => {
  test.each([
    ['/a/b', '/a/*', true],
    ['/a/b/c', '/a/*', false],
    ['/a/b/c', '/a/**', true],
    ['/a/b/c', '/**/c', true],
    ['', '*', true],
    ['abc', 'a*c', true],
    ['abc', 'a*d', false],
    ['/a', '/a.', false],
  ])('%s fits %s: %s', (text, pattern, expected) => {
    expect(matchesWildcard(text, pattern)).toBe(expected);
  });

  test('a pattern without wildcards fits its own text alone', () => {
    const plain = fc.string().filter((text) => !text.includes('*'));
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(matchesWildcard(a, b)).toBe(a === b);
      }),
    );
  });
});

describe('importing an ignore list of oasdiff', () => {
  const known = (id: string) => id === 'api-removed-without-deprecation';

  test('given lines with an id, then each becomes an exception for its operation', () => {
    const { exceptions, unreadable } = importIgnoreList(
      'error [api-removed-without-deprecation] at old.yaml, in API GET /book/{id} api removed without deprecation\n\n',
      known,
    );
    expect(exceptions).toEqual([
      expect.objectContaining({
        line: 1,
        id: 'api-removed-without-deprecation',
        operation: 'GET /book/{id}',
      }),
    ]);
    expect(unreadable).toEqual([]);
  });

  test('given a line without an id, then it is handed back', () => {
    expect(importIgnoreList('GET /book removed the optional property', known)).toEqual({
      exceptions: [],
      unreadable: [{ line: 1, text: 'GET /book removed the optional property' }],
    });
  });
});
