import { number, object, type Row, text } from './row.ts';

/** Listed values, constants, announced values and defaults. */
export const ALLOWED_VALUES: readonly Row[] = [
  [
    'listed values',
    text(),
    text({ enum: ['a', 'b'] }),
    ['error request-body-became-enum: the request body is now limited to `a` and `b` (all → /enum)'],
    ['info response-body-became-enum: the 200 response is now limited to `a` and `b` (all → /enum)'],
  ],
  [
    'listed values gone',
    text({ enum: ['a', 'b'] }),
    text(),
    ['info request-body-became-not-enum: the request body is no longer limited to `a` and `b` (all → all)'],
    ['error response-body-became-not-enum: the 200 response is no longer limited to `a` and `b` (all → all)'],
  ],
  [
    'a listed value more',
    text({ enum: ['a'] }),
    text({ enum: ['a', 'b'] }),
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'a listed value less',
    text({ enum: ['a', 'b'] }),
    text({ enum: ['a'] }),
    ['error request-body-enum-value-removed: the request body can no longer be `b` (all → /enum)'],
    ['info response-mediatype-enum-value-removed: the 200 response can no longer be `b` (all → /enum)'],
  ],
  ['listed values in another order', text({ enum: ['a', 'b'] }), text({ enum: ['b', 'a'] }), [], []],
  [
    'listed values others',
    text({ enum: ['a', 'b'] }),
    text({ enum: ['a', 'c'] }),
    [
      'error request-body-enum-value-removed: the request body can no longer be `b` (all → /enum)',
      'info request-body-enum-value-added: the request body may now also be `c` (all → /enum)',
    ],
    [
      'warning response-body-enum-value-added: the 200 response may now also be `c` (all → /enum)',
      'info response-mediatype-enum-value-removed: the 200 response can no longer be `b` (all → /enum)',
    ],
  ],
  [
    'a constant',
    text(),
    { const: 'a' },
    ['error request-body-const-added: the request body is now always `a` (all → /const)'],
    ['info response-body-const-added: the 200 response is now always `a` (all → /const)'],
  ],
  [
    'a constant gone',
    { const: 'a' },
    text(),
    ['info request-body-const-removed: the request body is no longer always `a` (all → all)'],
    ['error response-body-const-removed: the 200 response is no longer always `a` (all → all)'],
  ],
  [
    'a constant other',
    { const: 'a' },
    { const: 'b' },
    ['error request-body-const-changed: the request body is now `b` instead of `a` (all → /const)'],
    ['error response-body-const-changed: the 200 response is now `b` instead of `a` (all → /const)'],
  ],
  [
    'a constant listed',
    { const: 'a' },
    { enum: ['a', 'b'] },
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'one listed value for another',
    { enum: ['a'] },
    { enum: ['b'] },
    [
      'error request-body-enum-value-removed: the request body can no longer be `a` (all → /enum)',
      'info request-body-enum-value-added: the request body may now also be `b` (all → /enum)',
    ],
    [
      'warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)',
      'info response-mediatype-enum-value-removed: the 200 response can no longer be `a` (all → /enum)',
    ],
  ],
  [
    'listed texts to listed numbers',
    { enum: ['a'] },
    { enum: [1] },
    ['error request-body-type-changed: the request body became a whole number (all → all)'],
    ['error response-body-type-changed: the 200 response became a whole number (all → all)'],
  ],
  [
    'listed whole numbers to numbers',
    { enum: [1, 2] },
    { enum: [1, 2.5] },
    [
      'error request-body-enum-value-removed: the request body can no longer be `2` (all → /enum)',
      'info request-body-type-generalized: the request body may now be a number (all → all)',
      'info request-body-enum-value-added: the request body may now also be `2.5` (all → /enum)',
    ],
    [
      'error response-body-type-generalized: the 200 response may now be a number (all → all)',
      'warning response-body-enum-value-added: the 200 response may now also be `2.5` (all → /enum)',
      'info response-mediatype-enum-value-removed: the 200 response can no longer be `2` (all → /enum)',
    ],
  ],
  [
    'listed whole numbers to any number',
    { type: 'number', enum: [1, 2] },
    number(),
    [
      'info request-body-became-not-enum: the request body is no longer limited to `1` and `2` (all → all)',
      'info request-body-type-generalized: the request body may now be a number (all → /type)',
    ],
    [
      'error response-body-became-not-enum: the 200 response is no longer limited to `1` and `2` (all → all)',
      'info response-body-type-generalized: the 200 response may now be a number (all → /type)',
    ],
  ],
  [
    'text to listed numbers',
    text(),
    { enum: [1] },
    ['error request-body-type-changed: the request body became a whole number (all → all)'],
    ['error response-body-type-changed: the 200 response became a whole number (all → all)'],
  ],
  [
    'extensible list',
    text({ enum: ['a'], 'x-extensible-enum': true }),
    text({ enum: ['a', 'b'], 'x-extensible-enum': true }),
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['info response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'not extensible list',
    text({ enum: ['a'], 'x-extensible-enum': false }),
    text({ enum: ['a', 'b'], 'x-extensible-enum': false }),
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'extensible null',
    text({ enum: ['a'], 'x-extensible-enum': null }),
    text({ enum: ['a', 'b'] }),
    ['info request-body-enum-value-added: the request body may now also be `b` (all → /enum)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `b` (all → /enum)'],
  ],
  [
    'announced value more',
    text({ 'x-extensible-enum': ['a'] }),
    text({ 'x-extensible-enum': ['a', 'b'] }),
    [
      'info request-body-x-extensible-enum-value-added: the request body is announced to take `b` as well (all → /x-extensible-enum)',
    ],
    [
      'info response-body-x-extensible-enum-value-added: the 200 response is announced to take `b` as well (all → /x-extensible-enum)',
    ],
  ],
  [
    'announced value less',
    text({ 'x-extensible-enum': ['a', 'b'] }),
    text({ 'x-extensible-enum': ['a'] }),
    [
      'warning request-body-x-extensible-enum-value-removed: the request body is no longer announced to take `b` (all → /x-extensible-enum)',
    ],
    [
      'info response-body-x-extensible-enum-value-removed: the 200 response is no longer announced to take `b` (all → /x-extensible-enum)',
    ],
  ],
  [
    'announced values come',
    text(),
    text({ 'x-extensible-enum': ['a', 'b'] }),
    [
      'info request-body-x-extensible-enum-value-added: the request body is announced to take `a` and `b` as well (all → /x-extensible-enum)',
    ],
    [
      'info response-body-x-extensible-enum-value-added: the 200 response is announced to take `a` and `b` as well (all → /x-extensible-enum)',
    ],
  ],
  [
    'choice between constants',
    { oneOf: [{ const: 'a' }, { const: 'b' }] },
    { oneOf: [{ const: 'a' }, { const: 'b' }, { const: 'c' }] },
    ['info request-body-enum-value-added: the request body may now also be `c` (all → all)'],
    ['warning response-body-enum-value-added: the 200 response may now also be `c` (all → all)'],
  ],
  [
    'choice between constants as list',
    { oneOf: [{ const: 'a' }, { const: 'b' }] },
    { enum: ['a', 'b'] },
    [],
    [],
  ],
  [
    'null beside list',
    { enum: ['a', null] },
    { enum: ['a'] },
    ['error request-body-became-not-nullable: the request body may no longer be null (all → all)'],
    ['info response-body-became-not-nullable: the 200 response may no longer be null (all → all)'],
  ],
  [
    'a default',
    text(),
    text({ default: 'a' }),
    ['warning request-body-default-value-added: leaving the request body out now means `a` (all → /default)'],
    [
      'warning response-body-default-value-added: leaving the 200 response out now means `a` (all → /default)',
    ],
  ],
  [
    'a default gone',
    text({ default: 'a' }),
    text(),
    [
      'warning request-body-default-value-removed: leaving the request body out no longer means `a` (all → all)',
    ],
    [
      'warning response-body-default-value-removed: leaving the 200 response out no longer means `a` (all → all)',
    ],
  ],
  [
    'a default other',
    text({ default: 'a' }),
    text({ default: 'b' }),
    [
      'warning request-body-default-value-changed: leaving the request body out now means `b` instead of `a` (all → /default)',
    ],
    [
      'warning response-body-default-value-changed: leaving the 200 response out now means `b` instead of `a` (all → /default)',
    ],
  ],
  [
    'equal defaults in another order',
    object({ a: text() }, { default: { a: 1, b: 2 } }),
    object({ a: text() }, { default: { b: 2, a: 1 } }),
    [],
    [],
  ],
];
