import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/classify/catalogue.ts';
import { wordsOf } from '../../src/classify/words.ts';
import { compareObjects } from './compare-objects.ts';
import { CHECKS } from './outside-schemas.ts';

/** What each check says in its example: the cause, the reason, and the line that shows what breaks. */
const SENTENCES: readonly (readonly [string, string, string, string | null])[] = [
  ['endpoint-added', '`GET /orders` is new', '`GET /orders` is new', null],
  [
    'api-removed-without-deprecation',
    '`GET /orders` is gone',
    'it is gone without having been deprecated',
    'GET /orders',
  ],
  [
    'api-path-removed-without-deprecation',
    'path `/books` is gone with all its operations',
    'its path is gone without having been deprecated',
    'GET /books',
  ],
  [
    'new-required-request-parameter',
    'a request now needs query parameter `limit`',
    'query parameter `limit` is required',
    'POST /orders',
  ],
  [
    'new-optional-request-parameter',
    'a request may now carry query parameter `limit`',
    'a request may now carry query parameter `limit`',
    null,
  ],
  [
    'new-required-request-default-parameter-to-existing-path',
    'a request now needs query parameter `limit`, as every operation of the path',
    'query parameter `limit` is required for every operation of the path',
    'POST /orders',
  ],
  [
    'new-optional-request-default-parameter-to-existing-path',
    'a request may now carry query parameter `limit`, as with every operation of the path',
    'a request may now carry query parameter `limit`, as with every operation of the path',
    null,
  ],
  [
    'new-request-path-parameter',
    'path parameter `id` is now declared',
    'path parameter `id` is now declared',
    null,
  ],
  ['request-parameter-removed', 'query parameter `limit` is gone', 'query parameter `limit` is gone', null],
  [
    'request-parameter-became-required',
    'query parameter `limit` is now required',
    'query parameter `limit` is required',
    'POST /orders',
  ],
  [
    'request-parameter-became-optional',
    'query parameter `limit` is now optional',
    'query parameter `limit` is now optional',
    null,
  ],
  [
    'request-parameter-in-changed',
    'parameter `limit` moved from query to header',
    'parameter `limit` moved from query to header',
    null,
  ],
  [
    'request-parameter-style-changed',
    'query parameter `ids` is now written as `ids=a|b` instead of `ids=a%20b`',
    'query parameter `ids` is now written as `ids=a|b` instead of `ids=a%20b`',
    'ids=a%20b',
  ],
  [
    'request-parameter-explode-changed',
    'query parameter `ids` is now written as `ids=a,b` instead of `ids=a&ids=b`',
    'query parameter `ids` is now written as `ids=a,b` instead of `ids=a&ids=b`',
    'ids=a&ids=b',
  ],
  [
    'request-parameter-allow-reserved-changed',
    '`allowReserved` of query parameter `path` is now false',
    '`allowReserved` of query parameter `path` is now false',
    null,
  ],
  [
    'request-parameter-allow-empty-value-changed',
    '`allowEmptyValue` of query parameter `limit` is now false',
    '`allowEmptyValue` of query parameter `limit` is now false',
    null,
  ],
  [
    'request-parameter-content-changed',
    'query parameter `filter` is now written as `application/json` instead of plain text',
    'query parameter `filter` is now written as `application/json` instead of plain text',
    null,
  ],
  [
    'request-body-added-required',
    'a request now needs a body',
    'a body is required',
    'POST /orders without a body',
  ],
  ['request-body-added-optional', 'a request may now have a body', 'a request may now have a body', null],
  [
    'request-body-removed',
    'a request no longer has a body',
    'a body is no longer taken',
    'POST /orders with a body',
  ],
  [
    'request-body-became-required',
    'the request body is now required',
    'a body is required',
    'POST /orders without a body',
  ],
  [
    'request-body-became-optional',
    'the request body is now optional',
    'the request body is now optional',
    null,
  ],
  [
    'request-body-encoding-changed',
    '`tags` is written in another way in the request body',
    '`tags` is written with its items joined and was written in the usual way',
    null,
  ],
  [
    'response-body-encoding-changed',
    '`photo` is written in another way in the 200 response',
    '`photo` is written as `image/png` and was written in the usual way',
    null,
  ],
  [
    'request-body-media-type-added',
    'the request body may now be `application/xml`',
    'the request body may now be `application/xml`',
    null,
  ],
  [
    'request-body-media-type-removed',
    'the request body can no longer be `application/xml`',
    '`application/xml` is no longer taken',
    'POST /orders (Content-Type: application/xml)',
  ],
  [
    'request-body-media-type-name-generalized',
    'the request body may now be `application/*` instead of only `application/json`',
    'the request body may now be `application/*` instead of only `application/json`',
    null,
  ],
  [
    'request-body-media-type-name-specialized',
    'the request body must now be `application/json` instead of any `application/*`',
    'the request body must now be `application/json` instead of any `application/*`',
    'POST /orders (Content-Type: application/*)',
  ],
  [
    'request-body-media-type-schema-added',
    'the request body as `application/json` could be anything and now has a schema',
    'the request body as `application/json` could be anything and now has a schema',
    null,
  ],
  [
    'request-body-media-type-schema-removed',
    'the request body as `application/json` can now be anything',
    'the request body as `application/json` can now be anything',
    null,
  ],
  [
    'response-media-type-added',
    'the 200 response may now be `application/xml`',
    'the 200 response may now be `application/xml`',
    null,
  ],
  [
    'response-media-type-removed',
    'the 200 response no longer comes as `application/xml`',
    '`application/xml` is no longer given',
    'HTTP 200 (Content-Type: application/xml)',
  ],
  [
    'response-media-type-name-generalized',
    'the 200 response may now be any `application/json` instead of `application/hal+json`',
    'the 200 response may now be any `application/json` instead of `application/hal+json`',
    'HTTP 200 (Content-Type: application/json)',
  ],
  [
    'response-media-type-name-specialized',
    'the 200 response is now `application/hal+json`, which is a kind of `application/json`',
    'the 200 response is now `application/hal+json`, which is a kind of `application/json`',
    null,
  ],
  [
    'response-body-media-type-schema-added',
    'the 200 response as `application/json` now has a schema',
    'the 200 response as `application/json` now has a schema',
    null,
  ],
  [
    'response-body-media-type-schema-removed',
    'the 200 response as `application/json` can now be anything',
    'the 200 response as `application/json` can now be anything',
    null,
  ],
  [
    'response-success-status-added',
    'a response may now have the status `202`',
    'a response may now have the status `202`',
    null,
  ],
  [
    'response-success-status-removed',
    'a response no longer has the status `200`',
    'the status `200` is gone',
    'HTTP 200',
  ],
  [
    'response-non-success-status-added',
    'a response may now have the status `404`',
    'a response may now have the status `404`',
    null,
  ],
  [
    'response-non-success-status-removed',
    'a response no longer has the status `404`',
    'a response no longer has the status `404`',
    null,
  ],
  [
    'response-header-added',
    'header `X-Rate` of the 200 response is new',
    'header `X-Rate` of the 200 response is new',
    null,
  ],
  [
    'required-response-header-removed',
    'header `X-Rate` of the 200 response is gone',
    'header `X-Rate` of the 200 response is gone',
    'HTTP 200 without X-Rate',
  ],
  [
    'optional-response-header-removed',
    'header `X-Rate` of the 200 response is gone',
    'header `X-Rate` of the 200 response is gone',
    null,
  ],
  [
    'response-header-became-optional',
    'header `X-Rate` of the 200 response may now be missing',
    'header `X-Rate` of the 200 response may now be missing',
    'HTTP 200 without X-Rate',
  ],
  [
    'response-header-became-required',
    'header `X-Rate` of the 200 response is now always sent',
    'header `X-Rate` of the 200 response is now always sent',
    null,
  ],
  [
    'response-header-explode-changed',
    'header `X-Rate` of the 200 response is now written as `k=v,k=v` instead of `k,v`',
    'header `X-Rate` of the 200 response is now written as `k=v,k=v` instead of `k,v`',
    'k,v',
  ],
  [
    'response-header-style-changed',
    'query parameter `ids` is now written as `ids=a|b` instead of `ids=a%20b`',
    'query parameter `ids` is now written as `ids=a|b` instead of `ids=a%20b`',
    'ids=a%20b',
  ],
  [
    'response-header-content-changed',
    'header `X-Rate` of the 200 response is now written as `application/json` instead of plain text',
    'header `X-Rate` of the 200 response is now written as `application/json` instead of plain text',
    null,
  ],
  [
    'response-link-added',
    'link `order` of the 200 response is new',
    'link `order` of the 200 response is new',
    null,
  ],
  [
    'response-link-removed',
    'link `order` of the 200 response is gone',
    'link `order` of the 200 response is gone',
    null,
  ],
  [
    'response-link-changed',
    'link `order` of the 200 response leads elsewhere',
    'link `order` of the 200 response leads elsewhere',
    null,
  ],
  [
    'api-security-added',
    '`POST /orders` asks for `bearer`',
    '`POST /orders` asks for `bearer`',
    'POST /orders',
  ],
  [
    'api-global-security-added',
    '`POST /orders` asks for `bearer`',
    '`POST /orders` asks for `bearer`',
    'POST /orders',
  ],
  [
    'api-security-removed',
    '`key` no longer suffices for `POST /orders`',
    '`key` no longer suffices for `POST /orders`',
    'POST /orders',
  ],
  [
    'api-global-security-removed',
    '`key` no longer suffices for `POST /orders`',
    '`key` no longer suffices for `POST /orders`',
    'POST /orders',
  ],
  [
    'api-security-scope-added',
    '`POST /orders` now needs the scope `write` of `oauth`',
    '`POST /orders` now needs the scope `write` of `oauth`',
    'POST /orders',
  ],
  [
    'api-global-security-scope-added',
    '`POST /orders` now needs the scope `write` of `oauth`',
    '`POST /orders` now needs the scope `write` of `oauth`',
    'POST /orders',
  ],
  [
    'api-security-scope-removed',
    '`POST /orders` no longer needs the scope `write` of `oauth`',
    '`POST /orders` no longer needs the scope `write` of `oauth`',
    null,
  ],
  [
    'api-global-security-scope-removed',
    '`POST /orders` no longer needs the scope `write` of `oauth`',
    '`POST /orders` no longer needs the scope `write` of `oauth`',
    null,
  ],
  [
    'api-security-all-removed',
    '`POST /orders` no longer asks for any credential (it asked for `bearer`)',
    '`POST /orders` no longer asks for any credential (it asked for `bearer`)',
    null,
  ],
  [
    'api-security-component-type-changed',
    'the type of security scheme `login` is now `http`',
    'the type of `login` was `apiKey`',
    null,
  ],
  [
    'api-security-component-api-key-in-changed',
    'the place of security scheme `login` is now `query`',
    'the place of `login` was `header`',
    null,
  ],
  [
    'api-security-component-api-key-name-changed',
    'the name of the key of security scheme `login` is now `X-Token`',
    'the name of the key of `login` was `X-Key`',
    null,
  ],
  [
    'api-security-component-http-scheme-changed',
    'the HTTP scheme of security scheme `login` is now `basic`',
    'the HTTP scheme of `login` was `bearer`',
    null,
  ],
  [
    'api-security-component-open-id-connect-url-changed',
    'the discovery address of security scheme `login` is now `https://login.example/id`',
    'the discovery address of `login` was `https://shop.example/id`',
    null,
  ],
  [
    'api-security-component-oauth-url-changed',
    'the authorization address of security scheme `login` is now `https://login.example/oauth`',
    'the authorization address of `login` was `https://shop.example/authorize`',
    null,
  ],
  [
    'api-security-component-oauth-token-url-changed',
    'the token address of security scheme `login` is now `https://login.example/oauth`',
    'the token address of `login` was `https://shop.example/token`',
    null,
  ],
  [
    'api-security-component-oauth-refresh-url-changed',
    'the refresh address of security scheme `login` is now `https://login.example/oauth`',
    'the refresh address of `login` was `https://shop.example/refresh`',
    null,
  ],
  [
    'api-security-component-oauth-device-url-changed',
    'the device authorization address of security scheme `login` is now `https://login.example/oauth`',
    'the device authorization address of `login` was `https://shop.example/device`',
    null,
  ],
  [
    'api-security-component-oauth-flow-removed',
    'flow `authorizationCode` of security scheme `login` is gone',
    'flow `authorizationCode` of security scheme `login` is gone',
    null,
  ],
  ['api-security-component-added', 'security scheme `key` is new', 'security scheme `key` is new', null],
  ['api-security-component-removed', 'security scheme `key` is gone', 'security scheme `key` is gone', null],
  [
    'api-security-component-oauth-scope-added',
    'security scheme `oauth` has the new scope `write`',
    'security scheme `oauth` has the new scope `write`',
    null,
  ],
  [
    'api-security-component-oauth-scope-removed',
    'security scheme `oauth` no longer has the scope `write`',
    'security scheme `oauth` no longer has the scope `write`',
    null,
  ],
  [
    'api-security-component-oauth-scope-changed',
    'scope `write` of security scheme `oauth` is described in other words',
    'scope `write` of security scheme `oauth` is described in other words',
    null,
  ],
  [
    'api-server-added',
    'server `https://eu.shop.example` is new',
    'server `https://eu.shop.example` is new',
    null,
  ],
  [
    'api-server-extended',
    'the variables of server `https://{region}.shop.example` take further values',
    'the variables of server `https://{region}.shop.example` take further values',
    null,
  ],
  [
    'api-server-narrowed',
    'the variables of server `https://{region}.shop.example` no longer take all their values',
    'the variables of server `https://{region}.shop.example` no longer take all their values',
    null,
  ],
  [
    'api-server-removed',
    'server `https://shop.example` is gone',
    'server `https://shop.example` is gone',
    null,
  ],
  ['webhook-added', 'webhook `paid` is new', 'webhook `paid` is new', null],
  ['webhook-removed', 'webhook `paid` is gone', 'webhook `paid` is gone', null],
  [
    'webhook-status-added',
    'webhook `paid` may now be answered with `202`',
    'webhook `paid` may now be answered with `202`',
    null,
  ],
  [
    'webhook-status-removed',
    'webhook `paid` may no longer be answered with `202`',
    'webhook `paid` may no longer be answered with `202`',
    'HTTP 202',
  ],
  [
    'callback-added',
    'callback `{$request.query.url}` is new',
    'callback `{$request.query.url}` is new',
    null,
  ],
  [
    'callback-removed',
    'callback `{$request.query.url}` is gone',
    'callback `{$request.query.url}` is gone',
    null,
  ],
  [
    'callback-status-added',
    'callback `{$request.query.url}` may now be answered with `202`',
    'callback `{$request.query.url}` may now be answered with `202`',
    null,
  ],
  [
    'callback-status-removed',
    'callback `{$request.query.url}` may no longer be answered with `202`',
    'callback `{$request.query.url}` may no longer be answered with `202`',
    'HTTP 202',
  ],
  [
    'response-body-added',
    'webhook `paid` now carries a payload',
    'webhook `paid` now carries a payload',
    null,
  ],
  [
    'response-body-removed',
    'webhook `paid` no longer carries a payload',
    'webhook `paid` no longer carries a payload',
    'POST paid with a body',
  ],
  [
    'response-body-became-optional',
    'the payload of webhook `paid` may now be missing',
    'the payload of webhook `paid` may now be missing',
    'POST paid without a body',
  ],
  [
    'response-body-became-required',
    'the payload of webhook `paid` now always comes',
    'the payload of webhook `paid` now always comes',
    null,
  ],
  [
    'api-operation-id-added',
    '`POST /orders` now has an `operationId`',
    '`POST /orders` now has an `operationId`',
    null,
  ],
  [
    'api-operation-id-removed',
    'the `operationId` of `POST /orders` is now `addOrder` instead of `createOrder`',
    'the `operationId` of `POST /orders` is now `addOrder` instead of `createOrder`',
    null,
  ],
  [
    'api-tag-added',
    '`POST /orders` has the new tag `orders`',
    '`POST /orders` has the new tag `orders`',
    null,
  ],
  [
    'api-tag-removed',
    '`POST /orders` no longer has the tag `orders`',
    '`POST /orders` no longer has the tag `orders`',
    null,
  ],
  [
    'api-schema-removed',
    'schema `Order`, which no operation reached, is gone',
    'schema `Order`, which no operation reached, is gone',
    null,
  ],
  [
    'api-component-removed',
    'header `Rate`, which no operation reached, is gone',
    'header `Rate`, which no operation reached, is gone',
    null,
  ],
  [
    'api-component-changed',
    'schema `Order` changed, and no operation reaches it',
    'schema `Order` changed, and no operation reaches it',
    null,
  ],
  [
    'api-reference-unresolved',
    'the reference `#/components/parameters/Limit` leads nowhere',
    'the reference `#/components/parameters/Limit` leads nowhere',
    null,
  ],
];

describe('what the checks outside schemas say', () => {
  test.each(SENTENCES)('%s: %s', async (id, cause, because, example) => {
    const one = check(id);
    const { before, after } = one?.example() ?? { before: {}, after: {} };
    const finding = (await compareObjects(before, after)).find((found) => found.id === id);
    if (one === null || finding === undefined) throw new Error(`${id} did not speak`);
    const words = wordsOf(finding);
    expect([one.cause(words), one.because(words), finding.args.example ?? null]).toEqual([
      cause,
      because,
      example,
    ]);
  });

  test('none is left out', () => {
    expect(SENTENCES.map(([id]) => id)).toEqual(CHECKS.map(({ id }) => id));
  });
});
