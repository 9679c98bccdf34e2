import { B, CAT, DOG, type Row, S, TEXT } from './row.ts';

const INTEGER = { type: 'integer' };
const NULL = { type: 'null' };

/** `$ref`, circles, and branches that a discriminator selects. */
export const REFERENCES: readonly Row[] = [
  ['a reference written out', TEXT, { type: 'string', maxLength: 5 }, S, S],
  ['a reference to something wider', { type: 'string', maxLength: 4 }, TEXT, S, B],
  ['what stands beside a reference', TEXT, { ...TEXT, minLength: 1 }, B, S],
  [
    'a reference in a branch written out',
    { anyOf: [TEXT, NULL] },
    { type: ['string', 'null'], maxLength: 5 },
    S,
    S,
  ],
  [
    'a reference to what is not there',
    { $ref: '#/components/schemas/Nowhere' },
    { $ref: '#/components/schemas/Nowhere' },
    S,
    S,
  ],
  [
    'a circle unrolled once',
    { $ref: '#/components/schemas/Tree' },
    {
      type: 'object',
      properties: {
        left: { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' }, size: INTEGER } },
        size: INTEGER,
      },
    },
    S,
    S,
  ],
  [
    'a circle narrowed on the second round',
    { $ref: '#/components/schemas/Tree' },
    {
      type: 'object',
      properties: {
        left: {
          type: 'object',
          properties: { left: { $ref: '#/components/schemas/Tree' }, size: { const: 1 } },
        },
        size: INTEGER,
      },
    },
    B,
    S,
  ],
  // Two branches of one schema both hold, wherever it does: `oneOf` lets nothing of it pass.
  ['a oneOf of one reference twice', TEXT, { oneOf: [TEXT, TEXT] }, B, S],
  ['a reference twice beside another branch', { oneOf: [TEXT, NULL] }, { oneOf: [TEXT, NULL, TEXT] }, B, S],
  ['another reference twice', { oneOf: [TEXT, TEXT, NULL] }, { oneOf: [NULL, TEXT] }, S, B],
  ['anything twice', { type: 'string' }, { oneOf: [true, true] }, B, S],
  ['an anyOf of one reference twice', TEXT, { anyOf: [TEXT, TEXT] }, S, S],
  [
    'branches that names select',
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    { oneOf: [DOG, CAT], discriminator: { propertyName: 'kind' } },
    S,
    S,
  ],
  [
    'a name that selects from now on',
    { anyOf: [CAT, DOG] },
    { anyOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    B,
    S,
  ],
  [
    'a branch with its name more',
    { oneOf: [CAT], discriminator: { propertyName: 'kind' } },
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    S,
    B,
  ],
  [
    'a name that a mapping spells out',
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    {
      oneOf: [CAT, DOG],
      discriminator: { propertyName: 'kind', mapping: { Cat: '#/components/schemas/Cat' } },
    },
    S,
    S,
  ],
  [
    'a name more in the mapping',
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind' } },
    {
      oneOf: [CAT, DOG],
      discriminator: { propertyName: 'kind', mapping: { tabby: '#/components/schemas/Cat' } },
    },
    S,
    B,
  ],
  [
    'a mapping that swaps the names',
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind', mapping: { c: 'Cat', d: 'Dog' } } },
    { oneOf: [CAT, DOG], discriminator: { propertyName: 'kind', mapping: { c: 'Dog', d: 'Cat' } } },
    B,
    B,
  ],
];
