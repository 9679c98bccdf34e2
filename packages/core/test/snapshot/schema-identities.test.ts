import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText } from '../../src/index.ts';
import { SchemaIdentities } from '../../src/snapshot/document/schema-identities.ts';
import { json, reordered } from './arbitraries.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The text of a document that holds nothing but this schema: equal for schemas that are the same. */
const textOf = (schema: Schema) => canonicalText({ components: { schemas: { schema } } });
const identityOf = (schema: Schema) => new SchemaIdentities().of(schema, []);

/** Few values, so that two of them are often the same, and some that could be taken for each other. */
const few: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(1, '1', '', null, 'null', true, [], {}, [[]], '#', `#${'0'.repeat(64)}`),
    tie('schema'),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
  schema: fc.dictionary(
    fc.constantFrom('properties', 'items', 'allOf', 'not', 'example', 'type', 'a', '__proto__'),
    tie('value'),
    { maxKeys: 3 },
  ),
})).value;

const schemaOf = (value: unknown): Schema => ({ properties: { a: value } });

test('given any two schemas, they have one identity if and only if they have one canonical text', () => {
  fc.assert(
    fc.property(fc.oneof(few, json), fc.oneof(few, json), (one, other) => {
      const [a, b] = [schemaOf(one), schemaOf(other)];
      expect(identityOf(a) === identityOf(b)).toBe(textOf(a) === textOf(b));
    }),
    { numRuns: 2000 },
  );
});

test('given a schema whose keys came in another order, or that was seen inside another one, it has the same identity', () => {
  fc.assert(
    fc.property(fc.oneof(few, json), (value) => {
      const schema = schemaOf(value);
      const identities = new SchemaIdentities();
      identities.of({ allOf: [schema] }, []);
      expect(identities.of(schema, [])).toBe(identityOf(reordered(schema) as Schema));
    }),
    { numRuns: 500 },
  );
});
