import { array, free, integer, need, number, object, type Row, text } from './row.ts';

/** Several edits at once, and those of one keyword in each direction. */
export const EDITS: readonly Row[] = [
  [
    'a number that may be text too',
    integer(),
    { type: ['number', 'string'] },
    [
      'info request-body-list-of-types-widened: the request body may now also be text or a number (all → /type)',
    ],
    [
      'error response-body-list-of-types-widened: the 200 response may now also be text or a number (all → /type)',
    ],
  ],
  [
    'a whole number that may be several things',
    integer(),
    { type: ['string', 'boolean', 'integer'] },
    [
      'info request-body-list-of-types-widened: the request body may now also be text or true or false (all → /type)',
    ],
    [
      'error response-body-list-of-types-widened: the 200 response may now also be text or true or false (all → /type)',
    ],
  ],
  [
    'a branch that lies in another one',
    {
      anyOf: [
        object({ a: text(), b: text(), c: text() }, need('a')),
        object({ x: number(), a: number() }, need('x')),
      ],
    },
    {
      anyOf: [
        object({ x: number(), a: number() }, { ...need('x'), minProperties: 1 }),
        object({ a: text({ maxLength: 5 }), b: text(), d: text() }, need('a')),
      ],
    },
    [
      'error request-property-max-length-set: `a` must now have at most `5` characters in a request (/anyOf/0/properties/a → /anyOf/1/properties/a/maxLength)',
      'warning request-property-removed: `c` is gone from a request (/anyOf/0/properties/c → nowhere)',
      'info request-body-min-properties-set: the request body must now have at least `1` properties (/anyOf/1 → /anyOf/0/minProperties)',
      'info new-optional-request-property: a request may now carry `d` (nowhere → /anyOf/1/properties/d)',
    ],
    [
      'warning response-optional-property-removed: `c` is gone from a response (/anyOf/0/properties/c → nowhere)',
      'info response-body-min-properties-set: the 200 response must now have at least `1` properties (/anyOf/1 → /anyOf/0/minProperties)',
      'info response-property-max-length-set: `a` must now have at most `5` characters in a response (/anyOf/0/properties/a → /anyOf/1/properties/a/maxLength)',
      'info response-optional-property-added: a response may now carry `d` (nowhere → /anyOf/1/properties/d)',
    ],
  ],
  [
    'branches that change and swap',
    { oneOf: [object({ a: text(), b: text() }, need('a')), object({ c: text(), d: text() }, need('c'))] },
    {
      oneOf: [
        object({ c: text(), d: text(), e: text() }, need('c')),
        object({ a: text({ maxLength: 3 }), b: text() }, need('a')),
      ],
    },
    [
      'error request-property-max-length-set: `a` must now have at most `3` characters in a request (/oneOf/0/properties/a → /oneOf/1/properties/a/maxLength)',
      'info new-optional-request-property: a request may now carry `e` (nowhere → /oneOf/0/properties/e)',
    ],
    [
      'info response-optional-property-added: a response may now carry `e` (nowhere → /oneOf/0/properties/e)',
      'info response-property-max-length-set: `a` must now have at most `3` characters in a response (/oneOf/0/properties/a → /oneOf/1/properties/a/maxLength)',
    ],
  ],
  [
    'three branches, one of them narrowed',
    { oneOf: [text(), number(), array()] },
    { oneOf: [array(), integer(), text()] },
    ['error request-body-type-changed: the request body became a whole number (/oneOf/1 → /oneOf/1/type)'],
    [
      'info response-body-type-specialized: the 200 response is now a whole number only (/oneOf/1 → /oneOf/1/type)',
    ],
  ],
  [
    'branches told by a constant',
    {
      oneOf: [
        object({ k: { const: 1 }, v: text() }, need('k')),
        object({ k: { const: 2 }, v: text() }, need('k')),
      ],
    },
    {
      oneOf: [
        object({ k: { const: 2 }, v: number() }, need('k')),
        object({ k: { const: 1 }, v: text() }, need('k')),
      ],
    },
    [
      'error request-property-type-changed: `v` became a number in a request (/oneOf/1/properties/v/type → /oneOf/0/properties/v/type)',
    ],
    [
      'error response-property-type-changed: `v` became a number in a response (/oneOf/1/properties/v/type → /oneOf/0/properties/v/type)',
    ],
  ],
  [
    'a branch replaced by quite another one',
    { oneOf: [object({ a: text() }, need('a')), object({ b: text() }, need('b'))] },
    {
      oneOf: [object({ a: text() }, need('a')), object({ c: number(), d: number(), e: number() }, need('c'))],
    },
    [
      'error request-body-one-of-removed: the request body can no longer be an object with `b` (all → all)',
      'info request-body-one-of-added: the request body may now also be an object with `c`, `d` and `e` (all → /oneOf/1)',
    ],
    [
      'error response-body-one-of-added: the 200 response may now also be an object with `c`, `d` and `e` (all → /oneOf/1)',
      'info response-body-one-of-removed: the 200 response can no longer be an object with `b` (all → all)',
    ],
  ],
  [
    'further properties beside a pattern',
    free({ patternProperties: { '^x-': text() }, additionalProperties: number() }),
    free({ patternProperties: { '^x-': text() }, additionalProperties: integer() }),
    [
      'error request-property-type-changed: each further property became a whole number in a request (/additionalProperties/type → /additionalProperties/type)',
    ],
    [
      'info response-property-type-specialized: each further property is now a whole number only in a response (/additionalProperties/type → /additionalProperties/type)',
    ],
  ],
  [
    'unevaluated properties of a part',
    free({ allOf: [object({ a: text() })], unevaluatedProperties: text() }),
    free({ allOf: [object({ a: text() })], unevaluatedProperties: text({ maxLength: 2 }) }),
    [
      'error request-body-unevaluated-properties-changed: the request body has another schema for properties that nothing declares (all → all)',
    ],
    [
      'info response-body-unevaluated-properties-changed: the 200 response has another schema for properties that nothing declares (all → all)',
    ],
  ],
  [
    'unevaluated properties no more',
    free({ allOf: [object({ a: text() })], unevaluatedProperties: false }),
    free({ allOf: [object({ a: text() })] }),
    [
      'info request-body-unevaluated-properties-removed: the request body no longer restricts properties that nothing declares (all → all)',
    ],
    [
      'info response-body-unevaluated-properties-removed: the 200 response no longer restricts properties that nothing declares (all → all)',
    ],
  ],
  [
    'a list that may be longer',
    array({ maxItems: 2 }),
    array({ maxItems: 4 }),
    [
      'info request-body-max-items-increased: the request body now only has to have at most `4` items (all → /maxItems)',
    ],
    [
      'error response-body-max-items-increased: the 200 response now only has to have at most `4` items (all → /maxItems)',
    ],
  ],
  [
    'a list that may be shorter',
    array({ minItems: 4 }),
    array({ minItems: 2 }),
    [
      'info request-body-min-items-decreased: the request body now only has to have at least `2` items (all → /minItems)',
    ],
    [
      'error response-body-min-items-decreased: the 200 response now only has to have at least `2` items (all → /minItems)',
    ],
  ],
  [
    'a list of no items',
    array(),
    array({ maxItems: 0 }),
    ['error request-body-max-items-set: the request body must now have at most `0` items (all → /maxItems)'],
    ['info response-body-max-items-set: the 200 response must now have at most `0` items (all → /maxItems)'],
  ],
  [
    'more properties than before',
    free({ maxProperties: 2 }),
    free({ maxProperties: 4 }),
    [
      'info request-body-max-properties-increased: the request body now only has to have at most `4` properties (all → /maxProperties)',
    ],
    [
      'error response-body-max-properties-increased: the 200 response now only has to have at most `4` properties (all → /maxProperties)',
    ],
  ],
  [
    'fewer properties than before',
    free({ minProperties: 4 }),
    free({ minProperties: 2 }),
    [
      'info request-body-min-properties-decreased: the request body now only has to have at least `2` properties (all → /minProperties)',
    ],
    [
      'error response-body-min-properties-decreased: the 200 response now only has to have at least `2` properties (all → /minProperties)',
    ],
  ],
  [
    'a property that must be there and is new elsewhere',
    object({ a: object({ b: text() }) }),
    object({ a: object({ b: text(), c: number() }, need('c')) }),
    ['error new-required-request-property: a request now needs `a.c` (nowhere → /properties/a/properties/c)'],
    [
      'info response-required-property-added: a response now always carries `a.c` (nowhere → /properties/a/properties/c)',
    ],
  ],
  [
    'a property of a list of objects',
    array({ items: object({ b: text() }, need('b')) }),
    array({ items: object({ b: number() }, need('b')) }),
    [
      'error request-property-type-changed: `[].b` became a number in a request (/items/properties/b/type → /items/properties/b/type)',
    ],
    [
      'error response-property-type-changed: `[].b` became a number in a response (/items/properties/b/type → /items/properties/b/type)',
    ],
  ],
  [
    'a required property without a declaration',
    free(need('a')),
    free(need('a', 'b')),
    ['error new-required-request-property: a request now needs `b` (nowhere → all)'],
    ['info response-required-property-added: a response now always carries `b` (nowhere → all)'],
  ],
  [
    'a declared property that was only required',
    free(need('a')),
    object({ a: text() }, need('a')),
    ['error request-property-type-changed: `a` became text in a request (nowhere → /properties/a/type)'],
    [
      'info response-property-type-specialized: `a` is now text only in a response (nowhere → /properties/a/type)',
    ],
  ],
  [
    'two bounds at once',
    number({ minimum: 1, maximum: 9 }),
    number({ minimum: 2, maximum: 8 }),
    [
      'error request-body-max-decreased: the request body must now be at most `8` (all → /maximum)',
      'error request-body-min-increased: the request body must now be at least `2` (all → /minimum)',
    ],
    [
      'info response-body-max-decreased: the 200 response must now be at most `8` (all → /maximum)',
      'info response-body-min-increased: the 200 response must now be at least `2` (all → /minimum)',
    ],
  ],
  [
    'an exclusive bound beside another',
    number({ minimum: 1, exclusiveMinimum: 0 }),
    number({ minimum: 1, exclusiveMinimum: 1 }),
    [
      'error request-body-exclusive-min-increased: the request body must now be more than `1` (all → /exclusiveMinimum)',
    ],
    [
      'info response-body-exclusive-min-increased: the 200 response must now be more than `1` (all → /exclusiveMinimum)',
    ],
  ],
  [
    'a bound of a format that is written out',
    integer({ format: 'int32' }),
    integer({ minimum: -2147483648, maximum: 2147483647 }),
    [
      'info request-body-max-set: the request body must now be at most `2147483647` (all → /maximum)',
      'info request-body-min-set: the request body must now be at least `-2147483648` (all → /minimum)',
      'info request-body-type-generalized: the request body may now be a whole number (all → /type)',
    ],
    [
      'info response-body-max-set: the 200 response must now be at most `2147483647` (all → /maximum)',
      'info response-body-min-set: the 200 response must now be at least `-2147483648` (all → /minimum)',
      'info response-body-type-generalized: the 200 response may now be a whole number (all → /type)',
    ],
  ],
  [
    'announced values go',
    text({ 'x-extensible-enum': ['a'] }),
    text(),
    [
      'warning request-body-x-extensible-enum-value-removed: the request body is no longer announced to take `a` (all → all)',
    ],
    [
      'info response-body-x-extensible-enum-value-removed: the 200 response is no longer announced to take `a` (all → all)',
    ],
  ],
  [
    'announced values stay',
    text({ 'x-extensible-enum': ['a'] }),
    text({ 'x-extensible-enum': ['a'], maxLength: 3 }),
    [
      'error request-body-max-length-set: the request body must now have at most `3` characters (all → /maxLength)',
    ],
    [
      'info response-body-max-length-set: the 200 response must now have at most `3` characters (all → /maxLength)',
    ],
  ],
  [
    'a property that a pattern speaks of too',
    object({ 'x-a': text() }),
    object({ 'x-a': text() }, { patternProperties: { '^x-': { maxLength: 3 } } }),
    [
      'error request-body-pattern-property-added: properties of the request body that match `^x-` now have a schema of their own (all → all)',
      'error request-property-max-length-set: `x-a` must now have at most `3` characters in a request (/properties/x-a → /patternProperties/^x-/maxLength)',
    ],
    [
      'info response-body-pattern-property-added: properties of the 200 response that match `^x-` now have a schema of their own (all → all)',
      'info response-property-max-length-set: `x-a` must now have at most `3` characters in a response (/properties/x-a → /patternProperties/^x-/maxLength)',
    ],
  ],
  [
    'a property that a pattern spoke of too',
    object({ 'x-a': text() }, { patternProperties: { '^x-': { maxLength: 3 } } }),
    object({ 'x-a': text() }),
    [
      'info request-body-pattern-property-removed: properties of the request body that match `^x-` no longer have a schema of their own (all → all)',
      'info request-property-max-length-unset: `x-a` no longer has to have at most `3` characters in a request (/patternProperties/^x-/maxLength → /properties/x-a)',
    ],
    [
      'error response-body-pattern-property-removed: properties of the 200 response that match `^x-` no longer have a schema of their own (all → all)',
      'error response-property-max-length-unset: `x-a` no longer has to have at most `3` characters in a response (/patternProperties/^x-/maxLength → /properties/x-a)',
    ],
  ],
  [
    'a list of no more than very many',
    array({ maxItems: 500 }),
    array({ maxItems: 400 }),
    [
      'error request-body-max-items-decreased: the request body must now have at most `400` items (all → /maxItems)',
    ],
    [
      'info response-body-max-items-decreased: the 200 response must now have at most `400` items (all → /maxItems)',
    ],
  ],
  [
    'a branch that declares and asks for nothing',
    { anyOf: [text(), number()] },
    { anyOf: [text(), number(), { properties: { a: text() } }] },
    [
      'info request-body-became-nullable: the request body may now be null (all → all)',
      'info request-body-any-of-added: the request body may now also be anything (all → /anyOf/2)',
    ],
    [
      'error response-body-became-nullable: the 200 response may now be null (all → all)',
      'error response-body-any-of-added: the 200 response may now also be anything (all → /anyOf/2)',
    ],
  ],
  [
    'a branch whose properties stand in any order',
    { anyOf: [object({ a: text() }, need('a')), number()] },
    { anyOf: [object({ a: text() }, need('a')), number(), object({ z: text(), m: number() }, need('k'))] },
    [
      'info request-body-any-of-added: the request body may now also be an object with `k`, `m` and `z` (all → /anyOf/2)',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be an object with `k`, `m` and `z` (all → /anyOf/2)',
    ],
  ],
  [
    'a read-only property that must be there',
    object({ a: text(), id: integer({ readOnly: true }) }),
    object({ a: text(), id: integer({ readOnly: true }) }, need('id')),
    [],
    [
      'info response-property-became-required: `id` is now always in a response (/properties/id → /properties/id)',
    ],
  ],
  [
    'a write-only property that must be there',
    object({ a: text(), id: integer({ writeOnly: true }) }),
    object({ a: text(), id: integer({ writeOnly: true }) }, need('id')),
    ['error request-property-became-required: a request now needs `id` (/properties/id → /properties/id)'],
    [
      'info response-write-only-property-became-required: `id`, which is write-only and no part of a response, is now required (/properties/id → /properties/id)',
    ],
  ],
  [
    'a write-only property that may be missing',
    object({ a: text(), id: integer({ writeOnly: true }) }, need('id')),
    object({ a: text(), id: integer({ writeOnly: true }) }),
    [
      'info request-property-became-optional: a request may now leave `id` out (/properties/id → /properties/id)',
    ],
    [
      'info response-write-only-property-became-optional: `id`, which is write-only and no part of a response, is now optional (/properties/id → /properties/id)',
    ],
  ],
  [
    'a write-only property of another type',
    object({ a: text(), id: integer({ writeOnly: true }) }),
    object({ a: text(), id: text({ writeOnly: true }) }),
    [
      'error request-property-type-changed: `id` became text in a request (/properties/id/type → /properties/id/type)',
    ],
    [
      'info response-write-only-property-changed: `id`, which is write-only and no part of a response, changed (/properties/id → /properties/id)',
    ],
  ],
  [
    'a write-only property with other listed values',
    object({ id: text({ enum: ['a'], writeOnly: true }) }),
    object({ id: text({ enum: ['a', 'b'], writeOnly: true }) }),
    [
      'info request-property-enum-value-added: `id` may now also be `b` in a request (/properties/id/enum → /properties/id/enum)',
    ],
    [
      'info response-write-only-property-enum-value-added: `id`, which is write-only and no part of a response, changed: an allowed value was added (/properties/id → /properties/id)',
    ],
  ],
  [
    'a read-only property with a longest length',
    object({ id: text({ readOnly: true, maxLength: 9 }) }),
    object({ id: text({ readOnly: true, maxLength: 5 }) }),
    [
      'info request-read-only-property-max-length-decreased: `id`, which is read-only and no part of a request, changed: the greatest length was lowered (/properties/id → /properties/id)',
    ],
    [
      'info response-property-max-length-decreased: `id` must now have at most `5` characters in a response (/properties/id/maxLength → /properties/id/maxLength)',
    ],
  ],
  [
    'a read-only property described in other words',
    object({ id: text({ readOnly: true, description: 'a' }) }),
    object({ id: text({ readOnly: true, description: 'b' }) }),
    [],
    [],
  ],
  [
    'a property of another type beside one that is needed and not declared',
    object({ a: text() }, need('k')),
    object({ a: integer() }, need('k')),
    [
      'error request-property-type-changed: `a` became a whole number in a request (/properties/a/type → /properties/a/type)',
    ],
    [
      'error response-property-type-changed: `a` became a whole number in a response (/properties/a/type → /properties/a/type)',
    ],
  ],
  [
    'a property that is needed and not declared',
    object({ a: text() }),
    object({ a: text() }, need('k')),
    ['error new-required-request-property: a request now needs `k` (nowhere → all)'],
    ['info response-required-property-added: a response now always carries `k` (nowhere → all)'],
  ],
  [
    'a property that was needed and not declared',
    object({ a: text() }, need('k')),
    object({ a: text() }),
    ['warning request-property-removed: `k` is gone from a request (all → nowhere)'],
    ['error response-required-property-removed: `k` is gone from a response (all → nowhere)'],
  ],
  [
    'a property that is needed and forbidden',
    object({ a: text() }, need('k')),
    object({ a: text() }, { ...need('k'), additionalProperties: false }),
    [
      'error request-property-became-forbidden: `k` is now forbidden in a request (nowhere → nowhere)',
      'error request-body-additional-properties-forbidden: the request body may no longer carry undeclared properties (all → /additionalProperties)',
    ],
    [
      'info response-property-became-forbidden: `k` is now forbidden in a response (nowhere → nowhere)',
      'info response-body-additional-properties-forbidden: the 200 response may no longer carry undeclared properties (all → /additionalProperties)',
    ],
  ],
  [
    'a property of another type beside a part that needs another one',
    { allOf: [object({ a: text() }), need('k')] },
    { allOf: [object({ a: integer() }), need('k')] },
    [
      'error request-property-type-changed: `a` became a whole number in a request (/allOf/0/properties/a/type → /allOf/0/properties/a/type)',
    ],
    [
      'error response-property-type-changed: `a` became a whole number in a response (/allOf/0/properties/a/type → /allOf/0/properties/a/type)',
    ],
  ],
  [
    'a branch that fits what another one fits',
    { oneOf: [object({ k: { const: 'a' } }, need('k')), object({ k: { const: 'b' } }, need('k'))] },
    {
      oneOf: [
        object({ k: { const: 'a' } }, need('k')),
        object({ k: { const: 'b' } }, need('k')),
        object({ k: text(), v: number() }, need('k')),
      ],
    },
    [
      'warning request-body-one-of-added: the request body may now also be an object with `k` and `v` (all → /oneOf/2)',
    ],
    [
      'error response-body-one-of-added: the 200 response may now also be an object with `k` and `v` (all → /oneOf/2)',
    ],
  ],
  [
    'a branch with a title',
    { anyOf: [number(), object({ a: text() }, need('a'))] },
    {
      anyOf: [
        number(),
        object({ a: text() }, need('a')),
        object({ b: text() }, { title: 'Payment', required: ['b'] }),
      ],
    },
    ['info request-body-any-of-added: the request body may now also be `Payment` (all → /anyOf/2)'],
    ['error response-body-any-of-added: the 200 response may now also be `Payment` (all → /anyOf/2)'],
  ],
  [
    'a branch with a title that says nothing',
    { anyOf: [number(), object({ a: text() }, need('a'))] },
    {
      anyOf: [
        number(),
        object({ a: text() }, need('a')),
        object({ b: text() }, { title: ' ', required: ['b'] }),
      ],
    },
    ['info request-body-any-of-added: the request body may now also be an object with `b` (all → /anyOf/2)'],
    [
      'error response-body-any-of-added: the 200 response may now also be an object with `b` (all → /anyOf/2)',
    ],
  ],
];
