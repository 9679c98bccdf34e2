import type { JsonObject } from '../../read/document.ts';
import type { Check } from '../check.ts';
import { type SchemaEvent, schemaFamily } from '../family.ts';

const PLAIN: JsonObject = { type: 'string' };
const DEPRECATED: JsonObject = { type: 'string', deprecated: true };
const WITH_SUNSET: JsonObject = { ...DEPRECATED, 'x-sunset': '2030-01-01' };
const CLOCK: JsonObject = { now: '2029-06-01T00:00:00Z' };

const PROPERTIES = ['request-property', 'response-property'] as const;

const COMMON = {
  area: 'deprecation',
  effect: 'none',
  places: PROPERTIES,
} as const satisfies Partial<SchemaEvent>;

const JUDGED = {
  ...COMMON,
  law: 'sunset',
  levels: () => ({ safe: 'error' }),
} as const satisfies Partial<SchemaEvent>;

const deprecation: readonly Check[] = [
  ...schemaFamily({
    ...COMMON,
    event: 'deprecated',
    meaning: 'the property is deprecated from now on, with no date on which it will go',
    cause: ({ part, inside }) => `${part} is now deprecated${inside}`,
    example: { before: PLAIN, after: DEPRECATED },
  }),
  ...schemaFamily({
    ...COMMON,
    event: 'deprecated-with-sunset',
    meaning: 'the property is deprecated from now on, and will go on a given date',
    cause: ({ part, name, inside }) => `${part} is now deprecated and will go on ${name('sunset')}${inside}`,
    example: { before: PLAIN, after: WITH_SUNSET },
    policy: CLOCK,
  }),
  ...schemaFamily({
    ...JUDGED,
    event: 'deprecated-sunset-missing',
    meaning: 'the property is deprecated, and the settings ask for a sunset date, which is missing',
    cause: ({ part, inside }) =>
      `${part} is deprecated${inside} without the sunset date that the settings ask for`,
    example: { before: PLAIN, after: DEPRECATED },
    policy: { ...CLOCK, deprecation: { sunset: 'required' } },
  }),
  ...schemaFamily({
    ...JUDGED,
    event: 'deprecated-sunset-invalid',
    meaning: 'the property is deprecated and its sunset is no date',
    cause: ({ part, name, inside }) =>
      `${part} is deprecated${inside} with the sunset ${name('sunset')}, which is no date`,
    example: { before: PLAIN, after: { ...DEPRECATED, 'x-sunset': 'soon' } },
    policy: CLOCK,
  }),
  ...schemaFamily({
    ...JUDGED,
    event: 'sunset-date-too-small',
    meaning: 'the property is deprecated and its sunset comes before the grace days have passed',
    cause: ({ part, name, inside }) =>
      `${part} is deprecated${inside} and will go on ${name('sunset')}, sooner than after the ${name('days')} days of grace`,
    example: { before: PLAIN, after: WITH_SUNSET },
    policy: { now: '2029-12-25T00:00:00Z', deprecation: { graceDays: { stable: 90 } } },
  }),
  ...schemaFamily({
    ...COMMON,
    event: 'reactivated',
    meaning: 'the property is no longer deprecated',
    cause: ({ part, inside }) => `${part} is no longer deprecated${inside}`,
    example: { before: DEPRECATED, after: PLAIN },
  }),
  ...schemaFamily({
    ...COMMON,
    event: 'sunset-changed',
    meaning: 'the date on which the property will go is another one',
    cause: ({ part, inside }) => `the sunset of ${part} is another date${inside}`,
    example: { before: WITH_SUNSET, after: { ...DEPRECATED, 'x-sunset': '2031-01-01' } },
    policy: CLOCK,
  }),
];

const stability: readonly Check[] = [
  ...schemaFamily({
    area: 'stability',
    effect: 'none',
    law: 'custom',
    places: PROPERTIES,
    levels: () => ({ safe: 'error' }),
    event: 'stability-decreased',
    meaning: 'the stability level of the property is lower (`x-stability-level`)',
    cause: ({ part, text, inside }) => `${part} is now ${text('to')} instead of ${text('from')}${inside}`,
    example: {
      before: { type: 'string', 'x-stability-level': 'stable' },
      after: { type: 'string', 'x-stability-level': 'beta' },
    },
  }),
  ...schemaFamily({
    area: 'stability',
    effect: 'none',
    places: PROPERTIES,
    event: 'stability-increased',
    meaning: 'the stability level of the property is higher (`x-stability-level`)',
    cause: ({ part, text, inside }) => `${part} is now ${text('to')} instead of ${text('from')}${inside}`,
    example: {
      before: { type: 'string', 'x-stability-level': 'beta' },
      after: { type: 'string', 'x-stability-level': 'stable' },
    },
  }),
];

/** Deprecation, sunset dates and stability levels of properties. */
export const propertyLifecycleChecks = [...deprecation, ...stability];
