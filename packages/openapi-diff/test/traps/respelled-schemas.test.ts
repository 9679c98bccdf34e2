import { describe } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { INTEGER, received, ref, STRING, sent } from './schemas.ts';
import { getOrders, trap } from './trap.ts';

const ORDER: JsonObject = {
  type: 'object',
  properties: { id: INTEGER, note: STRING },
  required: ['id'],
};

describe('schemas that say the same in other words', () => {
  trap('property-moved-into-all-of', 'a property moved into an allOf part is still there', () => ({
    before: received(ORDER),
    after: received({
      type: 'object',
      properties: { id: INTEGER },
      required: ['id'],
      allOf: [{ type: 'object', properties: { note: STRING } }],
    }),
    right: [],
  }));

  trap('reference-renamed-inside-all-of', 'a `$ref` renamed inside allOf leads to the same', () => ({
    before: received(
      { allOf: [ref('Base'), { properties: { note: STRING } }] },
      { schemas: { Base: ORDER } },
    ),
    after: received({ allOf: [ref('Root'), { properties: { note: STRING } }] }, { schemas: { Root: ORDER } }),
    right: [],
  }));

  trap('equal-type-lists-in-two-parts', 'equal 3.1 type lists in two allOf parts are one', () => ({
    before: received({ type: ['string', 'null'] }, { version: '3.1.0' }),
    after: received(
      { allOf: [{ type: ['string', 'null'] }, { type: ['null', 'string'] }] },
      { version: '3.1.0' },
    ),
    right: [],
  }));

  trap('one-of-nested-in-all-of', 'a oneOf nested in allOf is that oneOf', () => ({
    before: received({ oneOf: [STRING, INTEGER] }),
    after: received({ allOf: [{ oneOf: [STRING, INTEGER] }] }),
    right: [],
  }));

  trap(
    'enum-wrapped-in-one-of-with-null',
    'an enum `$ref` wrapped in oneOf with null is a nullable enum',
    () => ({
      before: received(
        { type: 'string', nullable: true, enum: ['new', 'sold'] },
        { schemas: { State: { type: 'string', enum: ['new', 'sold'] } } },
      ),
      after: received(
        { oneOf: [ref('State'), { type: 'null' }] },
        { schemas: { State: { type: 'string', enum: ['new', 'sold'] } }, version: '3.1.0' },
      ),
      right: [],
    }),
  );

  trap('schemas-of-another-version', 'only the version moved from 3.0 to 3.1', () => {
    const schemas = {
      Order: { ...ORDER, properties: { id: INTEGER, note: { type: 'string', nullable: true } } },
    };
    return {
      before: received(ref('Order'), { schemas, version: '3.0.3' }),
      after: received(ref('Order'), { schemas, version: '3.1.0' }),
      right: [],
    };
  });

  trap(
    'branch-turned-into-reference',
    'an inline branch turned into an equal `$ref` is the same branch',
    () => ({
      before: received({ oneOf: [ORDER, STRING] }),
      after: received({ oneOf: [STRING, ref('Order')] }, { schemas: { Order: ORDER } }),
      right: [],
    }),
  );

  trap('required-beside-all-of', '`required` beside allOf counts for the parts', () => ({
    before: received({ allOf: [ORDER] }),
    after: received({
      allOf: [{ type: 'object', properties: { id: INTEGER, note: STRING } }],
      required: ['id'],
    }),
    right: [],
  }));

  trap('descriptions-beside-branches', "words in branches don't disturb which branch is which", () => {
    const branches = (words: string) => [
      { ...ORDER, description: `An order${words}` },
      { type: 'object', description: `A note${words}`, properties: { note: STRING } },
    ];
    return {
      before: received({ anyOf: branches('') }),
      after: received({ anyOf: branches(', in other words').reverse() }),
      right: [],
    };
  });

  trap(
    'implicit-discriminator-names',
    'names that a discriminator has from `$ref`s may be written out',
    () => {
      const schemas = {
        Cat: { type: 'object', required: ['kind'], properties: { kind: STRING } },
        Dog: { type: 'object', required: ['kind'], properties: { kind: STRING, age: INTEGER } },
      };
      const pet = (mapping: JsonObject): JsonObject => ({
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', ...mapping },
      });
      const mapping = { Dog: '#/components/schemas/Dog', Cat: 'Cat' };
      return {
        before: received(pet({}), { schemas }),
        after: received(pet({ mapping }), { schemas }),
        right: [
          'response-body-discriminator-mapping-added: safe',
          'response-body-discriminator-mapping-added: safe',
        ],
      };
    },
  );

  trap(
    'enum-in-deep-object',
    'the values of an enum inside a deepObject parameter may stand in any order',
    () => {
      const filter = (values: readonly string[]): JsonObject =>
        getOrders({
          parameters: [
            {
              name: 'filter',
              in: 'query',
              style: 'deepObject',
              explode: true,
              schema: { type: 'object', properties: { state: { type: 'string', enum: values } } },
            },
          ],
        });
      return { before: filter(['new', 'sold']), after: filter(['sold', 'new']), right: [] };
    },
  );

  trap(
    'circle-of-all-of',
    'schemas that lead round in a circle are the same schemas on the second round',
    () => {
      const schemas = (names: readonly [string, string]): JsonObject => ({
        [names[0]]: { type: 'object', properties: { next: { allOf: [ref(names[1])] } } },
        [names[1]]: { type: 'object', properties: { back: { allOf: [ref(names[0])] }, id: INTEGER } },
      });
      return {
        before: sent(ref('A'), { schemas: schemas(['A', 'B']) }),
        after: sent(ref('X'), { schemas: schemas(['X', 'Y']) }),
        right: [],
      };
    },
  );
});
