import { schemaFamily } from '../family.ts';

/** Schemas that allow nothing, and differences of meaning that no single keyword accounts for. */
export const wholeChecks = [
  ...schemaFamily({
    event: 'became-forbidden',
    area: 'whole schemas',
    effect: 'narrows',
    meaning: 'no value at all is allowed any more (a `false` schema)',
    cause: ({ part, inside }) => `${part} is now forbidden${inside}`,
    because: ({ part }) => `${part} must not be there`,
    example: { before: { type: 'string' }, after: { not: {} } },
  }),
  ...schemaFamily({
    event: 'became-not-forbidden',
    area: 'whole schemas',
    effect: 'widens',
    meaning: 'values are allowed where none was (no more `false` schema)',
    cause: ({ part, inside }) => `${part} is no longer forbidden${inside}`,
    because: ({ part }) => `${part} was forbidden`,
    example: { before: { not: {} }, after: { type: 'string' } },
  }),
  ...schemaFamily({
    event: 'schema-narrowed',
    area: 'whole schemas',
    effect: 'narrows',
    meaning: 'fewer values are allowed, for a reason that no single keyword accounts for',
    cause: ({ part, inside }) => `${part} allows less than before${inside}`,
    because: ({ part }) => `${part} allows less than before`,
    example: {
      before: {
        oneOf: [
          { type: 'integer', minimum: 10 },
          { type: 'integer', maximum: 5 },
        ],
      },
      after: {
        oneOf: [
          { type: 'integer', minimum: 10 },
          { type: 'integer', maximum: 20 },
        ],
      },
    },
  }),
  ...schemaFamily({
    event: 'schema-widened',
    area: 'whole schemas',
    effect: 'widens',
    meaning: 'more values are allowed, for a reason that no single keyword accounts for',
    cause: ({ part, inside }) => `${part} allows more than before${inside}`,
    because: ({ part }) => `${part} allowed less than now`,
    example: {
      before: {
        oneOf: [
          { type: 'integer', minimum: 10 },
          { type: 'integer', maximum: 20 },
        ],
      },
      after: {
        oneOf: [
          { type: 'integer', minimum: 10 },
          { type: 'integer', maximum: 5 },
        ],
      },
    },
  }),
];
