import { describe, expect, test } from '@jest/globals';

import type { DraftObject } from '../laws/documents.ts';
import { compared } from '../laws/engine.ts';

/** More than a call takes as arguments. */
const MANY = 130_000;
const NAMES = Array.from({ length: MANY }, (_, index) => `n${index}`);

function taking(schema: DraftObject): DraftObject {
  const requestBody = { content: { 'application/json': { schema } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Wide', version: '1' },
    paths: { '/wide': { post: { requestBody, responses: {} } } },
  };
}

async function worst(before: DraftObject, after: DraftObject) {
  const { changes } = await compared(taking(before), taking(after));
  return changes[0];
}

describe('a schema with a list of more than a hundred thousand', () => {
  test('required names, that are new, is refused by a value', async () => {
    const change = await worst({ type: 'object' }, { type: 'object', required: NAMES });
    expect([change?.level, change?.proof]).toEqual(['error', 'witness']);
    expect(change?.message).toMatch(/accepted `\{\}` and now rejects it/);
  });

  test('branches, of which one goes, is refused by a value', async () => {
    const of = (names: readonly string[]) => ({ anyOf: names.map((name) => ({ const: name })) });
    const change = await worst(of(NAMES), of(NAMES.slice(1)));
    expect([change?.level, change?.witness?.value]).toEqual(['error', 'n0']);
  });

  test('parts, of which one comes, is refused', async () => {
    const of = (names: readonly string[]) => ({ allOf: names.map((name) => ({ required: [name] })) });
    expect((await worst(of(NAMES.slice(1)), of(NAMES)))?.level).toBe('error');
  });
});

describe('a schema with more required properties than an example may have', () => {
  test('that change their type is refused, with what more there is', async () => {
    const names = NAMES.slice(0, 60_000);
    const of = (type: string) => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type }])),
      required: names,
    });
    const change = await worst(of('string'), of('integer'));
    expect(change?.level).toBe('error');
  });
});

describe('a schema with schemas that depend on many properties', () => {
  test('of which each asks for more, breaks by each', async () => {
    const of = (...required: string[]) => ({
      type: 'object',
      dependentSchemas: Object.fromEntries(NAMES.slice(0, 60).map((name) => [name, { required }])),
    });
    const { changes } = await compared(taking(of('a')), taking(of('a', 'b')));
    expect(changes.map(({ level, proof }) => `${level} ${proof}`)).toEqual(Array(60).fill('error witness'));
  });
});
