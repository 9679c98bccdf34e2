import {
  combineReports,
  type DocumentSet,
  diff,
  type Report,
  readDocumentSet,
} from '@xano-specs/openapi-diff';
import { Excerpts, type ReportPage, renderReport } from '../../src/index.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A schema of objects all of whose properties are required. */
export function objectOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', required: Object.keys(properties), properties };
}

/** An answer with this schema. */
export function answers(schema: Schema): Schema {
  return { responses: { 200: { description: 'Done', content: { 'application/json': { schema } } } } };
}

/** An OpenAPI document. */
export function documentOf(
  paths: Readonly<Record<string, unknown>>,
  schemas: Readonly<Record<string, Schema>> = {},
): string {
  return JSON.stringify(
    { openapi: '3.0.3', info: { title: 'Shop', version: '1' }, paths, components: { schemas } },
    null,
    2,
  );
}

const BOOK = {
  id: { type: 'integer' },
  title: { type: 'string' },
  isbn: { type: 'string' },
  price: { type: 'number', minimum: 0 },
  published: { type: 'boolean' },
  state: { type: 'string', enum: ['draft', 'sold out'] },
};

const bookRef = { $ref: '#/components/schemas/Book' };

/** The public API of a book shop: what its books look like, and how one is ordered. */
export function publicApi(book: Readonly<Record<string, Schema>>, order: Schema, more: object = {}): string {
  return documentOf(
    {
      '/book': { get: answers({ type: 'array', items: bookRef }) },
      '/book/{book_id}': {
        parameters: [{ name: 'book_id', in: 'path', required: true, schema: { type: 'integer' } }],
        get: answers(bookRef),
      },
      '/order': {
        post: {
          requestBody: { content: { 'application/json': { schema: order } } },
          ...answers({ type: 'object' }),
        },
      },
      ...more,
    },
    { Book: objectOf(book) },
  );
}

const ORDER = objectOf({ book_id: { type: 'integer' } });

/** Both versions of two API groups: prices become text, orders ask for a currency, and more that breaks nobody. */
const GROUPS: Readonly<Record<string, readonly [base: string, head: string]>> = {
  'specs/shop/public-api.json': [
    publicApi(BOOK, ORDER),
    publicApi(
      {
        ...BOOK,
        price: { type: 'string' },
        state: { type: 'string', enum: ['draft', 'sold out', 'hidden'] },
      },
      objectOf({ book_id: { type: 'integer' }, currency: { type: 'string' } }),
      { '/review': { get: answers({ type: 'array', items: { type: 'string' } }) } },
    ),
  ],
  'specs/shop/private-api.json': [
    documentOf({ '/sales': { get: answers(objectOf({ total: { type: 'number' } })) } }),
    documentOf({
      '/sales': {
        get: { ...answers(objectOf({ total: { type: 'number' } })), summary: 'Sales' },
        put: answers({}),
      },
    }),
  ],
  'specs/shop/jobs.json': [documentOf({}), documentOf({})],
};

/** The names of the groups, as people call them. */
export const NAMES: ReadonlyMap<string, string> = new Map([
  ['specs/shop/public-api.json', 'Book Shop / Public API'],
  ['specs/shop/private-api.json', 'Book Shop / Private API'],
  ['specs/shop/jobs.json', 'Book Shop / Jobs'],
]);

/** Two versions of a document, read. */
export async function versionsOf(name: string, base: string, head: string) {
  const read = (text: string): Promise<DocumentSet> => readDocumentSet(name, async () => text);
  return { base: await read(base), head: await read(head) };
}

/** What a page of a report on two versions of one document is made of. */
export async function pageOf(base: string, head: string, name = 'api.json'): Promise<ReportPage> {
  const versions = await versionsOf(name, base, head);
  const report = await diff(versions.base, versions.head, { now: NOW });
  const excerpts = new Excerpts();
  excerpts.take(report.changes, versions);
  return { report, excerpts, describe };
}

const NOW = new Date('2026-01-01T00:00:00Z');

/** What a page says of a check. */
export function describe(id: string): { readonly meaning: string; readonly url: string } {
  return { meaning: `What ${id} means`, url: `https://checks.example/${id}` };
}

/** What the page of a report on the book shop's groups is made of. */
export async function shopPage(): Promise<ReportPage> {
  const excerpts = new Excerpts();
  const reports: { name: string; report: Report }[] = [];
  for (const [name, [base, head]] of Object.entries(GROUPS)) {
    const versions = await versionsOf(name, base, head);
    const report = await diff(versions.base, versions.head, { now: NOW, document: name });
    excerpts.take(report.changes, versions, name);
    reports.push({ name, report });
  }
  const report = combineReports('main:specs', 'specs', reports);
  return { report, excerpts, describe, names: NAMES, groupWord: 'API group' };
}

/** A report in which a document lost this many operations; each is a change of its own. */
export function manyChanges(count: number): Promise<ReportPage> {
  const paths = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`/thing/${index}`, { get: answers({ type: 'object' }) }]),
  );
  return pageOf(documentOf(paths), documentOf({}), 'many.json');
}

export { renderReport };
