import { expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

const orNull = (type: string): JsonObject => ({ anyOf: [{ type }, { type: 'null' }] });
const nullable = (type: string): JsonObject => ({ type, nullable: true });
const only: JsonObject = { type: 'object', properties: { only: { type: 'string' } }, required: ['only'] };

function answering(openapi: string, schema: JsonObject): JsonObject {
  const content = { 'application/json': { schema } };
  return document(openapi, { get: { responses: { 200: { description: 'Done', content } } } });
}

function asking(schema: JsonObject): JsonObject {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  return document('3.1.0', { post: { requestBody, responses: { 204: { description: 'Done' } } } });
}

function document(openapi: string, item: JsonObject): JsonObject {
  return { openapi, info: { title: 'Shop', version: '1' }, paths: { '/book': item } };
}

async function changesOf(before: JsonObject, after: JsonObject) {
  const [base, head] = await Promise.all(
    [before, after].map((one) => readDocumentSet('api.json', async () => JSON.stringify(one))),
  );
  if (base === undefined || head === undefined) throw new Error('both documents were read');
  return (await diff(base, head, { now: new Date('2026-11-25') })).changes;
}

test('a response that fits no branch is an error, though another one only fits too many', async () => {
  const before = answering('3.0.3', {
    oneOf: [{ oneOf: [{ oneOf: [nullable('string')] }, nullable('boolean')] }, nullable('string')],
  });
  const after = answering('3.1.0', {
    oneOf: [{ oneOf: [{ oneOf: [orNull('string'), only] }, orNull('boolean')] }],
  });
  const changes = await changesOf(before, after);
  const errors = changes.filter(({ level }) => level === 'error');
  expect(errors.map(({ witness }) => witness?.value)).toEqual([{ only: 'a' }]);
});

test('a new branch that fits beside another is told, though the body breaks for another reason as well', async () => {
  const book = (id: JsonObject): JsonObject => ({ type: 'object', properties: { id }, required: ['id'] });
  const before = {
    oneOf: [{ ...book({ type: 'string' }), additionalProperties: true }, { type: 'boolean' }],
  };
  const note: JsonObject = { type: 'object', required: ['note'] };
  const after = { oneOf: [book({ type: 'string', minLength: 1 }), { type: 'boolean' }, note] };
  const changes = await changesOf(asking(before), asking(after));
  expect(changes.map(({ level, id, witness }) => `${level} ${id} ${JSON.stringify(witness?.value)}`)).toEqual(
    [
      'error request-property-min-length-set {"id":""}',
      'warning request-body-one-of-added {"id":"a","note":"a"}',
    ],
  );
});
