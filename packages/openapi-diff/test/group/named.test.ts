import { describe, expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

const THING: JsonObject = { $ref: '#/components/schemas/Thing' };

/** Two operations whose answers hold a thing under names of their own. */
function documentOf(
  held: (thing: JsonObject) => JsonObject,
  thing: JsonObject,
  isNamed: boolean,
): JsonObject {
  const answer = (name: string): JsonObject => {
    const schema = { type: 'object', properties: { [name]: held(isNamed ? THING : thing) } };
    return { responses: { 200: { description: 'Done', content: { 'application/json': { schema } } } } };
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    paths: { '/a': { get: answer('a') }, '/b': { get: answer('b') } },
    components: { schemas: { Thing: thing } },
  };
}

/** How many places each change has. */
async function places(held: (thing: JsonObject) => JsonObject, isNamed: boolean): Promise<number[]> {
  const read = (thing: JsonObject) =>
    readDocumentSet('api.json', async () => JSON.stringify(documentOf(held, thing, isNamed)));
  const [base, head] = [
    await read({ type: 'string', maxLength: 5 }),
    await read({ type: 'string', maxLength: 9 }),
  ];
  const { changes } = await diff(base, head, { now: new Date('2026-11-25T00:00:00Z') });
  return changes
    .filter(({ id }) => id === 'response-property-max-length-increased')
    .map((one) => one.places.length);
}

describe('an edit of a schema that is held by two objects', () => {
  test.each<[string, (thing: JsonObject) => JsonObject]>([
    ['by itself', (thing) => thing],
    ['in an allOf', (thing) => ({ description: 'A thing', allOf: [thing] })],
    ['in an allOf with another part', (thing) => ({ allOf: [{ description: 'A thing' }, thing] })],
    ['beside null in a oneOf', (thing) => ({ oneOf: [{ type: 'null' }, thing] })],
    ['beside null in an anyOf', (thing) => ({ anyOf: [thing, { type: 'null' }] })],
  ])('%s is one change where the schema has a name, and two where it is written twice', async (_, held) => {
    expect([await places(held, true), await places(held, false)]).toEqual([[2], [1, 1]]);
  });
});
