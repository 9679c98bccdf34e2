import type { JsonObject } from '../../../src/read/document.ts';
import { array, CAT, DOG, free, integer, number, object, type Row, text, when } from './row.ts';

const NEVER = text({ enum: [] });
/** Two objects with the same names, neither of which can be. */
const listed = (price: JsonObject) => object({ price, tags: NEVER }, { required: ['tags'] });
const double = (tags: JsonObject) => object({ price: NEVER, tags }, { required: ['price'] });

/** What is ruled out, branches, conditions and discriminators. */
export const CHOICES: readonly Row[] = [
  [
    'not',
    text(),
    text({ not: { const: 'a' } }),
    ['error request-body-not-added: the request body now rules some values out (all → all)'],
    ['info response-body-not-added: the 200 response now rules some values out (all → all)'],
  ],
  [
    'not gone',
    text({ not: { const: 'a' } }),
    text(),
    ['info request-body-not-removed: the request body no longer rules some values out (all → all)'],
    ['error response-body-not-removed: the 200 response no longer rules some values out (all → all)'],
  ],
  [
    'not another',
    text({ not: { const: 'a' } }),
    text({ not: { const: 'b' } }),
    ['error request-body-not-changed: the request body rules out other values than before (all → all)'],
    ['error response-body-not-changed: the 200 response rules out other values than before (all → all)'],
  ],
  [
    'two nots, one more',
    text({ allOf: [{ not: { const: 'a' } }] }),
    text({ allOf: [{ not: { const: 'b' } }, { not: { const: 'a' } }] }),
    [
      'error request-body-all-of-added: the request body must now also satisfy a further schema (all → /allOf/0)',
    ],
    [
      'info response-body-all-of-added: the 200 response must now also satisfy a further schema (all → /allOf/0)',
    ],
  ],
  [
    'two nots, both others',
    text({ allOf: [{ not: { const: 'a' } }, { not: { const: 'b' } }] }),
    text({ allOf: [{ not: { const: 'c' } }, { not: { const: 'd' } }] }),
    [
      'error request-body-not-changed: the request body rules out other values than before (all → /allOf/0)',
      'info request-body-not-changed: the request body rules out other values than before (all → /allOf/1)',
    ],
    [
      'error response-body-not-changed: the 200 response rules out other values than before (all → /allOf/0)',
      'info response-body-not-changed: the 200 response rules out other values than before (all → /allOf/1)',
    ],
  ],
  [
    'if',
    object({ a: text(), b: text() }),
    object({ a: text(), b: text() }, when(['a'], ['b'])),
    ['error request-body-if-added: the request body now has a condition with consequences (all → all)'],
    ['info response-body-if-added: the 200 response now has a condition with consequences (all → all)'],
  ],
  [
    'if gone',
    object({ a: text(), b: text() }, when(['a'], ['b'])),
    object({ a: text(), b: text() }),
    [
      'info request-body-if-removed: the request body no longer has a condition with consequences (all → all)',
    ],
    [
      'error response-body-if-removed: the 200 response no longer has a condition with consequences (all → all)',
    ],
  ],
  [
    'then another',
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'])),
    object({ a: text(), b: text(), c: text() }, when(['a'], ['c'])),
    [
      'error request-body-then-changed: the request body has another rule for values that meet its condition than before (all → all)',
    ],
    [
      'error response-body-then-changed: the 200 response has another rule for values that meet its condition than before (all → all)',
    ],
  ],
  [
    'else comes',
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'])),
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'], ['c'])),
    [
      'error request-body-else-added: the request body now has a rule for values that do not meet its condition (all → all)',
    ],
    [
      'info response-body-else-added: the 200 response now has a rule for values that do not meet its condition (all → all)',
    ],
  ],
  [
    'else goes',
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'], ['c'])),
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'])),
    [
      'info request-body-else-removed: the request body no longer has a rule for values that do not meet its condition (all → all)',
    ],
    [
      'error response-body-else-removed: the 200 response no longer has a rule for values that do not meet its condition (all → all)',
    ],
  ],
  [
    'if another',
    object({ a: text(), b: text(), c: text() }, when(['a'], ['b'])),
    object({ a: text(), b: text(), c: text() }, when(['c'], ['b'])),
    [
      'error request-body-if-changed: the request body has another condition with consequences than before (all → all)',
    ],
    [
      'error response-body-if-changed: the 200 response has another condition with consequences than before (all → all)',
    ],
  ],
  [
    'a branch more',
    { oneOf: [CAT] },
    { oneOf: [CAT, DOG] },
    [
      'info request-body-one-of-added: the request body may now also be an object with `kind` and `size` (all → /oneOf/1)',
    ],
    [
      'error response-body-one-of-added: the 200 response may now also be an object with `kind` and `size` (all → /oneOf/1)',
    ],
  ],
  [
    'a branch less',
    { oneOf: [CAT, DOG] },
    { oneOf: [CAT] },
    [
      'error request-body-one-of-removed: the request body can no longer be an object with `kind` and `size` (all → all)',
    ],
    [
      'info response-body-one-of-removed: the 200 response can no longer be an object with `kind` and `size` (all → all)',
    ],
  ],
  [
    'an any branch more',
    { anyOf: [CAT, text()] },
    { anyOf: [CAT, text(), number()] },
    ['info request-body-any-of-added: the request body may now also be a number (all → /anyOf/2)'],
    ['error response-body-any-of-added: the 200 response may now also be a number (all → /anyOf/2)'],
  ],
  [
    'an any branch less',
    { anyOf: [CAT, text(), number()] },
    { anyOf: [CAT, text()] },
    ['error request-body-any-of-removed: the request body can no longer be a number (all → all)'],
    ['info response-body-any-of-removed: the 200 response can no longer be a number (all → all)'],
  ],
  ['one of to any of', { oneOf: [CAT, DOG] }, { anyOf: [CAT, DOG] }, [], []],
  [
    'a branch narrowed',
    {
      oneOf: [
        object({ k: { const: 'a' }, v: text() }, { required: ['k'] }),
        object({ k: { const: 'b' }, v: text() }, { required: ['k'] }),
      ],
    },
    {
      oneOf: [
        object({ k: { const: 'b' }, v: text() }, { required: ['k'] }),
        object({ k: { const: 'a' }, v: text({ maxLength: 3 }) }, { required: ['k'] }),
      ],
    },
    [
      'error request-property-max-length-set: `v` must now have at most `3` characters in a request (/oneOf/0/properties/v → /oneOf/1/properties/v/maxLength)',
    ],
    [
      'info response-property-max-length-set: `v` must now have at most `3` characters in a response (/oneOf/0/properties/v → /oneOf/1/properties/v/maxLength)',
    ],
  ],
  [
    'a branch renamed and narrowed',
    { oneOf: [object({ v: text(), w: number() }, { required: ['v'], title: 'V' }), number()] },
    { oneOf: [number(), object({ v: text(), w: integer() }, { required: ['v'] })] },
    [
      'error request-property-type-changed: `w` became a whole number in a request (/oneOf/0/properties/w/type → /oneOf/1/properties/w/type)',
    ],
    [
      'info response-property-type-specialized: `w` is now a whole number only in a response (/oneOf/0/properties/w/type → /oneOf/1/properties/w/type)',
    ],
  ],
  [
    'null beside one branch',
    { oneOf: [CAT, { type: 'null' }] },
    CAT,
    [
      'error request-body-became-not-nullable: the request body may no longer be null (all → /components/schemas/Cat/type)',
    ],
    [
      'info response-body-became-not-nullable: the 200 response may no longer be null (all → /components/schemas/Cat/type)',
    ],
  ],
  [
    'schema beside null branch narrowed',
    { oneOf: [text(), { type: 'null' }] },
    { oneOf: [text({ maxLength: 3 }), { type: 'null' }] },
    [
      'error request-body-max-length-set: the request body must now have at most `3` characters (all → /oneOf/0/maxLength)',
    ],
    [
      'info response-body-max-length-set: the 200 response must now have at most `3` characters (all → /oneOf/0/maxLength)',
    ],
  ],
  ['one branch wrapped', CAT, { oneOf: [CAT] }, [], []],
  [
    'a group more',
    { anyOf: [text(), number()] },
    { anyOf: [text(), number()], oneOf: [text(), { type: 'boolean' }] },
    ['error request-body-one-of-set: the request body must now fit one of several branches (all → all)'],
    ['info response-body-one-of-set: the 200 response must now fit one of several branches (all → all)'],
  ],
  [
    'two groups, one gone',
    free({
      allOf: [
        { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
        { anyOf: [{ required: ['c'] }, { required: ['d'] }] },
      ],
    }),
    free({ anyOf: [{ required: ['c'] }, { required: ['d'] }] }),
    [
      'info request-body-all-of-removed: the request body no longer has to satisfy a further schema (all → all)',
    ],
    [
      'error response-body-all-of-removed: the 200 response no longer has to satisfy a further schema (all → all)',
    ],
  ],
  [
    'a part of allOf',
    CAT,
    { allOf: [CAT, { required: ['age'] }] },
    [
      'error request-property-became-required: a request now needs `age` (/components/schemas/Cat/properties/age → /components/schemas/Cat/properties/age)',
    ],
    [
      'info response-property-became-required: `age` is now always in a response (/components/schemas/Cat/properties/age → /components/schemas/Cat/properties/age)',
    ],
  ],
  [
    'a part of allOf gone',
    { allOf: [CAT, { required: ['age'] }] },
    CAT,
    [
      'info request-property-became-optional: a request may now leave `age` out (/components/schemas/Cat/properties/age → /components/schemas/Cat/properties/age)',
    ],
    [
      'error response-property-became-optional: `age` may now be missing from a response (/components/schemas/Cat/properties/age → /components/schemas/Cat/properties/age)',
    ],
  ],
  [
    'a named part of allOf',
    object({ kind: text() }),
    { allOf: [object({ kind: text() }), CAT] },
    [
      'error request-property-const-added: `kind` is now always `Cat` in a request (/properties/kind → /components/schemas/Cat/properties/kind/const)',
      'error request-property-became-required: a request now needs `kind` (/properties/kind → /allOf/0/properties/kind)',
      'info new-optional-request-property: a request may now carry `age` (nowhere → /components/schemas/Cat/properties/age)',
    ],
    [
      'info response-optional-property-added: a response may now carry `age` (nowhere → /components/schemas/Cat/properties/age)',
      'info response-property-const-added: `kind` is now always `Cat` in a response (/properties/kind → /components/schemas/Cat/properties/kind/const)',
      'info response-property-became-required: `kind` is now always in a response (/properties/kind → /allOf/0/properties/kind)',
    ],
  ],
  [
    'a discriminator',
    { oneOf: [CAT, DOG] },
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    [
      'info request-body-discriminator-added: the schema of the request body is now picked by `kind` (all → /discriminator)',
    ],
    [
      'info response-body-discriminator-added: the schema of the 200 response is now picked by `kind` (all → /discriminator)',
    ],
  ],
  [
    'a discriminator gone',
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    { oneOf: [CAT, DOG] },
    [
      'warning request-body-discriminator-removed: the schema of the request body is no longer picked by `kind` (all → all)',
    ],
    [
      'warning response-body-discriminator-removed: the schema of the 200 response is no longer picked by `kind` (all → all)',
    ],
  ],
  [
    'a mapping more',
    {
      oneOf: [CAT, DOG],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    },
    {
      oneOf: [CAT, DOG],
      discriminator: {
        propertyName: 'kind',
        mapping: {
          cat: '#/components/schemas/Cat',
          dog: '#/components/schemas/Dog',
          puppy: '#/components/schemas/Dog',
        },
      },
    },
    [
      'info request-body-discriminator-mapping-added: `puppy` now picks a schema of the request body (all → /discriminator)',
    ],
    [
      'info response-body-discriminator-mapping-added: `puppy` now picks a schema of the 200 response (all → /discriminator)',
    ],
  ],
  [
    'a mapping elsewhere',
    {
      oneOf: [CAT, DOG],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
    },
    {
      oneOf: [CAT, DOG],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Dog' } },
    },
    [
      'warning request-body-discriminator-mapping-changed: `cat` now picks another schema of the request body (all → /discriminator)',
    ],
    [
      'warning response-body-discriminator-mapping-changed: `cat` now picks another schema of the 200 response (all → /discriminator)',
    ],
  ],
  [
    'nothing any more',
    text(),
    false,
    ['error request-body-became-forbidden: the request body is now forbidden (all → nowhere)'],
    ['info response-body-became-forbidden: the 200 response is now forbidden (all → nowhere)'],
  ],
  [
    'from nothing',
    false,
    text(),
    ['info request-body-became-not-forbidden: the request body is no longer forbidden (nowhere → all)'],
    ['error response-body-became-not-forbidden: the 200 response is no longer forbidden (nowhere → all)'],
  ],
  [
    'another listed value in a branch whose null is spelt otherwise now, as is that of the branch beside it',
    { oneOf: [{ oneOf: [orNull(object({ id: text({ enum: ['new'] }) })), text()] }, orNull(integer())] },
    {
      oneOf: [
        { oneOf: [{ anyOf: [object({ id: text({ enum: ['new', 'sent'] }) }), { type: 'null' }] }, text()] },
        { anyOf: [integer(), { type: 'null' }] },
      ],
    },
    [
      'info request-property-enum-value-added: `id` may now also be `sent` in a request (/oneOf/0/oneOf/0/properties/id/enum → /oneOf/0/oneOf/0/anyOf/0/properties/id/enum)',
    ],
    [
      'warning response-property-enum-value-added: `id` may now also be `sent` in a response (/oneOf/0/oneOf/0/properties/id/enum → /oneOf/0/oneOf/0/anyOf/0/properties/id/enum)',
    ],
  ],
  [
    'two branches with the same names that no value fits, respelt',
    { oneOf: [listed(array()), double(NEVER)] },
    { oneOf: [listed({ allOf: [array()] }), double({ allOf: [NEVER] })] },
    [],
    [],
  ],
];

/** The same or null, in the short spelling. */
function orNull(schema: JsonObject): JsonObject {
  return { ...schema, type: [schema.type ?? 'object', 'null'] };
}
