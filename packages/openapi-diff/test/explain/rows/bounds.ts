import { array, integer, number, object, type Row, text } from './row.ts';

/** Bounds, divisors, patterns and what a text carries. */
export const BOUNDS: readonly Row[] = [
  [
    'a longest length where there was none',
    text(),
    text({ maxLength: 5 }),
    [
      'error request-body-max-length-set: the request body must now have at most `5` characters (all → /maxLength)',
    ],
    [
      'info response-body-max-length-set: the 200 response must now have at most `5` characters (all → /maxLength)',
    ],
  ],
  [
    'a longest length that goes',
    text({ maxLength: 5 }),
    text(),
    [
      'info request-body-max-length-unset: the request body no longer has to have at most `5` characters (all → all)',
    ],
    [
      'error response-body-max-length-unset: the 200 response no longer has to have at most `5` characters (all → all)',
    ],
  ],
  [
    'a shortest length',
    text(),
    text({ minLength: 2 }),
    [
      'error request-body-min-length-set: the request body must now have at least `2` characters (all → /minLength)',
    ],
    [
      'info response-body-min-length-set: the 200 response must now have at least `2` characters (all → /minLength)',
    ],
  ],
  ['a shortest length of nothing', text(), text({ minLength: 0 }), [], []],
  [
    'a least number',
    number(),
    number({ minimum: 3 }),
    ['error request-body-min-set: the request body must now be at least `3` (all → /minimum)'],
    ['info response-body-min-set: the 200 response must now be at least `3` (all → /minimum)'],
  ],
  [
    'a least number raised',
    number({ minimum: 3 }),
    number({ minimum: 4 }),
    ['error request-body-min-increased: the request body must now be at least `4` (all → /minimum)'],
    ['info response-body-min-increased: the 200 response must now be at least `4` (all → /minimum)'],
  ],
  [
    'a greatest number raised',
    number({ maximum: 3 }),
    number({ maximum: 4 }),
    ['info request-body-max-increased: the request body now only has to be at most `4` (all → /maximum)'],
    ['error response-body-max-increased: the 200 response now only has to be at most `4` (all → /maximum)'],
  ],
  [
    'a greatest number made exclusive',
    number({ maximum: 3 }),
    number({ exclusiveMaximum: 3 }),
    [
      'error request-body-exclusive-max-decreased: the request body must now be less than `3` (all → /exclusiveMaximum)',
    ],
    [
      'info response-body-exclusive-max-decreased: the 200 response must now be less than `3` (all → /exclusiveMaximum)',
    ],
  ],
  [
    'a greatest whole number written as exclusive',
    integer({ maximum: 3 }),
    integer({ exclusiveMaximum: 4 }),
    [],
    [],
  ],
  [
    'a greatest whole number between whole numbers',
    integer({ maximum: 3.5 }),
    integer({ maximum: 3 }),
    [],
    [],
  ],
  [
    'a greatest whole number, exclusive between whole numbers',
    integer({ exclusiveMaximum: 3.5 }),
    integer({ maximum: 3 }),
    [],
    [],
  ],
  [
    'a greatest whole number, exclusive between, lowered',
    integer({ exclusiveMaximum: 3.5 }),
    integer({ maximum: 2 }),
    ['error request-body-max-decreased: the request body must now be at most `2` (all → /maximum)'],
    ['info response-body-max-decreased: the 200 response must now be at most `2` (all → /maximum)'],
  ],
  [
    'a least whole number written as exclusive',
    integer({ minimum: 4 }),
    integer({ exclusiveMinimum: 3 }),
    [],
    [],
  ],
  [
    'an exclusive bound lowered',
    number({ exclusiveMaximum: 4 }),
    number({ exclusiveMaximum: 3 }),
    [
      'error request-body-exclusive-max-decreased: the request body must now be less than `3` (all → /exclusiveMaximum)',
    ],
    [
      'info response-body-exclusive-max-decreased: the 200 response must now be less than `3` (all → /exclusiveMaximum)',
    ],
  ],
  [
    'most items',
    array(),
    array({ maxItems: 3 }),
    ['error request-body-max-items-set: the request body must now have at most `3` items (all → /maxItems)'],
    ['info response-body-max-items-set: the 200 response must now have at most `3` items (all → /maxItems)'],
  ],
  [
    'least items',
    array({ minItems: 1 }),
    array({ minItems: 2 }),
    [
      'error request-body-min-items-increased: the request body must now have at least `2` items (all → /minItems)',
    ],
    [
      'info response-body-min-items-increased: the 200 response must now have at least `2` items (all → /minItems)',
    ],
  ],
  [
    'most properties',
    object({ a: text() }, { additionalProperties: true }),
    object({ a: text() }, { additionalProperties: true, maxProperties: 3 }),
    [
      'error request-body-max-properties-set: the request body must now have at most `3` properties (all → /maxProperties)',
    ],
    [
      'info response-body-max-properties-set: the 200 response must now have at most `3` properties (all → /maxProperties)',
    ],
  ],
  [
    'least properties less',
    object({ a: text() }, { minProperties: 1 }),
    object({ a: text() }),
    [
      'info request-body-min-properties-unset: the request body no longer has to have at least `1` properties (all → all)',
    ],
    [
      'error response-body-min-properties-unset: the 200 response no longer has to have at least `1` properties (all → all)',
    ],
  ],
  [
    'a divisor',
    integer(),
    integer({ multipleOf: 5 }),
    [
      'error request-body-multiple-of-set: the request body must now be a multiple of `5` (all → /multipleOf)',
    ],
    [
      'info response-body-multiple-of-set: the 200 response must now be a multiple of `5` (all → /multipleOf)',
    ],
  ],
  [
    'a divisor gone',
    integer({ multipleOf: 5 }),
    integer(),
    [
      'info request-body-multiple-of-unset: the request body no longer has to be a multiple of `5` (all → all)',
    ],
    [
      'error response-body-multiple-of-unset: the 200 response no longer has to be a multiple of `5` (all → all)',
    ],
  ],
  [
    'a divisor other',
    integer({ multipleOf: 5 }),
    integer({ multipleOf: 10 }),
    [
      'error request-body-multiple-of-changed: the request body is now a multiple of `10` instead of `5` (all → /multipleOf)',
    ],
    [
      'info response-body-multiple-of-changed: the 200 response is now a multiple of `10` instead of `5` (all → /multipleOf)',
    ],
  ],
  ['a divisor of 1 for whole numbers', integer(), integer({ multipleOf: 1 }), [], []],
  [
    'a divisor of 1 for numbers',
    number(),
    number({ multipleOf: 1 }),
    ['error request-body-type-changed: the request body became a whole number (all → /type)'],
    ['info response-body-type-specialized: the 200 response is now a whole number only (all → /type)'],
  ],
  [
    'a pattern',
    text(),
    text({ pattern: '^a' }),
    ['error request-body-pattern-added: the request body must now match `^a` (all → /pattern)'],
    ['info response-body-pattern-added: the 200 response must now match `^a` (all → /pattern)'],
  ],
  [
    'a pattern gone',
    text({ pattern: '^a' }),
    text(),
    ['info request-body-pattern-removed: the request body no longer has to match `^a` (all → all)'],
    ['error response-body-pattern-removed: the 200 response no longer has to match `^a` (all → all)'],
  ],
  [
    'a pattern widened',
    text({ pattern: '^ab' }),
    text({ pattern: '^a' }),
    [
      'info request-body-pattern-generalized: the request body may match `^a`, which is wider than `^ab` (all → /pattern)',
    ],
    [
      'error response-body-pattern-generalized: the 200 response may match `^a`, which is wider than `^ab` (all → /pattern)',
    ],
  ],
  [
    'a pattern narrowed',
    text({ pattern: '^a' }),
    text({ pattern: '^ab' }),
    [
      'error request-body-pattern-changed: the request body must match `^ab` instead of `^a` (all → /pattern)',
    ],
    [
      'info response-body-pattern-changed: the 200 response must match `^ab` instead of `^a` (all → /pattern)',
    ],
  ],
  ['a pattern in other words', text({ pattern: '^[0-9]+$' }), text({ pattern: '^\\d+$' }), [], []],
  [
    'a pattern other',
    text({ pattern: '^a' }),
    text({ pattern: '^b' }),
    ['error request-body-pattern-changed: the request body must match `^b` instead of `^a` (all → /pattern)'],
    [
      'error response-body-pattern-changed: the 200 response must match `^b` instead of `^a` (all → /pattern)',
    ],
  ],
  [
    'a pattern beyond',
    text({ pattern: '^a' }),
    text({ pattern: '^(?=a)(?!b)(a)\\1' }),
    [
      'warning request-body-pattern-changed: the request body must match `^(?=a)(?!b)(a)\\1` instead of `^a` (all → /pattern)',
    ],
    [
      'warning response-body-pattern-changed: the 200 response must match `^(?=a)(?!b)(a)\\1` instead of `^a` (all → /pattern)',
    ],
  ],
  [
    'an encoding',
    text(),
    text({ contentEncoding: 'base64' }),
    [
      'warning request-body-content-encoding-changed: the request body is now encoded as `base64` instead of plain text (all → /contentEncoding)',
    ],
    [
      'warning response-body-content-encoding-changed: the 200 response is now encoded as `base64` instead of plain text (all → /contentEncoding)',
    ],
  ],
  [
    'another media type of content',
    text({ contentMediaType: 'text/css' }),
    text({ contentMediaType: 'text/html' }),
    [
      'warning request-body-content-media-type-changed: the request body now carries `text/html` instead of `text/css` (all → /contentMediaType)',
    ],
    [
      'warning response-body-content-media-type-changed: the 200 response now carries `text/html` instead of `text/css` (all → /contentMediaType)',
    ],
  ],
  [
    'a media type of content gone',
    text({ contentMediaType: 'text/css' }),
    text(),
    [
      'warning request-body-content-media-type-changed: the request body now carries plain text instead of `text/css` (all → all)',
    ],
    [
      'warning response-body-content-media-type-changed: the 200 response now carries plain text instead of `text/css` (all → all)',
    ],
  ],
];
