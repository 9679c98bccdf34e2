import type { Json, JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { operationExample } from '../example.ts';

const SCHEMA: JsonObject = { type: 'object', properties: { id: { type: 'integer' } } };

function types(names: readonly string[], media: Json = { schema: SCHEMA }): JsonObject {
  return Object.fromEntries(names.map((name) => [name, media]));
}

function request(...names: readonly string[]): JsonObject {
  return { requestBody: { content: types(names) } };
}

function response(...names: readonly string[]): JsonObject {
  return { responses: { '200': { description: 'Done', content: types(names) } } };
}

const JSON_TYPE = 'application/json';
const XML_TYPE = 'application/xml';
const HAL_TYPE = 'application/hal+json';

const requests = [
  defineCheck({
    id: 'request-body-media-type-added',
    area: 'media types',
    meaning: 'The body may be sent in a further media type.',
    law: 'requests',
    usual: 'safe',
    cause: ({ place, name }) => `${place} may now be ${name('mediaType')}`,
    example: () => operationExample(request(JSON_TYPE), request(JSON_TYPE, XML_TYPE)),
  }),
  defineCheck({
    id: 'request-body-media-type-removed',
    area: 'media types',
    meaning: 'The body may no longer be sent in a media type.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, name }) => `${place} can no longer be ${name('mediaType')}`,
    because: ({ name }) => `${name('mediaType')} is no longer taken`,
    example: () => operationExample(request(JSON_TYPE, XML_TYPE), request(JSON_TYPE)),
  }),
  defineCheck({
    id: 'request-body-media-type-name-generalized',
    area: 'media types',
    meaning: 'The media type of the body is a wider one, which holds the one before.',
    law: 'requests',
    usual: 'safe',
    cause: ({ place, name }) => `${place} may now be ${name('to')} instead of only ${name('from')}`,
    example: () => operationExample(request(JSON_TYPE), request('application/*')),
  }),
  defineCheck({
    id: 'request-body-media-type-name-specialized',
    area: 'media types',
    meaning: 'The media type of the body is a narrower one, which the one before held.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, name }) => `${place} must now be ${name('to')} instead of any ${name('from')}`,
    example: () => operationExample(request('application/*'), request(JSON_TYPE)),
  }),
  defineCheck({
    id: 'request-body-media-type-schema-added',
    area: 'media types',
    meaning: 'A media type of the body that carried anything has a schema.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, name }) => `${place} as ${name('mediaType')} could be anything and now has a schema`,
    example: () =>
      operationExample(
        { requestBody: { content: types([JSON_TYPE], {}) } },
        { requestBody: { content: types([JSON_TYPE]) } },
      ),
  }),
  defineCheck({
    id: 'request-body-media-type-schema-removed',
    area: 'media types',
    meaning: 'A media type of the body no longer has a schema and carries anything.',
    law: 'requests',
    usual: 'safe',
    cause: ({ place, name }) => `${place} as ${name('mediaType')} can now be anything`,
    example: () =>
      operationExample(
        { requestBody: { content: types([JSON_TYPE]) } },
        { requestBody: { content: types([JSON_TYPE], {}) } },
      ),
  }),
];

function answer(media: Json): JsonObject {
  return { responses: { '200': { description: 'Done', content: types([JSON_TYPE], media) } } };
}

const responses = [
  defineCheck({
    id: 'response-media-type-added',
    area: 'media types',
    meaning:
      'A response may come in a further media type. Clients name what they take (`Accept`), so that it does not come unasked; the user of a webhook has no such say, and there it breaks.',
    law: 'responses',
    usual: 'safe',
    cause: ({ place, name }) => `${place} may now be ${name('mediaType')}`,
    example: () => operationExample(response(JSON_TYPE), response(JSON_TYPE, XML_TYPE)),
  }),
  defineCheck({
    id: 'response-media-type-removed',
    area: 'media types',
    meaning: 'A response no longer comes in a media type that clients could ask for.',
    law: 'exchange',
    usual: 'breaking',
    cause: ({ place, name }) => `${place} no longer comes as ${name('mediaType')}`,
    because: ({ name }) => `${name('mediaType')} is no longer given`,
    example: () => operationExample(response(JSON_TYPE, XML_TYPE), response(JSON_TYPE)),
  }),
  defineCheck({
    id: 'response-media-type-name-generalized',
    area: 'media types',
    meaning: 'The media type of a response is a wider one, which holds the one before.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place, name }) => `${place} may now be any ${name('to')} instead of ${name('from')}`,
    example: () => operationExample(response(HAL_TYPE), response(JSON_TYPE)),
  }),
  defineCheck({
    id: 'response-media-type-name-specialized',
    area: 'media types',
    meaning: 'The media type of a response is a narrower one, which the one before held.',
    law: 'responses',
    usual: 'safe',
    cause: ({ place, name }) => `${place} is now ${name('to')}, which is a kind of ${name('from')}`,
    example: () => operationExample(response(JSON_TYPE), response(HAL_TYPE)),
  }),
  defineCheck({
    id: 'response-body-media-type-schema-added',
    area: 'media types',
    meaning: 'A media type of a response that could carry anything has a schema.',
    law: 'responses',
    usual: 'safe',
    cause: ({ place, name }) => `${place} as ${name('mediaType')} now has a schema`,
    example: () => operationExample(answer({}), answer({ schema: SCHEMA })),
  }),
  defineCheck({
    id: 'response-body-media-type-schema-removed',
    area: 'media types',
    meaning: 'A media type of a response no longer has a schema, so that anything may arrive.',
    law: 'responses',
    usual: 'breaking',
    differs: {
      listed: 'warning',
      why: 'Without a schema, what arrives may be anything: nothing of it was announced.',
    },
    cause: ({ place, name }) => `${place} as ${name('mediaType')} can now be anything`,
    example: () => operationExample(answer({ schema: SCHEMA }), answer({})),
  }),
];

/** Media types of bodies and responses. */
export const mediaTypeChecks = [...requests, ...responses];
