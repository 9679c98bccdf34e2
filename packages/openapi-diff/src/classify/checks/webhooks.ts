import type { JsonObject } from '../../read/document.ts';
import { type CheckInput, defineCheck } from '../check.ts';
import { documentExample, jsonContent, operationExample } from '../example.ts';

const PAYLOAD: JsonObject = {
  content: jsonContent({ type: 'object', properties: { id: { type: 'integer' } } }),
};
const ANSWERED: JsonObject = { responses: { '200': { description: 'Taken' } } };

function webhook(operation: JsonObject | null): JsonObject {
  return { webhooks: operation === null ? {} : { paid: { post: { ...ANSWERED, ...operation } } } };
}

function callback(operation: JsonObject | null): JsonObject {
  return {
    callbacks:
      operation === null ? {} : { paid: { '{$request.query.url}': { post: { ...ANSWERED, ...operation } } } },
  };
}

const EXAMPLES = {
  webhook: (before: JsonObject | null, after: JsonObject | null) =>
    documentExample(webhook(before), webhook(after)),
  callback: (before: JsonObject | null, after: JsonObject | null) =>
    operationExample(callback(before), callback(after)),
};

/** What comes and goes as a whole, and what may be answered, for webhooks and callbacks alike. */
function turnedChecks(kind: 'webhook' | 'callback') {
  const common = { area: 'webhooks and callbacks' } as const satisfies Partial<CheckInput>;
  const further = { responses: { '200': { description: 'Taken' }, '202': { description: 'Kept' } } };
  return [
    defineCheck({
      ...common,
      id: `${kind}-added`,
      meaning: `A ${kind} is new.`,
      law: 'responses',
      usual: 'safe',
      cause: ({ name }) => `${kind} ${name('name')} is new`,
      example: () => EXAMPLES[kind](null, {}),
    }),
    defineCheck({
      ...common,
      id: `${kind}-removed`,
      meaning: `A ${kind} is gone: what its user waits for does not come any more.`,
      law: 'exchange',
      usual: 'breaking',
      cause: ({ name }) => `${kind} ${name('name')} is gone`,
      example: () => EXAMPLES[kind]({}, null),
    }),
    defineCheck({
      ...common,
      id: `${kind}-status-added`,
      meaning: `The user of a ${kind} may answer with a further status.`,
      law: 'requests',
      usual: 'safe',
      cause: ({ operation, name }) => `${operation} may now be answered with ${name('status')}`,
      example: () => EXAMPLES[kind]({}, further),
    }),
    defineCheck({
      ...common,
      id: `${kind}-status-removed`,
      meaning: `The user of a ${kind} may no longer answer with a status.`,
      law: 'requests',
      usual: 'breaking',
      cause: ({ operation, name }) => `${operation} may no longer be answered with ${name('status')}`,
      example: () => EXAMPLES[kind](further, {}),
    }),
  ];
}

const payloads = [
  defineCheck({
    id: 'response-body-added',
    area: 'webhooks and callbacks',
    meaning: 'A webhook or callback carries a payload, which it did not.',
    law: 'responses',
    usual: 'safe',
    cause: ({ operation }) => `${operation} now carries a payload`,
    example: () => EXAMPLES.webhook({}, { requestBody: PAYLOAD }),
  }),
  defineCheck({
    id: 'response-body-removed',
    area: 'webhooks and callbacks',
    meaning: 'A webhook or callback no longer carries a payload.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ operation }) => `${operation} no longer carries a payload`,
    example: () => EXAMPLES.webhook({ requestBody: PAYLOAD }, {}),
  }),
  defineCheck({
    id: 'response-body-became-optional',
    area: 'webhooks and callbacks',
    meaning: 'The payload of a webhook or callback may be missing.',
    law: 'responses',
    usual: 'breaking',
    cause: ({ operation }) => `the payload of ${operation} may now be missing`,
    example: () =>
      EXAMPLES.webhook({ requestBody: { ...PAYLOAD, required: true } }, { requestBody: PAYLOAD }),
  }),
  defineCheck({
    id: 'response-body-became-required',
    area: 'webhooks and callbacks',
    meaning: 'The payload of a webhook or callback always comes.',
    law: 'responses',
    usual: 'safe',
    cause: ({ operation }) => `the payload of ${operation} now always comes`,
    example: () =>
      EXAMPLES.webhook({ requestBody: PAYLOAD }, { requestBody: { ...PAYLOAD, required: true } }),
  }),
];

/** Webhooks and callbacks: their direction is turned round, as their user sees it. */
export const webhookChecks = [...turnedChecks('webhook'), ...turnedChecks('callback'), ...payloads];
