import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentText, memoryStaging, reduceOutcomes } from '../../src/index.ts';
import { blockIndentation } from '../../src/snapshot/document/yaml-text.ts';
import { documentOutcome, group, streamed } from './account.ts';
import { document as anyDocument, json } from './arbitraries.ts';

/** A value as many objects deep as is said. */
function nested(levels: number, value: unknown): Record<string, unknown> {
  let outer: Record<string, unknown> = { a: value };
  for (let level = 1; level < levels; level += 1) outer = { a: outer };
  return outer;
}

const asYaml = (document: Record<string, unknown>) => () => documentText(document, { format: 'yaml' });
const LINES = 'a\n'.repeat(400_000);

describe('a document that is small as JSON and has no end as YAML', () => {
  test.each([
    ['a text of many lines, each longer by the levels around it than V8 holds in all', nested(900, LINES)],
    ['one whose lines are longer than a document may be', nested(100, LINES)],
    [
      'many such texts, each of which would do',
      nested(
        100,
        Array.from({ length: 40 }, () => 'a\n'.repeat(9000)),
      ),
    ],
    [
      'characters that YAML writes as six',
      { a: Array.from({ length: 120 }, () => '\ufffe'.repeat(100_000)) },
    ],
  ])('given %s, is refused as too large', (_, document) => {
    expect(asYaml(document)).toThrow(
      expect.objectContaining({ code: 'DOCUMENT_TOO_LARGE', message: expect.stringContaining('64 million') }),
    );
  });

  test('given one text that the library can not look through, names what can be done', () => {
    expect(asYaml({ a: 'é'.repeat(4_000_000) })).toThrow(
      expect.objectContaining({
        code: 'DOCUMENT_TOO_LARGE',
        message: 'The document holds a text that is too long to be written as YAML.',
        hint: expect.stringContaining('Write JSON instead of YAML'),
      }),
    );
  });

  test('given millions of values, each of which the library remembers, names what can be done', () => {
    const given = { openapi: '3.0.0', 'x-many': new Array(2_000_000).fill(0) };
    expect(() => documentText(given, { format: 'yaml' })).toThrow(
      expect.objectContaining({
        code: 'DOCUMENT_TOO_LARGE',
        message: 'The document holds too many values to be written as YAML.',
        hint: expect.stringContaining('Write JSON instead of YAML'),
      }),
    );
    expect(documentText(given).length).toBeGreaterThan(2_000_000);
  });

  test('among others, is the only one that has failed', async () => {
    const hostile = { kind: 'document' as const, group: group({ id: 1 }), document: nested(900, LINES) };
    const { groups } = await reduceOutcomes(streamed([hostile, documentOutcome({ id: 2 })]), {
      staging: memoryStaging(),
      format: 'yaml',
    });
    expect([...groups.values()].map((one) => (one.kind === 'failed' ? one.error.code : one.kind))).toEqual([
      'DOCUMENT_TOO_LARGE',
      'document',
    ]);
  });
});

describe('what is known of a document before it is written', () => {
  const line = fc.constantFrom(
    'a',
    ' ',
    '',
    '- b',
    '#',
    'é: ',
    '🎈',
    '\t',
    '\u0085',
    '\ud800',
    '---',
    "'",
    '"',
  );
  const text = fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n'));
  const texts = fc.oneof(text, fc.array(text), fc.dictionary(text, fc.oneof(text, json)));
  const deep = fc
    .tuple(fc.integer({ min: 1, max: 4 }), texts)
    .map(([levels, value]) => nested(levels, value));

  test('is never more than what is written, so that nothing is refused which could be', () => {
    fc.assert(
      fc.property(fc.oneof(deep, anyDocument), (given) => {
        expect(blockIndentation(given)).toBeLessThanOrEqual(asYaml(given)().length);
      }),
    );
  });

  test('is by how much a text grows when it stands a level deeper', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (given, depth) => {
        const [here, deeper] = [nested(depth, given), nested(depth + 1, given)];
        const grown = asYaml(deeper)().length - asYaml(here)().length;
        // The new level adds the line of its key, too.
        const key = 2 * depth + 'a:\n'.length;
        expect(grown - key).toBe(blockIndentation(deeper) - blockIndentation(here));
      }),
    );
  });
});
