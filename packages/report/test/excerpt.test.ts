import { describe, expect, test } from '@jest/globals';
import type { Json } from '@xano-specs/openapi-diff';
import { excerptOf } from '../src/excerpt/excerpt.ts';
import { packRow, unpackRow } from '../src/excerpt/row.ts';
import { EXCERPT_ROWS, LINE_LENGTH } from '../src/limits.ts';

const SIGNS = { same: ' ', aside: '~', removed: '-', added: '+', changed: '*' } as const;

/** The rows as text: the sign of each, and both sides with their depth, or one where they are the same. */
function shown(
  base: { readonly root: Json; readonly pointer: string | null },
  head: { readonly root: Json; readonly pointer: string | null },
): string[] {
  return excerptOf(base, head).map(({ kind, depth, base: before, head: after }) => {
    const texts = new Set([before, after].filter((text) => text !== null));
    return `${SIGNS[kind]} ${'  '.repeat(depth)}${[...texts].join(' | ')}`;
  });
}

/** A document with one shared schema. */
function withBook(book: Json): Json {
  return { components: { schemas: { Book: book } } };
}

/** A shared schema whose properties are these. */
function bookOf(properties: Record<string, Json>, more: Record<string, Json> = {}): Json {
  return withBook({ type: 'object', ...more, properties });
}

const BOOK = '/components/schemas/Book';
const TEXT = { type: 'string' };

describe('two schemas side by side', () => {
  test('given a keyword that changed, then it alone is marked in the schema that declares the property', () => {
    const base = bookOf({ id: { type: 'integer' }, price: { type: 'number', minimum: 0 } });
    const head = bookOf({ id: { type: 'integer' }, price: { type: 'string', minimum: 0 } });
    const pointer = `${BOOK}/properties/price/type`;

    expect(shown({ root: base, pointer }, { root: head, pointer })).toEqual([
      '  "Book": {',
      '    "type": "object"',
      '    "properties": {',
      '      "id": { "type": "integer" }',
      '      "price": {',
      '*       "type": "number" | "type": "string"',
      '        "minimum": 0',
      '      }',
      '    }',
      '  }',
    ]);
  });

  test('given another change in the same schema, then it is shown and not marked', () => {
    const base = bookOf({ price: { type: 'number' }, title: { type: 'string', maxLength: 9 } });
    const head = bookOf({ price: { type: 'string' }, title: { type: 'string' } });
    const pointer = `${BOOK}/properties/price/type`;
    const rows = shown({ root: base, pointer }, { root: head, pointer });

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual([
      '*       "type": "number" | "type": "string"',
      '~     "title": { "type": "string", "maxLength": 9 } | "title": { "type": "string" }',
    ]);
  });

  test('given a property that is new, then it is marked whole, and so is its name among those required', () => {
    const base = bookOf({ id: TEXT }, { required: ['id'] });
    const head = bookOf({ id: TEXT, tags: { type: 'array', items: TEXT } }, { required: ['id', 'tags'] });
    const rows = shown({ root: base, pointer: null }, { root: head, pointer: `${BOOK}/properties/tags` });

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual([
      '*   "required": [… 1 more] | "required": [… 1 more, "tags"]',
      '+     "tags": {',
      '+       "type": "array"',
      '+       "items": { "type": "string" }',
      '+     }',
    ]);
  });

  test('given a property that must be there from now on, then just that is marked', () => {
    const pointer = `${BOOK}/properties/id`;
    const rows = shown(
      { root: bookOf({ id: TEXT, title: TEXT }, { required: ['title'] }), pointer },
      { root: bookOf({ id: TEXT, title: TEXT }, { required: ['title', 'id'] }), pointer },
    );

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual([
      '*   "required": [… 1 more] | "required": [… 1 more, "id"]',
    ]);
  });

  test('given a bound that was set, whose place before is the schema, then the keyword is marked', () => {
    const rows = shown(
      { root: bookOf({ title: TEXT }), pointer: `${BOOK}/properties/title` },
      { root: bookOf({ title: { ...TEXT, maxLength: 9 } }), pointer: `${BOOK}/properties/title/maxLength` },
    );

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual(['+       "maxLength": 9']);
  });

  test('given null written in a keyword beside the type, then that keyword is marked', () => {
    const pointer = `${BOOK}/properties/title/type`;
    const rows = shown(
      { root: bookOf({ title: TEXT }), pointer },
      { root: bookOf({ title: { ...TEXT, nullable: true } }), pointer },
    );

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual(['+       "nullable": true']);
  });

  test('given a list of values in another order with one more, then that one is marked', () => {
    const pointer = `${BOOK}/properties/state/enum`;
    const rows = shown(
      { root: bookOf({ state: { enum: ['a', 'b'] } }), pointer },
      { root: bookOf({ state: { enum: ['b', 'c', 'a'] } }), pointer },
    );

    expect(rows.filter((row) => !row.startsWith(' '))).toEqual(['+         "c"']);
  });

  test('given a branch that was added, then the others are counted and it is marked', () => {
    const root = (count: number) =>
      withBook({ oneOf: Array.from({ length: count }, (_, index) => ({ const: index })) });
    const rows = shown({ root: root(3), pointer: BOOK }, { root: root(4), pointer: `${BOOK}/oneOf/3` });

    expect(rows).toEqual([
      '  "Book": {',
      '    "oneOf": [',
      '      … 3 more',
      '+     { "const": 3 }',
      '    ]',
      '  }',
    ]);
  });

  test('given many neighbours, then those next to the place are shown and the others counted', () => {
    const many = (type: string) =>
      bookOf(
        Object.fromEntries(
          Array.from({ length: 9 }, (_, index) => [`p${index}`, { type: index === 4 ? type : 'null' }]),
        ),
      );
    const pointer = `${BOOK}/properties/p4/type`;

    expect(shown({ root: many('string'), pointer }, { root: many('number'), pointer }).slice(2, -1)).toEqual([
      '    "properties": {',
      '      … 2 more',
      '      "p2": { "type": "null" }',
      '      "p3": { "type": "null" }',
      '      "p4": {',
      '*       "type": "string" | "type": "number"',
      '      }',
      '      "p5": { "type": "null" }',
      '      "p6": { "type": "null" }',
      '      … 2 more',
      '    }',
    ]);
  });

  test('given a schema that became a shared one, then each side is shown where it stands', () => {
    const inline = { type: 'object', properties: { id: { type: 'string' } } };
    const at = ['paths', '/book', 'get', 'responses', '200', 'content', 'application/json', 'schema'];
    const root = at.reduceRight<Json>((inner, key) => ({ [key]: inner }), inline);
    const way = at.map((key) => key.replaceAll('/', '~1')).join('/');
    const rows = shown(
      { root, pointer: `/${way}/properties/id/type` },
      { root: bookOf({ id: { type: 'integer' } }), pointer: `${BOOK}/properties/id/type` },
    );

    expect(rows.slice(0, 2)).toEqual(['~ "schema": { | "Book": {', '    "type": "object"']);
    expect(rows).toContain('*       "type": "string" | "type": "integer"');
  });

  test('given a parameter, then it is shown with its name', () => {
    const root = (limit: number): Json => ({
      paths: { '/a': { get: { parameters: [{ name: 'n', in: 'query', schema: { maximum: limit } }] } } },
    });
    const pointer = '/paths/~1a/get/parameters/0/schema/maximum';

    expect(shown({ root: root(1), pointer }, { root: root(2), pointer })).toEqual([
      '  {',
      '    "name": "n"',
      '    "in": "query"',
      '    "schema": {',
      '*     "maximum": 1 | "maximum": 2',
      '    }',
      '  }',
    ]);
  });

  test('given a shared part that an operation no longer uses and that is there all the same, then it is gone', () => {
    const root: Json = { components: { responses: { Gone: { headers: {} }, Kept: {} } } };
    const rows = shown({ root, pointer: '/components/responses/Gone' }, { root, pointer: null });

    expect(rows.filter((row) => row.startsWith('-'))).not.toEqual([]);
    expect(rows.filter((row) => row.startsWith('+'))).toEqual([]);
  });

  test('given descriptions and extensions of tools, then they are left out, and a property of that name is not', () => {
    const described = (type: string) =>
      bookOf({ description: { type, description: 'long', 'x-tool': { a: 1 } } });
    const pointer = `${BOOK}/properties/description/type`;

    expect(shown({ root: described('string'), pointer }, { root: described('number'), pointer })).toEqual([
      '  "Book": {',
      '    "type": "object"',
      '    "properties": {',
      '      "description": {',
      '*       "type": "string" | "type": "number"',
      '      }',
      '    }',
      '  }',
    ]);
  });
});

describe('the room that an excerpt takes', () => {
  test('given something new that is huge, then it has no more than so many rows, and the rest is counted', () => {
    const huge = bookOf(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p${index}`, TEXT])));
    const rows = shown({ root: withBook({}), pointer: null }, { root: huge, pointer: BOOK });

    expect(rows).toHaveLength(EXCERPT_ROWS + 1);
    expect(rows.at(-1)).toMatch(/… \d+ more lines/);
  });

  test('given names and values of any length, then a line is cut', () => {
    const long = 'x'.repeat(100_000);
    const pointer = `${BOOK}/properties/${long}/const`;
    const rows = excerptOf(
      { root: bookOf({ [long]: { const: long } }), pointer },
      { root: bookOf({ [long]: { const: `y${long}` } }), pointer },
    );

    const lengths = rows.map(({ base, head }) => Math.max(base?.length ?? 0, head?.length ?? 0));
    expect(Math.max(...lengths)).toBe(LINE_LENGTH);
  });

  test('given a secret that a line would cut, then nothing of it is left', () => {
    const secret = 's3cret-'.repeat(100);
    const root = (type: string) => bookOf({ [`key ${secret}`]: { type, default: secret } });
    const pointer = `${BOOK}/properties/key ${secret}/type`;
    const redact = (text: string) => text.replaceAll(secret, '***');
    const rows = excerptOf({ root: root('a'), pointer }, { root: root('b'), pointer }, redact);

    expect(JSON.stringify(rows)).toContain('key ***');
    expect(JSON.stringify(rows)).not.toContain('s3cret');
  });

  test('given what objects inherit, then it is no part of a document', () => {
    const pointer = '/components/schemas/__proto__/toString';

    expect(excerptOf({ root: {}, pointer }, { root: {}, pointer })).toEqual([]);
  });

  test('given any row, then packing loses nothing', () => {
    const rows = [
      { kind: 'same', depth: 1, base: 'a', head: 'a' },
      { kind: 'added', depth: 2, base: null, head: 'b' },
      { kind: 'removed', depth: 0, base: 'c', head: null },
      { kind: 'changed', depth: 0, base: 'd', head: 'e' },
    ] as const;

    expect(rows.map(packRow).map(unpackRow)).toEqual(rows);
    expect(packRow(rows[0])).toEqual([0, 1, 'a']);
  });
});
