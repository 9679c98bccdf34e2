import type { Moment, MomentGroup } from './memory-site.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A schema of objects all of whose properties are required. */
export function objectOf(properties: Readonly<Record<string, Schema>>, description = ''): Schema {
  return {
    type: 'object',
    ...(description === '' ? {} : { description }),
    required: Object.keys(properties),
    properties,
  };
}

/** A response with this schema. */
function done(schema: Schema) {
  return { 200: { description: 'Success', content: { 'application/json': { schema } } } };
}

/** An OpenAPI document. */
export function documentOf(
  paths: object,
  schemas: Readonly<Record<string, Schema>> = {},
  info: object = {},
): string {
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Shop', version: '0.0.1', ...info },
    servers: [{ url: 'https://shop.example.com/api:books' }],
    paths,
    components: {
      schemas,
      securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } },
    },
  });
}

const bookRef = { $ref: '#/components/schemas/Book' };

const BOOK = {
  id: { type: 'integer', format: 'int64' },
  title: { type: 'string', description: 'As on the cover.' },
  isbn: { type: 'string', minLength: 10, maxLength: 13 },
  price: { type: 'number', minimum: 0 },
  state: { type: 'string', enum: ['draft', 'in print', 'sold out'] },
  author: { $ref: '#/components/schemas/Author' },
};

const AUTHOR = objectOf({
  name: { type: 'string', description: 'How the author signs.' },
  books: { type: 'array', items: bookRef },
});

/** The public API of a book shop at a step of its life: with every step it offers and explains more. */
export function publicApi(step: number): string {
  const described = (text: string, from: number) => (step >= from ? { description: text } : {});
  const book = objectOf(
    {
      ...BOOK,
      ...(step >= 3 ? { subtitle: { type: 'string', nullable: true } } : {}),
      ...(step >= 5 ? { price: { type: 'string' } } : {}),
      ...(step >= 7 ? { isbn: { ...BOOK.isbn, description: 'ISBN-10 or ISBN-13.' } } : {}),
    },
    'A book that can be bought.',
  );
  return documentOf(
    {
      '/book': {
        get: {
          tags: ['book'],
          summary: 'Query all book records',
          ...described('All books, the newest first.\nAt most 50 a page.', 2),
          parameters: [
            {
              name: 'page',
              in: 'query',
              schema: { type: 'integer', default: 1 },
              ...described('From 1.', 2),
            },
            { name: 'q', in: 'query', schema: { type: 'string' } },
          ],
          responses: done({ type: 'array', items: bookRef }),
        },
        post: {
          tags: ['book'],
          summary: 'Add book record',
          security: [{ bearerAuth: [] }],
          requestBody: { required: true, content: { 'application/json': { schema: book } } },
          responses: {
            ...done(bookRef),
            400: { description: 'Input error' },
            401: { description: 'Unauthorized' },
          },
        },
      },
      '/book/{book_id}': {
        parameters: [
          { name: 'book_id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
        ],
        get: { tags: ['book'], summary: 'Get book record', responses: done(bookRef) },
        delete: {
          tags: ['book'],
          summary: 'Delete book record',
          deprecated: true,
          security: [{ bearerAuth: [] }],
          responses: done({ type: 'object' }),
        },
      },
      ...(step >= 1
        ? {
            '/order': {
              post: {
                tags: ['order'],
                summary: 'Place an order',
                requestBody: {
                  content: {
                    'application/json': {
                      schema: objectOf({
                        book_id: { type: 'integer' },
                        ...(step >= 5 ? { currency: { type: 'string', pattern: '^[A-Z]{3}$' } } : {}),
                      }),
                    },
                  },
                },
                responses: done({ type: 'object' }),
              },
            },
          }
        : {}),
      ...(step >= 4
        ? {
            '/review': {
              get: {
                tags: ['review'],
                summary: 'Query all reviews',
                responses: done({ type: 'array', items: { type: 'string' } }),
              },
            },
          }
        : {}),
    },
    { Book: book, Author: AUTHOR },
    { description: 'What the shop shows to everyone.' },
  );
}

function simple(name: string, step: number): string {
  const paths = Array.from({ length: 2 + step }, (_, index) => [
    `/${name}/${index === 0 ? 'list' : `part_${index}`}`,
    {
      get: {
        summary: index === 0 ? `List all ${name}` : '',
        responses: done(objectOf({ id: { type: 'integer' }, name: { type: 'string' } })),
      },
    },
  ]);
  return documentOf(Object.fromEntries(paths));
}

const VERSIONS = ['1.0.0', '1.1.0', '1.1.1', '1.2.0', '1.3.0', '2.0.0', '2.0.0', '2.0.1'];
const DAYS = ['09-02', '09-21', '10-05', '10-19', '11-02', '11-20', '11-23', '11-25'];

/** The life of a book shop: eight snapshots over three months; a group is renamed, one comes, one goes. */
export const SHOP: readonly Moment[] = DAYS.map((day, step): Moment => {
  const groups: Record<string, MomentGroup> = {
    'shop/book-shop/public-api.json': {
      id: 1,
      name: 'Public API',
      version: VERSIONS[step] ?? '2.0.1',
      text: publicApi(step === 6 ? 5 : step),
    },
    [step < 3 ? 'shop/book-shop/internal.json' : 'shop/book-shop/back-office.json']: {
      id: 2,
      name: step < 3 ? 'Internal' : 'Back office',
      version: step < 6 ? '1.0.0' : '1.1.0',
      text: simple('sales', step < 6 ? 0 : 1),
    },
    'shop/accounts/sign-in.json': {
      id: 7,
      name: 'Sign-in',
      workspace: [2, 'Accounts'],
      text: simple('session', 1),
    },
    'warehouse/stock/stock.json': {
      id: 3,
      name: 'Stock',
      workspace: [5, 'Stock'],
      instance: 'warehouse',
      version: step < 5 ? '1.0.0' : '2.0.0',
      text: simple('shelf', step < 5 ? 4 : 2),
    },
  };
  if (step < 7) groups['shop/book-shop/legacy.json'] = { id: 9, name: 'Legacy', text: simple('old', 0) };
  if (step === 7) {
    groups['shop/book-shop/webhooks.json'] = { id: 10, name: 'Payments', text: simple('payment', 2) };
  }
  return { at: `2026-${day}T09:30:00Z`, groups };
});
