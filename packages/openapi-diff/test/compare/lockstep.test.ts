import { describe, expect, test } from '@jest/globals';
import { lockstep } from '../../src/compare/lockstep/lockstep.ts';
import type { DocumentSet, Json, JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { read } from './compare-objects.ts';
import type { Draft } from './documents.ts';

const json = (schema: Json): JsonObject => ({ content: { 'application/json': { schema } } });
const answers = (schema: Json): JsonObject => ({
  responses: { '200': { description: 'Done', ...json(schema) } },
});
const ref = (pointer: string): JsonObject => ({ $ref: `#/components/${pointer}` });

/** Four operations that lean on different parts of the document. */
const DOCUMENT: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/plain': {
      get: answers({ type: 'string', description: 'A text', examples: ['a'] }),
      post: { parameters: [ref('parameters/Limit')], ...answers({ type: 'integer' }) },
    },
    '/tree': { get: answers(ref('schemas/Tree')) },
  },
  webhooks: {
    paid: {
      post: {
        requestBody: json({
          oneOf: [ref('schemas/Cat')],
          discriminator: { propertyName: 'kind', mapping: { cat: 'Cat', far: '#/components/schemas/Far' } },
        }),
        responses: { '200': { description: 'Done' } },
      },
    },
  },
  components: {
    parameters: { Limit: { name: 'limit', in: 'query', schema: ref('schemas/Count') } },
    schemas: {
      Count: { type: 'integer' },
      Tree: { type: 'object', properties: { left: ref('schemas/Tree'), leaf: ref('schemas/Leaf') } },
      Leaf: { type: 'string', enum: ['a', 'b'] },
      Cat: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } },
      Far: { type: 'object' },
      Alone: { type: 'number' },
    },
  },
};

const OPERATIONS = [
  ['paths', '/plain', 'GET'],
  ['paths', '/plain', 'POST'],
  ['paths', '/tree', 'GET'],
  ['webhooks', 'paid', 'POST'],
] as const;
const [PLAIN, LIMITED, TREE, PAID] = ['/plain GET', '/plain POST', '/tree GET', 'paid POST'];
const ALL = [PLAIN, LIMITED, TREE, PAID];

/** The operations that can't have changed after an edit, and the paths of which that holds. */
async function clean(edit: (document: Draft) => void, start: JsonObject = DOCUMENT) {
  const head: Draft = structuredClone(start);
  edit(head);
  const steps = lockstep(await read(start), await read(head));
  const paths = OPERATIONS.filter(([section, path]) => steps.isCleanPath(section, path));
  return {
    operations: OPERATIONS.filter(([section, path, method]) => steps.isClean(section, path, method)).map(
      ([, path, method]) => `${path} ${method}`,
    ),
    paths: [...new Set(paths.map(([, path]) => path))],
  };
}

describe('what can not have changed', () => {
  test.each<[string, (document: Draft) => void, readonly (string | undefined)[]]>([
    ['all, where nothing did', () => {}, ALL],
    ['all, after a new title', (d) => Object.assign(d.info, { title: 'Store' }), ALL],
    [
      'all, after a change that nothing reaches',
      (d) => Object.assign(d.components.schemas.Alone, { minimum: 1 }),
      ALL,
    ],
    [
      'all others, where one operation changed',
      (d) => Object.assign(d.paths['/plain'].get, { deprecated: true }),
      [LIMITED, TREE, PAID],
    ],
    [
      'all others, where a property moved in a schema',
      (d) =>
        Object.assign(d.paths['/plain'].get.responses['200'].content['application/json'].schema, {
          type: 'number',
        }),
      [LIMITED, TREE, PAID],
    ],
    [
      'all, where only words and examples changed',
      (d) =>
        Object.assign(d.paths['/plain'].get.responses['200'].content['application/json'].schema, {
          description: 'Text',
          examples: ['b', { deep: [1] }],
          title: 'Text',
        }),
      ALL,
    ],
    [
      'all, where words went',
      (d) => {
        delete d.paths['/plain'].get.responses['200'].content['application/json'].schema.description;
      },
      ALL,
    ],
    [
      'all others, where a shared schema changed at the end of two references',
      (d) => Object.assign(d.components.schemas.Count, { minimum: 1 }),
      [PLAIN, TREE, PAID],
    ],
    [
      'all others, where a schema changed beside a cycle',
      (d) => Object.assign(d.components.schemas.Leaf, { enum: ['a'] }),
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, where a list grew',
      (d) => d.components.schemas.Leaf.enum.push('c'),
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, where a member came',
      (d) => Object.assign(d.components.schemas.Leaf, { maxLength: 1 }),
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, where a member went',
      (d) => {
        delete d.components.schemas.Leaf.enum;
      },
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, where a list became an object',
      (d) => Object.assign(d.components.schemas.Cat, { required: { 0: 'kind' } }),
      [PLAIN, LIMITED, TREE],
    ],
    [
      'all others, where a schema changed that a mapping names',
      (d) => Object.assign(d.components.schemas.Cat, { minProperties: 1 }),
      [PLAIN, LIMITED, TREE],
    ],
    [
      'all others, where a schema changed that a mapping alone leads to',
      (d) => Object.assign(d.components.schemas.Far, { minProperties: 1 }),
      [PLAIN, LIMITED, TREE],
    ],
    [
      'all others, where a schema is gone',
      (d) => {
        delete d.components.schemas.Leaf;
      },
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, where a reference leads elsewhere',
      (d) => Object.assign(d.components.parameters.Limit, { schema: ref('schemas/Alone') }),
      [PLAIN, TREE, PAID],
    ],
    [
      'no operation of a path that says something of all of them',
      (d) => Object.assign(d.paths['/plain'], { parameters: [ref('parameters/Limit')] }),
      [TREE, PAID],
    ],
    [
      'all, where keys stand in another order',
      (d) => {
        d.paths = Object.fromEntries(Object.entries(d.paths).reverse());
        d.components.schemas.Cat = Object.fromEntries(Object.entries(d.components.schemas.Cat).reverse());
      },
      ALL,
    ],
    [
      'all, after a word of somebody else',
      (d) => Object.assign(d.components.schemas.Leaf, { 'x-colour': 'red' }),
      ALL,
    ],
    [
      'all others, after a word that means something',
      (d) => Object.assign(d.components.schemas.Leaf, { 'x-extensible-enum': true }),
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, after a property that is called like a word',
      (d) => Object.assign(d.components.schemas.Tree.properties, { title: { type: 'string' } }),
      [PLAIN, LIMITED, PAID],
    ],
    [
      'all others, after a word within a default',
      (d) => Object.assign(d.components.schemas.Tree, { default: { title: 'a' } }),
      [PLAIN, LIMITED, PAID],
    ],
    ['all, from 3.1 to 3.2', (d) => Object.assign(d, { openapi: '3.2.0' }), ALL],
    ['nothing, from 3.1 to 3.0', (d) => Object.assign(d, { openapi: '3.0.3' }), []],
    [
      'nothing, where schemas are read by another dialect',
      (d) => Object.assign(d, { jsonSchemaDialect: 'https://json-schema.org/draft/2019-09/schema' }),
      [],
    ],
    [
      'nothing, where a schema has a name of its own on one side',
      (d) => Object.assign(d.components.schemas.Alone, { $id: 'https://shop.example/alone' }),
      [],
    ],
    [
      'nothing, where the document says what is taken',
      (d) => Object.assign(d, { consumes: ['text/plain'] }),
      [],
    ],
    [
      'nothing, where the document says what is given',
      (d) => Object.assign(d, { produces: ['text/plain'] }),
      [],
    ],
  ])('%s', async (_, edit, operations) => {
    const found = await clean(edit);
    const isWhole = (path: string) =>
      ALL.filter((name) => name?.startsWith(`${path} `)).every((name) => operations.includes(name));
    expect(found).toEqual({ operations, paths: ['/plain', '/tree', 'paid'].filter(isWhole) });
  });

  test('nothing, where a schema has a name of its own on both sides', async () => {
    const named: Draft = structuredClone(DOCUMENT);
    named.components.schemas.Alone.$anchor = 'alone';
    expect((await clean(() => {}, named)).operations).toEqual([]);
  });
});

test('a method of its own is as clean as the path that it stands at', async () => {
  const named = (copied: JsonObject): JsonObject => ({
    openapi: '3.2.0',
    paths: { '/a': { additionalOperations: { COPY: copied } }, '/b': { additionalOperations: { COPY: {} } } },
  });
  const steps = lockstep(await read(named({})), await read(named({ deprecated: true })));
  expect(['/a', '/b'].map((path) => steps.isClean('paths', path, 'COPY'))).toEqual([false, true]);
});

test('definitions of Swagger 2.0 are reached by their own pointers', async () => {
  const swagger: JsonObject = {
    swagger: '2.0',
    paths: {
      '/a': { get: { responses: { 200: { schema: { $ref: '#/definitions/Pet/properties/name' } } } } },
    },
    definitions: { Pet: { properties: { name: { type: 'string' } } }, Alone: {} },
  };
  const steps = lockstep(await read(swagger), await read(swagger));
  expect(['Pet', 'Alone'].map((name) => steps.isReached(`/definitions/${name}`))).toEqual([true, false]);
});

test('what is nested deeper than any API is told of the document that holds it', () => {
  const nest = (levels: number): Json => (levels === 0 ? {} : { type: 'array', items: nest(levels - 1) });
  const holding = (uri: string, levels: number): DocumentSet => {
    const root: JsonObject = { openapi: '3.1.0', paths: { '/a': { get: { ...answers(nest(levels)) } } } };
    const document = { uri, version: '3.1', format: 'json', text: '', root } as const;
    return { root: document, documents: new Map([[uri, document]]) };
  };
  const [deep, flat] = [600, 1];
  expect(() => lockstep(holding('old.json', deep), holding('new.json', flat))).toThrow(/^old\.json nests/);
  expect(() => lockstep(holding('old.json', flat), holding('new.json', deep))).toThrow(/^new\.json nests/);
});

describe('what stands in several files', () => {
  const files = (size: JsonObject, other: JsonObject): JsonObject => ({
    'api.json': {
      openapi: '3.1.0',
      paths: {
        '/here': { get: answers({ $ref: '#/components/schemas/Size' }) },
        '/there': { get: answers({ $ref: 'parts/other.json#/Thing' }) },
      },
      components: { schemas: { Size: size } },
    },
    'parts/other.json': { Thing: { properties: { size: { $ref: '#/Size' } } }, Size: other },
  });

  test.each<[string, JsonObject, string[]]>([
    ['the same', files({ type: 'integer' }, { type: 'string' }), ['/here', '/there']],
    ['another file', files({ type: 'integer' }, { type: 'number' }), ['/here']],
    ['this file', files({ type: 'number' }, { type: 'string' }), ['/there']],
  ])('is followed through them: %s', async (_, changed, right) => {
    const load = (parts: JsonObject) =>
      readDocumentSet('api.json', async (uri) => JSON.stringify(parts[uri]));
    const steps = lockstep(await load(files({ type: 'integer' }, { type: 'string' })), await load(changed));
    expect(['/here', '/there'].filter((path) => steps.isClean('paths', path, 'GET'))).toEqual(right);
  });
});

describe('what an operation reaches', () => {
  test('is whatever is referred to from it, on either side', async () => {
    const head: Draft = structuredClone(DOCUMENT);
    head.paths['/plain'].get = answers(ref('schemas/Alone'));
    const steps = lockstep(await read(DOCUMENT), await read(head));
    const before = lockstep(await read(DOCUMENT), await read(DOCUMENT));
    const reached = (one: typeof steps) =>
      ['Count', 'Tree', 'Leaf', 'Cat', 'Far', 'Alone', 'None'].filter((name) =>
        one.isReached(`/components/schemas/${name}`),
      );
    expect(reached(before)).toEqual(['Count', 'Tree', 'Leaf', 'Cat', 'Far']);
    expect(reached(steps)).toEqual(['Count', 'Tree', 'Leaf', 'Cat', 'Far', 'Alone']);
    expect(steps.isReached('/components/parameters/Limit')).toBe(true);
  });
});
