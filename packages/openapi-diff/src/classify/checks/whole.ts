import { directionOf, SCHEMA_PLACES } from '../../compare/explain/schema-place.ts';
import type { JsonObject } from '../../read/document.ts';
import { schemaFamily } from '../family.ts';
import type { Words } from '../words.ts';

/** Names that a rule elsewhere rules out: what the rule says changes nothing of how this schema reads. */
function unlike(maxLength: number): JsonObject {
  return {
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
    not: { properties: { name: { $ref: '#short' } } },
    $defs: { short: { $anchor: 'short', maxLength } },
  };
}

/** What happened to a whole schema; or that there is more of it than a report lists. */
function wholeOr({ part, inside, has, text }: Words, words: string): string {
  return has('more')
    ? `${part} has ${text('more')} further changes${inside} that are not listed one by one`
    : `${part} ${words}${inside}`;
}

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
    places: SCHEMA_PLACES.filter((place) => directionOf(place) === 'request'),
    area: 'whole schemas',
    effect: 'narrows',
    meaning: 'fewer values are allowed, for a reason that no single keyword accounts for',
    cause: (words) => wholeOr(words, 'allows less than before'),
    because: (words) => wholeOr({ ...words, inside: '' }, 'allows less than before'),
    example: { before: unlike(3), after: unlike(5) },
  }),
  ...schemaFamily({
    event: 'schema-widened',
    places: SCHEMA_PLACES.filter((place) => directionOf(place) === 'response'),
    area: 'whole schemas',
    effect: 'widens',
    meaning: 'more values are allowed, for a reason that no single keyword accounts for',
    cause: (words) => wholeOr(words, 'allows more than before'),
    because: (words) => wholeOr({ ...words, inside: '' }, 'allowed less than now'),
    example: { before: unlike(5), after: unlike(3) },
  }),
];
