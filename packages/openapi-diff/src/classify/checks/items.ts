import { schemaFamily } from '../family.ts';
import type { Words } from '../words.ts';

const LIST = { type: 'array', items: { type: ['string', 'number'] } } as const;
const WITH_TEXT = { ...LIST, contains: { type: 'string' } } as const;
const PAIR = { type: 'array', prefixItems: [{ type: 'string' }] } as const;

/** The item at the position that a check of first items is about. */
const itemOf = ({ part, text }: Words): string => `item ${text('position')} of ${part}`;

/** What a list's items must be, beyond the schema that each has. */
export const itemChecks = [
  ...schemaFamily({
    event: 'unique-items-set',
    area: 'items',
    effect: 'narrows',
    meaning: 'items may not repeat from now on (`uniqueItems`)',
    cause: ({ part, inside }) => `the items of ${part} may no longer repeat${inside}`,
    because: ({ part }) => `the items of ${part} must differ`,
    example: { before: LIST, after: { ...LIST, uniqueItems: true } },
  }),
  ...schemaFamily({
    event: 'unique-items-unset',
    area: 'items',
    effect: 'widens',
    meaning: 'items may repeat from now on (`uniqueItems`)',
    cause: ({ part, inside }) => `the items of ${part} may now repeat${inside}`,
    because: ({ part }) => `the items of ${part} always differed`,
    example: { before: { ...LIST, uniqueItems: true }, after: LIST },
  }),
  ...schemaFamily({
    event: 'contains-added',
    area: 'items',
    effect: 'narrows',
    meaning: 'an item that matches a schema must be among the others (`contains`)',
    cause: ({ part, inside }) => `${part} must now contain a certain item${inside}`,
    because: ({ part }) => `${part} must contain a certain item`,
    example: { before: LIST, after: WITH_TEXT },
  }),
  ...schemaFamily({
    event: 'contains-removed',
    area: 'items',
    effect: 'widens',
    meaning: 'no certain item has to be among the others any more (`contains`)',
    cause: ({ part, inside }) => `${part} no longer has to contain a certain item${inside}`,
    because: ({ part }) => `${part} contained a certain item`,
    example: { before: WITH_TEXT, after: LIST },
  }),
  ...schemaFamily({
    event: 'contains-changed',
    area: 'items',
    effect: 'either',
    meaning: 'the item that must be among the others is another one (`contains`)',
    cause: ({ part, inside }) => `${part} must contain another item than before${inside}`,
    example: { before: WITH_TEXT, after: { ...LIST, contains: { type: 'number' } } },
  }),
  ...schemaFamily({
    event: 'min-contains-increased',
    area: 'items',
    effect: 'narrows',
    meaning: 'more items must match what the list has to contain (`minContains`)',
    cause: ({ part, name, inside }) => `${part} must now contain ${name('to')} matching items${inside}`,
    because: ({ part, name }) => `${part} must contain ${name('to')} matching items`,
    example: { before: WITH_TEXT, after: { ...WITH_TEXT, minContains: 2 } },
  }),
  ...schemaFamily({
    event: 'min-contains-decreased',
    area: 'items',
    effect: 'widens',
    meaning: 'fewer items must match what the list has to contain (`minContains`)',
    cause: ({ part, name, inside }) =>
      `${part} now only has to contain ${name('to')} matching items${inside}`,
    because: ({ part, name }) => `${part} contained ${name('from')} matching items`,
    example: { before: { ...WITH_TEXT, minContains: 2 }, after: WITH_TEXT },
  }),
  ...schemaFamily({
    event: 'max-contains-set',
    area: 'items',
    effect: 'narrows',
    meaning: 'the number of items that may match a schema is limited from now on (`maxContains`)',
    cause: ({ part, name, inside }) =>
      `${part} may now contain at most ${name('to')} matching items${inside}`,
    example: { before: WITH_TEXT, after: { ...WITH_TEXT, maxContains: 1 } },
  }),
  ...schemaFamily({
    event: 'max-contains-unset',
    area: 'items',
    effect: 'widens',
    meaning: 'the number of items that may match a schema is no longer limited (`maxContains`)',
    cause: ({ part, inside }) => `${part} may now contain any number of matching items${inside}`,
    because: ({ part, name }) => `${part} contained at most ${name('from')} matching items`,
    example: { before: { ...WITH_TEXT, maxContains: 1 }, after: WITH_TEXT },
  }),
  ...schemaFamily({
    event: 'max-contains-increased',
    area: 'items',
    effect: 'widens',
    meaning: 'more items may match what the list has to contain (`maxContains`)',
    cause: ({ part, name, inside }) => `${part} may now contain ${name('to')} matching items${inside}`,
    because: ({ part, name }) => `${part} contained at most ${name('from')} matching items`,
    example: { before: { ...WITH_TEXT, maxContains: 1 }, after: { ...WITH_TEXT, maxContains: 2 } },
  }),
  ...schemaFamily({
    event: 'max-contains-decreased',
    area: 'items',
    effect: 'narrows',
    meaning: 'fewer items may match what the list has to contain (`maxContains`)',
    cause: ({ part, name, inside }) =>
      `${part} may now contain at most ${name('to')} matching items${inside}`,
    example: { before: { ...WITH_TEXT, maxContains: 2 }, after: { ...WITH_TEXT, maxContains: 1 } },
  }),
  ...schemaFamily({
    event: 'prefix-items-added',
    area: 'items',
    effect: 'narrows',
    meaning: 'an item at a given position has a schema of its own from now on (`prefixItems`)',
    cause: (words) => `${itemOf(words)} must now be ${words.text('to')}${words.inside}`,
    because: (words) => `${itemOf(words)} must be ${words.text('to')}`,
    example: { before: { type: 'array' }, after: PAIR },
    differs: [
      {
        at: ['request-body', 'request-property'],
        listed: 'info',
        why: 'lists whose first items were free are turned away',
      },
      {
        at: ['response-body', 'response-property'],
        listed: 'error',
        why: 'lists whose first items are fixed were allowed before',
      },
    ],
  }),
  ...schemaFamily({
    event: 'prefix-items-removed',
    area: 'items',
    effect: 'widens',
    meaning: 'an item at a given position has no schema of its own any more (`prefixItems`)',
    cause: (words) => `${itemOf(words)} no longer has to be ${words.text('from')}${words.inside}`,
    because: (words) => `${itemOf(words)} was ${words.text('from')}`,
    example: { before: PAIR, after: { type: 'array' } },
    differs: [
      {
        at: ['request-body', 'request-property'],
        listed: 'error',
        why: 'every list that was accepted is accepted still',
      },
      {
        at: ['response-body', 'response-property'],
        listed: 'info',
        why: 'lists may now arrive that were ruled out',
      },
    ],
  }),
  ...schemaFamily({
    event: 'unevaluated-items-added',
    area: 'items',
    effect: 'narrows',
    meaning: 'items that no part of the schema looks at are restricted (`unevaluatedItems`)',
    cause: ({ part, inside }) => `${part} now restricts items that nothing describes${inside}`,
    because: ({ part }) => `${part} restricts items that nothing describes`,
    example: { before: PAIR, after: { ...PAIR, unevaluatedItems: false } },
  }),
  ...schemaFamily({
    event: 'unevaluated-items-removed',
    area: 'items',
    effect: 'widens',
    meaning: 'items that no part of the schema looks at are free (`unevaluatedItems`)',
    cause: ({ part, inside }) => `${part} no longer restricts items that nothing describes${inside}`,
    because: ({ part }) => `${part} restricted items that nothing describes`,
    example: { before: { ...PAIR, unevaluatedItems: false }, after: PAIR },
  }),
  ...schemaFamily({
    event: 'unevaluated-items-changed',
    area: 'items',
    effect: 'either',
    meaning: 'items that no part of the schema looks at have another schema (`unevaluatedItems`)',
    cause: ({ part, inside }) => `${part} has another schema for items that nothing describes${inside}`,
    example: {
      before: { ...PAIR, unevaluatedItems: { type: 'string' } },
      after: { ...PAIR, unevaluatedItems: { type: 'boolean' } },
    },
  }),
];
