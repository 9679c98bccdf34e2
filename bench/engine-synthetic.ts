/** Documents of any size, to see how time and memory grow. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Document = { [key: string]: Json };

/** A document before and after a small edit. */
export interface Synthetic {
  readonly name: string;
  readonly make: (size: number, edited: boolean) => Document;
  readonly size: number;
}

const ok = (schema: Json): Json => ({
  '200': { description: 'OK', content: { 'application/json': { schema } } },
});

const document = (paths: { [path: string]: Json }, schemas: { [name: string]: Json }): Document => ({
  openapi: '3.1.0',
  info: { title: 'Synthetic', version: '1.0.0' },
  paths,
  components: { schemas },
});

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** So many schemas on one cycle, each of which refers to the next three; one of them is edited. */
function cycle(size: number, edited: boolean): Document {
  const schemas: { [name: string]: Json } = {};
  for (let index = 0; index < size; index += 1) {
    schemas[`S${index}`] = {
      type: 'object',
      properties: {
        value: { type: edited && index === size >> 1 ? 'string' : 'integer' },
        next: ref(`S${(index + 1) % size}`),
        far: { type: 'array', items: ref(`S${(index + 7) % size}`) },
        other: { oneOf: [ref(`S${(index + 3) % size}`), { type: 'null' }] },
      },
    };
  }
  const paths: { [path: string]: Json } = {};
  for (let index = 0; index < size; index += 10) {
    paths[`/s${index}`] = { get: { responses: ok(ref(`S${index}`)) } };
  }
  return document(paths, schemas);
}

/** So many schemas, each an allOf of a shared base and its predecessor in a group of ten; a base is edited. */
function allOf(size: number, edited: boolean): Document {
  const schemas: { [name: string]: Json } = {
    Base: { type: 'object', required: ['id'], properties: { id: { type: edited ? 'string' : 'integer' } } },
  };
  const paths: { [path: string]: Json } = {};
  for (let index = 0; index < size; index += 1) {
    const parent = index % 10 === 0 ? 'Base' : `S${index - 1}`;
    schemas[`S${index}`] = {
      allOf: [ref(parent), { type: 'object', properties: { [`p${index}`]: { type: 'string' } } }],
    };
    if (index % 10 === 9) paths[`/s${index}`] = { get: { responses: ok(ref(`S${index}`)) } };
  }
  return document(paths, schemas);
}

/** So many operations with a parameter, a body and a response of their own; one in a hundred is edited. */
function operations(size: number, edited: boolean): Document {
  const paths: { [path: string]: Json } = {};
  for (let index = 0; index < size; index += 1) {
    const changed = edited && index % 100 === 0;
    paths[`/thing${index}/{id}`] = {
      post: {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'page', in: 'query', schema: { type: 'integer', maximum: changed ? 50 : 100 } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: { name: { type: 'string', maxLength: 80 + index } },
              },
            },
          },
        },
        responses: ok({ type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } }),
      },
    };
  }
  return document(paths, {});
}

export const SYNTHETIC: readonly Synthetic[] = [
  { name: 'schemas on one cycle', make: cycle, size: 134 },
  { name: 'schemas with allOf', make: allOf, size: 5_000 },
  { name: 'operations', make: operations, size: 16_000 },
];
