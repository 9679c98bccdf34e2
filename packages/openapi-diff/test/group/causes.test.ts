import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

const TEXT: JsonObject = { type: 'string' };
const SHORT: JsonObject = { type: 'string', maxLength: 3 };
const NUMBER: JsonObject = { type: 'number' };

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const THING: JsonObject = { $ref: '#/components/schemas/Thing' };

type Made = (schema: JsonObject) => JsonObject;

/** Operations that take what is given, by path. */
function taking(bodies: Readonly<Record<string, Json>>, things: JsonObject = {}): JsonObject {
  const item = (schema: Json): JsonObject => ({
    post: {
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: { '200': { description: 'Done' } },
    },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: Object.fromEntries(Object.entries(bodies).map(([path, schema]) => [path, item(schema)])),
    components: { schemas: things },
  };
}

/** Operations with a parameter of a name each. */
function asked(schema: JsonObject, ...names: readonly string[]): JsonObject {
  const item = (name: string): JsonObject => ({
    get: { parameters: [{ name, in: 'query', schema }], responses: { '200': { description: 'Done' } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: Object.fromEntries(names.map((name, index) => [`/${index}`, item(name)])),
  };
}

/** Operations that answer with a header of a name each. */
function answering(schema: JsonObject, ...names: readonly string[]): JsonObject {
  const item = (name: string): JsonObject => ({
    get: { responses: { '200': { description: 'Done', headers: { [name]: { schema } } } } },
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: Object.fromEntries(names.map((name, index) => [`/${index}`, item(name)])),
  };
}

/** Two objects that hold a schema under names of their own. */
function written(schema: JsonObject): Readonly<Record<string, Json>> {
  return { '/a': object({ x: schema }), '/b': object({ y: schema }) };
}

/** The number of places of each change. */
async function places(before: JsonObject, after: JsonObject): Promise<readonly number[]> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  const { changes } = await diff(await read(before), await read(after), {
    now: new Date('2026-11-25T00:00:00Z'),
  });
  return changes.map((change) => change.places.length).sort();
}

describe('one edit that is met in two operations', () => {
  const both = (schema: Json): Readonly<Record<string, Json>> => ({ '/a': schema, '/b': schema });

  test.each<[string, Made, readonly number[]]>([
    ['of a text that is written twice is two changes', (schema) => schema, [1, 1]],
    [
      'of a list that is written twice is one, since its items have a place',
      (items) => ({ type: 'array', items }),
      [2],
    ],
    ['of an object that is written twice is one', (schema) => object({ price: schema }), [2]],
    ['of a property of a property is one', (schema) => object({ item: object({ price: schema }) }), [2]],
    ['in a branch is one', (schema) => ({ oneOf: [schema, { type: 'boolean' }] }), [2]],
  ])('%s', async (_, held, expected) => {
    expect(await places(taking(both(held(TEXT))), taking(both(held(SHORT))))).toEqual(expected);
  });

  test.each<[string, JsonObject, JsonObject, readonly number[]]>([
    [
      'of an object that has a property is one',
      object({ a: TEXT }),
      object({ a: TEXT }, { minProperties: 1 }),
      [2],
    ],
    ['of an object without any is two', { type: 'object' }, { type: 'object', minProperties: 1 }, [1, 1]],
  ])('%s', async (_, before, after, expected) => {
    expect(await places(taking(both(before)), taking(both(after)))).toEqual(expected);
  });

  test('of a schema that has a name is one, whatever holds it', async () => {
    const bodies = { '/a': THING, '/b': object({ x: THING }), '/c': { type: 'array', items: THING } };
    expect(await places(taking(bodies, { Thing: TEXT }), taking(bodies, { Thing: SHORT }))).toEqual([1, 2]);
  });

  test('of a schema that gets a name by it is told by itself', async () => {
    const [inline, named] = [written(TEXT), written(THING)];
    expect(await places(taking(inline, { Thing: SHORT }), taking(named, { Thing: SHORT }))).toEqual([2]);
    expect(await places(taking(named, { Thing: TEXT }), taking(written(SHORT), { Thing: TEXT }))).toEqual([
      2,
    ]);
  });

  test('of two objects that differ is two', async () => {
    const bodies = (schema: Json) => ({
      '/a': object({ price: schema }),
      '/b': object({ price: schema, name: TEXT }),
    });
    expect(await places(taking(bodies(TEXT)), taking(bodies(SHORT)))).toEqual([1, 1]);
  });

  test('of two properties of one object is two', async () => {
    const bodies = (schema: Json) => ({ '/a': object({ price: schema, name: schema }) });
    expect(await places(taking(bodies(TEXT)), taking(bodies(SHORT)))).toEqual([1, 1]);
  });

  test('is another one where the values are others', async () => {
    const bodies = (one: Json, other: Json) => ({
      '/a': object({ price: one }),
      '/b': object({ price: other }),
    });
    expect(
      await places(taking(bodies(TEXT, TEXT)), taking(bodies(SHORT, { ...TEXT, maxLength: 4 }))),
    ).toEqual([1, 1]);
  });

  test('by pattern is one for each pattern', async () => {
    const patterns = { type: 'object', patternProperties: { '^x': NUMBER, '^y': NUMBER } };
    expect(
      await places(taking(both(object({ a: TEXT }))), taking(both({ ...object({ a: TEXT }), ...patterns }))),
    ).toEqual([2, 2]);
  });
});

describe('a parameter or header that is written twice', () => {
  test('is one change under one name, and two under two', async () => {
    expect(await places(asked(TEXT, 'q', 'q'), asked(SHORT, 'q', 'q'))).toEqual([2]);
    expect(await places(asked(TEXT, 'q', 'r'), asked(SHORT, 'q', 'r'))).toEqual([1, 1]);
    expect(await places(answering(SHORT, 'X-A', 'X-A'), answering(TEXT, 'X-A', 'X-A'))).toEqual([2]);
    expect(await places(answering(SHORT, 'X-A', 'X-B'), answering(TEXT, 'X-A', 'X-B'))).toEqual([1, 1]);
  });
});
