import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { compareObjects, inShort } from '../compare/compare-objects.ts';
import { INTEGER, received, ref, STRING, sent } from './schemas.ts';
import { getOrders, openapi, trap } from './trap.ts';

const ORDER: JsonObject = { type: 'object', properties: { id: INTEGER, note: STRING } };

describe('schemas that change', () => {
  trap('no-type-takes-null', 'no `type` at all accepts null', () => ({
    before: sent({ maxLength: 5 }),
    after: sent({ type: 'string', maxLength: 5 }),
    right: ['request-body-type-changed: breaking'],
  }));

  trap('response-type-narrowed', 'a narrowed response type breaks nothing', () => ({
    before: received({ type: ['string', 'integer', 'null'] }, { version: '3.1.0' }),
    after: received({ type: 'string' }, { version: '3.1.0' }),
    right: ['response-body-list-of-types-narrowed: safe', 'response-body-became-not-nullable: safe'],
  }));

  trap('type-list-changed', 'type changes are not missed in 3.1', () => ({
    before: sent({ type: ['string', 'null'] }, { version: '3.1.0' }),
    after: sent({ type: ['integer', 'null'] }, { version: '3.1.0' }),
    right: ['request-body-type-changed: breaking'],
  }));

  trap('type-changed-between-versions', 'nor are they on the way from 3.0 to 3.1', () => ({
    before: sent({ type: 'string', nullable: true }, { version: '3.0.3' }),
    after: sent({ type: ['integer', 'null'] }, { version: '3.1.0' }),
    right: ['request-body-type-changed: breaking'],
  }));

  trap(
    'request-widened-to-one-of',
    'a string widened to oneOf[string, number] in a request breaks nothing',
    () => ({
      before: sent(STRING),
      after: sent({ oneOf: [STRING, { type: 'number' }] }),
      right: ['request-body-list-of-types-widened: safe'],
    }),
  );

  trap('response-widened-to-one-of', 'the same in a response breaks', () => ({
    before: received(STRING),
    after: received({ oneOf: [STRING, { type: 'number' }] }),
    right: ['response-body-list-of-types-widened: breaking'],
  }));

  trap('any-of-branch-added-to-response', 'an anyOf branch added to a response may come to arrive', () => ({
    before: received({ anyOf: [STRING, INTEGER] }),
    after: received({ anyOf: [STRING, INTEGER, { type: 'boolean' }] }),
    right: ['response-body-any-of-added: breaking'],
  }));

  trap('any-of-branch-that-others-cover', 'unless the others took its values before', () => ({
    before: received({ anyOf: [STRING, INTEGER] }),
    after: received({ anyOf: [STRING, INTEGER, { enum: ['a', 1] }] }),
    right: ['response-body-any-of-added: safe'],
  }));

  trap('additional-properties-narrowed', 'changes under additionalProperties are seen', () => ({
    before: sent({ type: 'object', additionalProperties: { type: 'object', properties: { size: STRING } } }),
    after: sent({ type: 'object', additionalProperties: { type: 'object', properties: { size: INTEGER } } }),
    right: ['request-property-type-changed: breaking'],
  }));

  trap('read-only-property-in-request', 'a readOnly property is no part of a request', () => ({
    before: sent(ORDER),
    after: sent({
      type: 'object',
      properties: { id: INTEGER, note: STRING, created: { type: 'string', readOnly: true } },
      required: ['created'],
    }),
    right: [],
  }));

  trap('read-only-behind-reference', 'not behind a `$ref` in an allOf either', () => {
    const schemas = (type: string): JsonObject => ({ Created: { type, readOnly: true } });
    const order = {
      type: 'object',
      properties: { created: { allOf: [ref('Created')] } },
      required: ['created'],
    };
    return {
      before: sent(order, { schemas: schemas('string') }),
      after: sent(order, { schemas: schemas('integer') }),
      right: ['request-read-only-property-changed: safe'],
    };
  });

  trap('response-header-schema', 'the schemas of response headers are compared', () => {
    const header = (type: string): JsonObject =>
      getOrders({
        responses: {
          '200': { description: 'Done', headers: { 'X-Rate': { required: true, schema: { type } } } },
        },
      });
    return {
      before: header('integer'),
      after: header('string'),
      right: ['response-header-type-changed: breaking'],
    };
  });

  trap('required-property-with-default', 'a new required property breaks, default or not', () => ({
    before: sent(ORDER),
    after: sent({
      ...ORDER,
      properties: { id: INTEGER, note: STRING, size: { type: 'integer', default: 1 } },
      required: ['size'],
    }),
    right: ['new-required-request-property-with-default: breaking'],
  }));

  trap('enum-value-gone-in-deep-object', 'an enum inside a deepObject parameter is compared', () => {
    const filter = (values: readonly string[]): JsonObject =>
      getOrders({
        parameters: [
          {
            name: 'filter',
            in: 'query',
            style: 'deepObject',
            schema: { type: 'object', properties: { state: { type: 'string', enum: values } } },
          },
        ],
      });
    return {
      before: filter(['new', 'sold']),
      after: filter(['new']),
      right: ['request-parameter-property-enum-value-removed: breaking'],
    };
  });

  trap('required-added-beside-all-of', '`required` beside allOf asks for what a part declares', () => ({
    before: sent({ allOf: [ORDER] }),
    after: sent({ allOf: [ORDER], required: ['note'] }),
    right: ['request-property-became-required: breaking'],
  }));

  trap('discriminator-name-gone', 'a name that no mapping gives any more selects nothing', () => {
    const schemas = {
      Cat: { type: 'object', required: ['kind'], properties: { kind: STRING, age: INTEGER } },
      Dog: { type: 'object', required: ['kind'], properties: { kind: STRING, age: STRING } },
    };
    const pet = (mapping: JsonObject): JsonObject => ({
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: { propertyName: 'kind', mapping },
    });
    return {
      before: sent(pet({ tabby: 'Cat' }), { schemas }),
      after: sent(pet({}), { schemas }),
      right: [
        'request-body-discriminator-mapping-deleted: safe',
        'request-property-enum-value-removed: breaking',
      ],
    };
  });

  test('one-property-of-a-shared-schema: one property changed in a shared schema is one cause', async () => {
    const shop = (type: string): JsonObject => ({
      ...openapi({
        paths: Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [
            `/things/${index}`,
            { post: { requestBody: body(ref('Order')), responses: { '200': { description: 'Done' } } } },
          ]),
        ),
      }),
      components: { schemas: { Order: { type: 'object', properties: { size: { type } } } } },
    });
    const findings = await compareObjects(shop('string'), shop('integer'));
    expect(findings).toHaveLength(40);
    expect(new Set(findings.map(({ cause }) => cause)).size).toBe(1);
    expect(new Set(inShort(findings))).toEqual(new Set(['request-property-type-changed: breaking']));
  });

  test('134-schemas-on-one-cycle: a change on a circle of schemas is found once, with its proof', async () => {
    const circle = (type: string): JsonObject =>
      sent(ref('S0'), {
        schemas: Object.fromEntries(
          Array.from({ length: 134 }, (_, index) => [
            `S${index}`,
            {
              type: 'object',
              properties: {
                next: ref(`S${(index + 1) % 134}`),
                id: { type: index === 100 ? type : 'integer' },
              },
            },
          ]),
        ),
      });
    const findings = await compareObjects(circle('integer'), circle('string'));
    expect(inShort(findings)).toEqual(['request-property-type-changed: breaking']);
    expect(findings[0]?.witness).not.toBeNull();
  });
});

function body(schema: JsonObject): JsonObject {
  return { required: true, content: { 'application/json': { schema } } };
}
