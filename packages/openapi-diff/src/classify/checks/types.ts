import { schemaFamily } from '../family.ts';

/** What kind of value stands there: type and format. */
export const typeChecks = [
  ...schemaFamily({
    event: 'type-changed',
    area: 'types',
    effect: 'either',
    meaning:
      'the type or the format was replaced by one that leaves out values of the old one; where a place has no id for a narrower type, this one speaks of that too',
    cause: ({ part, text, inside }) => `${part} became ${text('to')}${inside}`,
    because: ({ part, text }) => `${part} was ${text('from')} and is now ${text('to')}`,
    example: { before: { type: 'number' }, after: { type: 'string' } },
    differs: [
      {
        at: ['request-parameter-property'],
        listed: 'warning',
        why: 'what was accepted is turned away there as anywhere else in a request',
      },
    ],
  }),
  ...schemaFamily({
    event: 'type-generalized',
    area: 'types',
    effect: 'widens',
    meaning: 'the type or the format was replaced by a wider one',
    cause: ({ part, text, inside }) => `${part} may now be ${text('to')}${inside}`,
    because: ({ part, text }) => `${part} was ${text('from')}`,
    example: { before: { type: 'integer' }, after: { type: 'number' } },
  }),
  ...schemaFamily({
    event: 'type-specialized',
    area: 'types',
    effect: 'narrows',
    meaning: 'the type or the format was replaced by a narrower one',
    cause: ({ part, text, inside }) => `${part} is now ${text('to')} only${inside}`,
    because: ({ part, text }) => `${part} must be ${text('to')}`,
    example: { before: { type: 'number' }, after: { type: 'integer' } },
    places: ['request-parameter-property', 'response-body', 'response-property', 'response-header'],
  }),
  ...schemaFamily({
    event: 'type-compatible',
    area: 'types',
    effect: 'none',
    meaning: 'the type or the format is spelled differently and allows the same values',
    cause: ({ part, text, inside }) =>
      `${part} is declared as ${text('to')} instead of ${text('from')}${inside}, which allows the same values`,
    example: { before: { type: 'number', format: 'money' }, after: { type: 'number' } },
  }),
  ...schemaFamily({
    event: 'list-of-types-widened',
    area: 'types',
    effect: 'widens',
    meaning: 'a value of a further type is allowed',
    cause: ({ part, text, inside }) => `${part} may now also be ${text('added')}${inside}`,
    because: ({ part, text }) => `${part} was ${text('from')}`,
    example: { before: { type: 'string' }, after: { type: ['string', 'integer'] } },
  }),
  ...schemaFamily({
    event: 'list-of-types-narrowed',
    area: 'types',
    effect: 'narrows',
    meaning: 'a value of one of the types is no longer allowed',
    cause: ({ part, text, inside }) => `${part} can no longer be ${text('removed')}${inside}`,
    because: ({ part, text }) => `${part} must be ${text('to')}`,
    example: { before: { type: ['string', 'integer'] }, after: { type: 'string' } },
  }),
];
