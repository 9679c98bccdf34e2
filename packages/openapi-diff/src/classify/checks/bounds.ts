import type { Check } from '../check.ts';
import { type FamilyDifference, schemaFamily } from '../family.ts';
import type { Words } from '../words.ts';

/** A keyword that bounds values from above or below. */
interface BoundKind {
  /** As it stands in ids. */
  readonly name: string;
  readonly side: 'upper' | 'lower';
  /** What has to hold, after "must": "be at most `5`". */
  readonly rule: (count: string) => string;
  readonly keyword: string;
  readonly type: string;
  readonly small: number;
  readonly great: number;
}

const BOUNDS: readonly BoundKind[] = [
  number('max', 'upper', 'maximum', 'at most'),
  number('min', 'lower', 'minimum', 'at least'),
  number('exclusive-max', 'upper', 'exclusiveMaximum', 'less than'),
  number('exclusive-min', 'lower', 'exclusiveMinimum', 'more than'),
  counted('max-length', 'upper', 'maxLength', 'string', 'characters'),
  counted('min-length', 'lower', 'minLength', 'string', 'characters'),
  counted('max-items', 'upper', 'maxItems', 'array', 'items'),
  counted('min-items', 'lower', 'minItems', 'array', 'items'),
  counted('max-properties', 'upper', 'maxProperties', 'object', 'properties'),
  counted('min-properties', 'lower', 'minProperties', 'object', 'properties'),
];

function number(name: string, side: 'upper' | 'lower', keyword: string, words: string): BoundKind {
  return {
    name,
    side,
    keyword,
    type: 'number',
    small: 10,
    great: 20,
    rule: (count) => `be ${words} ${count}`,
  };
}

function counted(
  name: string,
  side: 'upper' | 'lower',
  keyword: string,
  type: string,
  what: string,
): BoundKind {
  const words = side === 'upper' ? 'at most' : 'at least';
  return { name, side, keyword, type, small: 1, great: 3, rule: (count) => `have ${words} ${count} ${what}` };
}

/** The bounds whose appearance has a listed id. */
const LISTED_SET: readonly string[] = [
  'max',
  'min',
  'exclusive-max',
  'exclusive-min',
  'max-length',
  'min-items',
];

const SET_DIFFERS: readonly FamilyDifference[] = [
  {
    at: ['request-body', 'request-property', 'request-parameter'],
    listed: 'warning',
    why: 'a bound where there was none turns away what was accepted, exactly as a tighter bound does',
  },
];

/** The four things that can happen to a bound. */
function checksOf(bound: BoundKind): readonly Check[] {
  const upper = bound.side === 'upper';
  const { type, keyword, small, great } = bound;
  const without = { type };
  const low = { type, [keyword]: small };
  const high = { type, [keyword]: great };
  const narrows = {
    area: 'bounds',
    effect: 'narrows',
    cause: ({ part, name, inside }: Words) => `${part} must now ${bound.rule(name('to'))}${inside}`,
    because: ({ part, name }: Words) => `${part} must ${bound.rule(name('to'))}`,
  } as const;
  const widens = {
    area: 'bounds',
    effect: 'widens',
    cause: ({ part, name, inside }: Words) => `${part} now only has to ${bound.rule(name('to'))}${inside}`,
    because: ({ part, name }: Words) => `${part} had to ${bound.rule(name('from'))}`,
  } as const;
  return [
    ...schemaFamily({
      ...narrows,
      event: `${bound.name}-set`,
      meaning: `values must ${bound.rule('N')} from now on`,
      example: { before: without, after: upper ? low : high },
      differs: LISTED_SET.includes(bound.name) ? SET_DIFFERS : [],
    }),
    ...schemaFamily({
      ...widens,
      event: `${bound.name}-unset`,
      meaning: `values no longer have to ${bound.rule('N')}`,
      cause: ({ part, name, inside }) => `${part} no longer has to ${bound.rule(name('from'))}${inside}`,
      example: { before: upper ? low : high, after: without },
    }),
    ...schemaFamily({
      ...(upper ? widens : narrows),
      event: `${bound.name}-increased`,
      meaning: `values have to ${bound.rule('N')}, and N was raised`,
      example: { before: low, after: high },
    }),
    ...schemaFamily({
      ...(upper ? narrows : widens),
      event: `${bound.name}-decreased`,
      meaning: `values have to ${bound.rule('N')}, and N was lowered`,
      example: { before: high, after: low },
    }),
  ];
}

/** Bounds on numbers, lengths and counts, and what divides numbers. */
export const boundChecks = [
  ...BOUNDS.flatMap(checksOf),
  ...schemaFamily({
    event: 'multiple-of-set',
    area: 'bounds',
    effect: 'narrows',
    meaning: 'numbers must be a multiple of N from now on',
    cause: ({ part, name, inside }) => `${part} must now be a multiple of ${name('to')}${inside}`,
    because: ({ part, name }) => `${part} must be a multiple of ${name('to')}`,
    example: { before: { type: 'integer' }, after: { type: 'integer', multipleOf: 5 } },
  }),
  ...schemaFamily({
    event: 'multiple-of-unset',
    area: 'bounds',
    effect: 'widens',
    meaning: 'numbers no longer have to be a multiple of N',
    cause: ({ part, name, inside }) => `${part} no longer has to be a multiple of ${name('from')}${inside}`,
    because: ({ part, name }) => `${part} was a multiple of ${name('from')}`,
    example: { before: { type: 'integer', multipleOf: 5 }, after: { type: 'integer' } },
  }),
  ...schemaFamily({
    event: 'multiple-of-changed',
    area: 'bounds',
    effect: 'either',
    meaning: 'the number that divides the values is another one',
    cause: ({ part, name, inside }) =>
      `${part} is now a multiple of ${name('to')} instead of ${name('from')}${inside}`,
    because: ({ part, name }) =>
      `${part} was a multiple of ${name('from')} and is now a multiple of ${name('to')}`,
    example: { before: { type: 'integer', multipleOf: 5 }, after: { type: 'integer', multipleOf: 7 } },
  }),
];
