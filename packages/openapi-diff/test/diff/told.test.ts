import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { AROUND } from './rows/around.ts';

/** The lines of a report: level, id, the number of places where there are several, and the whole sentence. */
async function told(before: JsonObject, after: JsonObject): Promise<string[]> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  const now = new Date('2026-11-25T00:00:00Z');
  const { changes } = await diff(await read(before), await read(after), { now });
  return changes.map(({ level, id, message, places: { length } }) => {
    return `${level} ${id}${length > 1 ? ` ×${length}` : ''}: ${message}`;
  });
}

describe('what a report says of what stands around schemas', () => {
  test.each(AROUND.map((row) => [row[0], row] as const))('%s', async (_, [, before, after, lines]) => {
    expect(await told(before, after)).toEqual(lines);
  });
});

describe('a schema that is met on two ways of one length', () => {
  const ways: readonly (readonly [string, JsonObject])[] = [
    ['pages', { type: 'array', items: { $ref: '#/components/schemas/Book' } }],
    ['tags', { oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/Book' }] }],
  ];
  const shop = (properties: readonly (readonly [string, JsonObject])[], isNullable: boolean): JsonObject => ({
    openapi: '3.0.3',
    info: { title: 'Shop', version: '1' },
    paths: {
      '/books': {
        get: {
          responses: {
            '200': {
              description: 'Done',
              content: {
                'application/json': {
                  schema: { type: 'object', properties: Object.fromEntries(properties) },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Book: {
          type: 'object',
          properties: { id: { type: 'integer' } },
          ...(isNullable && { nullable: true }),
        },
      },
    },
  });

  test('is told at the same of them in whichever order they are written', async () => {
    for (const order of [ways, ways.toReversed()]) {
      const lines = await told(shop(order, false), shop(order, true));
      expect(lines.map((line) => line.slice(line.lastIndexOf(': ') + 2))).toEqual([
        '`pages[]` was never null',
        '`tags` was never null',
      ]);
    }
  });
});
