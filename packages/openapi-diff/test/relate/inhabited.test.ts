import { describe, expect, test } from '@jest/globals';
import { compiled } from '../../src/compare/relate/shapes/compiled.ts';
import { Inhabited } from '../../src/compare/relate/shapes/inhabited.ts';
import type { Json, JsonObject } from '../../src/read/document.ts';
import { relation } from './relation.ts';

const TEXT: JsonObject = { type: 'string' };
const SELF: JsonObject = { $ref: '#/components/schemas/Subject' };
const OTHER: JsonObject = { $ref: '#/components/schemas/Other' };
const NULL: JsonObject = { type: 'null' };

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  ...more,
});
const list = (items: Json, more: JsonObject = {}): JsonObject => ({ type: 'array', items, ...more });

/** Whether a schema has a finite value in which every declared property is there. */
function isInhabited(schema: Json, other: Json = TEXT): boolean {
  const schemas = { Subject: schema, Other: other };
  return new Inhabited().has(compiled(relation(schemas, schemas).shape('base', 'response')));
}

describe('a finite value with all properties', () => {
  test.each<[string, Json, Json?]>([
    ['text', TEXT],
    ['listed values', { enum: ['a'] }],
    ['an object', object({ a: TEXT, b: object({ c: TEXT }) })],
    ['a list of its own kind, which may be empty', list(SELF)],
    ['an object with a list of its own kind', object({ parts: list(SELF) })],
    ['an object or null of its own kind', object({ next: { anyOf: [SELF, NULL] } })],
    ['an object or text', { type: ['object', 'string'], properties: { a: SELF } }],
    ['an object or a list', { type: ['object', 'array'], properties: { a: SELF } }],
    ['a choice with an end', { anyOf: [object({ a: SELF }), TEXT] }],
    ['one of each of two choices with an end', { allOf: [{ anyOf: [SELF, TEXT] }, { oneOf: [TEXT, SELF] }] }],
    ['an object of others of its kind that end', object({ a: OTHER }), object({ b: list(SELF) })],
    ['a list that need not hold any', list(SELF, { minItems: 0 })],
    ['a list that must hold text', list(TEXT, { minItems: 2 })],
    ['an object without properties', { type: 'object' }],
    ['properties deep down', object({ a: object({ b: object({ c: object({ d: list(SELF) }) }) }) })],
  ])('is there of %s', (_, schema, ...[other]) => {
    expect(isInhabited(schema, other)).toBe(true);
  });

  test.each<[string, Json, Json?]>([
    ['nothing', false],
    ['no listed values', { enum: [] }],
    ['an object of its own kind', object({ a: TEXT, next: SELF })],
    ['an object in an object of its own kind', object({ a: object({ next: SELF }) })],
    ['an object of others that hold it', object({ a: OTHER }), object({ b: SELF })],
    ['a list that must hold its own kind', list(SELF, { minItems: 1 })],
    ['an object with a list that must hold its own kind', object({ parts: list(SELF, { minItems: 1 }) })],
    ['an object with a property of nothing', object({ a: false, b: TEXT })],
    ['a choice without an end', { anyOf: [object({ a: SELF }), object({ b: SELF })] }],
    ['a choice with an end, and one without', { allOf: [{ anyOf: [SELF, TEXT] }, { anyOf: [SELF, SELF] }] }],
    [
      'an object of its own kind beside a choice',
      { ...object({ a: SELF }), anyOf: [{ required: ['a'] }, {}] },
    ],
  ])('is not there of %s', (_, schema, ...[other]) => {
    expect(isInhabited(schema, other)).toBe(false);
  });

  test('is known of all parts once it was asked of the whole', () => {
    const schemas = { Subject: object({ a: OTHER, b: list(SELF) }), Other: object({ c: SELF }) };
    const whole = compiled(relation(schemas, schemas).shape('base', 'response'));
    const parts = [whole.property('a'), whole.property('b'), whole];
    const all = new Inhabited();
    expect(parts.toReversed().map((part) => all.has(part))).toEqual([false, true, false]);
    expect(parts.map((part) => all.has(part))).toEqual([false, true, false]);
    expect(parts.map((part) => new Inhabited().has(part))).toEqual([false, true, false]);
  });
});
