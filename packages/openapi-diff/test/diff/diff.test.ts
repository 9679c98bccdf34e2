import { describe, expect, test } from '@jest/globals';
import { exampleDocument, exampleOperation, jsonContent } from '../../src/classify/example.ts';
import { saysRequired } from '../../src/contract/says-required.ts';
import { type DiffOptions, diff } from '../../src/diff.ts';
import { parseExceptions } from '../../src/exceptions/exceptions-file.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { schemaProblems } from '../report-fixture.ts';

const NOW = new Date('2026-11-25T00:00:00Z');
const DONE = { responses: { '200': { description: 'Done' } } };
const TWO = exampleDocument({ paths: { '/orders': { get: DONE, post: DONE } } });
const ONE = exampleDocument({ paths: { '/orders': { post: DONE } } });

const read = (document: JsonObject, uri = 'api.json') =>
  readDocumentSet(uri, async () => JSON.stringify(document));

async function compared(before: JsonObject, after: JsonObject, options: Partial<DiffOptions> = {}) {
  return diff(await read(before, 'old.json'), await read(after, 'new.json'), { now: NOW, ...options });
}

describe('the report on two documents', () => {
  test('is empty where they are the same, whatever is set', async () => {
    const report = await compared(ONE, ONE, { policy: { responses: { enum: 'closed' } }, exceptions: [] });
    expect(report.changes).toEqual([]);
    expect(report.summary).toEqual({ error: 0, warning: 0, info: 0, undecided: 0, operations: 0 });
    expect(schemaProblems(report)).toEqual([]);
  });

  test('names both sides, the change, its place and its words, as its JSON Schema says', async () => {
    const report = await compared(TWO, ONE);
    expect(report).toMatchObject({
      formatVersion: 1,
      base: 'old.json',
      head: 'new.json',
      summary: { error: 1, operations: 1 },
      changes: [
        {
          id: 'api-removed-without-deprecation',
          level: 'error',
          cause: '`GET /orders` is gone',
          message:
            '`GET /orders` was accepted and is now rejected: it is gone without having been deprecated',
          places: [{ operation: { method: 'GET', path: '/orders' }, head: null }],
          proof: 'structural',
        },
      ],
    });
    expect(schemaProblems(report)).toEqual([]);
  });

  test('takes out what an exception accepts, and says so', async () => {
    const exceptions = await parseExceptions(
      [
        'exceptions:',
        '  - operation: GET /orders',
        '    reason: nobody calls it',
        '  - id: endpoint-added',
        '    reason: never needed',
        '  - operation: GET /orders',
        '    reason: was in time',
        '    expires: "2026-11-24"',
      ].join('\n'),
    );
    const report = await compared(TWO, ONE, { exceptions });
    expect(report.changes).toEqual([]);
    expect(report.summary.error).toBe(0);
    expect(report.exceptions?.accepted).toMatchObject([
      { id: 'api-removed-without-deprecation', acceptedBy: { line: 2, reason: 'nobody calls it' } },
    ]);
    expect(report.exceptions?.unused).toMatchObject([{ line: 4 }]);
    expect(report.exceptions?.expired).toMatchObject([{ line: 6 }]);
    expect(schemaProblems(report)).toEqual([]);
  });

  test('holds exceptions against the name of the document that the caller gives', async () => {
    const exceptions = await parseExceptions(
      'exceptions: [{ operation: GET /orders, document: "shop/**", reason: fine }]',
    );
    expect((await compared(TWO, ONE, { exceptions })).summary.error).toBe(1);
    expect((await compared(TWO, ONE, { exceptions, document: 'shop/api.json' })).summary.error).toBe(0);
  });

  test('refuses settings that make no sense', async () => {
    const policy = { levels: { 'no-such-check': 'error' } } as const;
    await expect(compared(TWO, ONE, { policy })).rejects.toThrow(
      'levels.no-such-check: no check has this id',
    );
  });
});

describe('servers', () => {
  const at = (...urls: string[]) => exampleDocument({ servers: urls.map((url) => ({ url })) });
  const ids = async (before: JsonObject, after: JsonObject, options: Partial<DiffOptions> = {}) =>
    (await compared(before, after, options)).changes.map(({ id }) => id).sort();
  const addressOf = (url: string) => new URL(url).pathname;

  test('that come and go are reported', async () => {
    expect(await ids(at('https://a.example/v1'), at('https://b.example/v1'))).toEqual([
      'api-server-added',
      'api-server-removed',
    ]);
  });

  test('are the same where what counts of their address is', async () => {
    expect(await ids(at('https://a.example/v1'), at('https://b.example/v1'), { addressOf })).toEqual([]);
    expect(await ids(at('https://a.example/v1'), at('https://b.example/v2'), { addressOf })).toHaveLength(2);
  });

  test('are left out where the policy ignores them', async () => {
    const policy = { servers: 'ignored' } as const;
    expect(await ids(at('https://a.example/v1'), at('https://b.example/v1'), { policy })).toEqual([]);
  });
});

describe('whether a document says what is required in its responses', () => {
  const answering = (schema: JsonObject, components: JsonObject = {}) => ({
    ...exampleOperation({ responses: { '200': { description: 'Done', content: jsonContent(schema) } } }),
    components,
  });
  const says = async (document: JsonObject) => saysRequired(await read(document));
  const REQUIRED = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };

  test.each<[string, JsonObject]>([
    ['in the body', answering(REQUIRED)],
    ['in a property', answering({ properties: { order: REQUIRED } })],
    ['in a property called like a keyword', answering({ properties: { default: REQUIRED } })],
    ['in an item', answering({ items: REQUIRED })],
    ['in a branch', answering({ anyOf: [{ type: 'string' }, REQUIRED] })],
    ['in a component', answering({ $ref: '#/components/schemas/Order' }, { schemas: { Order: REQUIRED } })],
    [
      'behind a cycle',
      answering(
        { $ref: '#/components/schemas/A' },
        {
          schemas: {
            A: { properties: { b: { $ref: '#/components/schemas/B' } } },
            B: { allOf: [{ $ref: '#/components/schemas/A' }, REQUIRED] },
          },
        },
      ),
    ],
  ])('yes: %s', async (_, document) => {
    expect(await says(document)).toBe(true);
  });

  test.each<[string, JsonObject]>([
    ['nowhere', answering({ properties: { id: { type: 'integer' } } })],
    ['in a request alone', exampleOperation({ requestBody: { content: jsonContent(REQUIRED) } })],
    ['in a list without names', answering({ required: [] })],
    ['in an example', answering({ example: REQUIRED, default: REQUIRED })],
    ['in a property called required', answering({ properties: { required: { type: 'array' } } })],
    ['in a component that no response reaches', answering({}, { schemas: { Order: REQUIRED } })],
    ['behind a reference that leads nowhere', answering({ $ref: '#/components/schemas/Order' })],
  ])('no: %s', async (_, document) => {
    expect(await says(document)).toBe(false);
  });
});
