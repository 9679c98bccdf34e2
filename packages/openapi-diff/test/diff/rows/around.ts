import type { Json, JsonObject } from '../../../src/read/document.ts';

/** A change of a document outside its schemas, and the lines of the report on it. */
export type Row = readonly [name: string, before: JsonObject, after: JsonObject, lines: readonly string[]];

const TEXT: JsonObject = { type: 'string' };
const LINES: JsonObject = { type: 'array', items: TEXT };
const KEY: JsonObject = { type: 'apiKey', in: 'header', name: 'X-Key' };
const BEARER: JsonObject = { type: 'http', scheme: 'bearer' };

function json(schema: Json = TEXT, type = 'application/json'): JsonObject {
  return { content: { [type]: { schema } } };
}

function done(more: JsonObject = {}): JsonObject {
  return { description: 'Done', ...more };
}

function api(parts: JsonObject): JsonObject {
  return { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths: {}, ...parts };
}

function post(operation: JsonObject, parts: JsonObject = {}): JsonObject {
  return api({ paths: { '/orders': { post: { responses: { 200: done() }, ...operation } } }, ...parts });
}

function query(name: string, more: JsonObject = {}): JsonObject {
  return { name, in: 'query', schema: TEXT, ...more };
}

function taking(...parameters: JsonObject[]): JsonObject {
  return post({ parameters });
}

function answers(responses: JsonObject): JsonObject {
  return post({ responses });
}

function headers(named: JsonObject): JsonObject {
  return answers({ 200: done({ headers: named }) });
}

/** A body of one part, with what is said of how the part is written. */
function form(a: JsonObject): JsonObject {
  const media: JsonObject = { schema: { type: 'object', properties: { a: TEXT } }, encoding: { a } };
  return post({ requestBody: { content: { 'application/x-www-form-urlencoded': media } } });
}

function webhook(operation: JsonObject): JsonObject {
  return api({ webhooks: { paid: { post: { responses: { 200: done() }, ...operation } } } });
}

function callback(operation: JsonObject): JsonObject {
  const called = { post: { responses: { 200: done() }, ...operation } };
  return post({ callbacks: { paid: { '{$request.query.url}': called } } });
}

function secured(security: Json, securitySchemes: JsonObject = { key: KEY, bearer: BEARER }): JsonObject {
  return post({ security }, { components: { securitySchemes } });
}

/** Parameters, bodies, answers, webhooks, credentials, servers and what else stands around schemas. */
export const AROUND: readonly Row[] = [
  [
    'a parameter that is needed now',
    taking(query('q')),
    taking(query('q', { required: true })),
    [
      'error request-parameter-became-required: `POST /orders` was accepted and is now rejected: query parameter `q` is required',
    ],
  ],
  [
    'two parameters that are gone',
    taking(query('a'), query('b'), query('c')),
    taking(query('c')),
    [
      'warning request-parameter-removed: `POST /orders`: query parameter `a` is gone',
      'warning request-parameter-removed: `POST /orders`: query parameter `b` is gone',
    ],
  ],
  [
    'a parameter in a header',
    taking(query('q', { required: true })),
    taking({ ...query('q', { required: true }), in: 'header' }),
    ['error request-parameter-in-changed: `POST /orders`: parameter `q` moved from query to header'],
  ],
  [
    'an optional parameter in a cookie',
    taking(query('q')),
    taking({ ...query('q'), in: 'cookie' }),
    ['warning request-parameter-in-changed: `POST /orders`: parameter `q` moved from query to cookie'],
  ],
  [
    'a deprecated parameter',
    taking(query('q')),
    taking(query('q', { deprecated: true, 'x-sunset': '2027-12-01' })),
    ['info request-parameter-deprecated: `POST /orders`: query parameter `q` is now deprecated'],
  ],
  [
    'a parameter that went after its sunset',
    taking(query('q', { deprecated: true, 'x-sunset': '2026-01-01' })),
    taking(),
    [
      'info request-parameter-removed-with-deprecation: `POST /orders`: query parameter `q` is gone, as it was announced',
    ],
  ],
  [
    'a parameter that went before its sunset',
    taking(query('q', { deprecated: true, 'x-sunset': '2027-01-01' })),
    taking(),
    [
      'error request-parameter-removed-before-sunset: `POST /orders`: query parameter `q` is gone before its sunset on `2027-01-01`',
    ],
  ],
  [
    'a parameter written in another style',
    taking(query('q', { schema: LINES, style: 'spaceDelimited', explode: false })),
    taking(query('q', { schema: LINES, style: 'pipeDelimited', explode: false })),
    [
      'error request-parameter-style-changed: `POST /orders`: `q=a%20b` was accepted and is now rejected: query parameter `q` is now written as `q=a|b` instead of `q=a%20b`',
    ],
  ],
  [
    'a parameter exploded no more',
    taking(query('q', { schema: LINES })),
    taking(query('q', { schema: LINES, explode: false })),
    [
      'error request-parameter-explode-changed: `POST /orders`: `q=a&q=b` was accepted and is now rejected: query parameter `q` is now written as `q=a,b` instead of `q=a&q=b`',
    ],
  ],
  [
    'a parameter exploded in another style',
    taking(query('q', { schema: LINES })),
    taking(query('q', { schema: LINES, explode: false, style: 'pipeDelimited' })),
    [
      'error request-parameter-style-changed: `POST /orders`: `q=a&q=b` was accepted and is now rejected: query parameter `q` is now written as `q=a|b` instead of `q=a&q=b`',
    ],
  ],
  [
    'a parameter that may hold reserved characters',
    taking(query('q')),
    taking(query('q', { allowReserved: true })),
    [
      'info request-parameter-allow-reserved-changed: `POST /orders`: `allowReserved` of query parameter `q` is now true',
    ],
  ],
  [
    'a parameter that may hold no reserved characters',
    taking(query('q', { allowReserved: true })),
    taking(query('q')),
    [
      'error request-parameter-allow-reserved-changed: `POST /orders`: `allowReserved` of query parameter `q` is now false',
    ],
  ],
  [
    'a parameter that may be empty',
    taking(query('q')),
    taking(query('q', { allowEmptyValue: true })),
    [
      'info request-parameter-allow-empty-value-changed: `POST /orders`: `allowEmptyValue` of query parameter `q` is now true',
    ],
  ],
  [
    'a parameter written as JSON',
    taking(query('q')),
    taking({ name: 'q', in: 'query', ...json() }),
    [
      'error request-parameter-content-changed: `POST /orders`: query parameter `q` is now written as `application/json` instead of plain text',
    ],
  ],
  [
    'a parameter written as another media type',
    taking({ name: 'q', in: 'query', ...json(TEXT, 'text/csv') }),
    taking({ name: 'q', in: 'query', ...json() }),
    [
      'error request-parameter-content-changed: `POST /orders`: query parameter `q` is now written as `application/json` instead of `text/csv`',
    ],
  ],
  [
    'a parameter whose default changed',
    taking(query('q', { schema: { ...TEXT, default: 'a' } })),
    taking(query('q', { schema: { ...TEXT, default: 'b' } })),
    [
      'warning request-parameter-default-value-changed: `POST /orders`: leaving query parameter `q` out now means `b` instead of `a`',
    ],
  ],
  [
    'a loose object beside one of its parameters',
    taking(query('a'), query('o', { schema: { type: 'object', properties: { a: TEXT, b: TEXT } } })),
    taking(query('a'), query('b')),
    [],
  ],
  [
    'a parameter of the path',
    api({ paths: { '/a/{id}': { get: { responses: { 200: done() } } } } }),
    api({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: TEXT }],
            responses: { 200: done() },
          },
        },
      },
    }),
    ['info new-request-path-parameter: `GET /a/{id}`: path parameter `id` is now declared'],
  ],
  [
    'a body that is needed',
    post({}),
    post({ requestBody: { required: true, ...json() } }),
    [
      'error request-body-added-required: `POST /orders without a body` was accepted and is now rejected: a body is required',
    ],
  ],
  [
    'a body that may come',
    post({}),
    post({ requestBody: json() }),
    ['info request-body-added-optional: `POST /orders`: a request may now have a body'],
  ],
  ['a body without any media type', post({}), post({ requestBody: { content: {} } }), []],
  [
    'a body that is gone',
    post({ requestBody: json() }),
    post({}),
    [
      'error request-body-removed: `POST /orders with a body` was accepted and is now rejected: a body is no longer taken',
    ],
  ],
  [
    'a body that must come now',
    post({ requestBody: json() }),
    post({ requestBody: { required: true, ...json() } }),
    [
      'error request-body-became-required: `POST /orders without a body` was accepted and is now rejected: a body is required',
    ],
  ],
  [
    'a body that need not come',
    post({ requestBody: { required: true, ...json() } }),
    post({ requestBody: json() }),
    ['info request-body-became-optional: `POST /orders`: the request body is now optional'],
  ],
  [
    'another media type of a body',
    post({ requestBody: json() }),
    post({ requestBody: json(TEXT, 'application/xml') }),
    [
      'error request-body-media-type-removed: `POST /orders (Content-Type: application/json)` was accepted and is now rejected: `application/json` is no longer taken',
      'info request-body-media-type-added: `POST /orders`: the request body may now be `application/xml`',
    ],
  ],
  [
    'a wider media type of a body',
    post({ requestBody: json(TEXT, 'image/png') }),
    post({ requestBody: json(TEXT, 'image/*') }),
    [
      'info request-body-media-type-name-generalized: `POST /orders`: the request body may now be `image/*` instead of only `image/png`',
    ],
  ],
  [
    'a narrower media type of an answer',
    answers({ 200: done(json(TEXT, 'image/*')) }),
    answers({ 200: done(json(TEXT, 'image/png')) }),
    [
      'info response-media-type-name-specialized: `POST /orders`: the 200 response is now `image/png`, which is a kind of `image/*`',
    ],
  ],
  [
    'an answer that has a body now',
    answers({ 200: done() }),
    answers({ 200: done(json()) }),
    ['info response-media-type-added: `POST /orders`: the 200 response may now be `application/json`'],
  ],
  [
    'an answer that has no body any more',
    answers({ 200: done(json()) }),
    answers({ 200: done() }),
    [
      'error response-media-type-removed: `POST /orders` answered `HTTP 200 (Content-Type: application/json)` and no longer does: `application/json` is no longer given',
    ],
  ],
  [
    'a status more',
    answers({ 200: done() }),
    answers({ 200: done(), 202: done(), 404: done(), default: done() }),
    [
      'warning response-success-status-added: `POST /orders`: a response may now have the status `202`',
      'info response-non-success-status-added: `POST /orders`: a response may now have the status `404`',
      'info response-non-success-status-added: `POST /orders`: a response may now have the status `default`',
    ],
  ],
  [
    'a status less',
    answers({ 200: done(), 201: done(), 404: done() }),
    answers({ 201: done() }),
    [
      'error response-success-status-removed: `POST /orders` answered `HTTP 200` and no longer does: the status `200` is gone',
      'info response-non-success-status-removed: `POST /orders`: a response no longer has the status `404`',
    ],
  ],
  [
    'statuses as a range',
    answers({ 200: done(), 201: done() }),
    answers({ '2XX': done() }),
    ['warning response-success-status-added: `POST /orders`: a response may now have the status `2XX`'],
  ],
  [
    'a range as statuses',
    answers({ '4XX': done() }),
    answers({ 404: done() }),
    ['info response-non-success-status-removed: `POST /orders`: a response no longer has the status `4XX`'],
  ],
  [
    'all other statuses',
    answers({ 200: done(), default: done(json()) }),
    answers({ 200: done(), 404: done(json()), default: done(json()) }),
    [],
  ],
  [
    'a header more',
    headers({}),
    headers({ 'X-Rate': { schema: TEXT, required: true } }),
    ['info response-header-added: `POST /orders`: header `X-Rate` of the 200 response is new'],
  ],
  [
    'a header less',
    headers({ 'X-Rate': { schema: TEXT, required: true }, ETag: { schema: TEXT } }),
    headers({}),
    [
      'error required-response-header-removed: `POST /orders` may now answer `HTTP 200 without X-Rate`, which was not announced: header `X-Rate` of the 200 response is gone',
      'warning optional-response-header-removed: `POST /orders`: header `ETag` of the 200 response is gone',
    ],
  ],
  [
    'a header that may be missing',
    headers({ 'X-Rate': { schema: TEXT, required: true } }),
    headers({ 'x-rate': { schema: TEXT } }),
    [
      'error response-header-became-optional: `POST /orders` may now answer `HTTP 200 without x-rate`, which was not announced: header `X-Rate` of the 200 response may now be missing',
    ],
  ],
  [
    'a header of another type',
    headers({ 'X-Rate': { schema: TEXT } }),
    headers({ 'X-Rate': { schema: { type: 'number' } } }),
    [
      'error response-header-type-changed: `POST /orders` may now send `1` as header `X-Rate` of the 200 response, which was not announced: header `X-Rate` of the 200 response was text and is now a number',
    ],
  ],
  [
    'a link more and one less',
    answers({ 200: done({ links: { a: { operationId: 'a' } } }) }),
    answers({ 200: done({ links: { b: { operationId: 'b' } } }) }),
    [
      'warning response-link-removed: `POST /orders`: link `a` of the 200 response is gone',
      'info response-link-added: `POST /orders`: link `b` of the 200 response is new',
    ],
  ],
  [
    'a link that leads elsewhere',
    answers({ 200: done({ links: { a: { operationId: 'a' } } }) }),
    answers({ 200: done({ links: { a: { operationId: 'b' } } }) }),
    ['warning response-link-changed: `POST /orders`: link `a` of the 200 response leads elsewhere'],
  ],
  [
    'tags',
    post({ tags: ['a', 'b'] }),
    post({ tags: ['b', 'c'] }),
    [
      'info api-tag-added: `POST /orders` has the new tag `c`',
      'info api-tag-removed: `POST /orders` no longer has the tag `a`',
    ],
  ],
  [
    'tags where there were none',
    post({}),
    post({ tags: ['a'] }),
    ['info api-tag-added: `POST /orders` has the new tag `a`'],
  ],
  [
    'an id of an operation',
    post({ operationId: 'a' }),
    post({}),
    ['info api-operation-id-removed: `POST /orders` no longer has the `operationId` `a`'],
  ],
  [
    'an operation that is deprecated',
    post({}),
    post({ deprecated: true }),
    ['info endpoint-deprecated: `POST /orders` is now deprecated'],
  ],
  [
    'an operation less stable',
    post({}),
    post({ 'x-stability-level': 'alpha' }),
    ['error api-stability-decreased: `POST /orders` is now `alpha` instead of `stable`'],
  ],
  [
    'an operation that moved to another path',
    post({}),
    api({ paths: { '/order': { post: { responses: { 200: done() } } } } }),
    [
      'error api-path-removed-without-deprecation: `POST /orders` was accepted and is now rejected: its path is gone without having been deprecated',
      'info endpoint-added: `POST /order` is new',
    ],
  ],
  [
    'an operation of another method',
    post({}),
    api({ paths: { '/orders': { put: { responses: { 200: done() } } } } }),
    [
      'error api-removed-without-deprecation: `POST /orders` was accepted and is now rejected: it is gone without having been deprecated',
      'info endpoint-added: `PUT /orders` is new',
    ],
  ],
  [
    'a payload that a webhook carries',
    webhook({}),
    webhook({ requestBody: json() }),
    ['info response-body-added: webhook `paid` now carries a payload'],
  ],
  [
    'a payload narrowed',
    webhook({ requestBody: json() }),
    webhook({ requestBody: json({ ...TEXT, maxLength: 3 }) }),
    ['info response-body-max-length-set: webhook `paid`: the payload must now have at most `3` characters'],
  ],
  [
    'a payload widened',
    webhook({ requestBody: json({ ...TEXT, maxLength: 3 }) }),
    webhook({ requestBody: json() }),
    [
      'error response-body-max-length-unset: webhook `paid` may now send `"text"` as the payload, which was not announced: the payload had to have at most `3` characters',
    ],
  ],
  [
    'a header of a webhook that is gone',
    webhook({ parameters: [{ name: 'X-Sign', in: 'header', required: true, schema: TEXT }] }),
    webhook({}),
    ['error required-response-header-removed: webhook `paid`: header parameter `X-Sign` is gone'],
  ],
  [
    'an optional header of a webhook that is gone',
    webhook({ parameters: [{ name: 'X-Sign', in: 'header', schema: TEXT }] }),
    webhook({}),
    ['warning optional-response-header-removed: webhook `paid`: header parameter `X-Sign` is gone'],
  ],
  [
    'a header of a webhook that may be missing',
    webhook({ parameters: [{ name: 'X-Sign', in: 'header', required: true, schema: TEXT }] }),
    webhook({ parameters: [{ name: 'X-Sign', in: 'header', schema: TEXT }] }),
    [
      'error response-header-became-optional: webhook `paid` may now send `POST paid`, which was not announced: header parameter `X-Sign` may now be missing',
    ],
  ],
  [
    'an answer that a webhook takes',
    webhook({}),
    webhook({ responses: { 200: done(), 202: done() } }),
    ['info webhook-status-added: webhook `paid` may now be answered with `202`'],
  ],
  [
    'an answer that a webhook takes no more',
    webhook({ responses: { 200: done(), 202: done() } }),
    webhook({}),
    [
      'error webhook-status-removed: webhook `paid`: `HTTP 202` was accepted and is now rejected: it may no longer be answered with `202`',
    ],
  ],
  [
    'a body that a webhook wants as its answer',
    webhook({ responses: { 200: done(json()) } }),
    webhook({ responses: { 200: done(json({ ...TEXT, maxLength: 3 })) } }),
    [
      'error request-body-max-length-set: webhook `paid` accepted `"text"` and now rejects it: the 200 answer must have at most `3` characters',
    ],
  ],
  [
    'a webhook more and one less',
    webhook({}),
    api({ webhooks: { sent: { post: { responses: { 200: done() } } } } }),
    ['error webhook-removed: webhook `paid` is gone', 'info webhook-added: webhook `sent` is new'],
  ],
  [
    'a callback more',
    post({}),
    callback({}),
    ['info callback-added: callback `{$request.query.url}` is new'],
  ],
  [
    'a callback less',
    callback({}),
    post({}),
    ['error callback-removed: callback `{$request.query.url}` is gone'],
  ],
  [
    'a payload of a callback widened',
    callback({ requestBody: json({ ...TEXT, maxLength: 3 }) }),
    callback({ requestBody: json() }),
    [
      'error response-body-max-length-unset: callback `{$request.query.url}` may now send `"text"` as the payload, which was not announced: the payload had to have at most `3` characters',
    ],
  ],
  [
    'another credential',
    secured([{ key: [] }]),
    secured([{ bearer: [] }]),
    [
      'error api-security-removed: `POST /orders` was accepted and is now rejected: `key` no longer suffices for it',
      'info api-security-added: `POST /orders` asks for `bearer`',
    ],
  ],
  [
    'a credential where none was needed',
    secured([]),
    secured([{ key: [] }]),
    ['error api-security-added: `POST /orders` was accepted and is now rejected: it asks for `key`'],
  ],
  [
    'no credential any more',
    secured([{ key: [] }]),
    secured([]),
    [
      'warning api-security-all-removed: `POST /orders` no longer asks for any credential (it asked for `key`)',
    ],
  ],
  [
    'a key in another place',
    secured([{ key: [] }]),
    secured([{ key: [] }], { key: { ...KEY, in: 'query' }, bearer: BEARER }),
    [
      'error api-security-component-api-key-in-changed: `POST /orders`: the place of security scheme `key` is now `query`',
    ],
  ],
  [
    'a key in another place, that nothing asks for any more',
    secured([{ key: [] }]),
    secured([{ bearer: [] }], { key: { ...KEY, in: 'query' }, bearer: BEARER }),
    [
      'error api-security-removed: `POST /orders` was accepted and is now rejected: `key` no longer suffices for it',
      'info api-security-added: `POST /orders` asks for `bearer`',
      'info api-security-component-api-key-in-changed: the place of security scheme `key` is now `query`',
    ],
  ],
  [
    'a key in another place, that nothing asked for before',
    secured([{ bearer: [] }]),
    secured([{ key: [] }], { key: { ...KEY, in: 'query' }, bearer: BEARER }),
    [
      'error api-security-removed: `POST /orders` was accepted and is now rejected: `bearer` no longer suffices for it',
      'info api-security-added: `POST /orders` asks for `key`',
      'info api-security-component-api-key-in-changed: the place of security scheme `key` is now `query`',
    ],
  ],
  [
    'a scheme under another name',
    secured([{ key: [] }]),
    secured([{ token: [] }], { token: KEY, bearer: BEARER }),
    [],
  ],
  [
    'basic for bearer',
    secured([{ bearer: [] }]),
    secured([{ bearer: [] }], { key: KEY, bearer: { ...BEARER, scheme: 'Basic' } }),
    [
      'error api-security-component-http-scheme-changed: `POST /orders`: the HTTP scheme of security scheme `bearer` is now `basic`',
    ],
  ],
  [
    'a discovery address',
    secured([{ key: [] }], { key: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' } }),
    secured([{ key: [] }], { key: { type: 'openIdConnect', openIdConnectUrl: 'https://b.example' } }),
    [
      'error api-security-component-open-id-connect-url-changed: `POST /orders`: the discovery address of security scheme `key` is now `https://b.example`',
    ],
  ],
  [
    'two servers less',
    api({
      servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }, { url: 'https://c.example' }],
    }),
    api({ servers: [{ url: 'https://c.example' }] }),
    [
      'warning api-server-removed: server `https://a.example` is gone',
      'warning api-server-removed: server `https://b.example` is gone',
    ],
  ],
  [
    'a component that nothing reaches',
    api({ components: { schemas: { A: TEXT, B: TEXT } } }),
    api({ components: { schemas: { A: { ...TEXT, maxLength: 3 } } } }),
    [
      'info api-component-changed: schema `A` changed, and no operation reaches it',
      'info api-schema-removed: schema `B`, which no operation reached, is gone',
    ],
  ],
  [
    'a part in another encoding',
    post({
      requestBody: {
        content: { 'multipart/form-data': { schema: { type: 'object', properties: { a: TEXT } } } },
      },
    }),
    post({
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { a: TEXT } },
            encoding: { a: { contentType: 'text/csv' } },
          },
        },
      },
    }),
    [
      'error request-body-encoding-changed: `POST /orders`: `a` is written in another way in the request body',
    ],
  ],
  [
    'a component under another name, that nothing reaches',
    api({ components: { schemas: { A: { ...TEXT, maxLength: 3 } } } }),
    api({ components: { schemas: { B: { maxLength: 3, ...TEXT } } } }),
    [],
  ],
  [
    'a component replaced by another one, that nothing reaches',
    api({ components: { schemas: { A: { ...TEXT, maxLength: 3 } } } }),
    api({ components: { schemas: { B: { ...TEXT, maxLength: 4 } } } }),
    ['info api-schema-removed: schema `A`, which no operation reached, is gone'],
  ],
  [
    'a component that leads elsewhere under another name',
    api({ components: { schemas: { A: { items: { $ref: '#/components/schemas/X' } }, X: TEXT } } }),
    api({
      components: { schemas: { B: { items: { $ref: '#/components/schemas/X' } }, X: { type: 'number' } } },
    }),
    [
      'info api-schema-removed: schema `A`, which no operation reached, is gone',
      'info api-component-changed: schema `X` changed, and no operation reaches it',
    ],
  ],
  [
    'a component that leads to the same under other names',
    api({ components: { schemas: { A: { items: { $ref: '#/components/schemas/X' } }, X: TEXT } } }),
    api({ components: { schemas: { B: { items: { $ref: '#/components/schemas/Y' } }, Y: TEXT } } }),
    [],
  ],
  [
    'a parameter and a header that nothing reaches',
    api({ components: { parameters: { P: query('p') }, headers: { H: { schema: TEXT } } } }),
    api({ components: { parameters: { P: query('q') }, headers: {} } }),
    [
      'info api-component-removed: header `H`, which no operation reached, is gone',
      'info api-component-changed: parameter `P` changed, and no operation reaches it',
    ],
  ],
  [
    'a component that leads to itself, under another name',
    api({ components: { schemas: { A: { items: { $ref: '#/components/schemas/A' } } } } }),
    api({ components: { schemas: { B: { items: { $ref: '#/components/schemas/B' } } } } }),
    [],
  ],
  [
    'a path that moves into the paths of one of two servers',
    api({
      servers: [{ url: 'https://a.example/v1' }, { url: 'https://b.example/v2' }],
      paths: { '/a': { get: { responses: { 200: done() } } } },
    }),
    api({
      servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }],
      paths: { '/v1/a': { get: { responses: { 200: done() } } } },
    }),
    [
      'error api-path-removed-without-deprecation: `GET /a` was accepted and is now rejected: its path is gone without having been deprecated',
      'warning api-server-removed: server `https://a.example/v1` is gone',
      'warning api-server-removed: server `https://b.example/v2` is gone',
      'info endpoint-added: `GET /v1/a` is new',
      'info api-server-added: server `https://a.example` is new',
      'info api-server-added: server `https://b.example` is new',
    ],
  ],
  [
    'a path that moves into the paths of all servers',
    api({
      servers: [{ url: 'https://a.example/v1' }, { url: 'https://b.example/v1' }],
      paths: { '/a': { get: { responses: { 200: done() } } } },
    }),
    api({
      servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }],
      paths: { '/v1/a': { get: { responses: { 200: done() } } } },
    }),
    [],
  ],
  [
    'two parameters that are narrowed alike',
    taking(query('a'), query('b')),
    taking(
      query('a', { schema: { ...TEXT, maxLength: 3 } }),
      query('b', { schema: { ...TEXT, maxLength: 3 } }),
    ),
    [
      'error request-parameter-max-length-set: `POST /orders` accepted `"text"` as query parameter `a` and now rejects it: query parameter `a` must have at most `3` characters',
      'error request-parameter-max-length-set: `POST /orders` accepted `"text"` as query parameter `b` and now rejects it: query parameter `b` must have at most `3` characters',
    ],
  ],
  [
    'two operations that ask for other credentials',
    api({
      paths: {
        '/a': {
          get: { responses: { 200: done() }, security: [{ key: [] }] },
          put: { responses: { 200: done() }, security: [{ bearer: [] }] },
        },
      },
      components: { securitySchemes: { key: KEY, bearer: BEARER } },
    }),
    api({
      paths: {
        '/a': {
          get: { responses: { 200: done() }, security: [{ bearer: [] }] },
          put: { responses: { 200: done() }, security: [{ key: [] }] },
        },
      },
      components: { securitySchemes: { key: KEY, bearer: BEARER } },
    }),
    [
      'error api-security-removed: `GET /a` was accepted and is now rejected: `key` no longer suffices for it',
      'error api-security-removed: `PUT /a` was accepted and is now rejected: `bearer` no longer suffices for it',
      'info api-security-added: `GET /a` asks for `bearer`',
      'info api-security-added: `PUT /a` asks for `key`',
    ],
  ],
  [
    'flows of Swagger 2.0 in the words of 3.1',
    {
      swagger: '2.0',
      info: { title: 'Shop', version: '1' },
      paths: {
        '/orders': { post: { responses: { 200: done() }, security: [{ a: [] }, { b: [] }, { c: [] }] } },
      },
      securityDefinitions: {
        a: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://a.example' },
        b: {
          type: 'oauth2',
          flow: 'accessCode',
          authorizationUrl: 'https://a.example',
          tokenUrl: 'https://t.example',
        },
        c: { type: 'basic' },
      },
    },
    secured([{ a: [] }, { b: [] }, { c: [] }], {
      a: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://a.example' } } },
      b: {
        type: 'oauth2',
        flows: {
          authorizationCode: { authorizationUrl: 'https://a.example', tokenUrl: 'https://t.example' },
        },
      },
      c: { type: 'http', scheme: 'basic' },
    }),
    [],
  ],
  [
    'servers of an operation that has none of its own any more',
    api({
      servers: [{ url: 'https://a.example' }],
      paths: { '/a': { get: { servers: [{ url: 'https://b.example' }], responses: { 200: done() } } } },
    }),
    api({
      servers: [{ url: 'https://a.example' }],
      paths: { '/a': { get: { responses: { 200: done() } } } },
    }),
    [
      'warning api-server-removed: `GET /a`: server `https://b.example` is gone',
      'info api-server-added: `GET /a`: server `https://a.example` is new',
    ],
  ],
  [
    'a parameter written as JSON and narrowed',
    taking(query('q')),
    taking({ name: 'q', in: 'query', ...json({ ...TEXT, maxLength: 3 }) }),
    [
      'error request-parameter-content-changed: `POST /orders`: query parameter `q` is now written as `application/json` instead of plain text',
    ],
  ],
  [
    'a parameter in another style and narrowed',
    taking(query('q', { schema: LINES })),
    taking(query('q', { schema: { ...LINES, maxItems: 3 }, explode: false })),
    [
      'error request-parameter-explode-changed: `POST /orders`: `q=a&q=b` was accepted and is now rejected: query parameter `q` is now written as `q=a,b` instead of `q=a&q=b`',
    ],
  ],
  [
    'a part in another style',
    form({ style: 'pipeDelimited' }),
    form({ style: 'spaceDelimited' }),
    [
      'error request-body-encoding-changed: `POST /orders`: `a` is written in another way in the request body',
    ],
  ],
  [
    'a part in the usual style, written out',
    form({}),
    form({ style: 'form', explode: true, allowReserved: false }),
    [],
  ],
  [
    'a part exploded no more',
    form({}),
    form({ explode: false }),
    [
      'error request-body-encoding-changed: `POST /orders`: `a` is written in another way in the request body',
    ],
  ],
  [
    'a part that may hold reserved characters',
    form({}),
    form({ allowReserved: true }),
    [
      'error request-body-encoding-changed: `POST /orders`: `a` is written in another way in the request body',
    ],
  ],
  [
    'a part in media types of another order',
    form({ contentType: 'text/csv, text/plain' }),
    form({ contentType: 'text/plain,text/csv' }),
    [],
  ],
  [
    'an answer and a body that nothing reaches',
    api({ components: { responses: { R: done() }, requestBodies: { B: json() } } }),
    api({ components: { responses: { R: done(json()) }, requestBodies: {} } }),
    [
      'info api-component-removed: request body `B`, which no operation reached, is gone',
      'info api-component-changed: response `R` changed, and no operation reaches it',
    ],
  ],
  [
    'a word of somebody else in a link, beside a new tag',
    post({ responses: { 200: done({ links: { a: { operationId: 'a', 'x-note': 1, description: 'A' } } }) } }),
    post({
      tags: ['new'],
      responses: { 200: done({ links: { a: { operationId: 'a', 'x-note': 2, description: 'B' } } }) },
    }),
    ['info api-tag-added: `POST /orders` has the new tag `new`'],
  ],
  [
    'a component with another default under another name',
    api({ components: { schemas: { A: { default: null } } } }),
    api({ components: { schemas: { B: { default: {} } } } }),
    ['info api-schema-removed: schema `A`, which no operation reached, is gone'],
  ],
  [
    'a variable of a server, whatever it is called',
    api({ servers: [{ url: 'https://{x-region}.example', variables: { 'x-region': { default: 'eu' } } }] }),
    api({ servers: [{ url: 'https://{x-region}.example', variables: { 'x-region': { default: 'us' } } }] }),
    [
      'warning api-server-removed: server `https://{x-region}.example` is gone',
      'info api-server-added: server `https://{x-region}.example` is new',
    ],
  ],
  [
    'two keys that swap their names',
    secured([{ key: [] }], { key: KEY, other: { ...KEY, name: 'X-Other' } }),
    secured([{ other: [] }], { other: KEY, key: { ...KEY, name: 'X-Other' } }),
    [
      'info api-security-component-api-key-name-changed: the name of the key of security scheme `key` is now `X-Other`',
      'info api-security-component-api-key-name-changed: the name of the key of security scheme `other` is now `X-Key`',
    ],
  ],
];
