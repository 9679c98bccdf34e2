import type { SchemaPlace } from '../../compare/explain/schema-place.ts';
import { type FamilyDifference, type SchemaEvent, schemaFamily } from '../family.ts';

const WHOLE_AND_PARTS: readonly SchemaPlace[] = [
  'request-body',
  'request-property',
  'response-body',
  'response-property',
];

const DIFFERS: readonly FamilyDifference[] = [
  {
    at: WHOLE_AND_PARTS,
    listed: 'info',
    why: 'the contract is the same, but leaving the value out means something else now: worth a look in both directions',
  },
  {
    at: ['request-parameter'],
    listed: 'error',
    why: 'the contract is the same: every request that was accepted is accepted still, though it may mean something else',
  },
];

const COMMON = {
  area: 'defaults',
  effect: 'none',
  law: 'custom',
  levels: () => ({ safe: 'warning' }),
  differs: DIFFERS,
} as const satisfies Partial<SchemaEvent>;

/** What is assumed where a value is left out. */
export const defaultChecks = [
  ...schemaFamily({
    ...COMMON,
    event: 'default-value-added',
    meaning: 'a default was given',
    cause: ({ part, text, inside }) => `leaving ${part} out now means ${text('to')}${inside}`,
    example: { before: { type: 'integer' }, after: { type: 'integer', default: 10 } },
  }),
  ...schemaFamily({
    ...COMMON,
    event: 'default-value-changed',
    meaning: 'the default is another one',
    cause: ({ part, text, inside }) =>
      `leaving ${part} out now means ${text('to')} instead of ${text('from')}${inside}`,
    example: { before: { type: 'integer', default: 10 }, after: { type: 'integer', default: 20 } },
  }),
  ...schemaFamily({
    ...COMMON,
    event: 'default-value-removed',
    meaning: 'the default was dropped',
    cause: ({ part, text, inside }) => `leaving ${part} out no longer means ${text('from')}${inside}`,
    example: { before: { type: 'integer', default: 10 }, after: { type: 'integer' } },
  }),
];
