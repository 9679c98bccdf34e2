import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../../src/classify/catalogue.ts';
import { documentAt } from '../../src/classify/family.ts';
import { wordsOf } from '../../src/classify/words.ts';
import { SCHEMA_PLACES } from '../../src/compare/explain/schema-place.ts';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects } from './compare-objects.ts';

/** A condition with its consequence; an object literal with a `then` looks like a promise. */
function condition(rest: JsonObject, consequence: JsonObject, keyword = 'then'): JsonObject {
  return { ...rest, [keyword]: consequence };
}

/** Keywords with values that differ from one another; any two of them may stand before and after. */
const SCHEMAS: readonly JsonObject[] = [
  {},
  { not: {} },
  { type: 'string' },
  { type: ['string', 'null'], enum: ['a', 'b', null] },
  { const: 'a', deprecated: true },
  { const: 1, default: 1, 'x-stability-level': 'beta' },
  { type: 'integer', minimum: 1, maximum: 9, multipleOf: 3 },
  { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 20, deprecated: true, 'x-sunset': '2030-01-01' },
  { type: 'string', format: 'date', minLength: 2, maxLength: 30, 'x-extensible-enum': ['a'] },
  { type: 'string', format: 'uuid', pattern: '^[a-f]', contentEncoding: 'base64', contentSchema: {} },
  { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true },
  { type: 'array', prefixItems: [{ type: 'string' }], contains: { type: 'string' }, maxContains: 2 },
  { type: 'array', contains: { type: 'string' }, minContains: 2, unevaluatedItems: false },
  { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
  { type: 'object', properties: { a: { type: 'string', readOnly: true }, b: { writeOnly: true } } },
  { type: 'object', properties: { a: { type: 'integer', default: 1 }, b: {} }, required: ['a', 'b'] },
  { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1, maxProperties: 3 },
  { type: 'object', patternProperties: { '^x': { type: 'string' } }, propertyNames: { maxLength: 5 } },
  { type: 'object', dependentRequired: { a: ['b'] }, dependentSchemas: { a: { required: ['c'] } } },
  { type: 'object', dependentRequired: { a: ['c'] }, unevaluatedProperties: false },
  { anyOf: [{ type: 'string' }, { type: 'object', properties: { a: { type: 'string' } } }] },
  { oneOf: [{ type: 'integer' }, { type: 'object', properties: { a: { type: 'integer' } } }] },
  { oneOf: [{ required: ['a'] }, { required: ['b'] }], discriminator: { propertyName: 'a' } },
  { allOf: [{ description: 'words' }, { not: { const: 'a' } }], discriminator: { propertyName: 'b' } },
  condition({ if: { required: ['a'] } }, { required: ['b'] }),
  condition({ if: { required: ['b'] }, else: { maxProperties: 2 } }, { required: ['c'] }),
];

const schema = fc.constantFrom(...SCHEMAS);

describe('what the explanation says', () => {
  test('given any two schemas at any place, then every id is in the catalogue and can be worded', async () => {
    await fc.assert(
      fc.asyncProperty(
        schema,
        schema,
        fc.constantFrom(...SCHEMA_PLACES),
        fc.constantFrom('query', 'header'),
        async (before, after, place, travels) => {
          const found = await compareObjects(
            documentAt(place, before, travels),
            documentAt(place, after, travels),
          );
          for (const finding of found) {
            const known = check(finding.id);
            if (known === null) throw new Error(`${finding.id} is not in the catalogue`);
            const words = wordsOf(finding);
            expect(`${known.cause(words)} ${known.because(words)}`).not.toContain('undefined');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
