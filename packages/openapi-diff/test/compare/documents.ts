import fc from 'fast-check';
import type { JsonObject } from '../../src/read/document.ts';

/** A document in the making; what is made in tests needn't be guarded. */
// biome-ignore lint/suspicious/noExplicitAny: the documents of these tests are made by themselves
export type Draft = any;

const NAMES = ['id', 'limit', 'page', 'X-Trace', 'q'] as const;
const SCHEMAS: readonly JsonObject[] = [
  { type: 'integer' },
  { type: 'string', enum: ['a', 'b'] },
  { type: 'array', items: { type: 'string' } },
  { $ref: '#/components/schemas/Order' },
];

const schema = fc.constantFrom(...SCHEMAS);

const parameter = fc
  .record({
    name: fc.constantFrom(...NAMES),
    in: fc.constantFrom('query', 'header', 'cookie'),
    required: fc.boolean(),
    schema,
  })
  .map((one): JsonObject => one);

const parameters = fc.uniqueArray(parameter, {
  maxLength: 4,
  selector: (one) => `${one.in} ${String(one.name).toLowerCase()}`,
});

const content = fc.dictionary(
  fc.constantFrom('application/json', 'application/xml', 'text/*', 'multipart/form-data'),
  schema.map((one) => ({ schema: one })),
  { maxKeys: 3 },
);

const header = fc.record({ required: fc.boolean(), schema });

const responses = fc.dictionary(
  fc.constantFrom('200', '201', '2XX', '404', 'default'),
  fc.record({
    description: fc.constant('Done'),
    content,
    headers: fc.dictionary(fc.constantFrom('ETag', 'X-Rate'), header, { maxKeys: 2 }),
  }),
  { minKeys: 1, maxKeys: 4 },
);

const security = fc.array(
  fc.dictionary(fc.constantFrom('key', 'oauth'), fc.subarray(['read', 'write']), { maxKeys: 2 }),
  { maxLength: 3 },
);

const operation = fc.record(
  {
    operationId: fc.constantFrom('a', 'b'),
    tags: fc.subarray(['x', 'y']),
    deprecated: fc.boolean(),
    parameters,
    requestBody: fc.record({ required: fc.boolean(), content }),
    responses,
    security,
  },
  { requiredKeys: ['responses'] },
);

const PATHS = [
  '/orders',
  '/orders/{id}',
  '/orders/{id}/lines/{line}',
  '/books/{isbn}',
  '/books/new',
] as const;

const paths = fc.dictionary(
  fc.constantFrom(...PATHS),
  fc.dictionary(fc.constantFrom('get', 'post', 'delete'), operation, { minKeys: 1, maxKeys: 3 }),
  { minKeys: 1, maxKeys: 4 },
);

/** Documents of version 3.1 that say something of everything outside schemas. */
export const documents: fc.Arbitrary<Draft> = fc
  .record({
    paths,
    webhooks: fc.dictionary(fc.constantFrom('paid', 'sent'), fc.record({ post: operation }), { maxKeys: 1 }),
    security,
  })
  .map((parts) => ({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1.0.0' },
    components: {
      schemas: {
        Order: { type: 'object', properties: { lines: { $ref: '#/components/schemas/Line' } } },
        Line: { type: 'string' },
      },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        oauth: {
          type: 'oauth2',
          flows: {
            clientCredentials: { tokenUrl: 'https://shop.example/token', scopes: { read: '', write: '' } },
          },
        },
      },
    },
    // fast-check's dictionaries have no prototype; the reader's objects do.
    ...JSON.parse(JSON.stringify(withPathParameters(parts))),
  }));

function withPathParameters<T extends { paths: Draft }>(parts: T): T {
  for (const [path, item] of Object.entries<Draft>(parts.paths)) {
    for (const one of Object.values<Draft>(item)) {
      const declared = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      }));
      one.parameters = [...(one.parameters ?? []), ...declared];
    }
  }
  return parts;
}

/** The operations of a draft, webhooks included. */
export function operationsOf(document: Draft): Draft[] {
  return [...Object.values<Draft>(document.paths), ...Object.values<Draft>(document.webhooks ?? {})].flatMap(
    (item) =>
      Object.entries<Draft>(item)
        .filter(([key]) => key !== 'parameters')
        .map(([, one]) => one),
  );
}
