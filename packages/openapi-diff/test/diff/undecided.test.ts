import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';

async function compared(before: JsonObject, after: JsonObject) {
  const read = (schema: JsonObject, schemas: JsonObject) => {
    const requestBody = { content: { 'application/json': { schema } } };
    const paths = { '/deep': { post: { requestBody, responses: {} } } };
    const document = {
      openapi: '3.1.0',
      info: { title: 'API', version: '1' },
      paths,
      components: { schemas },
    };
    return readDocumentSet('api.json', async () => JSON.stringify(document));
  };
  const top = { $ref: '#/components/schemas/Top' };
  return diff(await read(top, before), await read(top, after), { now: new Date('2026-11-25') });
}

/** Branches that overlap and exclude one another, schema in schema: more ways than anybody can try. */
function intricate(leaf: string): JsonObject {
  const levels = 14;
  const next = (level: number): Json => ({
    $ref: `#/components/schemas/${level === levels ? 'Top' : `S${level}`}`,
  });
  const schemas = Array.from({ length: levels }, (_, level): [string, JsonObject] => [
    level + 1 === levels ? 'Top' : `S${level + 1}`,
    {
      oneOf: [
        { properties: { [`a${level}`]: next(level) } },
        { properties: { [`b${level}`]: next(level) } },
        { not: next(level) },
      ],
    },
  ]);
  return { S0: { type: leaf }, ...Object.fromEntries(schemas) };
}

describe('a change that is too intricate to decide', () => {
  test('is an error that says so', async () => {
    const report = await compared(intricate('string'), intricate('integer'));
    const open = report.changes.filter(({ proof }) => proof === 'undecided');
    expect(open.map(({ level }) => level)).toEqual(open.map(() => 'error'));
    expect(open[0]?.message).toMatch(/could not be decided: the schemas are too intricate/);
    for (const text of [renderText(report), renderMarkdown(report)]) {
      expect(text).toContain('Could not be decided: ');
    }
    expect(report.summary).toMatchObject({ error: open.length, undecided: open.length });
    expect(open.length).toBeGreaterThan(0);
  });
});

describe('a pattern that nobody can compare', () => {
  const PASSWORD = { type: 'string', pattern: '^(?=.*[A-Z])(?=.*[0-9]).{8,}$' };

  test('leaves a warning where it changes', async () => {
    const before = { Top: { type: 'object', properties: { word: PASSWORD } } };
    const after = {
      Top: { type: 'object', properties: { word: { ...PASSWORD, pattern: '^(?=.*[a-z]).{8,}$' } } },
    };
    const { changes } = await compared(before, after);
    expect(changes.map(({ level, proof }) => [level, proof])).toEqual([['warning', 'undecided']]);
  });

  test('hides no other type of the value: text that fits it is text', async () => {
    const before = { Top: { type: 'object', properties: { word: PASSWORD } } };
    const after = { Top: { type: 'object', properties: { word: { type: 'integer' } } } };
    const report = await compared(before, after);
    expect(report.changes.map(({ level, id, proof }) => [level, id, proof])).toEqual([
      ['error', 'request-property-type-changed', 'undecided'],
    ]);
    expect(report.changes[0]?.message).toMatch(
      /became a whole number in a request; no example can be shown: /,
    );
    expect(renderText(report)).not.toContain('ould not be decided');
  });
});

describe('a format that is known by its name alone', () => {
  const of = (items: JsonObject) => ({ Top: { type: 'array', items, maxItems: 9 } });

  test('hides no other type of the value, and no value is made up for it', async () => {
    const { changes } = await compared(of({ type: 'string', format: 'color' }), of({ type: 'integer' }));
    expect(changes.map(({ level, id, proof, witness }) => [level, id, proof, witness])).toEqual([
      ['error', 'request-property-type-changed', 'undecided', null],
    ]);
  });
});
