import type { JsonObject } from '../../read/document.ts';
import { type CheckInput, defineCheck, type Example } from '../check.ts';
import { operationExample, parameterExample } from '../example.ts';

const CLOCK: JsonObject = { now: '2029-06-01T00:00:00Z' };
const LATE: JsonObject = { now: '2030-06-01T00:00:00Z' };
const HURRIED: JsonObject = { now: '2029-12-25T00:00:00Z', deprecation: { graceDays: { stable: 90 } } };
const LIMIT: JsonObject = { name: 'limit', in: 'query', schema: { type: 'integer' } };
const DEPRECATED: JsonObject = { ...LIMIT, deprecated: true };
const WITH_SUNSET: JsonObject = { ...DEPRECATED, 'x-sunset': '2030-01-01' };
const UNREADABLE: JsonObject = { ...DEPRECATED, 'x-sunset': 'soon' };

function at(example: Example, policy: JsonObject): Example {
  return { ...example, policy };
}

function removal(parameter: JsonObject): Example {
  return operationExample({ parameters: [parameter] }, {});
}

const JUDGED = {
  area: 'deprecation',
  law: 'sunset',
  usual: 'safe',
  levels: { safe: 'error' },
} as const satisfies Partial<CheckInput>;

const TOLD = { area: 'deprecation', law: 'annotation', usual: 'safe' } as const satisfies Partial<CheckInput>;

/** Deprecation and sunset dates of parameters. */
export const parameterLifecycleChecks = [
  defineCheck({
    ...TOLD,
    id: 'request-parameter-deprecated',
    meaning: 'The parameter is deprecated from now on.',
    cause: ({ place }) => `${place} is now deprecated`,
    example: () => parameterExample(LIMIT, DEPRECATED),
  }),
  defineCheck({
    ...TOLD,
    id: 'request-parameter-reactivated',
    meaning: 'The parameter is no longer deprecated.',
    cause: ({ place }) => `${place} is no longer deprecated`,
    example: () => parameterExample(DEPRECATED, LIMIT),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-removed-before-sunset',
    meaning: 'A deprecated parameter is gone before its sunset date.',
    cause: ({ place, name }) => `${place} is gone before its sunset on ${name('sunset')}`,
    example: () => at(removal(WITH_SUNSET), CLOCK),
  }),
  defineCheck({
    ...TOLD,
    id: 'request-parameter-removed-with-deprecation',
    law: 'sunset',
    meaning: 'A deprecated parameter is gone, after its sunset date.',
    cause: ({ place }) => `${place} is gone, as it was announced`,
    example: () => at(removal(WITH_SUNSET), LATE),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-deprecated-sunset-missing',
    meaning: 'The parameter is deprecated, and the settings ask for a sunset date, which is missing.',
    cause: ({ place }) => `${place} is deprecated without the sunset date that the settings ask for`,
    example: () => at(parameterExample(LIMIT, DEPRECATED), { ...CLOCK, deprecation: { sunset: 'required' } }),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-sunset-date-too-small',
    meaning: 'The parameter is deprecated and will go before the grace days have passed.',
    cause: ({ place, name }) =>
      `${place} is deprecated and will go on ${name('sunset')}, sooner than after the ${name('days')} days of grace`,
    example: () => at(parameterExample(LIMIT, WITH_SUNSET), HURRIED),
  }),
  defineCheck({
    ...TOLD,
    id: 'request-parameter-sunset-changed',
    meaning: 'The date on which the parameter will go is another one, and leaves enough time.',
    cause: ({ place, name }) => `${place} will now go on ${name('sunset')}`,
    example: () => at(parameterExample(WITH_SUNSET, { ...WITH_SUNSET, 'x-sunset': '2031-01-01' }), CLOCK),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-sunset-date-changed-too-small',
    meaning: 'The date on which the parameter will go was moved to before the grace days have passed.',
    cause: ({ place, name }) =>
      `${place} will now go on ${name('sunset')}, sooner than after the ${name('days')} days of grace`,
    example: () => at(parameterExample({ ...WITH_SUNSET, 'x-sunset': '2031-01-01' }, WITH_SUNSET), HURRIED),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-sunset-deleted',
    meaning: 'The parameter stays deprecated, but the date on which it will go is no longer said.',
    cause: ({ place, name }) => `${place} has lost its sunset date ${name('sunsetBefore')}`,
    example: () => at(parameterExample(WITH_SUNSET, DEPRECATED), CLOCK),
  }),
  defineCheck({
    ...JUDGED,
    id: 'request-parameter-sunset-parse',
    meaning: 'The parameter is deprecated and its sunset is no date.',
    cause: ({ place, name }) => `${place} is deprecated with the sunset ${name('sunset')}, which is no date`,
    example: () => at(parameterExample(LIMIT, UNREADABLE), CLOCK),
  }),
];
