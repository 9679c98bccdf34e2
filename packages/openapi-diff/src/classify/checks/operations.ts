import type { JsonObject } from '../../read/document.ts';
import { defineCheck } from '../check.ts';
import { documentExample } from '../example.ts';

const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };
const POST: JsonObject = { '/orders': { post: DONE } };
const GET_AND_POST: JsonObject = { '/orders': { get: DONE, post: DONE } };
const ORDERS: JsonObject = { paths: POST };
const ORDERS_AND_BOOKS: JsonObject = { paths: { ...POST, '/books': { get: DONE } } };

/** Operations and paths that come and go. */
export const operationChecks = [
  defineCheck({
    id: 'endpoint-added',
    area: 'operations',
    meaning: 'An operation is new.',
    law: 'requests',
    usual: 'safe',
    cause: ({ operation }) => `${operation} is new`,
    example: () => documentExample(ORDERS, { paths: GET_AND_POST }),
  }),
  defineCheck({
    id: 'api-removed-without-deprecation',
    area: 'operations',
    meaning: 'An operation is gone, and was not deprecated before.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ operation }) => `${operation} is gone`,
    because: ({ has }) =>
      has('deprecated')
        ? 'its deprecation named no sunset date'
        : 'it is gone without having been deprecated',
    example: () => documentExample({ paths: GET_AND_POST }, ORDERS),
  }),
  defineCheck({
    id: 'api-path-removed-without-deprecation',
    area: 'operations',
    meaning: 'A path is gone with all its operations, and they were not deprecated before.',
    law: 'requests',
    usual: 'breaking',
    cause: ({ name }) => `path ${name('path')} is gone with all its operations`,
    because: ({ has }) =>
      has('deprecated')
        ? 'its path is gone, and its deprecation named no sunset date'
        : 'its path is gone without having been deprecated',
    example: () => documentExample(ORDERS_AND_BOOKS, ORDERS),
  }),
];
