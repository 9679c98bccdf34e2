import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample, operationExample } from '../example.ts';

function statuses(...codes: readonly string[]): JsonObject {
  return { responses: Object.fromEntries(codes.map((code) => [code, { description: 'Done' }])) };
}

const statusChecks = [
  defineCheck({
    id: 'response-success-status-added',
    area: 'responses',
    meaning: 'A request may be answered with a further status of success.',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'warning' },
    differs: {
      listed: 'info',
      why: 'HTTP tells clients to take an unknown 2xx for a 200, but many compare with the one that they know.',
    },
    cause: ({ somewhere, name }) => `${somewhere} may now have the status ${name('status')}`,
    example: () => operationExample(statuses('200'), statuses('200', '202')),
  }),
  defineCheck({
    id: 'response-success-status-removed',
    area: 'responses',
    meaning: 'A status of success is gone, and no range and no default response stands in for it.',
    law: 'exchange',
    usual: 'breaking',
    cause: ({ somewhere, name }) => `${somewhere} no longer has the status ${name('status')}`,
    because: ({ name }) => `the status ${name('status')} is gone`,
    example: () => operationExample(statuses('200', '202'), statuses('202')),
  }),
  defineCheck({
    id: 'response-non-success-status-added',
    area: 'responses',
    meaning: 'A status of failure or redirection is new.',
    law: 'responses',
    usual: 'safe',
    cause: ({ somewhere, name }) => `${somewhere} may now have the status ${name('status')}`,
    example: () => operationExample(statuses('200'), statuses('200', '404')),
  }),
  defineCheck({
    id: 'response-non-success-status-removed',
    area: 'responses',
    meaning: 'A status of failure or redirection is gone.',
    law: 'responses',
    usual: 'safe',
    cause: ({ somewhere, name }) => `${somewhere} no longer has the status ${name('status')}`,
    example: () => operationExample(statuses('200', '404'), statuses('200')),
  }),
];

function headers(map: JsonObject): JsonObject {
  return { responses: { '200': { description: 'Done', headers: map } } };
}

const RATE: JsonObject = { schema: { type: 'integer' } };
const REQUIRED: JsonObject = { ...RATE, required: true };
const LIST: JsonObject = { schema: { type: 'object', properties: { used: { type: 'integer' } } } };

/** A webhook that is called with a list in its query. */
function calledWith(style: string): JsonObject {
  const schema = { type: 'array', items: { type: 'integer' } };
  const parameters = [{ name: 'ids', in: 'query', style, explode: false, schema }];
  return { webhooks: { paid: { post: { parameters, responses: { '200': { description: 'Taken' } } } } } };
}

const headerChecks = [
  defineCheck({
    id: 'response-header-added',
    area: 'headers',
    meaning: 'A header is new.',
    law: 'responses',
    usual: 'safe',
    cause: ({ place }) => `${place} is new`,
    example: () => operationExample(headers({}), headers({ 'X-Rate': RATE })),
  }),
  defineCheck({
    id: 'required-response-header-removed',
    area: 'headers',
    meaning: 'A header that was always sent is gone.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place }) => `${place} is gone`,
    example: () => operationExample(headers({ 'X-Rate': REQUIRED }), headers({})),
  }),
  defineCheck({
    id: 'optional-response-header-removed',
    area: 'headers',
    meaning: 'A header that was sent at times is gone.',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'warning' },
    cause: ({ place }) => `${place} is gone`,
    example: () => operationExample(headers({ 'X-Rate': RATE }), headers({})),
  }),
  defineCheck({
    id: 'response-header-became-optional',
    area: 'headers',
    meaning: 'A header that was always sent may be missing.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place }) => `${place} may now be missing`,
    example: () => operationExample(headers({ 'X-Rate': REQUIRED }), headers({ 'X-Rate': RATE })),
  }),
  defineCheck({
    id: 'response-header-became-required',
    area: 'headers',
    meaning: 'A header that was sent at times is always sent.',
    law: 'responses',
    usual: 'safe',
    cause: ({ place }) => `${place} is now always sent`,
    example: () => operationExample(headers({ 'X-Rate': RATE }), headers({ 'X-Rate': REQUIRED })),
  }),
  defineCheck({
    id: 'response-header-explode-changed',
    area: 'headers',
    meaning: 'A header is written in another way, with another effect on the wire.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place, name }) =>
      `${place} is now written as ${name('wireAfter')} instead of ${name('wireBefore')}`,
    example: () =>
      operationExample(headers({ 'X-Rate': LIST }), headers({ 'X-Rate': { ...LIST, explode: true } })),
  }),
  defineCheck({
    id: 'response-header-style-changed',
    area: 'headers',
    meaning: 'What a webhook or callback is called with is written in another style.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place, name }) =>
      `${place} is now written as ${name('wireAfter')} instead of ${name('wireBefore')}`,
    example: () => documentExample(calledWith('spaceDelimited'), calledWith('pipeDelimited')),
  }),
  defineCheck({
    id: 'response-header-content-changed',
    area: 'headers',
    meaning: 'A header is written as a document of some media type where it was not, or in another one.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ place, text }) => `${place} is now written as ${text('to')} instead of ${text('from')}`,
    example: () =>
      operationExample(
        headers({ 'X-Rate': LIST }),
        headers({ 'X-Rate': { content: { 'application/json': LIST } } }),
      ),
  }),
];

function links(map: JsonObject): JsonObject {
  return { responses: { '200': { description: 'Done', links: map } } };
}

const linkChecks = [
  defineCheck({
    id: 'response-link-added',
    area: 'links',
    meaning: 'A response names a further link.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ name, place }) => `link ${name('name')} of ${place} is new`,
    example: () => operationExample(links({}), links({ order: { operationId: 'getOrder' } })),
  }),
  defineCheck({
    id: 'response-link-removed',
    area: 'links',
    meaning: 'A response no longer names a link.',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'warning' },
    cause: ({ name, place }) => `link ${name('name')} of ${place} is gone`,
    example: () => operationExample(links({ order: { operationId: 'getOrder' } }), links({})),
  }),
  defineCheck({
    id: 'response-link-changed',
    area: 'links',
    meaning: 'A link of a response leads elsewhere.',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'warning' },
    cause: ({ name, place }) => `link ${name('name')} of ${place} leads elsewhere`,
    example: () =>
      operationExample(
        links({ order: { operationId: 'getOrder' } }),
        links({ order: { operationId: 'getBook' } }),
      ),
  }),
];

/** Statuses, headers and links of responses. */
export const responseChecks = [...statusChecks, ...headerChecks, ...linkChecks];
