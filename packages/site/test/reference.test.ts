import { describe, expect, test } from '@jest/globals';
import { readDocumentSet } from '@xano-specs/openapi-diff';
import { partsOf, rulesOf, typeText } from '../src/page/data/schema.ts';
import { coverageOf } from '../src/reference/coverage.ts';
import type { Json } from '../src/reference/json-value.ts';
import { referenceOf } from '../src/reference/reference.ts';
import { documentOf, publicApi } from './support/shop.ts';

async function reference(text: string) {
  return referenceOf(await readDocumentSet('api.json', async () => text));
}

describe('the reference of a document', () => {
  test('given the shop, then it has its operations with all that a caller must know', async () => {
    const { operations, schemas, servers } = await reference(publicApi(7));
    const add = operations.find(({ id }) => id === 'post-book');

    expect(operations.map(({ method, path, tag }) => `${tag}: ${method} ${path}`)).toEqual([
      'book: GET /book',
      'book: POST /book',
      'book: GET /book/{book_id}',
      'book: DELETE /book/{book_id}',
      'order: POST /order',
      'review: GET /review',
    ]);
    expect(add).toMatchObject({
      summary: 'Add book record',
      security: ['bearerAuth (bearer)'],
      body: { required: true, content: [['application/json', { type: 'object' }]] },
    });
    expect(add?.responses.map(({ status, description }) => `${status} ${description}`)).toEqual([
      '200 Success',
      '400 Input error',
      '401 Unauthorized',
    ]);
    expect(operations[2]?.parameters).toMatchObject([{ name: 'book_id', in: 'path', required: true }]);
    expect(schemas.map(([ref]) => ref)).toEqual(['#/components/schemas/Book', '#/components/schemas/Author']);
    expect(servers).toEqual(['https://shop.example.com/api:books']);
  });

  test('given references to parameters, bodies, responses and paths, then they are followed; lost ones and loops are left out', async () => {
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: {
        '/a': { $ref: '#/components/pathItems/a' },
        '/b': { $ref: '#/nowhere' },
        '/c': { $ref: '#/paths/~1c' },
      },
      components: {
        pathItems: {
          a: {
            get: {
              parameters: [{ $ref: '#/components/parameters/p' }, { $ref: '#/nowhere' }],
              requestBody: { $ref: '#/components/requestBodies/b' },
              responses: { 200: { $ref: '#/components/responses/r' } },
            },
          },
        },
        parameters: { p: { name: 'p', in: 'query', schema: { type: 'string' } } },
        requestBodies: { b: { content: { 'text/plain': { schema: { type: 'string' } } } } },
        responses: { r: { description: 'Done' } },
      },
    });
    const { operations } = await reference(text);

    expect(operations).toMatchObject([
      {
        path: '/a',
        parameters: [{ name: 'p' }],
        body: { content: [['text/plain', { type: 'string' }]] },
        responses: [{ status: '200', description: 'Done' }],
      },
    ]);
  });

  test('given names that objects have by themselves, then they are names like any other', async () => {
    const text = documentOf({
      '/x': {
        get: {
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: JSON.parse(
                    '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{}}}',
                  ),
                },
              },
            },
          },
        },
      },
    });
    const { operations } = await reference(text);
    const [, schema = null] = operations[0]?.responses[0]?.content[0] ?? [];

    expect(partsOf(schema ?? {}, new Map()).map(({ label }) => label)).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(schema)).toContain('"__proto__":{"type":"string"}');
  });

  test('given names that nobody would read to their ends, then they are cut, and references still lead somewhere', async () => {
    const long = 'x'.repeat(100_000);
    const ref = { $ref: `#/components/schemas/${long}` };
    const schema = {
      type: 'object',
      required: [long],
      properties: { [long]: ref },
    };
    const text = documentOf(
      {
        [`/${long}`]: { get: { responses: { 200: { description: long, content: { [long]: { schema } } } } } },
      },
      { [long]: { type: 'string' } },
    );
    const found = await reference(text);
    const [, shown = null] = found.operations[0]?.responses[0]?.content[0] ?? [];
    const [part] = partsOf(shown ?? {}, new Map(found.schemas));

    expect(JSON.stringify(found).length).toBeLessThan(20_000);
    expect(part?.required).toBe(true);
    expect(typeText(part?.schema ?? {}, new Map([[found.schemas[0]?.[0] ?? '', { type: 'array' }]]))).toBe(
      'list of anything',
    );
  });

  test('given references that lead on to others for very long, then each is followed once', async () => {
    const chain = Array.from({ length: 20_000 }, (_, index): [string, Json] => [
      `n${index}`,
      { $ref: `#/components/schemas/n${index + 1}` },
    ]);
    const schema = { $ref: '#/components/schemas/n0' };
    const responses = { 200: { content: { 'application/json': { schema } } } };
    const { schemas } = await reference(
      documentOf(
        { '/a': { get: { responses } } },
        { ...Object.fromEntries(chain), n20000: { type: 'string' } },
      ),
    );

    expect(schemas).toHaveLength(20_001);
    expect(new Map(schemas).get('#/components/schemas/n20000')).toEqual({ type: 'string' });
  });

  test('given two operations whose ids would be one, then each has its own', async () => {
    const get = { get: { responses: {} } };
    const { operations } = await reference(documentOf({ '/a-b': get, '/a/b': get, '/"><b>': get }));

    expect(operations.map(({ id }) => id)).toEqual(['get-a-b', 'get-a-b--2', 'get-b']);
  });
});

describe('a schema in words', () => {
  const shared = new Map<string, Json>([
    [
      '#/components/schemas/Book',
      { type: 'object', properties: { next: { $ref: '#/components/schemas/Book' } } },
    ],
    ['#/loop', { $ref: '#/loop' }],
  ]);

  test.each<[string, Json]>([
    ['string (email)', { type: 'string', format: 'email' }],
    ['string or null', { type: ['string', 'null'] }],
    ['integer or null', { type: 'integer', nullable: true }],
    ['list of Book', { type: 'array', items: { $ref: '#/components/schemas/Book' } }],
    ['Book', { $ref: '#/components/schemas/Book' }],
    ['one of 2 shapes', { oneOf: [{}, {}] }],
    ['anything', {}],
    ['anything', true],
    ['nothing', false],
    ['anything', { $ref: '#/lost' }],
  ])('%s', (words, schema) => {
    expect(typeText(schema, shared)).toBe(words);
  });

  test('given a schema that holds itself, then its parts go one level at a time', () => {
    const [next] = partsOf({ $ref: '#/components/schemas/Book' }, shared);

    expect(next?.label).toBe('next');
    expect(partsOf(next?.schema ?? {}, shared).map(({ label }) => label)).toEqual(['next']);
    expect(typeText({ $ref: '#/loop' }, shared)).toBe('loop');
  });

  test('given rules, then each is said', () => {
    const schema = {
      type: 'string',
      enum: ['a', 1],
      minLength: 2,
      pattern: '^a',
      default: null,
      uniqueItems: false,
    };

    expect(rulesOf(schema, shared)).toEqual([
      'one of a, 1',
      'by default null',
      'length at least 2',
      'matches ^a',
    ]);
  });
});

describe('how much is described', () => {
  test('given operations, parameters and properties, then those with words are counted', () => {
    const document = JSON.parse(
      documentOf(
        {
          '/a': {
            get: {
              summary: 'A',
              parameters: [
                { name: 'p', in: 'query', description: 'P' },
                { name: 'q', in: 'query' },
              ],
              responses: {
                200: {
                  content: {
                    'application/json': { schema: { properties: { x: {}, y: { description: 'Y' } } } },
                  },
                },
              },
            },
            post: { responses: {} },
          },
        },
        { Book: { properties: { title: { description: 'T' }, inner: { properties: { deep: {} } } } } },
      ),
    ) as Json;

    const { parts, described } = coverageOf(document);
    expect({ parts, described }).toEqual({ parts: 9, described: 4 });
  });

  test('given a list of more schemas than a call may have arguments, then each is counted', () => {
    const one = { properties: { a: { description: 'A' } } };
    const Wide = { anyOf: Array.from({ length: 150_000 }, () => one) };

    const { parts, described } = coverageOf({ components: { schemas: { Wide } } });
    expect({ parts, described }).toEqual({ parts: 150_000, described: 150_000 });
  });

  test('given a document without a part, then there is nothing to describe', () => {
    const { parts, described } = coverageOf({});
    expect({ parts, described }).toEqual({ parts: 0, described: 0 });
  });
});
