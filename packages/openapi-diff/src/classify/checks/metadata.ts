import { defineCheck } from '../check.ts';
import { operationExample } from '../example.ts';

/** The names that operations go by: ids and tags. */
export const metadataChecks = [
  defineCheck({
    id: 'api-operation-id-added',
    area: 'metadata',
    meaning: 'An operation has an `operationId`, which it had not.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ operation }) => `${operation} now has an \`operationId\``,
    example: () => operationExample({}, { operationId: 'createOrder' }),
  }),
  defineCheck({
    id: 'api-operation-id-removed',
    area: 'metadata',
    meaning: 'The `operationId` of an operation is gone or another one.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ operation, name, has }) =>
      has('to')
        ? `the \`operationId\` of ${operation} is now ${name('to')} instead of ${name('from')}`
        : `${operation} no longer has the \`operationId\` ${name('from')}`,
    example: () => operationExample({ operationId: 'createOrder' }, { operationId: 'addOrder' }),
  }),
  defineCheck({
    id: 'api-tag-added',
    area: 'metadata',
    meaning: 'An operation has a further tag.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ operation, name }) => `${operation} has the new tag ${name('tag')}`,
    example: () => operationExample({}, { tags: ['orders'] }),
  }),
  defineCheck({
    id: 'api-tag-removed',
    area: 'metadata',
    meaning: 'An operation has lost a tag.',
    law: 'annotation',
    usual: 'safe',
    cause: ({ operation, name }) => `${operation} no longer has the tag ${name('tag')}`,
    example: () => operationExample({ tags: ['orders'] }, {}),
  }),
];
