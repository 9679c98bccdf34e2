import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import type { SourcePlace } from '../../src/report/report.ts';
import { changesOf } from './changes-of.ts';
import { object, text, when } from './rows/row.ts';
import { TABLES } from './rows/tables.ts';

/** Where the schemas stand in the documents. */
const SCHEMA = /^\/paths\/~1orders\/post\/(?:requestBody|responses\/200)\/content\/application~1json\/schema/;

/** A place as seen from the schema that a row is about. */
function whereabouts(place: SourcePlace | null): string {
  return place === null ? 'nowhere' : place.pointer.replace(SCHEMA, '') || 'all';
}

/** The lines of a report: level, id, cause and where both sides are told, by the direction that they are about. */
async function said(before: JsonObject | boolean, after: JsonObject | boolean, group = false) {
  const changes = await changesOf(before, after, group);
  const lines = (direction: string) =>
    changes
      .filter(({ places }) => places[0]?.direction === direction)
      .map(({ level, id, cause, places: [place] }) => {
        const where = [place?.base ?? null, place?.head ?? null].map(whereabouts).join(' → ');
        return `${level} ${id}: ${cause} (${where})`;
      });
  return { request: lines('request'), response: lines('response') };
}

describe.each(TABLES)('what a report says of %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (__, row) => {
    const [, before, after, request, response] = row;
    expect(await said(before, after)).toEqual({ request, response });
  });
});

/** The level of each change and where the head is told, in order, for a schema that stands below a pointer. */
async function places(before: JsonObject | boolean, after: JsonObject | boolean, below: string) {
  const found = await said(before, after);
  return Object.values(found).map((lines) =>
    lines
      .map((line) => {
        const [, level = '', head = ''] = /^(\w+) .*→ (\S+)\)$/.exec(line) ?? [];
        return `${level} ${head.startsWith('/') ? head.replace(below, '') : head.replace('all', '')}`;
      })
      .sort(),
  );
}

const ROWS = TABLES.flatMap(([, rows]) => rows.map((row) => [row[0], row] as const));

describe('a change of a schema', () => {
  const within = (schema: JsonObject | boolean): JsonObject => object({ p: schema }, { required: ['p'] });

  test.each(ROWS)('has one level and place within another one too: %s', async (_, [, before, after]) => {
    const held = await places(within(before), within(after), '/properties/p');
    expect(held).toEqual(await places(before, after, ''));
  });

  test.each(ROWS)('is one change for each edit: %s', async (_, [, before, after, request, response]) => {
    expect(await said(before, after, true)).toEqual({ request, response });
  });

  test('of two conditions, the one that turns values away is told to break', async () => {
    const properties = { a: text(), b: text() };
    const both = object(properties, { allOf: [when(['a'], ['b']), when(['b'], ['b'])] });
    const { request } = await said(object(properties), both);
    expect(request.map((line) => line.replace(/: .* →/, ' →'))).toEqual([
      'error request-body-if-added → /allOf/0)',
      'info request-body-if-added → /allOf/1)',
    ]);
  });
});
