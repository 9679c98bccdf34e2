import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Report } from '../../src/report/report.ts';

/** An operation that takes and answers one object. */
function documentOf(schema: JsonObject, schemas: JsonObject = {}): JsonObject {
  const content = { 'application/json': { schema } };
  const operation = { requestBody: { content }, responses: { '200': { description: 'Done', content } } };
  return {
    openapi: '3.0.3',
    info: { title: 'API', version: '1' },
    paths: { '/all': { post: operation } },
    components: { schemas },
  };
}

/** An object of many properties of one type. */
function wide(count: number, type: string): JsonObject {
  const properties = Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, { type }]));
  return { type: 'object', properties };
}

function report(before: JsonObject, after: JsonObject): Promise<Report> {
  return compared(documentOf(before), documentOf(after));
}

async function compared(before: JsonObject, after: JsonObject): Promise<Report> {
  const read = (document: JsonObject) => readDocumentSet('api.json', async () => JSON.stringify(document));
  return diff(await read(before), await read(after), { now: new Date('2026-11-25T00:00:00Z') });
}

const LARGE = 1_000;

describe('an object of a thousand properties that all have another type', () => {
  test('is told property by property, each with the value that shows it', async () => {
    const { changes, summary } = await report(wide(LARGE, 'string'), wide(LARGE, 'integer'));
    expect(summary.error).toBe(2 * LARGE);
    expect(changes.filter(({ proof }) => proof !== 'witness')).toEqual([]);
    const sent = changes.find(
      ({ id, cause }) => id === 'request-property-type-changed' && cause.startsWith('`p999` '),
    );
    const answers = changes.filter(({ id }) => id === 'response-property-type-changed');
    expect(sent?.witness?.value).toEqual({ p999: 'a' });
    expect(answers.every(({ witness }) => witness?.cut)).toBe(true);
    const last = answers.find(({ cause }) => cause.startsWith('`p999` '));
    expect(last?.witness?.value).toMatchObject({ p0: expect.any(Number), p999: expect.any(Number) });
    expect(last?.message).toContain('…');
  });

  test('makes a report whose length follows the number of its changes', async () => {
    const lengths = await Promise.all(
      [LARGE / 2, LARGE].map(async (count) => {
        const made = await report(wide(count, 'string'), wide(count, 'integer'));
        return renderJson(made).length / made.changes.length;
      }),
    );
    const [small = 0, large = 0] = lengths;
    expect(large).toBeLessThan(small * 1.2);
    expect(large).toBeLessThan(2_000);
  });
});

test('given more properties than a report lists, then one change says how many more there are, as grave as they', async () => {
  const { changes, summary } = await report(wide(2_100, 'string'), wide(2_100, 'integer'));
  const rest = changes.filter(({ cause }) => cause.includes('further changes'));
  expect(rest.map(({ id, level }) => [id, level])).toEqual([
    ['request-body-schema-narrowed', 'error'],
    ['response-body-schema-widened', 'error'],
  ]);
  expect(rest[0]?.cause).toBe('the request body has 100 further changes that are not listed one by one');
  expect(summary).toMatchObject({ error: 2 * 2_001, undecided: 0 });
});

test('given a break behind more safe changes than a report lists, then it is told', async () => {
  const with_ = (count: number, type: string, last: string): JsonObject => {
    const schema = wide(count, type);
    return { ...schema, properties: { ...(schema.properties as JsonObject), zz: { type: last } } };
  };
  const { changes, summary } = await report(
    with_(5_100, 'integer', 'string'),
    with_(5_100, 'number', 'integer'),
  );
  expect(changes[0]).toMatchObject({ level: 'error' });
  expect(changes.some(({ cause }) => cause.startsWith('`zz` '))).toBe(true);
  expect(summary.error).toBeGreaterThan(0);
});

test('given thousands of them behind a branch, where each whole is looked at, then none is lost', async () => {
  const either = (type: string): JsonObject => ({ oneOf: [wide(1_500, type), { type: 'string' }] });
  const { changes } = await report(either('string'), either('integer'));
  const told = changes.filter(({ id }) => id === 'response-property-type-changed').length;
  const rest = changes.find(({ id }) => id === 'response-body-schema-widened');
  const more = Number(rest?.cause.match(/has ([\d,]+) further/)?.[1]?.replace(',', ''));
  expect(told + more).toBe(1_500);
  expect(rest?.level).toBe('error');
});

describe('schemas that each hold the next one twice', () => {
  /** An object of 2 to the power of `levels` values, where all that is declared is there. */
  function doubled(levels: number, leaf: JsonObject, isRequired: boolean): JsonObject {
    const to = (level: number): JsonObject => ({ $ref: `#/components/schemas/S${level}` });
    const schemas = Array.from({ length: levels }, (_, level): [string, JsonObject] => {
      const properties = { a: to(level), b: to(level) };
      return [
        `S${level + 1}`,
        { type: 'object', properties, ...(isRequired ? { required: ['a', 'b'] } : {}) },
      ];
    });
    return documentOf(to(levels), Object.fromEntries([['S0', leaf], ...schemas]));
  }

  test.each([
    [18, false],
    [18, true],
    [60, false],
    [60, true],
  ])(
    'given %i levels, all of them required: %s, then another type of the last one is an error',
    async (levels, all) => {
      const after = doubled(levels, { type: 'integer' }, all);
      const { changes } = await compared(doubled(levels, { type: 'string' }, all), after);
      expect(changes.map(({ level, id }) => `${level} ${id}`)).toEqual([
        'error request-property-type-changed',
        'error response-property-type-changed',
      ]);
      expect(JSON.stringify(changes).length).toBeLessThan(20_000);
    },
  );
});
