import { expect, test } from '@jest/globals';
import { diff } from '../../src/diff.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { readDocumentSet } from '../../src/read/document-set.ts';

const orNull = (type: string): JsonObject => ({ anyOf: [{ type }, { type: 'null' }] });
const nullable = (type: string): JsonObject => ({ type, nullable: true });
const only: JsonObject = { type: 'object', properties: { only: { type: 'string' } }, required: ['only'] };

function answering(openapi: string, schema: JsonObject): JsonObject {
  const content = { 'application/json': { schema } };
  return {
    openapi,
    info: { title: 'Shop', version: '1' },
    paths: { '/book': { get: { responses: { 200: { description: 'Done', content } } } } },
  };
}

test('a response that fits no branch is an error, though another one only fits too many', async () => {
  const before = answering('3.0.3', {
    oneOf: [{ oneOf: [{ oneOf: [nullable('string')] }, nullable('boolean')] }, nullable('string')],
  });
  const after = answering('3.1.0', {
    oneOf: [{ oneOf: [{ oneOf: [orNull('string'), only] }, orNull('boolean')] }],
  });
  const [base, head] = await Promise.all(
    [before, after].map((document) => readDocumentSet('api.json', async () => JSON.stringify(document))),
  );
  if (base === undefined || head === undefined) throw new Error('both documents were read');
  const { changes } = await diff(base, head, { now: new Date('2026-11-25') });
  const errors = changes.filter(({ level }) => level === 'error');
  expect(errors.map(({ witness }) => witness?.value)).toEqual([{ only: 'a' }]);
});
