import { integer, number, object, type Row, text } from './row.ts';

/** Kinds of values, formats and null. */
export const TYPES: readonly Row[] = [
  [
    'a format',
    text(),
    text({ format: 'uuid' }),
    ['error request-body-type-changed: the request body became text in the format `uuid` (all → /format)'],
    [
      'info response-body-type-specialized: the 200 response is now text in the format `uuid` only (all → /format)',
    ],
  ],
  [
    'a format gone',
    text({ format: 'uuid' }),
    text(),
    ['info request-body-type-generalized: the request body may now be text (all → /type)'],
    ['error response-body-type-generalized: the 200 response may now be text (all → /type)'],
  ],
  [
    'another format',
    text({ format: 'uuid' }),
    text({ format: 'date' }),
    ['error request-body-type-changed: the request body became text in the format `date` (all → /format)'],
    ['error response-body-type-changed: the 200 response became text in the format `date` (all → /format)'],
  ],
  [
    'an unknown format',
    text(),
    text({ format: 'colour' }),
    [
      'warning request-body-type-changed: the request body became text in the format `colour` (all → /format)',
    ],
    [
      'info response-body-type-specialized: the 200 response is now text in the format `colour` only (all → /format)',
    ],
  ],
  [
    'a format of numbers',
    integer(),
    integer({ format: 'int32' }),
    [
      'error request-body-type-changed: the request body became a whole number in the format `int32` (all → /format)',
    ],
    [
      'info response-body-type-specialized: the 200 response is now a whole number in the format `int32` only (all → /format)',
    ],
  ],
  [
    'a format wider',
    integer({ format: 'int32' }),
    integer({ format: 'int64' }),
    [
      'info request-body-type-generalized: the request body may now be a whole number in the format `int64` (all → /format)',
    ],
    [
      'error response-body-type-generalized: the 200 response may now be a whole number in the format `int64` (all → /format)',
    ],
  ],
  [
    'a float that is a double',
    number({ format: 'float' }),
    number({ format: 'double' }),
    [
      'info request-body-type-compatible: the request body is declared as a number in the format `double` instead of a number in the format `float`, which allows the same values (all → /format)',
    ],
    [
      'info response-body-type-compatible: the 200 response is declared as a number in the format `double` instead of a number in the format `float`, which allows the same values (all → /format)',
    ],
  ],
  ['a format on an object', object({ a: text() }), object({ a: text() }, { format: 'date' }), [], []],
  [
    'text to number',
    text(),
    number(),
    ['error request-body-type-changed: the request body became a number (all → /type)'],
    ['error response-body-type-changed: the 200 response became a number (all → /type)'],
  ],
  [
    'whole to any number',
    integer(),
    number(),
    ['info request-body-type-generalized: the request body may now be a number (all → /type)'],
    ['error response-body-type-generalized: the 200 response may now be a number (all → /type)'],
  ],
  [
    'any to whole number',
    number(),
    integer(),
    ['error request-body-type-changed: the request body became a whole number (all → /type)'],
    ['info response-body-type-specialized: the 200 response is now a whole number only (all → /type)'],
  ],
  [
    'text or number',
    text(),
    { type: ['string', 'number'] },
    ['info request-body-list-of-types-widened: the request body may now also be a number (all → /type)'],
    ['error response-body-list-of-types-widened: the 200 response may now also be a number (all → /type)'],
  ],
  [
    'text or number narrowed',
    { type: ['string', 'number'] },
    text(),
    ['error request-body-list-of-types-narrowed: the request body can no longer be a number (all → /type)'],
    ['info response-body-list-of-types-narrowed: the 200 response can no longer be a number (all → /type)'],
  ],
  [
    'text or number to text or boolean',
    { type: ['string', 'number'] },
    { type: ['string', 'boolean'] },
    ['error request-body-type-changed: the request body became text or true or false (all → /type)'],
    ['error response-body-type-changed: the 200 response became text or true or false (all → /type)'],
  ],
  [
    'anything to text',
    {},
    text(),
    ['error request-body-type-changed: the request body became text (all → /type)'],
    ['info response-body-type-specialized: the 200 response is now text only (all → /type)'],
  ],
  [
    'text to anything',
    text(),
    {},
    ['info request-body-type-generalized: the request body may now be anything (all → all)'],
    ['error response-body-type-generalized: the 200 response may now be anything (all → all)'],
  ],
  [
    'null let in',
    text(),
    { type: ['string', 'null'] },
    ['info request-body-became-nullable: the request body may now be null (all → /type)'],
    ['error response-body-became-nullable: the 200 response may now be null (all → /type)'],
  ],
  [
    'null ruled out',
    { type: ['string', 'null'] },
    text(),
    ['error request-body-became-not-nullable: the request body may no longer be null (all → /type)'],
    ['info response-body-became-not-nullable: the 200 response may no longer be null (all → /type)'],
  ],
  [
    'formatted text to number',
    text({ format: 'uuid' }),
    number(),
    ['error request-body-type-changed: the request body became a number (all → /type)'],
    ['error response-body-type-changed: the 200 response became a number (all → /type)'],
  ],
  [
    'whole number beside text',
    { type: ['string', 'integer'] },
    { type: ['string', 'number'] },
    ['info request-body-type-generalized: the request body may now be text or a number (all → /type)'],
    ['error response-body-type-generalized: the 200 response may now be text or a number (all → /type)'],
  ],
];
