import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { jsonContent, operationExample } from '../example.ts';

const ORDER: JsonObject = { type: 'object', properties: { qty: { type: 'integer' } } };
const OPTIONAL: JsonObject = { requestBody: { content: jsonContent(ORDER) } };
const REQUIRED: JsonObject = { requestBody: { required: true, content: jsonContent(ORDER) } };

function form(encoding: JsonObject): JsonObject {
  const schema = { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } };
  return { requestBody: { content: { 'application/x-www-form-urlencoded': { schema, encoding } } } };
}

function multipart(encoding: JsonObject): JsonObject {
  const schema = { type: 'object', properties: { photo: { type: 'string' } } };
  return {
    responses: { '200': { description: 'Done', content: { 'multipart/mixed': { schema, encoding } } } },
  };
}

/** Request bodies as a whole, and how their parts are written. */
export const bodyChecks = [
  defineCheck({
    id: 'request-body-added-required',
    area: 'request bodies',
    meaning: 'An operation that took no body needs one.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ somewhere }) => `${somewhere} now needs a body`,
    because: () => 'a body is required',
    example: () => operationExample({}, REQUIRED),
  }),
  defineCheck({
    id: 'request-body-added-optional',
    area: 'request bodies',
    meaning: 'An operation that took no body may be sent one.',
    law: 'requests',
    usual: 'safe',
    cause: ({ somewhere }) => `${somewhere} may now have a body`,
    example: () => operationExample({}, OPTIONAL),
  }),
  defineCheck({
    id: 'request-body-removed',
    area: 'request bodies',
    meaning: 'An operation that took a body takes none.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ somewhere }) => `${somewhere} no longer has a body`,
    because: () => 'a body is no longer taken',
    example: () => operationExample(OPTIONAL, {}),
  }),
  defineCheck({
    id: 'request-body-became-required',
    area: 'request bodies',
    meaning: 'The body was optional and is required.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place }) => `${place} is now required`,
    because: () => 'a body is required',
    example: () => operationExample(OPTIONAL, REQUIRED),
  }),
  defineCheck({
    id: 'request-body-became-optional',
    area: 'request bodies',
    meaning: 'The body was required and is optional.',
    law: 'requests',
    usual: 'safe',
    cause: ({ place }) => `${place} is now optional`,
    example: () => operationExample(REQUIRED, OPTIONAL),
  }),
  defineCheck({
    id: 'request-body-encoding-changed',
    area: 'request bodies',
    meaning: 'A property of a form or multipart body is written in another way.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ name, place }) => `${name('name')} is written in another way in ${place}`,
    because: ({ name, text }) => `${name('name')} is written ${text('to')} and was written ${text('from')}`,
    example: () => operationExample(form({}), form({ tags: { explode: false } })),
  }),
  defineCheck({
    id: 'response-body-encoding-changed',
    area: 'responses',
    meaning: 'A property of a multipart response is written in another way.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ name, place }) => `${name('name')} is written in another way in ${place}`,
    because: ({ name, text }) => `${name('name')} is written ${text('to')} and was written ${text('from')}`,
    example: () => operationExample(multipart({}), multipart({ photo: { contentType: 'image/png' } })),
  }),
];
