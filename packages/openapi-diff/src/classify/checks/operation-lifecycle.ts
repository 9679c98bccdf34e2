import type { JsonObject } from '../../read/document.ts';
import { type CheckInput, defineCheck, type Example } from '../check.ts';
import { documentExample, operationExample } from '../example.ts';

const CLOCK: JsonObject = { now: '2029-06-01T00:00:00Z' };
const LATE: JsonObject = { now: '2030-06-01T00:00:00Z' };
const HURRIED: JsonObject = { now: '2029-12-25T00:00:00Z', deprecation: { graceDays: { stable: 90 } } };
const DEPRECATED: JsonObject = { deprecated: true };
const WITH_SUNSET: JsonObject = { deprecated: true, 'x-sunset': '2030-01-01' };
const UNREADABLE: JsonObject = { deprecated: true, 'x-sunset': 'soon' };

function at(example: Example, policy: JsonObject): Example {
  return { ...example, policy };
}

const DONE: JsonObject = { responses: { '200': { description: 'Done' } } };
const ORDERS: JsonObject = { post: DONE };

/** `GET /orders` before it goes, or the whole path `/books`. */
function removal(operation: JsonObject, what: 'operation' | 'path'): Example {
  const gone = { ...DONE, ...operation };
  const before =
    what === 'path'
      ? { '/orders': ORDERS, '/books': { get: gone } }
      : { '/orders': { ...ORDERS, get: gone } };
  return documentExample({ paths: before }, { paths: { '/orders': ORDERS } });
}

const JUDGED = {
  area: 'deprecation',
  law: 'sunset',
  usual: 'safe',
  levels: { safe: 'error' },
} as const satisfies Partial<CheckInput>;

const TOLD = { area: 'deprecation', law: 'annotation', usual: 'safe' } as const satisfies Partial<CheckInput>;

const removals = [
  defineCheck({
    id: 'api-removed-before-sunset',
    area: 'deprecation',
    law: 'sunset',
    usual: 'breaking',
    meaning: 'A deprecated operation is gone before its sunset date.',
    cause: ({ operation, name }) => `${operation} is gone before its sunset on ${name('sunset')}`,
    example: () => at(removal(WITH_SUNSET, 'operation'), CLOCK),
  }),
  defineCheck({
    id: 'api-path-removed-before-sunset',
    area: 'deprecation',
    law: 'sunset',
    usual: 'breaking',
    meaning: 'A path is gone before the sunset date of its deprecated operation.',
    cause: ({ operation, name }) =>
      `${operation} is gone with its path before its sunset on ${name('sunset')}`,
    example: () => at(removal(WITH_SUNSET, 'path'), CLOCK),
  }),
  defineCheck({
    id: 'api-removed-with-deprecation',
    area: 'deprecation',
    law: 'sunset',
    usual: 'safe',
    meaning: 'A deprecated operation is gone, after its sunset date.',
    cause: ({ operation }) => `${operation} is gone, as it was announced`,
    example: () => at(removal(WITH_SUNSET, 'operation'), LATE),
  }),
  defineCheck({
    id: 'api-path-removed-with-deprecation',
    area: 'deprecation',
    law: 'sunset',
    usual: 'safe',
    meaning: 'A path is gone, after the sunset date of its deprecated operation.',
    cause: ({ name }) => `path ${name('path')} is gone, as it was announced`,
    example: () => at(removal(WITH_SUNSET, 'path'), LATE),
  }),
  defineCheck({
    id: 'api-path-sunset-parse',
    area: 'deprecation',
    law: 'sunset',
    usual: 'breaking',
    meaning: 'A path is gone whose deprecated operation has a sunset that is no date.',
    cause: ({ name }) => `path ${name('path')} is gone, and its sunset ${name('sunset')} is no date`,
    example: () => at(removal(UNREADABLE, 'path'), CLOCK),
  }),
];

const announcements = [
  defineCheck({
    ...TOLD,
    id: 'endpoint-deprecated',
    meaning: 'The operation is deprecated from now on, with no date on which it will go.',
    cause: ({ operation }) => `${operation} is now deprecated`,
    example: () => operationExample({}, DEPRECATED),
  }),
  defineCheck({
    ...TOLD,
    id: 'endpoint-deprecated-with-sunset',
    meaning: 'The operation is deprecated from now on, and will go on a given date.',
    cause: ({ operation, name }) => `${operation} is now deprecated and will go on ${name('sunset')}`,
    example: () => at(operationExample({}, WITH_SUNSET), CLOCK),
  }),
  defineCheck({
    ...TOLD,
    id: 'endpoint-reactivated',
    meaning: 'The operation is no longer deprecated.',
    cause: ({ operation }) => `${operation} is no longer deprecated`,
    example: () => operationExample(DEPRECATED, {}),
  }),
  defineCheck({
    ...JUDGED,
    id: 'sunset-deleted',
    meaning: 'The operation stays deprecated, but the date on which it will go is no longer said.',
    cause: ({ operation, name }) => `${operation} has lost its sunset date ${name('sunsetBefore')}`,
    example: () => at(operationExample(WITH_SUNSET, DEPRECATED), CLOCK),
  }),
  defineCheck({
    ...TOLD,
    id: 'api-sunset-changed',
    meaning: 'The date on which the operation will go is another one, and leaves enough time.',
    cause: ({ operation, name }) => `${operation} will now go on ${name('sunset')}`,
    example: () => at(operationExample(WITH_SUNSET, { ...WITH_SUNSET, 'x-sunset': '2031-01-01' }), CLOCK),
  }),
  defineCheck({
    ...JUDGED,
    id: 'api-sunset-date-changed-too-small',
    meaning: 'The date on which the operation will go was moved to before the grace days have passed.',
    cause: ({ operation, name }) =>
      `${operation} will now go on ${name('sunset')}, sooner than after the ${name('days')} days of grace`,
    example: () => at(operationExample({ ...WITH_SUNSET, 'x-sunset': '2031-01-01' }, WITH_SUNSET), HURRIED),
  }),
  defineCheck({
    ...JUDGED,
    id: 'api-sunset-date-too-small',
    meaning: 'The operation is deprecated and will go before the grace days have passed.',
    cause: ({ operation, name }) =>
      `${operation} is deprecated and will go on ${name('sunset')}, sooner than after the ${name('days')} days of grace`,
    example: () => at(operationExample({}, WITH_SUNSET), HURRIED),
  }),
  defineCheck({
    ...JUDGED,
    id: 'api-deprecated-sunset-missing',
    meaning: 'The operation is deprecated, and the settings ask for a sunset date, which is missing.',
    cause: ({ operation }) => `${operation} is deprecated without the sunset date that the settings ask for`,
    example: () => at(operationExample({}, DEPRECATED), { ...CLOCK, deprecation: { sunset: 'required' } }),
  }),
  defineCheck({
    ...JUDGED,
    id: 'api-deprecated-sunset-parse',
    meaning: 'The operation is deprecated and its sunset is no date.',
    cause: ({ operation, name }) =>
      `${operation} is deprecated with the sunset ${name('sunset')}, which is no date`,
    example: () => at(operationExample({}, UNREADABLE), CLOCK),
  }),
];

const stability = [
  defineCheck({
    id: 'api-stability-decreased',
    area: 'stability',
    law: 'custom',
    usual: 'safe',
    levels: { safe: 'error' },
    meaning: 'The stability level of the operation is lower (`x-stability-level`).',
    cause: ({ operation, name }) => `${operation} is now ${name('to')} instead of ${name('from')}`,
    example: () => operationExample({ 'x-stability-level': 'stable' }, { 'x-stability-level': 'beta' }),
  }),
  defineCheck({
    id: 'api-stability-increased',
    area: 'stability',
    law: 'annotation',
    usual: 'safe',
    meaning: 'The stability level of the operation is higher (`x-stability-level`).',
    cause: ({ operation, name }) => `${operation} is now ${name('to')} instead of ${name('from')}`,
    example: () => operationExample({ 'x-stability-level': 'beta' }, { 'x-stability-level': 'stable' }),
  }),
  defineCheck({
    id: 'api-invalid-stability-level',
    area: 'stability',
    law: 'annotation',
    usual: 'safe',
    levels: { safe: 'warning' },
    differs: {
      listed: 'error',
      why: 'A misspelt extension takes nothing from a client; its owner should mend it.',
    },
    meaning: 'The stability level of the operation is none of draft, alpha, beta and stable.',
    cause: ({ operation, name }) => `${operation} has the unknown stability level ${name('to')}`,
    example: () => operationExample({}, { 'x-stability-level': 'solid' }),
  }),
];

/** Deprecation, sunset dates and stability levels of operations. */
export const operationLifecycleChecks = [...removals, ...announcements, ...stability];
