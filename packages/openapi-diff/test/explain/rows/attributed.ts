import type { JsonObject } from '../../../src/read/document.ts';
import { array, free, integer, need, number, object, type Row, text } from './row.ts';

/** An object of a kind, which it is told by. */
const kind = (name: string, more: JsonObject) => object({ kind: { const: name }, ...more }, need('kind'));
const BEYOND = '^(?!a)';

/** Which of several changes a value shows, and which branch was which. */
export const ATTRIBUTED: readonly Row[] = [
  [
    'branches with names of one another, told apart by their kind',
    { oneOf: [kind('A', { a: text(), b: text() }), kind('B', { d: text(), e: text() })] },
    {
      oneOf: [kind('A', { d: text(), e: text(), x: text() }), kind('B', { a: text(), b: text(), x: text() })],
    },
    [
      'warning request-property-removed: `a` is gone from a request (/oneOf/0/properties/a → nowhere)',
      'warning request-property-removed: `b` is gone from a request (/oneOf/0/properties/b → nowhere)',
      'warning request-property-removed: `d` is gone from a request (/oneOf/1/properties/d → nowhere)',
      'warning request-property-removed: `e` is gone from a request (/oneOf/1/properties/e → nowhere)',
      'info new-optional-request-property: a request may now carry `d` (nowhere → /oneOf/0/properties/d)',
      'info new-optional-request-property: a request may now carry `e` (nowhere → /oneOf/0/properties/e)',
      'info new-optional-request-property: a request may now carry `x` (nowhere → /oneOf/0/properties/x)',
      'info new-optional-request-property: a request may now carry `a` (nowhere → /oneOf/1/properties/a)',
      'info new-optional-request-property: a request may now carry `b` (nowhere → /oneOf/1/properties/b)',
      'info new-optional-request-property: a request may now carry `x` (nowhere → /oneOf/1/properties/x)',
    ],
    [
      'warning response-optional-property-removed: `a` is gone from a response (/oneOf/0/properties/a → nowhere)',
      'warning response-optional-property-removed: `b` is gone from a response (/oneOf/0/properties/b → nowhere)',
      'warning response-optional-property-removed: `d` is gone from a response (/oneOf/1/properties/d → nowhere)',
      'warning response-optional-property-removed: `e` is gone from a response (/oneOf/1/properties/e → nowhere)',
      'info response-optional-property-added: a response may now carry `d` (nowhere → /oneOf/0/properties/d)',
      'info response-optional-property-added: a response may now carry `e` (nowhere → /oneOf/0/properties/e)',
      'info response-optional-property-added: a response may now carry `x` (nowhere → /oneOf/0/properties/x)',
      'info response-optional-property-added: a response may now carry `a` (nowhere → /oneOf/1/properties/a)',
      'info response-optional-property-added: a response may now carry `b` (nowhere → /oneOf/1/properties/b)',
      'info response-optional-property-added: a response may now carry `x` (nowhere → /oneOf/1/properties/x)',
    ],
  ],
  [
    'an object that becomes one of two',
    object({ a: text() }),
    { oneOf: [object({ a: text(), b: text() }, need('b')), object({ c: text() }, need('c'))] },
    ['error request-body-wrapped-in-one-of: the request body is now one of several objects (all → all)'],
    ['info response-body-wrapped-in-one-of: the 200 response is now one of several objects (all → all)'],
  ],
  [
    'a read-only part of a read-only property',
    object({ a: object({ x: integer({ readOnly: true }) }, { readOnly: true }) }),
    object({ a: object({ x: text({ readOnly: true }) }, { readOnly: true }) }),
    [
      'info request-read-only-property-changed: `a`, which is read-only and no part of a request, changed (/properties/a → /properties/a)',
    ],
    [
      'error response-property-type-changed: `a.x` became text in a response (/properties/a/properties/x/type → /properties/a/properties/x/type)',
    ],
  ],
  [
    'a write-only part of a write-only property',
    object({ a: object({ x: integer({ writeOnly: true }) }, { writeOnly: true }) }),
    object({ a: object({ x: text({ writeOnly: true }) }, { writeOnly: true }) }),
    [
      'error request-property-type-changed: `a.x` became text in a request (/properties/a/properties/x/type → /properties/a/properties/x/type)',
    ],
    [
      'info response-write-only-property-changed: `a`, which is write-only and no part of a response, changed (/properties/a → /properties/a)',
    ],
  ],
  [
    'others forbidden where there must be some, and a property that must be there',
    free({ minProperties: 1, additionalProperties: true }),
    object({ b: text() }, { required: ['b'], minProperties: 1, additionalProperties: false }),
    [
      'error request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties (all → /additionalProperties)',
      'error new-required-request-property: a request now needs `b` (nowhere → /properties/b)',
    ],
    [
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties (all → /additionalProperties)',
      'info response-required-property-added: a response now always carries `b` (nowhere → /properties/b)',
    ],
  ],
  [
    'announced values beside a format that nobody knows',
    text({ 'x-extensible-enum': ['a'] }),
    text({ 'x-extensible-enum': ['b'], format: 'shade' }),
    [
      'warning request-body-type-changed: the request body became text in the format `shade` (all → /format)',
      'warning request-body-x-extensible-enum-value-removed: the request body is no longer announced to take `a` (all → /x-extensible-enum)',
      'info request-body-x-extensible-enum-value-added: the request body is announced to take `b` as well (all → /x-extensible-enum)',
    ],
    [
      'info response-body-type-specialized: the 200 response is now text in the format `shade` only (all → /format)',
      'info response-body-x-extensible-enum-value-added: the 200 response is announced to take `b` as well (all → /x-extensible-enum)',
      'info response-body-x-extensible-enum-value-removed: the 200 response is no longer announced to take `a` (all → /x-extensible-enum)',
    ],
  ],
  [
    'a shortest length beside a pattern beyond deciding',
    text({ pattern: BEYOND, minLength: 2 }),
    text({ pattern: BEYOND, minLength: 3 }),
    [
      'warning request-body-min-length-increased: the request body must now have at least `3` characters (all → /minLength)',
    ],
    [
      'info response-body-min-length-increased: the 200 response must now have at least `3` characters (all → /minLength)',
    ],
  ],
  [
    'two patterns of names',
    free(),
    free({ patternProperties: { '^x-': integer(), '^y-': integer() } }),
    [
      'error request-body-pattern-property-added: properties of the request body that match `^x-` now have a schema of their own (all → all)',
      'error request-body-pattern-property-added: properties of the request body that match `^y-` now have a schema of their own (all → all)',
    ],
    [
      'info response-body-pattern-property-added: properties of the 200 response that match `^x-` now have a schema of their own (all → all)',
      'info response-body-pattern-property-added: properties of the 200 response that match `^y-` now have a schema of their own (all → all)',
    ],
  ],
  [
    'two patterns of names gone, in a property',
    object({ a: free({ patternProperties: { '^x-': integer(), '^y-': text({ maxLength: 2 }) } }) }),
    object({ a: free() }),
    [
      'info request-property-pattern-property-removed: properties of `a` that match `^x-` no longer have a schema of their own in a request (/properties/a → /properties/a)',
      'info request-property-pattern-property-removed: properties of `a` that match `^y-` no longer have a schema of their own in a request (/properties/a → /properties/a)',
    ],
    [
      'error response-property-pattern-property-removed: properties of `a` that match `^x-` no longer have a schema of their own in a response (/properties/a → /properties/a)',
      'error response-property-pattern-property-removed: properties of `a` that match `^y-` no longer have a schema of their own in a response (/properties/a → /properties/a)',
    ],
  ],
  [
    'one schema in a property and in items',
    object({ z: integer(), list: array({ items: integer() }) }),
    object({ z: text(), list: array({ items: text() }) }),
    [
      'error request-property-type-changed: `list[]` became text in a request (/properties/list/items/type → /properties/list/items/type)',
      'error request-property-type-changed: `z` became text in a request (/properties/z/type → /properties/z/type)',
    ],
    [
      'error response-property-type-changed: `list[]` became text in a response (/properties/list/items/type → /properties/list/items/type)',
      'error response-property-type-changed: `z` became text in a response (/properties/z/type → /properties/z/type)',
    ],
  ],
  [
    'one schema in properties out of order',
    object({ b: integer(), a: integer() }),
    object({ b: text(), a: text() }),
    [
      'error request-property-type-changed: `a` became text in a request (/properties/a/type → /properties/a/type)',
      'error request-property-type-changed: `b` became text in a request (/properties/b/type → /properties/b/type)',
    ],
    [
      'error response-property-type-changed: `a` became text in a response (/properties/a/type → /properties/a/type)',
      'error response-property-type-changed: `b` became text in a response (/properties/b/type → /properties/b/type)',
    ],
  ],
  [
    'one schema in items by place and all others',
    { type: 'array', prefixItems: [text(), integer(), integer()], items: integer() },
    { type: 'array', prefixItems: [text(), number(), number()], items: number() },
    [
      'info request-property-type-generalized: each item may now be a number in a request (/items/type → /items/type)',
      'info request-property-type-generalized: `[1]` may now be a number in a request (/prefixItems/1/type → /prefixItems/1/type)',
      'info request-property-type-generalized: `[2]` may now be a number in a request (/prefixItems/2/type → /prefixItems/2/type)',
    ],
    [
      'error response-property-type-generalized: each item may now be a number in a response (/items/type → /items/type)',
      'error response-property-type-generalized: `[1]` may now be a number in a response (/prefixItems/1/type → /prefixItems/1/type)',
      'error response-property-type-generalized: `[2]` may now be a number in a response (/prefixItems/2/type → /prefixItems/2/type)',
    ],
  ],
  [
    'one schema under two patterns',
    free({ patternProperties: { '^y': integer(), '^x': integer() } }),
    free({ patternProperties: { '^y': number(), '^x': number() } }),
    [
      'info request-property-type-generalized: `/^x/` may now be a number in a request (/patternProperties/^x/type → /patternProperties/^x/type)',
      'info request-property-type-generalized: `/^y/` may now be a number in a request (/patternProperties/^y/type → /patternProperties/^y/type)',
    ],
    [
      'error response-property-type-generalized: `/^x/` may now be a number in a response (/patternProperties/^x/type → /patternProperties/^x/type)',
      'error response-property-type-generalized: `/^y/` may now be a number in a response (/patternProperties/^y/type → /patternProperties/^y/type)',
    ],
  ],
  [
    'one schema under a pattern, and for all others',
    free({ patternProperties: { '^y': integer() }, additionalProperties: integer() }),
    free({ patternProperties: { '^y': number() }, additionalProperties: number() }),
    [
      'info request-property-type-generalized: each further property may now be a number in a request (/additionalProperties/type → /additionalProperties/type)',
      'info request-property-type-generalized: `/^y/` may now be a number in a request (/patternProperties/^y/type → /patternProperties/^y/type)',
    ],
    [
      'error response-property-type-generalized: each further property may now be a number in a response (/additionalProperties/type → /additionalProperties/type)',
      'error response-property-type-generalized: `/^y/` may now be a number in a response (/patternProperties/^y/type → /patternProperties/^y/type)',
    ],
  ],
  [
    'branches of several values out of order',
    { anyOf: [{ const: 3 }, text()] },
    { anyOf: [{ enum: [2, 10, 'b', 'a', null, true, false] }, text({ maxLength: 3 })] },
    [
      'error request-body-any-of-removed: the request body can no longer be `3` (all → all)',
      'error request-body-max-length-set: the request body must now have at most `3` characters (/anyOf/1 → /anyOf/1/maxLength)',
      'info request-body-became-nullable: the request body may now be null (all → all)',
      'info request-body-any-of-added: the request body may now also be `a`, `b`, `2` or 4 more (all → /anyOf/0)',
    ],
    [
      'error response-body-became-nullable: the 200 response may now be null (all → all)',
      'error response-body-any-of-added: the 200 response may now also be `a`, `b`, `2` or 4 more (all → /anyOf/0)',
      'info response-body-any-of-removed: the 200 response can no longer be `3` (all → all)',
      'info response-body-max-length-set: the 200 response must now have at most `3` characters (/anyOf/1 → /anyOf/1/maxLength)',
    ],
  ],
  [
    'a branch of three values',
    { anyOf: [text(), { enum: [10, 2, 3] }] },
    text(),
    [
      'error request-body-any-of-removed: the request body can no longer be `2`, `3` or `10` (all → all)',
      'error request-body-type-changed: the request body became text (all → /type)',
    ],
    [
      'info response-body-any-of-removed: the 200 response can no longer be `2`, `3` or `10` (all → all)',
      'info response-body-type-specialized: the 200 response is now text only (all → /type)',
    ],
  ],
];
