import type { SchemaPlace } from '../../compare/explain/schema-place.ts';
import type { JsonObject } from '../../read/document.ts';
import type { Check } from '../check.ts';
import { schemaFamily } from '../family.ts';

const CARD = { type: 'object', properties: { card: { type: 'string' } }, required: ['card'] } as const;
const CASH = { type: 'object', properties: { cash: { type: 'number' } }, required: ['cash'] } as const;
const OPTIONAL = {
  type: 'object',
  properties: { card: { type: 'string' }, cash: { type: 'number' } },
} as const;
const BOTH = { ...OPTIONAL, required: ['card', 'cash'] } as const;
const NOT_ZERO = [
  { properties: { cash: { minimum: 1 } } },
  { properties: { cash: { maximum: -1 } } },
] as const;
const ONE_IS_THERE = { anyOf: [{ required: ['card'] }, { required: ['cash'] }] } as const;
const REQUEST: readonly SchemaPlace[] = ['request-body', 'request-property'];
const RESPONSE: readonly SchemaPlace[] = ['response-body', 'response-property'];

function group(keyword: string, ...branches: readonly JsonObject[]): JsonObject {
  return { [keyword]: branches };
}

function branchChecks(event: 'any-of' | 'one-of', keyword: 'anyOf' | 'oneOf'): readonly Check[] {
  const added = group(keyword, CARD, CASH);
  const single = group(keyword, CARD);
  return [
    ...schemaFamily({
      event: `${event}-added`,
      area: 'composition',
      effect: 'widens',
      meaning: `a branch joined \`${keyword}\``,
      cause: ({ part, text, inside }) => `${part} may now also be ${text('branch')}${inside}`,
      because: ({ part }) => `${part} had no such branch`,
      example: { before: single, after: added },
      ...(event === 'any-of'
        ? {
            differs: [
              {
                at: RESPONSE,
                listed: 'info' as const,
                why: 'a client may be handed a kind of value that it was never told of, as with oneOf',
              },
            ],
          }
        : {}),
    }),
    ...schemaFamily({
      event: `${event}-removed`,
      area: 'composition',
      effect: 'narrows',
      meaning: `a branch left \`${keyword}\``,
      cause: ({ part, text, inside }) => `${part} can no longer be ${text('branch')}${inside}`,
      because: ({ part }) => `${part} fits none of the branches that are left`,
      example: { before: added, after: single },
    }),
    ...schemaFamily({
      event: `${event}-set`,
      area: 'composition',
      effect: 'narrows',
      meaning: `values must fit \`${keyword}\` from now on, beside all else`,
      cause: ({ part, inside }) => `${part} must now fit one of several branches${inside}`,
      because: ({ part }) => `${part} must fit one of several branches`,
      example: { before: OPTIONAL, after: { ...OPTIONAL, ...group(keyword, ...ONE_IS_THERE.anyOf) } },
    }),
    ...schemaFamily({
      event: `${event}-unset`,
      area: 'composition',
      effect: 'widens',
      meaning: `values no longer have to fit \`${keyword}\``,
      cause: ({ part, inside }) => `${part} no longer has to fit one of several branches${inside}`,
      because: ({ part }) => `${part} fitted one of several branches`,
      example: {
        before: { ...BOTH, ...group(keyword, ...NOT_ZERO) },
        after: BOTH,
      },
    }),
  ];
}

/** Schemas made of schemas. */
export const compositionChecks = [
  ...schemaFamily({
    event: 'all-of-added',
    area: 'composition',
    effect: 'narrows',
    meaning:
      'a part joined `allOf` and asks for something that no other check names; what such a part says of properties, types and bounds is reported under their own ids',
    cause: ({ part, inside }) => `${part} must now also satisfy a further schema${inside}`,
    because: ({ part }) => `${part} must also satisfy a further schema`,
    example: { before: OPTIONAL, after: { ...OPTIONAL, allOf: [ONE_IS_THERE] } },
  }),
  ...schemaFamily({
    event: 'all-of-removed',
    area: 'composition',
    effect: 'widens',
    meaning:
      'a part left `allOf` that asked for something that no other check names; what such a part said of properties, types and bounds is reported under their own ids',
    cause: ({ part, inside }) => `${part} no longer has to satisfy a further schema${inside}`,
    because: ({ part }) => `${part} also satisfied a further schema`,
    example: {
      before: { ...BOTH, allOf: [{ anyOf: NOT_ZERO }] },
      after: BOTH,
    },
    differs: [
      {
        at: REQUEST,
        listed: 'warning',
        why: 'all that was accepted is accepted still',
      },
      {
        at: RESPONSE,
        listed: 'info',
        why: 'values may now arrive that the part ruled out',
      },
    ],
  }),
  ...schemaFamily({
    event: 'all-of-added-annotation-only',
    area: 'composition',
    effect: 'none',
    meaning: 'a part joined `allOf` that constrains nothing',
    cause: ({ part, inside }) => `${part} is described by a further part that constrains nothing${inside}`,
    example: {
      before: { type: 'object', allOf: [CARD] },
      after: { type: 'object', allOf: [CARD, { description: 'How the order is paid.' }] },
    },
  }),
  ...schemaFamily({
    event: 'all-of-removed-annotation-only',
    area: 'composition',
    effect: 'none',
    meaning: 'a part left `allOf` that constrained nothing',
    cause: ({ part, inside }) => `${part} lost a part of its description that constrained nothing${inside}`,
    example: {
      before: { type: 'object', allOf: [CARD, { description: 'How the order is paid.' }] },
      after: { type: 'object', allOf: [CARD] },
    },
  }),
  ...branchChecks('any-of', 'anyOf'),
  ...branchChecks('one-of', 'oneOf'),
  ...schemaFamily({
    event: 'wrapped-in-one-of',
    area: 'composition',
    effect: 'either',
    places: ['request-body', 'response-body'],
    meaning: 'one object was replaced by a `oneOf` of several that leave out something of it',
    cause: ({ part, inside }) => `${part} is now one of several objects${inside}`,
    because: ({ part }) => `${part} was one object and is now one of several that differ from it`,
    example: { before: CARD, after: { oneOf: [{ ...CARD, required: ['card', 'code'] }, CASH] } },
  }),
  ...schemaFamily({
    event: 'not-added',
    area: 'composition',
    effect: 'narrows',
    meaning: 'values that match a schema are ruled out from now on (`not`)',
    cause: ({ part, inside }) => `${part} now rules some values out${inside}`,
    because: ({ part }) => `${part} rules this value out`,
    example: { before: { type: 'string' }, after: { type: 'string', not: { const: '' } } },
  }),
  ...schemaFamily({
    event: 'not-removed',
    area: 'composition',
    effect: 'widens',
    meaning: 'values that match a schema are no longer ruled out (`not`)',
    cause: ({ part, inside }) => `${part} no longer rules some values out${inside}`,
    because: ({ part }) => `${part} ruled this value out`,
    example: { before: { type: 'string', not: { const: '' } }, after: { type: 'string' } },
  }),
  ...schemaFamily({
    event: 'not-changed',
    area: 'composition',
    effect: 'either',
    meaning: 'other values are ruled out than before (`not`)',
    cause: ({ part, inside }) => `${part} rules out other values than before${inside}`,
    example: {
      before: { type: 'string', not: { const: 'a' } },
      after: { type: 'string', not: { const: 'b' } },
    },
  }),
];
