type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Description = { [key: string]: Json };

/** What someone may do to a column of a table in Xano. */
export type TableEdit = 'none' | 'add' | 'remove' | 'retype';

/**
 * A hundred operations in Xano's manner: every answer carries its table inlined, no response
 * schema says what is required, and each operation answers with seven statuses.
 */
export function xanoLike(edits: readonly TableEdit[]): Description {
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
