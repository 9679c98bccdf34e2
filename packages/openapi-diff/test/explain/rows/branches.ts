import { array, free, integer, need, number, object, type Row, text } from './row.ts';

/** What changes within the branches of a choice, and which branch was which. */
export const BRANCHES: readonly Row[] = [
  [
    'two choices at once, a branch more in one',
    free({ anyOf: [need('a'), need('b')], oneOf: [need('c'), need('d', 'e')] }),
    free({ anyOf: [need('a'), need('b'), need('x')], oneOf: [need('d', 'e'), need('c')] }),
    ['info request-body-any-of-added: the request body may now also be anything with `x` (all → /anyOf/2)'],
    ['error response-body-any-of-added: the 200 response may now also be anything with `x` (all → /anyOf/2)'],
  ],
  [
    'two choices at once, a branch less in one',
    free({ allOf: [{ anyOf: [need('a'), need('b'), need('x')] }, { anyOf: [need('c'), need('d')] }] }),
    free({ allOf: [{ anyOf: [need('d'), need('c')] }, { anyOf: [need('b'), need('a')] }] }),
    [
      'error request-body-any-of-removed: the request body can no longer be anything with `x` (all → /allOf/1)',
    ],
    [
      'info response-body-any-of-removed: the 200 response can no longer be anything with `x` (all → /allOf/1)',
    ],
  ],
  [
    'a branch narrowed that another one covers',
    { anyOf: [text({ maxLength: 5 }), number()] },
    { anyOf: [text({ maxLength: 3 }), number(), text({ minLength: 2 })] },
    [
      'info request-body-max-length-decreased: the request body must now have at most `3` characters (/anyOf/0 → /anyOf/0/maxLength)',
      'info request-body-any-of-added: the request body may now also be text (all → /anyOf/2)',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be text (all → /anyOf/2)',
      'info response-body-max-length-decreased: the 200 response must now have at most `3` characters (/anyOf/0 → /anyOf/0/maxLength)',
    ],
  ],
  [
    'a branch narrowed that another one covers in part',
    { anyOf: [text({ maxLength: 5 }), number()] },
    { anyOf: [text({ maxLength: 3 }), number(), text({ minLength: 5 })] },
    [
      'error request-body-max-length-decreased: the request body must now have at most `3` characters (/anyOf/0 → /anyOf/0/maxLength)',
      'info request-body-any-of-added: the request body may now also be text (all → /anyOf/2)',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be text (all → /anyOf/2)',
      'info response-body-max-length-decreased: the 200 response must now have at most `3` characters (/anyOf/0 → /anyOf/0/maxLength)',
    ],
  ],
  [
    'a property narrowed in a branch, where another branch takes all',
    { anyOf: [object({ a: text(), b: number() }, need('a')), object({ c: text() }, need('c'))] },
    {
      anyOf: [
        object({ a: text({ maxLength: 3 }), b: number() }, need('a')),
        object({ c: text() }, need('c')),
        free({ additionalProperties: true }),
      ],
    },
    [
      'info request-property-max-length-set: `a` must now have at most `3` characters in a request (/anyOf/0/properties/a → /anyOf/0/properties/a/maxLength)',
      'info request-body-any-of-added: the request body may now also be an object (all → /anyOf/2)',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be an object (all → /anyOf/2)',
      'info response-property-max-length-set: `a` must now have at most `3` characters in a response (/anyOf/0/properties/a → /anyOf/0/properties/a/maxLength)',
    ],
  ],
  [
    'a property narrowed in a branch of a choice',
    { anyOf: [object({ a: text(), b: number() }, need('a')), object({ c: text() }, need('c'))] },
    { anyOf: [object({ a: text(), b: integer() }, need('a')), object({ c: text() }, need('c'))] },
    [
      'error request-property-type-changed: `b` became a whole number in a request (/anyOf/0/properties/b/type → /anyOf/0/properties/b/type)',
    ],
    [
      'info response-property-type-specialized: `b` is now a whole number only in a response (/anyOf/0/properties/b/type → /anyOf/0/properties/b/type)',
    ],
  ],
  [
    'a part of a property narrowed in a branch of a choice',
    {
      anyOf: [
        object({ a: object({ x: array() }), b: number() }, need('a', 'b')),
        object({ c: text() }, need('c')),
      ],
    },
    {
      anyOf: [
        object({ a: object({ x: array({ items: text({ maxLength: 2 }) }) }), b: number() }, need('a', 'b')),
        object({ c: text() }, need('c')),
      ],
    },
    [
      'error request-property-max-length-set: `a.x[]` must now have at most `2` characters in a request (/anyOf/0/properties/a/properties/x/items → /anyOf/0/properties/a/properties/x/items/maxLength)',
    ],
    [
      'info response-property-max-length-set: `a.x[]` must now have at most `2` characters in a response (/anyOf/0/properties/a/properties/x/items → /anyOf/0/properties/a/properties/x/items/maxLength)',
    ],
  ],
  [
    'others narrowed in a branch of a choice',
    { anyOf: [free({ additionalProperties: number(), required: ['a'] }), array()] },
    { anyOf: [free({ additionalProperties: integer(), required: ['a'] }), array()] },
    [
      'error request-property-type-changed: `a` became a whole number in a request (/anyOf/0/additionalProperties/type → /anyOf/0/additionalProperties/type)',
    ],
    [
      'info response-property-type-specialized: `a` is now a whole number only in a response (/anyOf/0/additionalProperties/type → /anyOf/0/additionalProperties/type)',
    ],
  ],
  [
    'a tuple narrowed in a branch of a choice',
    { anyOf: [{ type: 'array', prefixItems: [number(), text()] }, text()] },
    { anyOf: [{ type: 'array', prefixItems: [integer(), text()] }, text()] },
    [
      'error request-property-type-changed: `[0]` became a whole number in a request (/anyOf/0/prefixItems/0/type → /anyOf/0/prefixItems/0/type)',
    ],
    [
      'info response-property-type-specialized: `[0]` is now a whole number only in a response (/anyOf/0/prefixItems/0/type → /anyOf/0/prefixItems/0/type)',
    ],
  ],
  [
    'branches told apart by words alone',
    {
      oneOf: [
        object({ a: text() }, { ...need('a'), title: 'A' }),
        object({ b: text() }, { ...need('b'), title: 'B' }),
      ],
    },
    {
      oneOf: [
        object({ b: text() }, { ...need('b'), title: 'Second' }),
        object({ a: text() }, { ...need('a'), title: 'First' }),
      ],
    },
    [],
    [],
  ],
  [
    'a branch that has a title',
    { oneOf: [text()] },
    { oneOf: [text(), object({ a: text() }, { title: 'Payment' })] },
    ['info request-body-list-of-types-widened: the request body may now also be an object (all → all)'],
    ['error response-body-list-of-types-widened: the 200 response may now also be an object (all → all)'],
  ],
  [
    'branches of lists and values',
    { anyOf: [text({ enum: ['a', 'b'] }), array()] },
    { anyOf: [text({ enum: ['a', 'b', 'c'] }), array()] },
    ['info request-body-enum-value-added: the request body may now also be `c` (/anyOf/0 → /anyOf/0/enum)'],
    [
      'warning response-body-enum-value-added: the 200 response may now also be `c` (/anyOf/0 → /anyOf/0/enum)',
    ],
  ],
  [
    'a branch of many properties',
    { anyOf: [text()] },
    { anyOf: [text(), object({ a: text(), b: text(), c: text(), d: text(), e: text() })] },
    ['info request-body-list-of-types-widened: the request body may now also be an object (all → all)'],
    ['error response-body-list-of-types-widened: the 200 response may now also be an object (all → all)'],
  ],
];
