import { array, integer, need, number, object, type Row, text } from './row.ts';

/** Long lists, words that nobody knows, and parts that say things twice. */
export const DETAILS: readonly Row[] = [
  [
    'many listed values',
    text(),
    text({ enum: ['h', 'b', 'i', 'a', 'g', 'c', 'f', 'd', 'e'] }),
    [
      'error request-body-became-enum: the request body is now limited to `a`, `b`, `c`, `d`, `e` and 4 more (all → /enum)',
    ],
    [
      'info response-body-became-enum: the 200 response is now limited to `a`, `b`, `c`, `d`, `e` and 4 more (all → /enum)',
    ],
  ],
  [
    'many listed values gone',
    text({ enum: ['h', 'b', 'i', 'a', 'g', 'c', 'f', 'd', 'e'] }),
    text(),
    [
      'info request-body-became-not-enum: the request body is no longer limited to `a`, `b`, `c`, `d`, `e` and 4 more (all → all)',
    ],
    [
      'error response-body-became-not-enum: the 200 response is no longer limited to `a`, `b`, `c`, `d`, `e` and 4 more (all → all)',
    ],
  ],
  [
    'listed numbers in their order',
    number(),
    number({ enum: [10, 9, 100, 2] }),
    [
      'error request-body-became-enum: the request body is now limited to `2`, `9`, `10` and `100` (all → /enum)',
      'info request-body-type-changed: the request body became a whole number (all → /type)',
    ],
    [
      'info response-body-became-enum: the 200 response is now limited to `2`, `9`, `10` and `100` (all → /enum)',
      'info response-body-type-specialized: the 200 response is now a whole number only (all → /type)',
    ],
  ],
  [
    'listed values that look like others',
    {},
    { enum: ['1', 1, 'true', 'null', '', 'a', { b: 1 }, null] },
    [
      'error request-body-became-enum: the request body is now limited to `""`, `"1"`, `a`, `"null"`, `"true"` and 2 more (all → /enum)',
      'info request-body-type-changed: the request body became text, a whole number or an object (all → all)',
    ],
    [
      'info response-body-type-specialized: the 200 response is now text, a whole number or an object only (all → all)',
      'info response-body-became-enum: the 200 response is now limited to `""`, `"1"`, `a`, `"null"`, `"true"` and 2 more (all → /enum)',
    ],
  ],
  [
    'a stability level that nobody knows',
    object({ a: text({ 'x-stability-level': 'solid' }) }),
    object({ a: text({ 'x-stability-level': 'beta' }) }),
    [],
    [],
  ],
  [
    'a stability level that is none any more',
    object({ a: text({ 'x-stability-level': 'beta' }) }),
    object({ a: text({ 'x-stability-level': 'solid' }) }),
    [],
    [],
  ],
  [
    'a property that one part deprecates',
    object({ a: { allOf: [text({ deprecated: false }), text({ deprecated: true })] } }),
    object({ a: text() }),
    [
      'info request-property-reactivated: `a` is no longer deprecated in a request (/properties/a/allOf/0/deprecated → /properties/a)',
    ],
    [
      'info response-property-reactivated: `a` is no longer deprecated in a response (/properties/a/allOf/0/deprecated → /properties/a)',
    ],
  ],
  [
    'a default in one part',
    object({ a: text({ default: 'x' }) }),
    object({ a: { allOf: [text(), { default: 'x' }] } }),
    [],
    [],
  ],
  [
    'text with two formats',
    text({ format: 'date' }),
    text({ format: 'date', allOf: [{ format: 'shade' }] }),
    [
      'warning request-body-type-changed: the request body became text in the format `date` and `shade` (all → /format)',
    ],
    [
      'info response-body-type-specialized: the 200 response is now text in the format `date` and `shade` only (all → /format)',
    ],
  ],
  [
    'a list of lists',
    array({ items: array() }),
    array({ items: array({ items: number() }) }),
    [
      'error request-property-type-changed: `[][]` became a number in a request (/items/items/type → /items/items/type)',
    ],
    [
      'error response-property-type-changed: `[][]` became a number in a response (/items/items/type → /items/items/type)',
    ],
  ],
  [
    'null in a choice of three',
    { oneOf: [text(), number(), { type: 'null' }] },
    { oneOf: [text(), number()] },
    ['error request-body-became-not-nullable: the request body may no longer be null (all → all)'],
    ['info response-body-became-not-nullable: the 200 response may no longer be null (all → all)'],
  ],
  [
    'null in a list of values',
    { enum: ['a', null] },
    { enum: ['a', 'b', null] },
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'an empty list of values',
    text({ enum: ['a'] }),
    text({ enum: [] }),
    ['error request-body-became-forbidden: the request body is now forbidden (all → all)'],
    ['info response-body-became-forbidden: the 200 response is now forbidden (all → all)'],
  ],
  [
    'null alone to text',
    { type: 'null' },
    text(),
    [
      'error request-body-became-not-nullable: the request body may no longer be null (all → /type)',
      'info request-body-list-of-types-widened: the request body may now also be text (all → /type)',
    ],
    [
      'error response-body-list-of-types-widened: the 200 response may now also be text (all → /type)',
      'info response-body-became-not-nullable: the 200 response may no longer be null (all → /type)',
    ],
  ],
  [
    'anything but objects',
    {},
    { not: { type: 'object' } },
    ['error request-body-not-added: the request body now rules some values out (all → all)'],
    ['info response-body-not-added: the 200 response now rules some values out (all → all)'],
  ],
  [
    'two divisors',
    integer({ multipleOf: 2 }),
    integer({ allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }),
    [
      'error request-body-multiple-of-set: the request body must now be a multiple of `3` (all → /allOf/1/multipleOf)',
    ],
    [
      'info response-body-multiple-of-set: the 200 response must now be a multiple of `3` (all → /allOf/1/multipleOf)',
    ],
  ],
  ['a step that is none', integer({ multipleOf: 0 }), integer({ multipleOf: -2 }), [], []],
  [
    'two patterns, one other',
    text({ allOf: [{ pattern: '^a' }, { pattern: 'b$' }] }),
    text({ allOf: [{ pattern: 'b$' }, { pattern: '^c' }] }),
    [
      'error request-body-pattern-changed: the request body must match `^c` instead of `^a` (all → /allOf/1/pattern)',
    ],
    [
      'error response-body-pattern-changed: the 200 response must match `^c` instead of `^a` (all → /allOf/1/pattern)',
    ],
  ],
  [
    'a property that no answer hides any more',
    object({ a: text({ readOnly: true }) }, need('a')),
    object({ a: text() }, need('a')),
    [
      'error request-required-property-became-not-read-only: `a` is no longer read-only in a request (/properties/a → /properties/a)',
    ],
    [
      'info response-required-property-became-not-read-only: `a` is no longer read-only in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'a read-only property retyped',
    object({ a: text({ readOnly: true }) }),
    object({ a: number({ readOnly: true }) }),
    [
      'info request-read-only-property-changed: `a`, which is read-only and no part of a request, changed (/properties/a → /properties/a)',
    ],
    [
      'error response-property-type-changed: `a` became a number in a response (/properties/a/type → /properties/a/type)',
    ],
  ],
  [
    'a read-only property more',
    object({ a: text() }),
    object({ a: text(), id: integer({ readOnly: true }) }, need('id')),
    [],
    ['info response-required-property-added: a response now always carries `id` (nowhere → /properties/id)'],
  ],
  [
    'a read-only property less',
    object({ a: text(), id: integer({ readOnly: true }) }),
    object({ a: text() }),
    [],
    ['warning response-optional-property-removed: `id` is gone from a response (/properties/id → nowhere)'],
  ],
  [
    'a write-only property less',
    object({ a: text(), id: integer({ writeOnly: true }) }),
    object({ a: text() }),
    ['warning request-property-removed: `id` is gone from a request (/properties/id → nowhere)'],
    [
      'info response-optional-write-only-property-removed: `id` is gone, which was write-only and no part of a response (/properties/id → nowhere)',
    ],
  ],
];
