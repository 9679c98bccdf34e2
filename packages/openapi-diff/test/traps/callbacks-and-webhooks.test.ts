import { describe } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { openapi, postOrders, trap } from './trap.ts';

const TAKEN: JsonObject = { responses: { '200': { description: 'Taken' } } };
const BODY: JsonObject = { content: { 'application/json': { schema: { type: 'object' } } } };

function inACycle(more: JsonObject): JsonObject {
  const callbacks = { next: { $ref: '#/components/callbacks/Next' } };
  return {
    ...postOrders({ callbacks }),
    components: {
      callbacks: { Next: { '{$request.body#/url}': { post: { ...TAKEN, ...more, callbacks } } } },
    },
  };
}

function callback(operation: JsonObject | null, name = 'paid'): JsonObject {
  const entries = operation === null ? {} : { '{$request.query.url}': { post: { ...TAKEN, ...operation } } };
  return postOrders({ callbacks: { [name]: entries } });
}

function webhook(operation: JsonObject, version = '3.1.0'): JsonObject {
  return openapi({ webhooks: { paid: { post: { ...TAKEN, ...operation } } } }, version);
}

describe('callbacks and webhooks', () => {
  trap(
    'callbacks-in-a-cycle',
    'callbacks that lead back to themselves are compared once in each direction',
    () => ({
      before: inACycle({}),
      after: inACycle({ operationId: 'next' }),
      right: ['api-operation-id-added: safe'],
    }),
  );

  trap('callback-renamed', 'the name of a callback is never sent', () => ({
    before: callback({}),
    after: callback({}, 'payment'),
    right: [],
  }));

  trap('callback-payload-required', 'a payload that always comes takes nothing from who receives it', () => ({
    before: callback({ requestBody: BODY }),
    after: callback({ requestBody: { ...BODY, required: true } }),
    right: ['response-body-became-required: safe'],
  }));

  trap('callback-header-added', 'a further header that arrives is no demand', () => ({
    before: callback({}),
    after: callback({ parameters: [{ name: 'X-Sign', in: 'header', required: true, schema: {} }] }),
    right: ['response-header-added: safe'],
  }));

  trap('webhook-answer-header-required', 'a header that answers must carry now is a demand', () => {
    const answer = (required: boolean): JsonObject => ({
      responses: { '200': { description: 'Taken', headers: { 'X-Seen': { required, schema: {} } } } },
    });
    return {
      before: webhook(answer(false)),
      after: webhook(answer(true)),
      right: ['request-parameter-became-required: breaking'],
    };
  });

  trap('webhook-media-type-added', 'nobody asks the user of a webhook which media types it takes', () => ({
    before: webhook({ requestBody: BODY }),
    after: webhook({
      requestBody: { content: { 'application/xml': {}, 'application/json': { schema: { type: 'object' } } } },
    }),
    right: ['response-media-type-added: breaking'],
  }));

  trap('webhooks-of-3.0', 'webhooks that 3.0 had to spell as an extension are webhooks', () => ({
    before: openapi({ 'x-webhooks': { paid: { post: TAKEN } } }),
    after: webhook({}),
    right: [],
  }));
});
