import { describe } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { openapi, trap } from './trap.ts';

const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };

function idParameter(name: string): JsonObject {
  return { name, in: 'path', required: true, schema: { type: 'integer' } };
}

function user(path: string, name: string): JsonObject {
  return openapi({ paths: { [path]: { get: { ...DONE, parameters: [idParameter(name)] } } } });
}

describe('paths', () => {
  trap('path-parameter-renamed', 'the name of a path parameter is never sent', () => ({
    before: user('/users/{id}', 'id'),
    after: user('/users/{user_id}', 'user_id'),
    right: [],
  }));

  trap('path-parameters-swapped-names', 'path parameters are matched by their position', () => {
    const document = (first: string, second: string) =>
      openapi({
        paths: {
          [`/a/{${first}}/b/{${second}}`]: {
            get: { ...DONE, parameters: [idParameter(second), idParameter(first)] },
          },
        },
      });
    return { before: document('x', 'y'), after: document('y', 'x'), right: [] };
  });

  trap('two-templates-of-one-shape', '`/a/{x}` and `/a/{y}` can both stand', () => {
    const both = { '/a/{x}': { get: DONE }, '/a/{y}': { post: DONE } };
    return {
      before: openapi({ paths: both }),
      after: openapi({ paths: { ...both, '/a/{y}': { post: DONE, delete: DONE } } }),
      right: ['endpoint-added: safe'],
    };
  });

  trap('operations-move-between-templates', 'an operation may move to the other template', () => ({
    before: openapi({ paths: { '/a/{x}': { get: DONE }, '/a/{y}': { post: DONE } } }),
    after: openapi({ paths: { '/a/{x}': { get: DONE, post: DONE } } }),
    right: [],
  }));

  trap('literal-beside-template', 'a literal path is another path than a template', () => ({
    before: openapi({ paths: { '/a/{x}': { get: DONE } } }),
    after: openapi({ paths: { '/a/{x}': { get: DONE }, '/a/me': { get: DONE } } }),
    right: ['endpoint-added: safe'],
  }));

  trap('template-becomes-literal', 'a template that became a literal is gone', () => ({
    before: openapi({ paths: { '/a/{x}': { get: DONE } } }),
    after: openapi({ paths: { '/a/me': { get: DONE } } }),
    right: ['endpoint-added: safe', 'api-path-removed-without-deprecation: breaking'],
  }));

  trap('base-path-moved-into-paths', 'the same address, cut in another place, is the same', () => ({
    before: openapi({ servers: [{ url: 'https://shop.example/v1' }], paths: { '/orders': { get: DONE } } }),
    after: openapi({ servers: [{ url: 'https://shop.example' }], paths: { '/v1/orders': { get: DONE } } }),
    right: [],
  }));

  trap('swagger-base-path-moved-into-paths', 'so is it from Swagger 2.0 to OpenAPI 3', () => ({
    before: {
      swagger: '2.0',
      info: { title: 'Shop', version: '1.0.0' },
      host: 'shop.example',
      schemes: ['https'],
      basePath: '/v1',
      paths: { '/orders/{id}': { get: DONE } },
    },
    after: openapi({
      servers: [{ url: 'https://shop.example/' }],
      paths: { '/v1/orders/{order}': { get: DONE } },
    }),
    right: [],
  }));

  trap('undeclared-path-parameter', 'a variable that was never declared may be declared', () => ({
    before: openapi({ paths: { '/users/{id}': { get: DONE } } }),
    after: user('/users/{id}', 'id'),
    right: ['new-request-path-parameter: safe'],
  }));

  trap(
    'undeclared-path-parameter-both',
    'where it is declared on neither side, nothing is to be said',
    () => ({
      before: openapi({ paths: { '/users/{id}': { get: { ...DONE, tags: ['a'] } } } }),
      after: openapi({ paths: { '/users/{user}': { get: { ...DONE, tags: ['a'] } } } }),
      right: [],
    }),
  );

  trap('path-item-reference', 'a path item that moved into a component is the same', () => {
    const item = { get: { ...DONE, parameters: [] }, parameters: [{ name: 'q', in: 'query', schema: {} }] };
    return {
      before: openapi({ paths: { '/orders': item } }, '3.1.0'),
      after: openapi(
        {
          paths: { '/orders': { $ref: '#/components/pathItems/Orders' } },
          components: { pathItems: { Orders: item } },
        },
        '3.1.0',
      ),
      right: [],
    };
  });

  trap('reserved-names', 'a path and a parameter may be called like a member of every object', () => ({
    before: openapi({ paths: JSON.parse('{"/__proto__": {"get": {"responses": {}}}}') }),
    after: openapi({
      paths: JSON.parse(
        '{"/__proto__": {"get": {"responses": {}, "parameters": [{"name": "__proto__", "in": "query"}, {"name": "constructor", "in": "query", "required": true}]}}}',
      ),
    }),
    right: ['new-optional-request-parameter: safe', 'new-required-request-parameter: breaking'],
  }));
});
