import { describe, expect, test } from '@jest/globals';
import type { Operation } from '../../src/contract/contract.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { isRefProblem, resolveRef } from '../../src/contract/refs.ts';
import { childSite, pointerOf } from '../../src/contract/site.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { read } from '../compare/compare-objects.ts';

async function contractOf(document: JsonObject) {
  return readContract(await read(document));
}

async function operationOf(document: JsonObject, method = 'POST'): Promise<Operation> {
  const operations = (await contractOf(document)).paths().flatMap((entry) => entry.operations());
  const found = operations.find((operation) => operation.method === method);
  if (found === undefined) throw new Error(`no ${method}`);
  return found;
}

describe('a contract of Swagger 2.0', () => {
  const swagger = (operation: JsonObject, more: JsonObject = {}): JsonObject => ({
    swagger: '2.0',
    paths: { '/orders': { post: operation } },
    ...more,
  });

  test('the fields of a form are one object, whose properties lead to the parameters', async () => {
    const document = swagger(
      {
        consumes: ['application/json', 'multipart/form-data'],
        parameters: [
          { $ref: '#/parameters/Title' },
          { name: 'a/b%', in: 'formData', type: 'integer' },
          { name: 'photo', in: 'formData', type: 'file' },
        ],
      },
      { parameters: { Title: { name: 'title', in: 'formData', type: 'string', required: true } } },
    );
    const contract = await contractOf(document);
    const body = contract.paths()[0]?.operations()[0]?.requestBody();
    expect(body?.required).toBe(true);
    const [media, ...others] = body?.content() ?? [];
    expect([media?.range, others]).toEqual(['multipart/form-data', []]);
    expect(media?.schema?.raw).toEqual({
      type: 'object',
      properties: {
        title: { $ref: '#/parameters/Title' },
        'a/b%': { $ref: '#/paths/~1orders/post/parameters/1' },
        photo: { type: 'string', format: 'binary' },
      },
      required: ['title'],
    });
    const properties = media?.schema ? childSite(media.schema, 'properties') : null;
    const title = properties ? childSite(properties, 'title') : null;
    const target = title ? resolveRef(title, contract.documents) : null;
    expect(target !== null && !isRefProblem(target) && target.raw).toMatchObject({
      name: 'title',
      type: 'string',
    });
  });

  test('a body takes the media types of the operation, else of the document, else JSON', async () => {
    const parameters = [{ name: 'x', in: 'body', schema: {} }];
    const ranges = async (operation: JsonObject, more?: JsonObject) =>
      (await operationOf(swagger({ parameters, ...operation }, more)))
        .requestBody()
        ?.content()
        .map(({ range }) => range);
    expect(await ranges({})).toEqual(['application/json']);
    expect(await ranges({}, { consumes: ['text/xml'] })).toEqual(['text/xml']);
    expect(await ranges({ consumes: ['text/csv'] }, { consumes: ['text/xml'] })).toEqual(['text/csv']);
  });

  test('a form without a fitting media type gets the one that its fields ask for', async () => {
    const ranges = async (type: string) =>
      (await operationOf(swagger({ parameters: [{ name: 'x', in: 'formData', type }] })))
        .requestBody()
        ?.content()
        .map(({ range }) => range);
    expect(await ranges('string')).toEqual(['application/x-www-form-urlencoded']);
    expect(await ranges('file')).toEqual(['multipart/form-data']);
  });

  test.each([
    [undefined, 'query', 'form', false],
    ['csv', 'path', 'simple', false],
    ['multi', 'query', 'form', true],
    ['ssv', 'query', 'spaceDelimited', false],
    ['pipes', 'query', 'pipeDelimited', false],
    ['tsv', 'query', 'tsv', false],
    ['toString', 'query', 'form', false],
  ])(
    'collectionFormat %s in %s is style %s, exploded %s',
    async (collectionFormat, place, style, explode) => {
      const parameter = {
        name: 'x',
        in: place,
        type: 'array',
        ...(collectionFormat === undefined ? {} : { collectionFormat }),
      };
      const document = { swagger: '2.0', paths: { '/{x}': { post: { parameters: [parameter] } } } };
      const found = (await operationOf(document)).parameters().find((one) => one.in === place);
      expect(found?.serialisation).toMatchObject({ style, explode });
    },
  );

  test('a file that is answered is text', async () => {
    const operation = await operationOf(
      swagger({ responses: { 200: { description: '', schema: { type: 'file' } } } }),
    );
    expect(operation.responses()[0]?.content()[0]?.schema?.raw).toEqual({ type: 'string', format: 'binary' });
  });
});

describe('a contract of OpenAPI 3', () => {
  const openapi = (item: JsonObject, version = '3.0.3', path = '/orders/{id}'): JsonObject => ({
    openapi: version,
    paths: { [path]: item },
  });

  test('what the operation declares comes before what its path item declares', async () => {
    const operation = await operationOf(
      openapi({
        parameters: [
          { name: 'id', in: 'path', schema: { type: 'integer' } },
          { name: 'q', in: 'query', schema: { type: 'integer' } },
          { name: 'gone', in: 'path', schema: {} },
        ],
        post: { parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }] },
      }),
    );
    expect(
      operation
        .parameters()
        .map(({ name, in: place, required, declared, schema }) => [
          name,
          place,
          required,
          declared,
          schema?.raw,
        ]),
    ).toEqual([
      ['q', 'query', true, 'operation', { type: 'string' }],
      ['id', 'path', true, 'path', { type: 'integer' }],
    ]);
  });

  test('a variable that nothing declares is a required text', async () => {
    const [implied] = (await operationOf(openapi({ post: {} }))).parameters();
    expect(implied).toMatchObject({ name: 'id', in: 'path', required: true, declared: 'implied' });
    expect(implied?.schema?.raw).toEqual({ type: 'string' });
  });

  test('3.2 has further methods, whose case counts', async () => {
    const [entry] = (
      await contractOf(
        openapi({ query: {}, trace: {}, additionalOperations: { COPY: {}, link: {} } }, '3.2.0'),
      )
    ).paths();
    expect(entry?.operations().map(({ method }) => method)).toEqual(['TRACE', 'QUERY', 'COPY', 'link']);
  });

  test('what stands beside the reference of a path item counts first', async () => {
    const [entry] = (
      await contractOf({
        ...openapi({ $ref: '#/components/pathItems/Item', get: { operationId: 'own' } }, '3.1.0'),
        components: {
          pathItems: {
            Item: { get: { operationId: 'other' }, put: {}, $ref: '#/components/pathItems/Item' },
          },
        },
      })
    ).paths();
    expect(entry?.operations().map(({ method, object }) => [method, object.operationId])).toEqual([
      ['GET', 'own'],
      ['PUT', undefined],
    ]);
  });

  test('a reference that leads nowhere is noted, and what it stands for left out', async () => {
    const contract = await contractOf(
      openapi({
        post: {
          parameters: [{ $ref: '#/components/parameters/Gone' }],
          requestBody: { $ref: '#/x' },
          responses: {},
        },
      }),
    );
    const [operation] = contract.paths()[0]?.operations() ?? [];
    expect(operation?.parameters().map(({ name }) => name)).toEqual(['id']);
    expect(operation?.requestBody()).toBeNull();
    expect(
      Array.from(contract.broken.values(), ({ site, problem }) => [pointerOf(site), problem.code]),
    ).toEqual([
      ['/paths/~1orders~1{id}/post/parameters/0', 'missing'],
      ['/paths/~1orders~1{id}/post/requestBody', 'missing'],
    ]);
  });

  test('servers and security come from the nearest place that has them', async () => {
    const document = {
      ...openapi({
        servers: [{ url: '/path' }],
        get: { servers: [{ url: '/own' }], security: [] },
        post: {},
      }),
      servers: [{ url: '/all' }],
      security: [{ a: ['x', 1] }],
    };
    const own = await operationOf(document, 'GET');
    const other = await operationOf(document, 'POST');
    expect([own, other].map((one) => one.servers().map(({ url }) => url))).toEqual([['/own'], ['/path']]);
    expect([own, other].map((one) => [one.security().source, one.security().alternatives.length])).toEqual([
      ['operation', 0],
      ['document', 1],
    ]);
    expect([...(other.security().alternatives[0] ?? [])]).toEqual([['a', ['x']]]);
  });

  test('a document in which everything is of the wrong kind has an empty contract', async () => {
    const wrong = [null, 1, 'x', [], [null], { a: null }, true];
    for (const value of wrong) {
      const contract = await contractOf({
        openapi: '3.1.0',
        paths: {
          '/a': {
            get: {
              parameters: value,
              requestBody: value,
              responses: value,
              security: value,
              callbacks: value,
              servers: value,
              tags: value,
            },
          },
          '/b': value,
        },
        components: value,
        servers: value,
        security: value,
        webhooks: value,
      });
      const [operation] = contract.paths()[0]?.operations() ?? [];
      expect(operation?.parameters()).toEqual([]);
      expect(operation?.responses()).toEqual([]);
      expect(operation?.callbacks().flatMap((callback) => callback.entries())).toEqual([]);
      expect(contract.securitySchemes().size).toBe(0);
    }
  });
});
