import { schemaFamily } from '../family.ts';

const REQUEST_PLACES_WITH_LIST = ['request-property', 'request-parameter'] as const;

/** Enumerations and constants. */
export const allowedValueChecks = [
  ...schemaFamily({
    event: 'became-enum',
    area: 'allowed values',
    effect: 'narrows',
    meaning: 'only listed values are allowed from now on',
    cause: ({ part, text, inside }) => `${part} is now limited to ${text('values')}${inside}`,
    because: ({ part, text }) => `${part} must be one of ${text('values')}`,
    example: { before: { type: 'string' }, after: { type: 'string', enum: ['new', 'paid'] } },
  }),
  ...schemaFamily({
    event: 'became-enum',
    id: () => 'request-header-property-became-enum',
    places: ['request-parameter'],
    area: 'allowed values',
    effect: 'narrows',
    meaning: 'a property of an object in a header takes only listed values from now on',
    cause: ({ part, text, inside }) => `${part} is now limited to ${text('values')}${inside}`,
    because: ({ part, text }) => `${part} must be one of ${text('values')}`,
    example: {
      before: { type: 'object', properties: { state: { type: 'string' } } },
      after: { type: 'object', properties: { state: { type: 'string', enum: ['new', 'paid'] } } },
    },
    parameterIn: 'header',
  }),
  ...schemaFamily({
    event: 'became-not-enum',
    area: 'allowed values',
    effect: 'widens',
    meaning: 'the list of allowed values was dropped',
    cause: ({ part, text, inside }) => `${part} is no longer limited to ${text('values')}${inside}`,
    because: ({ part, text }) => `${part} was one of ${text('values')}`,
    example: { before: { type: 'string', enum: ['new', 'paid'] }, after: { type: 'string' } },
  }),
  ...schemaFamily({
    event: 'enum-value-added',
    area: 'allowed values',
    effect: 'widens',
    meaning:
      'a value joined the list of allowed ones: in a response a warning, because most clients are written to cope; an error with `responses.enum: closed`, a note where `x-extensible-enum` announces it',
    cause: ({ part, text, inside }) => `${part} may now also be ${text('values')}${inside}`,
    because: ({ part, text }) => `${part} was one of ${text('known')}`,
    example: {
      before: { type: 'string', enum: ['new', 'paid'] },
      after: { type: 'string', enum: ['new', 'paid', 'sent'] },
    },
    levels: (direction) => (direction === 'response' ? { breaking: 'warning' } : {}),
  }),
  ...schemaFamily({
    event: 'enum-value-removed',
    area: 'allowed values',
    effect: 'narrows',
    meaning: 'a value left the list of allowed ones',
    cause: ({ part, text, inside }) => `${part} can no longer be ${text('values')}${inside}`,
    because: ({ part, text }) => `${part} must be one of ${text('known')}`,
    example: {
      before: { type: 'string', enum: ['new', 'paid', 'sent'] },
      after: { type: 'string', enum: ['new', 'paid'] },
    },
    id: (place) =>
      place === 'response-body' ? 'response-mediatype-enum-value-removed' : `${place}-enum-value-removed`,
  }),
  ...schemaFamily({
    event: 'const-added',
    area: 'allowed values',
    effect: 'narrows',
    meaning: 'one value alone is allowed from now on',
    cause: ({ part, text, inside }) => `${part} is now always ${text('to')}${inside}`,
    because: ({ part, text }) => `${part} must be ${text('to')}`,
    example: { before: { type: 'string' }, after: { type: 'string', const: 'EUR' } },
  }),
  ...schemaFamily({
    event: 'const-changed',
    area: 'allowed values',
    effect: 'either',
    meaning: 'the one value that is allowed is another one',
    cause: ({ part, text, inside }) => `${part} is now ${text('to')} instead of ${text('from')}${inside}`,
    because: ({ part, text }) => `${part} was ${text('from')} and is now ${text('to')}`,
    example: { before: { const: 'EUR' }, after: { const: 'USD' } },
  }),
  ...schemaFamily({
    event: 'const-removed',
    area: 'allowed values',
    effect: 'widens',
    meaning: 'one value alone was allowed, others are now',
    cause: ({ part, text, inside }) => `${part} is no longer always ${text('from')}${inside}`,
    because: ({ part, text }) => `${part} was always ${text('from')}`,
    example: { before: { type: 'string', const: 'EUR' }, after: { type: 'string' } },
  }),
  ...schemaFamily({
    event: 'x-extensible-enum-value-added',
    area: 'allowed values',
    effect: 'none',
    meaning: '`x-extensible-enum` names a further value',
    law: 'annotation',
    cause: ({ part, text, inside }) => `${part} is announced to take ${text('values')} as well${inside}`,
    example: {
      before: { type: 'string', 'x-extensible-enum': ['new'] },
      after: { type: 'string', 'x-extensible-enum': ['new', 'paid'] },
    },
  }),
  ...schemaFamily({
    event: 'x-extensible-enum-value-removed',
    area: 'allowed values',
    effect: 'none',
    meaning: '`x-extensible-enum` no longer names a value',
    law: 'custom',
    levels: (direction) => (direction === 'request' ? { safe: 'warning' } : {}),
    cause: ({ part, text, inside }) => `${part} is no longer announced to take ${text('values')}${inside}`,
    example: {
      before: { type: 'string', 'x-extensible-enum': ['new', 'paid'] },
      after: { type: 'string', 'x-extensible-enum': ['new'] },
    },
    differs: [
      {
        at: REQUEST_PLACES_WITH_LIST,
        listed: 'error',
        why: 'an extensible list forbids nothing: the value is still accepted, though perhaps no longer understood',
      },
    ],
  }),
];
