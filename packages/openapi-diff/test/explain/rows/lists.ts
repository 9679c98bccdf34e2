import { array, integer, number, type Row, text } from './row.ts';

/** Items, and what a list has to contain. */
export const LISTS: readonly Row[] = [
  [
    'items narrowed',
    array(),
    array({ items: text({ maxLength: 2 }) }),
    [
      'error request-property-max-length-set: each item must now have at most `2` characters in a request (/items → /items/maxLength)',
    ],
    [
      'info response-property-max-length-set: each item must now have at most `2` characters in a response (/items → /items/maxLength)',
    ],
  ],
  [
    'items of another type',
    array(),
    array({ items: number() }),
    [
      'error request-property-type-changed: each item became a number in a request (/items/type → /items/type)',
    ],
    [
      'error response-property-type-changed: each item became a number in a response (/items/type → /items/type)',
    ],
  ],
  [
    'items once only',
    array(),
    array({ uniqueItems: true }),
    [
      'error request-body-unique-items-set: the items of the request body may no longer repeat (all → /uniqueItems)',
    ],
    [
      'info response-body-unique-items-set: the items of the 200 response may no longer repeat (all → /uniqueItems)',
    ],
  ],
  [
    'items once only no more',
    array({ uniqueItems: true }),
    array(),
    ['info request-body-unique-items-unset: the items of the request body may now repeat (all → all)'],
    ['error response-body-unique-items-unset: the items of the 200 response may now repeat (all → all)'],
  ],
  [
    'a first item',
    array(),
    array({ prefixItems: [number()] }),
    [
      'error request-body-prefix-items-added: item 1 of the request body must now be a number (all → /prefixItems/0)',
    ],
    [
      'info response-body-prefix-items-added: item 1 of the 200 response must now be a number (all → /prefixItems/0)',
    ],
  ],
  [
    'a first item gone',
    array({ prefixItems: [number()] }),
    array(),
    [
      'info request-body-prefix-items-removed: item 1 of the request body no longer has to be a number (all → /items)',
    ],
    [
      'error response-body-prefix-items-removed: item 1 of the 200 response no longer has to be a number (all → /items)',
    ],
  ],
  ['a first item alike', array(), array({ prefixItems: [text()] }), [], []],
  [
    'a second item',
    array({ prefixItems: [number()] }),
    array({ prefixItems: [number(), number()] }),
    [
      'error request-body-prefix-items-added: item 2 of the request body must now be a number (all → /prefixItems/1)',
    ],
    [
      'info response-body-prefix-items-added: item 2 of the 200 response must now be a number (all → /prefixItems/1)',
    ],
  ],
  [
    'a first item narrowed',
    array({ prefixItems: [number()] }),
    array({ prefixItems: [integer()] }),
    [
      'error request-property-type-changed: `[0]` became a whole number in a request (/prefixItems/0/type → /prefixItems/0/type)',
    ],
    [
      'info response-property-type-specialized: `[0]` is now a whole number only in a response (/prefixItems/0/type → /prefixItems/0/type)',
    ],
  ],
  [
    'contains',
    array({ items: {} }),
    array({ items: {}, contains: { const: 1 } }),
    ['error request-body-contains-added: the request body must now contain a certain item (all → all)'],
    ['info response-body-contains-added: the 200 response must now contain a certain item (all → all)'],
  ],
  [
    'contains gone',
    array({ items: {}, contains: { const: 1 } }),
    array({ items: {} }),
    [
      'info request-body-contains-removed: the request body no longer has to contain a certain item (all → all)',
    ],
    [
      'error response-body-contains-removed: the 200 response no longer has to contain a certain item (all → all)',
    ],
  ],
  [
    'contains another',
    array({ items: {}, contains: { const: 1 } }),
    array({ items: {}, contains: { const: 2 } }),
    [
      'error request-body-contains-changed: the request body must contain another item than before (all → all)',
    ],
    [
      'error response-body-contains-changed: the 200 response must contain another item than before (all → all)',
    ],
  ],
  [
    'contains at least more',
    array({ items: {}, contains: { const: 1 } }),
    array({ items: {}, contains: { const: 1 }, minContains: 2 }),
    [
      'error request-body-min-contains-increased: the request body must now contain `2` matching items (all → all)',
    ],
    [
      'info response-body-min-contains-increased: the 200 response must now contain `2` matching items (all → all)',
    ],
  ],
  [
    'contains at least fewer',
    array({ items: {}, contains: { const: 1 }, minContains: 3 }),
    array({ items: {}, contains: { const: 1 }, minContains: 2 }),
    [
      'info request-body-min-contains-decreased: the request body now only has to contain `2` matching items (all → all)',
    ],
    [
      'error response-body-min-contains-decreased: the 200 response now only has to contain `2` matching items (all → all)',
    ],
  ],
  [
    'contains at most',
    array({ items: {}, contains: { const: 1 } }),
    array({ items: {}, contains: { const: 1 }, maxContains: 2 }),
    [
      'error request-body-max-contains-set: the request body may now contain at most `2` matching items (all → all)',
    ],
    [
      'info response-body-max-contains-set: the 200 response may now contain at most `2` matching items (all → all)',
    ],
  ],
  [
    'contains at most raised',
    array({ items: {}, contains: { const: 1 }, maxContains: 2 }),
    array({ items: {}, contains: { const: 1 }, maxContains: 3 }),
    [
      'info request-body-max-contains-increased: the request body may now contain `3` matching items (all → all)',
    ],
    [
      'error response-body-max-contains-increased: the 200 response may now contain `3` matching items (all → all)',
    ],
  ],
  [
    'contains at most lowered',
    array({ items: {}, contains: { const: 1 }, maxContains: 3 }),
    array({ items: {}, contains: { const: 1 }, maxContains: 2 }),
    [
      'error request-body-max-contains-decreased: the request body may now contain at most `2` matching items (all → all)',
    ],
    [
      'info response-body-max-contains-decreased: the 200 response may now contain at most `2` matching items (all → all)',
    ],
  ],
  [
    'contains at most gone',
    array({ items: {}, contains: { const: 1 }, maxContains: 3 }),
    array({ items: {}, contains: { const: 1 } }),
    [
      'info request-body-max-contains-unset: the request body may now contain any number of matching items (all → all)',
    ],
    [
      'error response-body-max-contains-unset: the 200 response may now contain any number of matching items (all → all)',
    ],
  ],
  [
    'two contains, one other',
    { type: 'array', allOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }] },
    { type: 'array', allOf: [{ contains: { const: 2 } }, { contains: { const: 3 } }] },
    [
      'error request-body-contains-changed: the request body must contain another item than before (all → /allOf/1)',
    ],
    [
      'error response-body-contains-changed: the 200 response must contain another item than before (all → /allOf/1)',
    ],
  ],
];
