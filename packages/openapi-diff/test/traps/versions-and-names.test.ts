import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects } from '../compare/compare-objects.ts';
import { getOrders, openapi, postOrders, trap } from './trap.ts';

const BODY: JsonObject = {
  parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } }],
  requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
  responses: { '200': { description: 'Done', headers: { ETag: { schema: { type: 'string' } } } } },
  security: [{ key: [] }],
};
const SECURED: JsonObject = {
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
};

describe('versions and names', () => {
  trap('only-the-version-moved', 'a document that only calls itself 3.1 is the same', () => ({
    before: { ...postOrders(BODY, '3.0.3'), ...SECURED },
    after: { ...postOrders(BODY, '3.1.0'), ...SECURED },
    right: [],
  }));

  trap('swagger-respelled', 'Swagger 2.0 and OpenAPI 3 say the same in other words', () => ({
    before: {
      swagger: '2.0',
      info: { title: 'Shop', version: '1.0.0' },
      host: 'shop.example',
      basePath: '/api',
      schemes: ['https'],
      consumes: ['application/json'],
      produces: ['application/json'],
      securityDefinitions: { basic: { type: 'basic' }, key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      security: [{ basic: [] }, { key: [] }],
      paths: {
        '/orders': {
          parameters: [
            { name: 'ids', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat: 'multi' },
          ],
          post: {
            parameters: [
              { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Order' } },
            ],
            responses: {
              200: { description: 'Done', schema: { $ref: '#/definitions/Order' } },
              204: { description: 'Empty' },
            },
          },
          put: {
            consumes: ['multipart/form-data'],
            parameters: [
              { name: 'title', in: 'formData', type: 'string', required: true },
              { name: 'photo', in: 'formData', type: 'file' },
            ],
            responses: { 200: { description: 'Done' } },
          },
        },
      },
      definitions: { Order: { type: 'object' } },
    },
    after: openapi({
      servers: [{ url: 'https://shop.example/api' }],
      components: {
        schemas: { Order: { type: 'object' } },
        securitySchemes: {
          login: { type: 'http', scheme: 'Basic' },
          key: { type: 'apiKey', in: 'header', name: 'x-key' },
        },
      },
      security: [{ key: [] }, { login: [] }],
      paths: {
        '/orders': {
          post: {
            parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
            },
            responses: {
              200: {
                description: 'Done',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
              },
              204: { description: 'Empty' },
            },
          },
          put: {
            parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
            requestBody: {
              required: true,
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    properties: { title: { type: 'string' }, photo: { type: 'string', format: 'binary' } },
                    required: ['title'],
                  },
                },
              },
            },
            responses: { 200: { description: 'Done' } },
          },
        },
      },
    }),
    right: [],
  }));

  test('generator-starts-operation-ids: a generator that starts to write operation ids is one cause', async () => {
    const document = (ids: boolean): JsonObject =>
      openapi({
        paths: Object.fromEntries(
          Array.from({ length: 20 }, (_, index) => [
            `/things/${index}`,
            {
              get: {
                ...(ids ? { operationId: `thing${index}` } : {}),
                responses: { '200': { description: 'Done' } },
              },
            },
          ]),
        ),
      });
    const findings = await compareObjects(document(false), document(true));
    expect(findings.map(({ id }) => id)).toEqual(Array(20).fill('api-operation-id-added'));
    expect(new Set(findings.map(({ cause }) => cause)).size).toBe(1);
  });

  trap('component-renamed', 'the names of components are never sent', () => {
    const document = (name: string): JsonObject => ({
      ...getOrders({ parameters: [{ $ref: `#/components/parameters/${name}` }] }),
      components: { parameters: { [name]: { name: 'limit', in: 'query', schema: { type: 'integer' } } } },
    });
    return { before: document('Limit'), after: document('PageLimit'), right: [] };
  });

  trap('security-scheme-renamed', 'nor are those of security schemes', () => {
    const document = (name: string): JsonObject => ({
      ...getOrders({ security: [{ [name]: [] }] }),
      components: { securitySchemes: { [name]: { type: 'http', scheme: 'bearer' } } },
    });
    return { before: document('bearer'), after: document('bearerAuth'), right: [] };
  });

  trap('component-that-no-operation-reaches', 'a change that no operation reaches is said to be one', () => {
    const document = (type: string): JsonObject => ({
      ...getOrders({}),
      components: { schemas: { Order: { $ref: '#/components/schemas/Line' }, Line: { type } } },
    });
    return { before: document('string'), after: document('integer'), right: ['api-component-changed: safe'] };
  });

  trap('descriptions', 'words change nothing', () => {
    const document = (words: string): JsonObject =>
      getOrders({
        summary: words,
        description: words,
        externalDocs: { url: words },
        parameters: [
          { name: 'description', in: 'query', description: words, example: words, schema: { title: words } },
        ],
        responses: { '200': { description: words } },
        'x-note': words,
      });
    return { before: document('a'), after: document('b'), right: [] };
  });

  trap('security-by-meaning', 'a requirement that is moved, reordered or repeated asks for the same', () => ({
    before: { ...getOrders({ security: [{ a: [] }, { b: [], a: [] }, { b: [] }] }) },
    after: { ...getOrders({}), security: [{ b: [] }, { a: [] }] },
    right: [],
  }));
});
