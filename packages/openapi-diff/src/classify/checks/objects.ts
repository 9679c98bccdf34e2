import { schemaFamily } from '../family.ts';

const OPEN = { type: 'object', properties: { id: { type: 'integer' } }, additionalProperties: true } as const;
const CLOSED = { ...OPEN, additionalProperties: false } as const;
const TEXTS = { ...OPEN, additionalProperties: { type: 'string' } } as const;
const PART = { allOf: [{ properties: { id: { type: 'integer' } } }] } as const;

/** What an object allows beside its declared properties, and how its properties depend on each other. */
export const objectChecks = [
  ...schemaFamily({
    event: 'additional-properties-forbidden',
    area: 'properties',
    effect: 'narrows',
    meaning: 'properties that are not declared are no longer allowed (`additionalProperties: false`)',
    cause: ({ part, inside }) => `${part} may no longer carry undeclared properties${inside}`,
    because: ({ part }) => `${part} allows declared properties only`,
    example: { before: OPEN, after: CLOSED },
  }),
  ...schemaFamily({
    event: 'additional-properties-allowed',
    area: 'properties',
    effect: 'widens',
    meaning: 'properties that are not declared are now allowed (no more `additionalProperties: false`)',
    cause: ({ part, inside }) => `${part} may now carry undeclared properties${inside}`,
    because: ({ part }) => `${part} allowed declared properties only`,
    example: { before: CLOSED, after: OPEN },
  }),
  ...schemaFamily({
    event: 'additional-properties-restricted',
    area: 'properties',
    effect: 'narrows',
    meaning: 'properties that are not declared must match a schema from now on',
    cause: ({ part, inside }) => `undeclared properties of ${part} must now match a schema${inside}`,
    because: ({ part }) => `undeclared properties of ${part} must match a schema`,
    example: { before: OPEN, after: TEXTS },
  }),
  ...schemaFamily({
    event: 'additional-properties-unrestricted',
    area: 'properties',
    effect: 'widens',
    meaning: 'properties that are not declared no longer have to match a schema',
    cause: ({ part, inside }) => `undeclared properties of ${part} no longer have to match a schema${inside}`,
    because: ({ part }) => `undeclared properties of ${part} had to match a schema`,
    example: { before: TEXTS, after: OPEN },
  }),
  ...schemaFamily({
    event: 'pattern-property-added',
    area: 'properties',
    effect: 'narrows',
    meaning: 'properties whose names match a pattern must match a schema from now on',
    cause: ({ part, name, inside }) =>
      `properties of ${part} that match ${name('key')} now have a schema of their own${inside}`,
    because: ({ part, name }) => `properties of ${part} that match ${name('key')} have a schema of their own`,
    example: {
      before: { type: 'object', additionalProperties: true },
      after: { type: 'object', additionalProperties: true, patternProperties: { '^x-': { type: 'string' } } },
    },
  }),
  ...schemaFamily({
    event: 'pattern-property-removed',
    area: 'properties',
    effect: 'widens',
    meaning: 'properties whose names match a pattern no longer have to match a schema',
    cause: ({ part, name, inside }) =>
      `properties of ${part} that match ${name('key')} no longer have a schema of their own${inside}`,
    because: ({ part, name }) => `properties of ${part} that match ${name('key')} had a schema of their own`,
    example: {
      before: {
        type: 'object',
        additionalProperties: true,
        patternProperties: { '^x-': { type: 'string' } },
      },
      after: { type: 'object', additionalProperties: true },
    },
  }),
  ...schemaFamily({
    event: 'property-names-added',
    area: 'properties',
    effect: 'narrows',
    meaning: 'property names must match a schema from now on (`propertyNames`)',
    cause: ({ part, inside }) => `the property names of ${part} must now match a schema${inside}`,
    because: ({ part }) => `the property names of ${part} must match a schema`,
    example: {
      before: { type: 'object', additionalProperties: true },
      after: { type: 'object', additionalProperties: true, propertyNames: { maxLength: 3 } },
    },
  }),
  ...schemaFamily({
    event: 'property-names-removed',
    area: 'properties',
    effect: 'widens',
    meaning: 'property names no longer have to match a schema (`propertyNames`)',
    cause: ({ part, inside }) => `the property names of ${part} no longer have to match a schema${inside}`,
    because: ({ part }) => `the property names of ${part} had to match a schema`,
    example: {
      before: { type: 'object', additionalProperties: true, propertyNames: { maxLength: 3 } },
      after: { type: 'object', additionalProperties: true },
    },
  }),
  ...schemaFamily({
    event: 'dependent-required-added',
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property asks for others beside it (`dependentRequired`)',
    cause: ({ part, name, text, inside }) => `${name('key')} in ${part} now asks for ${text('to')}${inside}`,
    because: ({ name, text }) => `${name('key')} asks for ${text('to')}`,
    example: {
      before: { type: 'object', properties: { card: {}, address: {} } },
      after: {
        type: 'object',
        properties: { card: {}, address: {} },
        dependentRequired: { card: ['address'] },
      },
    },
  }),
  ...schemaFamily({
    event: 'dependent-required-removed',
    area: 'properties',
    effect: 'widens',
    meaning: 'a property no longer asks for others beside it (`dependentRequired`)',
    cause: ({ part, name, text, inside }) =>
      `${name('key')} in ${part} no longer asks for ${text('from')}${inside}`,
    because: ({ name, text }) => `${name('key')} never came without ${text('from')}`,
    example: {
      before: {
        type: 'object',
        properties: { id: { type: 'integer' }, card: {}, address: {} },
        required: ['id'],
        dependentRequired: { card: ['address'] },
      },
      after: {
        type: 'object',
        properties: { id: { type: 'integer' }, card: {}, address: {} },
        required: ['id'],
      },
    },
  }),
  ...schemaFamily({
    event: 'dependent-required-changed',
    area: 'properties',
    effect: 'either',
    meaning: 'a property asks for other properties beside it than before (`dependentRequired`)',
    cause: ({ part, name, text, inside }) =>
      `${name('key')} in ${part} now asks for ${text('to')} instead of ${text('from')}${inside}`,
    because: ({ name, text }) => `${name('key')} asked for ${text('from')} and now asks for ${text('to')}`,
    example: {
      before: {
        type: 'object',
        properties: { id: { type: 'integer' }, card: {}, address: {}, name: {} },
        required: ['id'],
        dependentRequired: { card: ['address'] },
      },
      after: {
        type: 'object',
        properties: { id: { type: 'integer' }, card: {}, address: {}, name: {} },
        required: ['id'],
        dependentRequired: { card: ['name'] },
      },
    },
  }),
  ...schemaFamily({
    event: 'dependent-schema-added',
    area: 'properties',
    effect: 'narrows',
    meaning: 'a property puts the whole object under a further schema (`dependentSchemas`)',
    cause: ({ part, name, inside }) => `${name('key')} now puts ${part} under a further schema${inside}`,
    because: ({ part, name }) => `${name('key')} puts ${part} under a further schema`,
    example: {
      before: { type: 'object', properties: { card: {}, total: { type: 'number' } } },
      after: {
        type: 'object',
        properties: { card: {}, total: { type: 'number' } },
        dependentSchemas: { card: { properties: { total: { minimum: 1 } } } },
      },
    },
  }),
  ...schemaFamily({
    event: 'dependent-schema-removed',
    area: 'properties',
    effect: 'widens',
    meaning: 'a property no longer puts the whole object under a further schema (`dependentSchemas`)',
    cause: ({ part, name, inside }) =>
      `${name('key')} no longer puts ${part} under a further schema${inside}`,
    because: ({ part, name }) => `${name('key')} put ${part} under a further schema`,
    example: {
      before: {
        type: 'object',
        properties: { card: {}, total: { type: 'number' } },
        dependentSchemas: { card: { properties: { total: { minimum: 1 } } } },
      },
      after: { type: 'object', properties: { card: {}, total: { type: 'number' } } },
    },
  }),
  ...schemaFamily({
    event: 'dependent-schema-changed',
    area: 'properties',
    effect: 'either',
    meaning: 'a property puts the whole object under another schema than before (`dependentSchemas`)',
    cause: ({ part, name, inside }) => `${name('key')} now puts ${part} under another schema${inside}`,
    because: ({ part, name }) => `${name('key')} puts ${part} under another schema than before`,
    example: {
      before: {
        type: 'object',
        properties: { card: {}, total: { type: 'number' } },
        dependentSchemas: { card: { properties: { total: { minimum: 1, maximum: 5 } } } },
      },
      after: {
        type: 'object',
        properties: { card: {}, total: { type: 'number' } },
        dependentSchemas: { card: { properties: { total: { minimum: 3, maximum: 9 } } } },
      },
    },
  }),
  ...schemaFamily({
    event: 'unevaluated-properties-added',
    area: 'properties',
    effect: 'narrows',
    meaning: 'properties that no part of the schema looks at are restricted (`unevaluatedProperties`)',
    cause: ({ part, inside }) => `${part} now restricts properties that nothing declares${inside}`,
    because: ({ part }) => `${part} restricts properties that nothing declares`,
    example: {
      before: { type: 'object', ...PART, additionalProperties: { type: 'string' } },
      after: { type: 'object', ...PART, unevaluatedProperties: false },
    },
  }),
  ...schemaFamily({
    event: 'unevaluated-properties-removed',
    area: 'properties',
    effect: 'widens',
    meaning: 'properties that no part of the schema looks at are free (`unevaluatedProperties`)',
    cause: ({ part, inside }) => `${part} no longer restricts properties that nothing declares${inside}`,
    because: ({ part }) => `${part} restricted properties that nothing declares`,
    example: {
      before: { type: 'object', ...PART, unevaluatedProperties: false },
      after: { type: 'object', ...PART, unevaluatedProperties: true },
    },
  }),
  ...schemaFamily({
    event: 'unevaluated-properties-changed',
    area: 'properties',
    effect: 'either',
    meaning: 'properties that no part of the schema looks at have another schema (`unevaluatedProperties`)',
    cause: ({ part, inside }) => `${part} has another schema for properties that nothing declares${inside}`,
    example: {
      before: { type: 'object', ...PART, unevaluatedProperties: { type: 'string' } },
      after: { type: 'object', ...PART, unevaluatedProperties: { type: 'boolean' } },
    },
  }),
];
