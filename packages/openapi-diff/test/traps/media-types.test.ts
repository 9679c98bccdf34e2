import { describe } from '@jest/globals';
import type { JsonObject } from '../../src/read/document.ts';
import { postOrders, trap } from './trap.ts';

const SCHEMA = { type: 'object', properties: { id: { type: 'integer' } } };

function request(content: JsonObject): JsonObject {
  return postOrders({ requestBody: { content } });
}

function response(content: JsonObject): JsonObject {
  return postOrders({ responses: { '200': { description: 'Done', content } } });
}

const AS_JSON = { 'application/json': { schema: SCHEMA } };

describe('media types', () => {
  trap('charset-added', 'a charset changes nothing in a request', () => ({
    before: request(AS_JSON),
    after: request({ 'application/json; charset=utf-8': { schema: SCHEMA } }),
    right: [],
  }));

  trap('charset-removed', 'nor does its loss, nor capitals, in a response', () => ({
    before: response({ 'Application/JSON;charset=UTF-8': { schema: SCHEMA } }),
    after: response(AS_JSON),
    right: [],
  }));

  trap('charset-beside', 'the same type written twice on one side is one type', () => ({
    before: request(AS_JSON),
    after: request({ ...AS_JSON, 'application/json; charset=utf-8': { schema: SCHEMA } }),
    right: [],
  }));

  trap('json-to-problem-json', 'a response that says more precisely which JSON it is stays JSON', () => ({
    before: response(AS_JSON),
    after: response({ 'application/problem+json': { schema: SCHEMA } }),
    right: ['response-media-type-name-specialized: safe'],
  }));

  trap('problem-json-to-json', 'a response that may now be any JSON was not announced as that', () => ({
    before: response({ 'application/problem+json': { schema: SCHEMA } }),
    after: response(AS_JSON),
    right: ['response-media-type-name-generalized: breaking'],
  }));

  trap('problem-json-beside-json', 'a second type by the same suffix is a further one', () => ({
    before: response(AS_JSON),
    after: response({ ...AS_JSON, 'application/problem+json': { schema: SCHEMA } }),
    right: ['response-media-type-added: safe'],
  }));

  trap('wildcard-covers-many', 'a wildcard takes all the types that stood there one by one', () => ({
    before: request({ ...AS_JSON, 'text/json': { schema: SCHEMA } }),
    after: request({ '*/*': { schema: SCHEMA } }),
    right: [
      'request-body-media-type-name-generalized: safe',
      'request-body-media-type-name-generalized: safe',
    ],
  }));

  trap('version-parameter', 'a parameter that is no charset tells types apart', () => ({
    before: request({ 'application/json;version=1': { schema: SCHEMA } }),
    after: request({ 'application/json;version=2': { schema: SCHEMA } }),
    right: ['request-body-media-type-removed: breaking', 'request-body-media-type-added: safe'],
  }));

  trap('media-type-gains-schema', 'a body that could be anything and now has a schema is narrowed', () => ({
    before: request({ 'application/json': {} }),
    after: request(AS_JSON),
    right: ['request-body-media-type-schema-added: breaking'],
  }));

  trap('media-type-gains-empty-schema', 'an empty schema says nothing new', () => ({
    before: request({ 'application/json': {} }),
    after: request({ 'application/json': { schema: { description: 'Anything' } } }),
    right: [],
  }));

  trap('response-gains-schema', 'a response that says more of itself keeps its word', () => ({
    before: response({ 'application/json': {} }),
    after: response(AS_JSON),
    right: ['response-body-media-type-schema-added: safe'],
  }));
});
