import fc from 'fast-check';

/** Names that documents use and names that attack: fields, patterns, integers, prototypes. */
const key = fc.oneof(
  fc.constantFrom(
    'openapi',
    'info',
    'paths',
    'components',
    'schemas',
    'properties',
    'default',
    'example',
    'examples',
    'get',
    'post',
    'parameters',
    'responses',
    'content',
    'schema',
    'type',
    'items',
    '/book/{id}',
    '200',
    '404',
    '10',
    '9',
    '4XX',
    'x-internal',
    '__proto__',
    'constructor',
    'toString',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Every string that JSON.parse can give, lone surrogates among them. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

/** A JSON value as JSON.parse gives it: own keys only, doubles without minus zero. */
export const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true }).map((number) => number + 0),
    fc.integer(),
    anyString,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
})).value;

/** A document: whatever its keys hold, as hostile as it may be. */
export const document = fc
  .array(fc.tuple(key, json), { maxLength: 8 })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

/** The same JSON value with the keys of every object in another order. */
export function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, child]) => [name, reordered(child)]),
  );
}
