import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects, inShort } from './compare-objects.ts';

type Requirement = readonly JsonObject[] | undefined;

const FLOW: JsonObject = { tokenUrl: 'https://shop.example/token', scopes: { read: '', write: '' } };
const SCHEMES: JsonObject = {
  a: { type: 'apiKey', in: 'header', name: 'X-A' },
  b: { type: 'http', scheme: 'bearer' },
  o: { type: 'oauth2', flows: { clientCredentials: FLOW } },
};

/** A document with one operation, and what it and its document ask for. */
function asking(own: Requirement, all: Requirement = undefined, schemes: JsonObject = SCHEMES): JsonObject {
  return {
    openapi: '3.0.3',
    components: { securitySchemes: schemes },
    ...(all === undefined ? {} : { security: all }),
    paths: { '/orders': { get: { ...(own === undefined ? {} : { security: own }), responses: {} } } },
  };
}

const A: JsonObject = { a: [] };
const B: JsonObject = { b: [] };
const BOTH: JsonObject = { a: [], b: [] };
const READ: JsonObject = { o: ['read'] };
const WRITE: JsonObject = { o: ['read', 'write'] };

const REQUIREMENTS: readonly (readonly [string, Requirement, Requirement, readonly string[]])[] = [
  ['a further way in', [A], [A, B], ['api-security-added: safe']],
  ['one way in less', [A, B], [A], ['api-security-removed: breaking']],
  ['another way in', [A], [B], ['api-security-removed: breaking', 'api-security-added: safe']],
  ['two credentials where one sufficed', [A], [BOTH], ['api-security-removed: breaking']],
  ['one credential where two were needed', [BOTH], [A], ['api-security-added: safe']],
  ['either where both were needed', [BOTH], [A, B], ['api-security-added: safe', 'api-security-added: safe']],
  ['the order of the ways', [A, B], [B, A], []],
  ['a way that another one covers', [A], [A, BOTH], []],
  ['a credential where none was needed', [], [A], ['api-security-added: breaking']],
  ['a credential where one was optional', [A, {}], [A], ['api-security-added: breaking']],
  ['an optional credential where none was needed', undefined, [{}, A], []],
  ['no credential where one was needed', [A], [], ['api-security-all-removed: safe']],
  ['an optional credential where one was needed', [A], [A, {}], ['api-security-all-removed: safe']],
  ['a further scope', [READ], [WRITE], ['api-security-scope-added: breaking']],
  ['a scope less', [WRITE], [READ], ['api-security-scope-removed: safe']],
  ['either set of scopes', [WRITE], [WRITE, READ], ['api-security-scope-removed: safe']],
  ['an empty list of requirements', [{}], [], []],
];

describe('requirements', () => {
  test.each(REQUIREMENTS)('%s', async (_, before, after, right) => {
    expect(inShort(await compareObjects(asking(before), asking(after)))).toEqual(right);
  });

  test('those of the document hold where the operation has none of its own', async () => {
    expect(inShort(await compareObjects(asking(undefined, [A]), asking([A])))).toEqual([]);
    expect(inShort(await compareObjects(asking(undefined, [A]), asking(undefined, [B])))).toEqual([
      'api-global-security-removed: breaking',
      'api-global-security-added: safe',
    ]);
    expect(inShort(await compareObjects(asking([A], [A]), asking([A], [B])))).toEqual([]);
    expect(inShort(await compareObjects(asking(undefined, [A]), asking([], [A])))).toEqual([
      'api-security-all-removed: safe',
    ]);
  });

  test('one edit of the document is one cause, whatever the number of operations', async () => {
    const many = (security: Requirement): JsonObject => ({
      ...asking(undefined, security),
      paths: { '/a': { get: { responses: {} }, put: { responses: {} } }, '/b': { get: { responses: {} } } },
    });
    const findings = await compareObjects(many([A]), many([]));
    expect(findings.map(({ place }) => place.operation)).toEqual([
      { kind: 'operation', method: 'GET', path: '/a' },
      { kind: 'operation', method: 'PUT', path: '/a' },
      { kind: 'operation', method: 'GET', path: '/b' },
    ]);
    expect(new Set(findings.map(({ cause }) => cause)).size).toBe(1);
  });
});

describe('schemes', () => {
  const compareSchemes = async (own: Requirement, before: JsonObject, after: JsonObject): Promise<string[]> =>
    inShort(await compareObjects(asking(own, undefined, before), asking(own, undefined, after)));

  const KEY: JsonObject = { type: 'apiKey', in: 'header', name: 'X-A' };

  test('a change counts for the operations that ask for the scheme, and is a note for all others', async () => {
    const after = { a: { ...KEY, in: 'query' } };
    expect(await compareSchemes([A], { a: KEY }, after)).toEqual([
      'api-security-component-api-key-in-changed: breaking',
    ]);
    expect(await compareSchemes([], { a: KEY }, after)).toEqual([
      'api-security-component-api-key-in-changed: safe',
    ]);
  });

  test('every part of a scheme that a client depends on is compared', async () => {
    const other = { tokenUrl: 'https://login.example/token' };
    const both = { clientCredentials: FLOW, password: FLOW };
    expect(
      await compareSchemes(
        [READ],
        { o: { type: 'oauth2', flows: both } },
        { o: { type: 'oauth2', flows: { clientCredentials: { ...FLOW, ...other } } } },
      ),
    ).toEqual([
      'api-security-component-oauth-token-url-changed: breaking',
      'api-security-component-oauth-flow-removed: breaking',
    ]);
  });

  test('letter case and words of a scheme mean nothing', async () => {
    expect(
      await compareSchemes(
        [A, B],
        { a: KEY, b: { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' } },
        { a: { ...KEY, name: 'x-a' }, b: { type: 'http', scheme: 'bearer', description: 'A token' } },
      ),
    ).toEqual([]);
  });

  test('a scheme that swaps its name with another one is still what it was', async () => {
    const before = asking([A], undefined, { a: KEY, b: { type: 'http', scheme: 'bearer' } });
    const after = asking([B], undefined, { b: KEY, a: { type: 'http', scheme: 'bearer' } });
    const findings = inShort(await compareObjects(before, after));
    expect(findings.filter((line) => line.includes('breaking'))).toEqual([]);
  });

  test('a scheme that is asked for and defined nowhere stays itself', async () => {
    expect(await compareSchemes([{ nowhere: [] }], {}, { a: KEY })).toEqual([
      'api-security-component-added: safe',
    ]);
  });
});
