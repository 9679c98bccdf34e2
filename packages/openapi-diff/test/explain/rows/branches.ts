import { array, free, integer, need, number, object, type Row, text } from './row.ts';

/** What changes within the branches of a choice, and which branch was which. */
export const BRANCHES: readonly Row[] = [
  [
    'two choices at once, a branch more in one',
    free({ anyOf: [need('a'), need('b')], oneOf: [need('c'), need('d', 'e')] }),
    free({ anyOf: [need('a'), need('b'), need('x')], oneOf: [need('d', 'e'), need('c')] }),
    ['info request-body-any-of-added: the request body may now also be anything with `x`'],
    ['error response-body-any-of-added: the 200 response may now also be anything with `x`'],
  ],
  [
    'two choices at once, a branch less in one',
    free({ allOf: [{ anyOf: [need('a'), need('b'), need('x')] }, { anyOf: [need('c'), need('d')] }] }),
    free({ allOf: [{ anyOf: [need('d'), need('c')] }, { anyOf: [need('b'), need('a')] }] }),
    ['error request-body-any-of-removed: the request body can no longer be anything with `x`'],
    ['info response-body-any-of-removed: the 200 response can no longer be anything with `x`'],
  ],
  [
    'a branch narrowed that another one covers',
    { anyOf: [text({ maxLength: 5 }), number()] },
    { anyOf: [text({ maxLength: 3 }), number(), text({ minLength: 2 })] },
    [
      'info request-body-max-length-decreased: the request body must now have at most `3` characters',
      'info request-body-any-of-added: the request body may now also be text',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be text',
      'info response-body-max-length-decreased: the 200 response must now have at most `3` characters',
    ],
  ],
  [
    'a branch narrowed that another one covers in part',
    { anyOf: [text({ maxLength: 5 }), number()] },
    { anyOf: [text({ maxLength: 3 }), number(), text({ minLength: 5 })] },
    [
      'error request-body-max-length-decreased: the request body must now have at most `3` characters',
      'info request-body-any-of-added: the request body may now also be text',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be text',
      'info response-body-max-length-decreased: the 200 response must now have at most `3` characters',
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
      'info request-property-max-length-set: `a` must now have at most `3` characters in a request',
      'info request-body-any-of-added: the request body may now also be an object',
    ],
    [
      'error response-body-any-of-added: the 200 response may now also be an object',
      'info response-property-max-length-set: `a` must now have at most `3` characters in a response',
    ],
  ],
  [
    'a property narrowed in a branch of a choice',
    { anyOf: [object({ a: text(), b: number() }, need('a')), object({ c: text() }, need('c'))] },
    { anyOf: [object({ a: text(), b: integer() }, need('a')), object({ c: text() }, need('c'))] },
    ['error request-property-type-changed: `b` became a whole number in a request'],
    ['info response-property-type-specialized: `b` is now a whole number only in a response'],
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
    ['error request-property-max-length-set: `a.x[]` must now have at most `2` characters in a request'],
    ['info response-property-max-length-set: `a.x[]` must now have at most `2` characters in a response'],
  ],
  [
    'others narrowed in a branch of a choice',
    { anyOf: [free({ additionalProperties: number(), required: ['a'] }), array()] },
    { anyOf: [free({ additionalProperties: integer(), required: ['a'] }), array()] },
    ['error request-property-type-changed: `a` became a whole number in a request'],
    ['info response-property-type-specialized: `a` is now a whole number only in a response'],
  ],
  [
    'a tuple narrowed in a branch of a choice',
    { anyOf: [{ type: 'array', prefixItems: [number(), text()] }, text()] },
    { anyOf: [{ type: 'array', prefixItems: [integer(), text()] }, text()] },
    ['error request-property-type-changed: `[0]` became a whole number in a request'],
    ['info response-property-type-specialized: `[0]` is now a whole number only in a response'],
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
    ['info request-body-list-of-types-widened: the request body may now also be an object'],
    ['error response-body-list-of-types-widened: the 200 response may now also be an object'],
  ],
  [
    'branches of lists and values',
    { anyOf: [text({ enum: ['a', 'b'] }), array()] },
    { anyOf: [text({ enum: ['a', 'b', 'c'] }), array()] },
    ['info request-body-enum-value-added: the request body may now also be `c`'],
    ['warning response-body-enum-value-added: the 200 response may now also be `c`'],
  ],
  [
    'a branch of many properties',
    { anyOf: [text()] },
    { anyOf: [text(), object({ a: text(), b: text(), c: text(), d: text(), e: text() })] },
    ['info request-body-list-of-types-widened: the request body may now also be an object'],
    ['error response-body-list-of-types-widened: the 200 response may now also be an object'],
  ],
];
