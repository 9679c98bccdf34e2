import { describe } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { getOrders, openapi, trap } from './trap.ts';

const LIMIT: JsonObject = { name: 'limit', in: 'query', schema: { type: 'integer' } };
const OFFSET: JsonObject = { name: 'offset', in: 'query', schema: { type: 'integer' } };
const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };

function page(more: JsonObject = {}): JsonObject {
  const properties = { limit: { type: 'integer' }, offset: { type: 'integer' } };
  return { name: 'page', in: 'query', schema: { type: 'object', properties }, ...more };
}

describe('parameters', () => {
  trap('parameters-moved-to-path', 'parameters of all operations may stand at their path', () => ({
    before: openapi({
      paths: { '/orders': { get: { ...DONE, parameters: [LIMIT] }, post: { ...DONE, parameters: [LIMIT] } } },
    }),
    after: openapi({ paths: { '/orders': { parameters: [LIMIT], get: DONE, post: DONE } } }),
    right: [],
  }));

  trap('path-level-parameter-overridden', 'the operation has the last word', () => ({
    before: openapi({
      paths: {
        '/orders': { parameters: [LIMIT], get: { ...DONE, parameters: [{ ...LIMIT, required: true }] } },
      },
    }),
    after: getOrders({ parameters: [{ ...LIMIT, required: true }] }),
    right: [],
  }));

  trap(
    'same-name-in-two-components',
    'components may share a parameter name when their places differ',
    () => {
      const components = {
        parameters: {
          IdInQuery: { name: 'id', in: 'query', schema: {} },
          IdInHeader: { name: 'id', in: 'header', schema: {} },
        },
      };
      const refs = ['#/components/parameters/IdInQuery', '#/components/parameters/IdInHeader'].map(
        ($ref) => ({ $ref }),
      );
      return {
        before: { ...getOrders({ parameters: refs }), components },
        after: getOrders({ parameters: [components.parameters.IdInHeader, components.parameters.IdInQuery] }),
        right: [],
      };
    },
  );

  trap('header-name-case', 'header names know no case, query names do', () => ({
    before: getOrders({ parameters: [{ name: 'X-Trace', in: 'header', schema: {} }, LIMIT] }),
    after: getOrders({
      parameters: [
        { name: 'x-trace', in: 'header', schema: {} },
        { ...LIMIT, name: 'Limit' },
      ],
    }),
    right: ['new-optional-request-parameter: safe', 'request-parameter-removed: safe'],
  }));

  trap('loose-parameters-folded', 'loose parameters and one exploded object are the same query', () => ({
    before: getOrders({ parameters: [LIMIT, OFFSET] }),
    after: getOrders({ parameters: [page()] }),
    right: [],
  }));

  trap('exploded-object-unfolded', 'and the other way round, through a reference and allOf', () => ({
    before: {
      ...getOrders({ parameters: [page({ schema: { $ref: '#/components/schemas/Page' } })] }),
      components: {
        schemas: {
          Page: {
            allOf: [{ $ref: '#/components/schemas/Limit' }, { properties: { offset: { type: 'integer' } } }],
          },
          Limit: { type: 'object', properties: { limit: { type: 'integer' } } },
        },
      },
    },
    after: getOrders({ parameters: [LIMIT, OFFSET] }),
    right: [],
  }));

  trap('folded-with-a-new-one', 'what the object has beyond is new', () => ({
    before: getOrders({ parameters: [LIMIT] }),
    after: getOrders({ parameters: [page()] }),
    right: ['new-optional-request-parameter: safe'],
  }));

  trap('not-folded-unexploded', 'an object that is not exploded is another query', () => ({
    before: getOrders({ parameters: [LIMIT, OFFSET] }),
    after: getOrders({ parameters: [page({ explode: false })] }),
    right: [
      'new-optional-request-parameter: safe',
      'request-parameter-removed: safe',
      'request-parameter-removed: safe',
    ],
  }));

  trap('explode-of-a-number', 'how lists are written means nothing for a number', () => ({
    before: getOrders({ parameters: [LIMIT] }),
    after: getOrders({ parameters: [{ ...LIMIT, style: 'pipeDelimited', explode: false }] }),
    right: [],
  }));

  trap('defaults-written-out', 'a default that is written out changes nothing', () => ({
    before: getOrders({ parameters: [{ ...LIMIT, schema: { type: 'array' } }] }),
    after: getOrders({
      parameters: [
        {
          ...LIMIT,
          schema: { type: 'array' },
          style: 'form',
          explode: true,
          required: false,
          allowReserved: false,
        },
      ],
    }),
    right: [],
  }));

  trap('exploded-styles-agree', 'exploded lists look alike in every style of the query', () => ({
    before: getOrders({ parameters: [{ ...LIMIT, schema: { type: 'array' } }] }),
    after: getOrders({
      parameters: [{ ...LIMIT, schema: { type: 'array' }, style: 'spaceDelimited', explode: true }],
    }),
    right: [],
  }));

  trap('ignored-headers', 'Accept, Content-Type and Authorization are no parameters in OpenAPI 3', () => ({
    before: getOrders({}),
    after: getOrders({
      parameters: ['Accept', 'content-type', 'Authorization'].map((name) => ({
        name,
        in: 'header',
        required: true,
      })),
    }),
    right: [],
  }));
});
