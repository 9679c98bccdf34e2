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

/** What someone may do to a column of a table in Xano. */
export type TableEdit = 'none' | 'add' | 'remove' | 'retype';

/**
 * A hundred operations in Xano's manner: every answer carries its table inlined, no response
 * schema says what is required, and each operation answers with seven statuses.
 */
export function xanoLike(edits: readonly TableEdit[]): Document {
  const tables = ['book', 'author', 'order', 'review', 'customer'];
  const columns = (table: string): { [name: string]: Json } => {
    const all: { [name: string]: Json } = {
      id: { type: 'integer', format: 'int64' },
      created_at: { type: 'integer', format: 'timestamptz' },
      title: { type: 'string', description: `The title of the ${table}` },
      price: { type: 'number' },
      note: { type: 'string' },
    };
    if (table !== 'book') return all;
    if (edits.includes('add')) all.isbn = { type: 'string' };
    if (edits.includes('remove')) delete all.note;
    if (edits.includes('retype')) all.price = { type: 'string' };
    return all;
  };
  const failures: { [status: string]: Json } = {};
  for (const [status, words] of [
    ['400', 'Input Error. Check the request payload for issues.'],
    ['401', 'Unauthorized'],
    ['403', 'Access denied. Additional privileges are needed access the requested resource.'],
    ['404', 'Not Found. The requested resource does not exist.'],
    ['429', 'Rate Limited. Too many requests.'],
    ['500', 'Unexpected error'],
  ] as const) {
    failures[status] = { description: words };
  }
  const paths: { [path: string]: Json } = {};
  for (const table of tables) {
    const record = (): Json => ({ type: 'object', properties: columns(table) });
    const responses = (schema: Json): Json => ({
      ...failures,
      '200': { description: 'Success!', content: { 'application/json': { schema } } },
    });
    for (let index = 0; index < 10; index += 1) {
      const name = index === 0 ? table : `${table}/view${index}`;
      paths[`/${name}`] = {
        get: {
          summary: `Query all ${table} records`,
          operationId: `${name}|GET`,
          responses: responses({ type: 'array', items: record() }),
        },
      };
      paths[`/${name}/{${table}_id}`] = {
        get: {
          summary: `Get ${table} record`,
          operationId: `${name}/{${table}_id}|GET`,
          parameters: [
            { name: `${table}_id`, in: 'path', required: true, schema: { type: 'integer', format: 'int64' } },
          ],
          responses: responses(record()),
        },
      };
    }
  }
  return {
    openapi: '3.0.0',
    info: { title: 'Book Marketplace', version: '0.0.1' },
    servers: [{ url: 'https://x8ki-letl-twmt.n7.xano.example/api:hJ3tZ4qV' }],
    paths,
    components: { securitySchemes: {} },
  };
}
