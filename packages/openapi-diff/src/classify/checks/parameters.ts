import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample, operationExample, parameterExample } from '../example.ts';

const LIMIT: JsonObject = { name: 'limit', in: 'query', schema: { type: 'integer' } };
const REQUIRED: JsonObject = { ...LIMIT, required: true };
const IDS: JsonObject = { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } };
const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };

function onPath(...parameters: readonly JsonObject[]): JsonObject {
  return { paths: { '/orders': { parameters, post: DONE } } };
}

const comings = [
  defineCheck({
    id: 'new-required-request-parameter',
    area: 'parameters',
    meaning: 'A parameter is new and required.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ somewhere, place }) => `${somewhere} now needs ${place}`,
    because: ({ place }) => `${place} is required`,
    example: () => operationExample({}, { parameters: [REQUIRED] }),
  }),
  defineCheck({
    id: 'new-optional-request-parameter',
    area: 'parameters',
    meaning: 'A parameter is new and optional.',
    law: 'requests',
    usual: 'safe',
    cause: ({ somewhere, place }) => `${somewhere} may now carry ${place}`,
    example: () => operationExample({}, { parameters: [LIMIT] }),
  }),
  defineCheck({
    id: 'new-required-request-default-parameter-to-existing-path',
    area: 'parameters',
    meaning: 'A parameter that all operations of a path share is new and required.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ somewhere, place }) => `${somewhere} now needs ${place}, as every operation of the path`,
    because: ({ place }) => `${place} is required for every operation of the path`,
    example: () => documentExample(onPath(), onPath(REQUIRED)),
  }),
  defineCheck({
    id: 'new-optional-request-default-parameter-to-existing-path',
    area: 'parameters',
    meaning: 'A parameter that all operations of a path share is new and optional.',
    law: 'requests',
    usual: 'safe',
    cause: ({ somewhere, place }) =>
      `${somewhere} may now carry ${place}, as with every operation of the path`,
    example: () => documentExample(onPath(), onPath(LIMIT)),
  }),
  defineCheck({
    id: 'new-request-path-parameter',
    area: 'parameters',
    meaning: 'A variable of the path template that no parameter declared is declared now.',
    law: 'requests',
    usual: 'safe',
    differs: {
      listed: 'error',
      why: 'A new variable makes a new path, which is told as such; here the path is the same and says more about itself.',
    },
    cause: ({ place }) => `${place} is now declared`,
    example: () => {
      const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
      return documentExample(
        { paths: { '/orders/{id}': { get: DONE } } },
        { paths: { '/orders/{id}': { get: { ...DONE, parameters: [id] } } } },
      );
    },
  }),
  defineCheck({
    id: 'request-parameter-removed',
    area: 'parameters',
    meaning: 'A parameter is gone. Requests that carry it are still taken, and it has no effect any more.',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'warning' },
    cause: ({ place }) => `${place} is gone`,
    example: () => operationExample({ parameters: [LIMIT] }, {}),
  }),
  defineCheck({
    id: 'request-parameter-became-required',
    area: 'parameters',
    meaning: 'A parameter was optional and is required.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place }) => `${place} is now required`,
    because: ({ place }) => `${place} is required`,
    example: () => parameterExample(LIMIT, REQUIRED),
  }),
  defineCheck({
    id: 'request-parameter-became-optional',
    area: 'parameters',
    meaning: 'A parameter was required and is optional.',
    law: 'requests',
    usual: 'safe',
    cause: ({ place }) => `${place} is now optional`,
    example: () => parameterExample(REQUIRED, LIMIT),
  }),
  defineCheck({
    id: 'request-parameter-in-changed',
    area: 'parameters',
    meaning:
      'A parameter is sent in another place. It breaks where the parameter is required there; an optional one has no effect where it used to be sent.',
    law: 'requests',
    usual: 'breaking',
    levels: { safe: 'warning' },
    cause: ({ name, text }) => `parameter ${name('name')} moved from ${text('from')} to ${text('to')}`,
    example: () => parameterExample(REQUIRED, { ...REQUIRED, in: 'header' }),
  }),
];

const serialisation = [
  defineCheck({
    id: 'request-parameter-style-changed',
    area: 'parameters',
    meaning: 'A parameter is written in another style, with another effect on the wire.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, name }) =>
      `${place} is now written as ${name('wireAfter')} instead of ${name('wireBefore')}`,
    example: () =>
      parameterExample(
        { ...IDS, style: 'spaceDelimited', explode: false },
        { ...IDS, style: 'pipeDelimited', explode: false },
      ),
  }),
  defineCheck({
    id: 'request-parameter-explode-changed',
    area: 'parameters',
    meaning:
      'The items of a parameter are written one by one where they were joined, or the other way round.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, name }) =>
      `${place} is now written as ${name('wireAfter')} instead of ${name('wireBefore')}`,
    example: () => parameterExample(IDS, { ...IDS, explode: false }),
  }),
  defineCheck({
    id: 'request-parameter-allow-reserved-changed',
    area: 'parameters',
    meaning: 'Reserved characters in a parameter may no longer stand as they are, or may so now.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, text }) => `\`allowReserved\` of ${place} is now ${text('to')}`,
    example: () =>
      parameterExample(
        { name: 'path', in: 'query', allowReserved: true, schema: { type: 'string' } },
        { name: 'path', in: 'query', schema: { type: 'string' } },
      ),
  }),
  defineCheck({
    id: 'request-parameter-allow-empty-value-changed',
    area: 'parameters',
    meaning: 'A parameter may no longer be sent without a value, or may so now.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, text }) => `\`allowEmptyValue\` of ${place} is now ${text('to')}`,
    example: () => parameterExample({ ...LIMIT, allowEmptyValue: true }, LIMIT),
  }),
  defineCheck({
    id: 'request-parameter-content-changed',
    area: 'parameters',
    meaning: 'A parameter is written as a document of some media type where it was not, or in another one.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ place, text }) => `${place} is now written as ${text('to')} instead of ${text('from')}`,
    example: () =>
      parameterExample(
        { name: 'filter', in: 'query', schema: { type: 'object' } },
        { name: 'filter', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
      ),
  }),
];

/** Parameters that come, go, move, and are written in other ways. */
export const parameterChecks = [...comings, ...serialisation];
