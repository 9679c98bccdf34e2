import { schemaFamily } from '../family.ts';

/** Whether null may stand there, in any of its spellings. */
export const nullChecks = [
  ...schemaFamily({
    event: 'became-nullable',
    area: 'null',
    effect: 'widens',
    meaning: 'null is now allowed',
    cause: ({ part, inside }) => `${part} may now be null${inside}`,
    because: ({ part }) => `${part} was never null`,
    example: { before: { type: 'string' }, after: { type: ['string', 'null'] } },
  }),
  ...schemaFamily({
    event: 'became-not-nullable',
    area: 'null',
    effect: 'narrows',
    meaning: 'null is no longer allowed',
    cause: ({ part, inside }) => `${part} may no longer be null${inside}`,
    because: ({ part }) => `${part} must not be null`,
    example: { before: { type: ['string', 'null'] }, after: { type: 'string' } },
  }),
];
