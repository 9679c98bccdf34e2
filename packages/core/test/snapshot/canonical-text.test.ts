import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { canonicalText, documentText } from '../../src/index.ts';
import { document, reordered } from './arbitraries.ts';

fc.configureGlobal({ numRuns: 500 });

describe('the canonical text of any document', () => {
  test('reads back as the same document', () => {
    fc.assert(
      fc.property(document, (given) => {
        // Jest's own equality trips over a key that is called "constructor".
        expect(isDeepStrictEqual(JSON.parse(canonicalText(given)), given)).toBe(true);
      }),
    );
  });

  test('is its own canonical text', () => {
    fc.assert(
      fc.property(document, (given) => {
        const text = canonicalText(given);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('does not depend on the order in which keys came', () => {
    fc.assert(
      fc.property(document, (given) => {
        expect(canonicalText(reordered(given))).toBe(canonicalText(given));
      }),
    );
  });

  test('has two spaces a level, LF and one final newline, and survives UTF-8', () => {
    fc.assert(
      fc.property(document, (given) => {
        const text = canonicalText(given);
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/\r|\t/);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });
});

describe('the order of keys', () => {
  const keysOf = (text: string) => [...text.matchAll(/"([^"]+)":/g)].map(([, name]) => name);

  test('given a document as Xano sends it, follows the specification at every level', () => {
    const text = canonicalText({
      openapi: '3.0.0',
      info: { version: '0.0.1', title: 'Public API' },
      servers: [{ description: 'live', url: 'https://shop.example/api:abc' }],
      components: { securitySchemes: { bearerAuth: { scheme: 'bearer', type: 'http' } }, schemas: {} },
      paths: {
        '/order': { post: { responses: {}, summary: 'Order', tags: [] } },
        '/book': {
          post: { responses: { default: {}, 404: {}, 200: { content: {}, description: 'ok' } } },
          get: {
            security: [],
            operationId: 'book',
            parameters: [{ schema: { format: 'int64', type: 'integer' }, in: 'query', name: 'page' }],
          },
        },
      },
    });
    expect(keysOf(text)).toEqual([
      ...['openapi', 'info', 'title', 'version', 'servers', 'url', 'description', 'paths'],
      ...['/book', 'get', 'operationId', 'parameters', 'name', 'in', 'schema', 'type', 'format', 'security'],
      ...['post', 'responses', '200', 'description', 'content', '404', 'default'],
      ...['/order', 'post', 'tags', 'summary', 'responses'],
      ...['components', 'schemas', 'securitySchemes', 'bearerAuth', 'type', 'scheme'],
    ]);
  });

  test.each([
    [
      'Swagger 2.0',
      { paths: {}, host: 'h', swagger: '2.0', definitions: {}, basePath: '/' },
      ['swagger', 'host', 'basePath', 'paths', 'definitions'],
    ],
    [
      'OpenAPI 3.1',
      { webhooks: {}, jsonSchemaDialect: 'd', paths: {}, openapi: '3.1.0' },
      ['openapi', 'jsonSchemaDialect', 'paths', 'webhooks'],
    ],
    [
      'OpenAPI 3.2',
      { paths: { '/a': { additionalOperations: {}, query: {}, get: {} } }, $self: 's', openapi: '3.2.0' },
      ['openapi', '$self', 'paths', '/a', 'get', 'query', 'additionalOperations'],
    ],
    [
      'an extension',
      { 'x-b': 1, 'x-a': { z: 1, get: 1, a: 1 }, info: {} },
      ['info', 'x-a', 'a', 'get', 'z', 'x-b'],
    ],
    [
      'properties called like fields',
      { components: { schemas: { a: { properties: { type: {}, default: {}, allOf: {} } } } } },
      ['components', 'schemas', 'a', 'properties', 'allOf', 'default', 'type'],
    ],
    [
      'statuses',
      { paths: { '/a': { get: { responses: { default: {}, '5XX': {}, 500: {}, 200: {}, '2XX': {} } } } } },
      ['paths', '/a', 'get', 'responses', '200', '2XX', '500', '5XX', 'default'],
    ],
  ])('given %s, puts each field where the specification has it', (_, given, want) => {
    expect(keysOf(canonicalText(given))).toEqual(want);
  });

  test('given arrays, leaves their order alone', () => {
    expect(JSON.parse(canonicalText({ tags: ['b', 'a'], x: [3, 1, 2] }))).toEqual({
      tags: ['b', 'a'],
      x: [3, 1, 2],
    });
  });
});

describe('values that attack', () => {
  test('given a key "__proto__", keeps it as a key', () => {
    const given = JSON.parse('{"info": {"__proto__": {"title": "x"}}}');
    expect(canonicalText(given)).toContain('"__proto__": {');
  });

  test('given a number that no double can hold, keeps it beyond every double', () => {
    expect(JSON.parse(canonicalText(JSON.parse('{"a": 1e400, "b": -1e400}')))).toEqual({
      a: Infinity,
      b: -Infinity,
    });
  });

  test('given both zeros, writes the same', () => {
    expect(canonicalText({ a: -0 })).toBe(canonicalText({ a: 0 }));
  });

  test.each([
    ['arrays', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('given %s a hundred thousand levels deep, refuses instead of exhausting the stack', (_, open, close) => {
    const given = JSON.parse(`{"paths": ${open.repeat(100_000)}1${close.repeat(100_000)}}`);
    expect(() => canonicalText(given)).toThrow(expect.objectContaining({ code: 'DOCUMENT_TOO_DEEP' }));
    expect(() => documentText(given, { stripExamples: true })).toThrow(/nests more than 1000 levels deep/);
  });

  test('given a key that is cut in a message, shows no part of it, since a part of a secret is not known for one', () => {
    const deep = JSON.parse(`${'['.repeat(1001)}1${']'.repeat(1001)}`);
    const secret = 'Xr8-vQ2m-Kp9w';
    for (const length of [60, 100, 900, 2000]) {
      const key = `${'k'.repeat(length)}${secret}`;
      expect(() => canonicalText({ a: { [key]: deep } })).toThrow(
        length + secret.length > 100 ? /at \/a\/…\/0/ : new RegExp(`at /a/k+${secret}/0`),
      );
    }
  });

  test('given keys as long as a document above what is too deep, refuses in few words', () => {
    const deep = JSON.parse(`${'['.repeat(1001)}1${']'.repeat(1001)}`);
    expect(() => canonicalText({ ['k'.repeat(1_000_000)]: deep })).toThrow(/ \(at \/…\/0\//);
  });

  test('given a document that contains itself, refuses', () => {
    const given: Record<string, unknown> = { info: {} };
    given.components = given;
    expect(() => canonicalText(given)).toThrow(/or contains itself/);
  });

  test('given a document that a few aliases make enormous, refuses', () => {
    let bomb: unknown = 'lol'.repeat(100);
    for (let level = 0; level < 8; level += 1) bomb = Array.from({ length: 10 }, () => bomb);
    expect(() => canonicalText({ bomb })).toThrow(expect.objectContaining({ code: 'DOCUMENT_TOO_LARGE' }));
  });

  test.each([
    ['a date', new Date(0)],
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['a bigint', 1n],
  ])('given %s, names the place', (_, value) => {
    expect(() => canonicalText({ info: { 'a/b': [value] } })).toThrow(
      /at \/info\/a~1b\/0, which JSON can't express/,
    );
  });
});

describe('the options', () => {
  const given = {
    openapi: '3.0.0',
    servers: [{ url: 'https://{h}', variables: { h: { default: 'live' } } }],
    paths: {
      '/a': {
        post: {
          parameters: [
            { name: 'q', in: 'query', example: 'secret', schema: { type: 'string', default: 'secret' } },
          ],
          requestBody: {
            content: {
              'application/json': {
                example: { a: 'secret' },
                schema: {
                  properties: { example: { type: 'string', example: 'secret' }, default: { type: 'string' } },
                },
              },
            },
          },
          responses: { default: { description: 'stays' } },
        },
      },
    },
  };

  test('stripExamples leaves out examples and defaults, and nothing that is only called so', () => {
    const text = documentText(given, { stripExamples: true });
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({
      servers: [{ variables: { h: { default: 'live' } } }],
      paths: {
        '/a': {
          post: {
            requestBody: {
              content: {
                'application/json': {
                  schema: { properties: { example: { type: 'string' }, default: { type: 'string' } } },
                },
              },
            },
            responses: { default: { description: 'stays' } },
          },
        },
      },
    });
  });

  test('YAML holds the same as JSON, whatever the document, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(document, (any) => {
        const text = documentText(any, { format: 'yaml' });
        expect(isDeepStrictEqual(load(text), any)).toBe(true);
        expect(documentText(reordered(any) as Record<string, unknown>, { format: 'yaml' })).toBe(text);
      }),
    );
  });
});
