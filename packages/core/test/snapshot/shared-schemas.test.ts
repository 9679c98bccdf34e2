import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentText } from '../../src/index.ts';
import { document as anyDocument, reordered } from './arbitraries.ts';

const BOOK = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    author: { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } },
  },
};
const AUTHOR = BOOK.properties.author;

const answer = (schema: unknown) => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
});
const extracted = (document: Record<string, unknown>) =>
  JSON.parse(documentText(document, { extractComponents: true }));

/** The document with every reference to a named schema replaced by what it refers to, and no named schemas. */
function inlined(document: Record<string, unknown>): unknown {
  const named = (document.components as { schemas?: Record<string, unknown> } | undefined)?.schemas ?? {};
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const ref = (value as { $ref?: unknown }).$ref;
    if (typeof ref === 'string') return visit(named[ref.replace('#/components/schemas/', '')]);
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, visit(child)]));
  };
  return visit({ ...document, components: {} });
}

describe('object schemas that stand in several places', () => {
  test('get a name from the path, or from the property that they are the value of', () => {
    const given = {
      openapi: '3.0.0',
      components: { schemas: {} },
      paths: {
        '/book': { get: answer({ type: 'array', items: BOOK }), post: answer(BOOK) },
        '/author/{id}': { get: answer(AUTHOR) },
      },
    };
    const result = extracted(given);
    expect(result.components.schemas).toEqual({
      Author: AUTHOR,
      Book: {
        type: 'object',
        properties: { id: { type: 'integer' }, author: { $ref: '#/components/schemas/Author' } },
      },
    });
    expect(result.paths['/book'].get).toEqual(
      answer({ type: 'array', items: { $ref: '#/components/schemas/Book' } }),
    );
  });

  test('given one that only stands inside another, leave it there', () => {
    const result = extracted({
      openapi: '3.0.0',
      paths: { '/book': { get: answer(BOOK), post: answer(BOOK) } },
    });
    expect(result.components.schemas).toEqual({ Book: BOOK });
  });

  test('given one that has a name already, refer to it', () => {
    const result = extracted({
      openapi: '3.0.0',
      components: { schemas: { Writer: AUTHOR } },
      paths: { '/a': { get: answer(AUTHOR) } },
    });
    expect(result).toMatchObject({
      components: { schemas: { Writer: AUTHOR } },
      paths: { '/a': { get: answer({ $ref: '#/components/schemas/Writer' }) } },
    });
  });

  test('given two that would get one name, number them', () => {
    const other = { type: 'object', properties: { a: {}, b: {} } };
    const result = extracted({
      openapi: '3.0.0',
      paths: {
        '/v1/book': { get: answer(BOOK), put: answer(BOOK) },
        '/v2/book': { get: answer(other), put: answer(other) },
      },
    });
    expect(Object.keys(result.components.schemas)).toEqual(['Book', 'Book2']);
  });

  test('given names with numbers that are taken, take the next that is free', () => {
    const schemas = ['a', 'b', 'c', 'd'].map((key) => ({ title: 'Book', properties: { id: {}, [key]: {} } }));
    const result = extracted({
      openapi: '3.0.0',
      components: { schemas: { Book2: { type: 'string' }, Book4: { type: 'string' } } },
      paths: { '/book': { get: answer({ allOf: schemas }), put: answer({ anyOf: schemas }) } },
    });
    expect(Object.keys(result.components.schemas)).toEqual([
      'Book',
      'Book2',
      'Book3',
      'Book4',
      'Book5',
      'Book6',
    ]);
  });

  test('given Swagger 2.0, stand under definitions', () => {
    const swagger = (schema: unknown) => ({ responses: { 200: { description: 'ok', schema } } });
    const result = extracted({
      swagger: '2.0',
      paths: { '/book': { get: swagger(BOOK), post: swagger(BOOK) } },
    });
    expect(result.definitions).toEqual({ Book: BOOK });
  });

  test('given a reference into a path, leave the document as it is', () => {
    const given = {
      openapi: '3.0.0',
      paths: {
        '/a': {
          get: answer(BOOK),
          put: answer(BOOK),
          post: answer({ $ref: '#/paths/~1a/get/responses/200' }),
        },
      },
    };
    expect(extracted(given)).toEqual(given);
  });

  const schema: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom({ type: 'string' }, { type: 'integer' }, BOOK, AUTHOR),
      fc
        .dictionary(fc.constantFrom('id', 'author', 'book', '__proto__'), tie('schema'), { maxKeys: 3 })
        .map((properties) => ({ type: 'object', properties })),
      tie('schema').map((items) => ({ type: 'array', items })),
      fc.array(tie('schema'), { maxLength: 2 }).map((allOf) => ({ allOf })),
    ),
  })).schema;
  const repetitive = fc
    .dictionary(
      fc.constantFrom('/book', '/author/{id}', '/{id}'),
      schema.map((one) => ({ get: answer(one), post: answer(one) })),
    )
    .map((paths) => ({ openapi: '3.0.0', components: {}, paths }));

  test('mean the same once their references are resolved', () => {
    fc.assert(
      fc.property(repetitive, (given) => {
        expect(isDeepStrictEqual(inlined(extracted(given)), JSON.parse(JSON.stringify(given)))).toBe(true);
      }),
    );
  });

  test('give the same text again, in whatever order the keys came', () => {
    fc.assert(
      fc.property(fc.oneof(repetitive, anyDocument), (given: Record<string, unknown>) => {
        const text = documentText(given, { extractComponents: true });
        expect(documentText(JSON.parse(text), { extractComponents: true })).toBe(text);
        expect(documentText(reordered(given) as Record<string, unknown>, { extractComponents: true })).toBe(
          text,
        );
      }),
    );
  });
});
