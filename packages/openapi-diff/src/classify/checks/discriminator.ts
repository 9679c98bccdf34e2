import type { SchemaPlace } from '../../compare/explain/schema-place.ts';
import type { JsonObject } from '../../read/document.ts';
import { type FamilyDifference, type SchemaEvent, schemaFamily } from '../family.ts';

function cards(discriminator: JsonObject | null): JsonObject {
  return {
    oneOf: [
      {
        type: 'object',
        properties: { kind: { const: 'card' }, way: { const: 'card' } },
        required: ['kind', 'way'],
      },
      {
        type: 'object',
        properties: { kind: { const: 'cash' }, way: { const: 'cash' } },
        required: ['kind', 'way'],
      },
    ],
    ...(discriminator === null ? {} : { discriminator }),
  };
}

const LISTED_AT: readonly SchemaPlace[] = [
  'request-body',
  'request-property',
  'response-body',
  'response-property',
];

const DIFFERS: readonly FamilyDifference[] = [
  {
    at: LISTED_AT,
    listed: 'info',
    why: 'whoever picks the schema of a value by the discriminator, as generated clients do, picks another one now or none',
  },
];

const NOTED = {
  area: 'discriminator',
  effect: 'none',
  law: 'annotation',
} as const satisfies Partial<SchemaEvent>;

const WARNED = {
  area: 'discriminator',
  effect: 'none',
  law: 'custom',
  levels: () => ({ safe: 'warning' }),
  differs: DIFFERS,
} as const satisfies Partial<SchemaEvent>;

/** The property by which a schema is picked. */
export const discriminatorChecks = [
  ...schemaFamily({
    ...NOTED,
    event: 'discriminator-added',
    meaning: 'a discriminator names the property by which the schema is picked',
    cause: ({ part, name, inside }) => `the schema of ${part} is now picked by ${name('to')}${inside}`,
    example: { before: cards(null), after: cards({ propertyName: 'kind' }) },
  }),
  ...schemaFamily({
    ...WARNED,
    event: 'discriminator-removed',
    meaning: 'no discriminator names the property any more by which the schema is picked',
    cause: ({ part, name, inside }) =>
      `the schema of ${part} is no longer picked by ${name('from')}${inside}`,
    example: { before: cards({ propertyName: 'kind' }), after: cards(null) },
  }),
  ...schemaFamily({
    ...WARNED,
    event: 'discriminator-property-name-changed',
    meaning: 'the schema is picked by another property',
    cause: ({ part, name, inside }) =>
      `the schema of ${part} is now picked by ${name('to')} instead of ${name('from')}${inside}`,
    example: { before: cards({ propertyName: 'kind' }), after: cards({ propertyName: 'way' }) },
  }),
  ...schemaFamily({
    ...NOTED,
    event: 'discriminator-mapping-added',
    meaning: 'a further value picks a schema',
    cause: ({ part, name, inside }) => `${name('value')} now picks a schema of ${part}${inside}`,
    example: {
      before: cards({ propertyName: 'kind', mapping: { card: 'Card' } }),
      after: cards({ propertyName: 'kind', mapping: { card: 'Card', cash: 'Cash' } }),
    },
  }),
  ...schemaFamily({
    ...WARNED,
    event: 'discriminator-mapping-deleted',
    meaning: 'a value no longer picks a schema',
    cause: ({ part, name, inside }) => `${name('value')} no longer picks a schema of ${part}${inside}`,
    example: {
      before: cards({ propertyName: 'kind', mapping: { card: 'Card', cash: 'Cash' } }),
      after: cards({ propertyName: 'kind', mapping: { card: 'Card' } }),
    },
  }),
  ...schemaFamily({
    ...WARNED,
    event: 'discriminator-mapping-changed',
    meaning: 'a value picks another schema',
    cause: ({ part, name, inside }) => `${name('value')} now picks another schema of ${part}${inside}`,
    example: {
      before: cards({ propertyName: 'kind', mapping: { card: 'Card' } }),
      after: cards({ propertyName: 'kind', mapping: { card: 'CreditCard' } }),
    },
  }),
];
