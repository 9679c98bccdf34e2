import { describe, expect, test } from '@jest/globals';
import type { Edge } from '../../src/compare/explain/graph.ts';
import type { Json } from '../../src/read/document.ts';
import { pairOf } from './pair-of.ts';

const steps = (edges: readonly Edge[]): readonly string[] =>
  edges.map(({ step }) => {
    if (step === null) return 'branch';
    if (step.kind === 'property') return step.name;
    if (step.kind === 'tuple-item') return `[${step.index}]`;
    return step.kind === 'pattern-property' ? `/${step.pattern}/` : step.kind;
  });

const TEXT = { type: 'string' };
const NOWHERE = { $ref: '#/components/schemas/Nowhere' };

describe('the parts of two schemas', () => {
  test('stand in an order that no document decides: named ones first, by their names', () => {
    const schema: Json = {
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
      prefixItems: [TEXT, TEXT, TEXT],
      items: TEXT,
      propertyNames: TEXT,
      additionalProperties: TEXT,
      patternProperties: { y: TEXT, x: TEXT, z: TEXT },
      properties: { c: TEXT, a: TEXT, b: TEXT },
    };
    expect(steps(pairOf(schema, schema).edges)).toEqual([
      ...['a', 'b', 'c'],
      ...['[0]', '[1]', '[2]'],
      ...['/x/', '/y/', '/z/'],
      ...['additional-property', 'property-name', 'item'],
      ...['branch', 'branch'],
    ]);
  });

  test('that are known to read the same are left out, unless they lead nowhere on one side', () => {
    const before: Json = { prefixItems: [TEXT, NOWHERE, TEXT, NOWHERE], items: false };
    const after: Json = { prefixItems: [TEXT, TEXT, NOWHERE, NOWHERE], items: false };
    const edges = (isClean: boolean) => steps(pairOf(before, after, 'request', () => isClean).edges);
    expect(edges(true).slice(0, 3)).toEqual(['[1]', '[2]', '[3]']);
    expect(edges(false).slice(0, 4)).toEqual(['[0]', '[1]', '[2]', '[3]']);
  });

  test('are left out where each of their parts reads the same, as many on both sides', () => {
    const parts = (...types: string[]): Json => ({
      allOf: types.map((type) => ({ properties: { p: { type } } })),
    });
    const edges = (before: Json, after: Json) =>
      steps(
        pairOf(
          before,
          after,
          'request',
          (base, head) => base.raw === head.raw || sameType(base.raw, head.raw),
        ).edges,
      );
    expect(edges(parts('string', 'string'), parts('string', 'string'))).toEqual([]);
    expect(edges(parts('string', 'string'), parts('string'))).toEqual(['p']);
    expect(edges(parts('string', 'number'), parts('string', 'string'))).toEqual(['p']);
  });
});

function sameType(base: Json, head: Json): boolean {
  return JSON.stringify(base) === JSON.stringify(head);
}

describe('a pair of schemas', () => {
  const list = (item: Json): Json => ({ type: 'array', items: item });

  test.each<[string, Json, Json, boolean]>([
    ['the same', list(TEXT), list(TEXT), false],
    ['another keyword', { ...TEXT, minLength: 1 }, TEXT, true],
    ['a part of a part that differs', list(list(TEXT)), list(list({ type: 'number' })), true],
    ['words for people', TEXT, { ...TEXT, title: 'Name' }, false],
  ])('is changed where it or a part of it is: %s', (_, before, after, isDirty) => {
    expect(pairOf(before, after).isDirty()).toBe(isDirty);
  });

  test('in a circle is changed as a whole where one of its parts is', () => {
    const tree = (size: Json): Json => ({
      properties: { left: { $ref: '#/components/schemas/Subject' }, size, other: list(TEXT) },
    });
    const node = pairOf(tree(TEXT), tree({ type: 'number' }));
    expect(node.edges.map((edge) => edge.node.isDirty())).toEqual([true, false, true]);
    expect(node.edges.map((edge) => edge.node.isSafe())).toEqual([false, true, false]);
    const same = pairOf(tree(TEXT), tree(TEXT));
    expect([same.isDirty(), same.isSafe()]).toEqual([false, true]);
  });

  test('is safe in one direction where it only narrows, and in the other where it widens', () => {
    const [wide, narrow] = [list(TEXT), list({ ...TEXT, maxLength: 3 })];
    expect([pairOf(wide, narrow).isSafe(), pairOf(wide, narrow, 'response').isSafe()]).toEqual([false, true]);
    expect([pairOf(narrow, wide).isSafe(), pairOf(narrow, wide, 'response').isSafe()]).toEqual([true, false]);
  });
});

describe('the verdict on the keywords that are compared', () => {
  const NULL = { type: 'null' };

  test('leaves null out where a wrapper was taken off on either side, and else is that on the whole', () => {
    const wrapped = { anyOf: [TEXT, NULL] };
    const kinds = (before: Json, after: Json) => {
      const node = pairOf(before, after);
      return [node.verdict().kind, node.coreVerdict().kind];
    };
    expect(kinds(wrapped, TEXT)).toEqual(['breaking', 'safe']);
    expect(kinds({ type: ['string', 'null'] }, TEXT)).toEqual(['breaking', 'breaking']);
    expect(kinds(TEXT, { anyOf: [{ ...TEXT, minLength: 1 }, NULL] })).toEqual(['breaking', 'breaking']);
  });
});
