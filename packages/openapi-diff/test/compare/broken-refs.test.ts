import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

type Files = Readonly<Record<string, JsonObject>>;

const ORDER: JsonObject = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, lines: { type: 'array', items: { type: 'string' } } },
};

const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
const to = ($ref: string): JsonObject => ({ $ref });

/** An operation that reads orders and one that takes one. */
function api(parts: { readonly get?: JsonObject; readonly post?: JsonObject }, components: JsonObject = {}) {
  const get = { responses: { '200': { description: 'Done', content: json(ORDER) } }, ...parts.get };
  const post = { responses: { '204': { description: 'Done' } }, ...parts.post };
  return {
    openapi: '3.1.0',
    info: { title: 'API', version: '1' },
    paths: { '/orders': { get, post } },
    components,
  };
}

async function changes(before: JsonObject | Files, after: JsonObject | Files) {
  const read = (files: JsonObject | Files) =>
    readDocumentSet('api.json', async (uri) =>
      JSON.stringify('openapi' in files ? files : (files as Files)[uri]),
    );
  const report = await diff(await read(before), await read(after), { now: new Date('2026-11-25T00:00:00Z') });
  return report.changes;
}

/** What is said of references that lead nowhere: the level, the reference and the operations. */
async function broken(before: JsonObject | Files, after: JsonObject | Files) {
  const found = await changes(before, after);
  return found
    .filter(({ id }) => id === 'api-reference-unresolved')
    .map(({ level, cause, places }) => {
      const operations = places.map(({ operation, direction }) => `${operation?.method} ${direction}`);
      return [level, cause.match(/`(.*)`/)?.[1], ...operations].join(' ');
    });
}

const answering = (schema: JsonObject) => ({
  responses: { '200': { description: 'Done', content: json(schema) } },
});
const taking = (schema: JsonObject) => ({ requestBody: { required: true, content: json(schema) } });

describe('a reference that led somewhere and no longer does', () => {
  const both = (schema: JsonObject) => ({ get: answering(schema), post: taking(schema) });
  const named = (name: string, schemas: JsonObject = { Order: ORDER }) =>
    api(both(to(`#/components/schemas/${name}`)), { schemas });

  test.each<[string, JsonObject, JsonObject]>([
    ['because it has another name', named('Order'), named('Gone')],
    ['because what it led to is gone', named('Gone', { Gone: ORDER }), named('Gone')],
    ['where the schema itself stood', api(both(ORDER)), named('Gone')],
    [
      'because it leads back to itself',
      named('Gone', { Gone: ORDER }),
      named('Gone', { Gone: to('#/components/schemas/Gone') }),
    ],
    [
      'below what it leads to',
      named('Order'),
      named('Order', { Order: { allOf: [{ type: 'object' }, to('#/components/schemas/Gone')] } }),
    ],
    ['where it goes by a name', api(both(ORDER)), api(both({ $dynamicRef: '#/components/schemas/Gone' }))],
    [
      'behind a branch',
      api(both({ anyOf: [ORDER] })),
      api(both({ anyOf: [to('#/components/schemas/Gone')] })),
    ],
  ])('is one error for all operations: %s', async (_, before, after) => {
    const found = await broken(before, after);
    expect(found.map((one) => one.split(' ').filter((word) => word !== '#/components/schemas/Gone'))).toEqual(
      [['error', 'GET', 'response', 'POST', 'request']],
    );
  });

  test.each<[string, JsonObject, JsonObject, string, string]>([
    [
      'a parameter',
      { get: { parameters: [to('#/components/parameters/Page')] } },
      { parameters: { Page: { name: 'page', in: 'query', schema: { type: 'integer' } } } },
      'error #/components/parameters/Page GET request',
      'request-parameter-removed',
    ],
    [
      'a response',
      { get: { responses: { '200': to('#/components/responses/Orders') } } },
      { responses: { Orders: { description: 'Done', content: json(ORDER) } } },
      'error #/components/responses/Orders GET response',
      'response-success-status-removed',
    ],
    [
      'a request body',
      { post: { requestBody: to('#/components/requestBodies/Order') } },
      { requestBodies: { Order: { content: json(ORDER) } } },
      'error #/components/requestBodies/Order POST request',
      'request-body-removed',
    ],
    [
      'a header',
      {
        get: {
          responses: { '200': { description: 'Done', headers: { Rate: to('#/components/headers/Rate') } } },
        },
      },
      { headers: { Rate: { required: true, schema: { type: 'integer' } } } },
      'error #/components/headers/Rate GET response',
      'required-response-header-removed',
    ],
  ])('is an error as %s, and hides nothing', async (_, parts, components, line, other) => {
    expect(await broken(api(parts, components), api(parts))).toEqual([line]);
    expect((await changes(api(parts, components), api(parts))).map(({ id }) => id)).toContain(other);
  });

  test('is an error as a path item', async () => {
    const item = api({}).paths['/orders'];
    const under = (pathItems: JsonObject) => ({
      ...api({}, { pathItems }),
      paths: { '/orders': to('#/components/pathItems/Orders') },
    });
    expect(await broken(under({ Orders: item }), under({}))).toEqual([
      'error #/components/pathItems/Orders undefined null',
    ]);
  });

  test('is an error into a part of another file', async () => {
    const main = api({ get: answering(to('parts.json#/Order')) });
    const before = { 'api.json': main, 'parts.json': { Order: ORDER } };
    expect(await broken(before, { 'api.json': main, 'parts.json': { Other: ORDER } })).toEqual([
      'error parts.json#/Order GET response',
    ]);
  });
});

describe('a reference that leads nowhere', () => {
  test('on both sides is nothing new', async () => {
    const before = api({ get: answering(to('#/components/schemas/Gone')) });
    const after = api({ get: { ...answering(to('#/components/schemas/Gone')), deprecated: true } });
    expect(await broken(before, after)).toEqual([]);
  });

  test('at a further place is an error all the same', async () => {
    const dangling = to('#/components/schemas/Gone');
    const before = api({ get: answering({ ...ORDER, properties: { note: dangling } }) });
    expect(await broken(before, api({ get: answering(dangling) }))).toEqual([
      'error #/components/schemas/Gone GET response',
    ]);
  });

  test.each<[string, JsonObject]>([
    ['a new parameter', { get: { parameters: [to('#/components/parameters/Page')] } }],
    [
      'a new status',
      { get: { responses: { ...answering(ORDER).responses, '404': to('#/components/responses/No') } } },
    ],
    ['a new body', { get: { requestBody: to('#/components/requestBodies/No') } }],
  ])('in %s is a warning: it can not be decided', async (_, parts) => {
    const found = await broken(api({}), api(parts));
    expect(found.map((one) => one.split(' ')[0])).toEqual(['warning']);
  });

  test('in an example is no reference', async () => {
    const after = api({ get: answering({ ...ORDER, example: to('#/nowhere'), maxProperties: 9 }) });
    expect(await broken(api({}), after)).toEqual([]);
  });
});
