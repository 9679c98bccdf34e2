import { expect, test } from '@jest/globals';
import { documentedExample, type RecordedRequest, startFakeXano } from '@xano-specs/fake-xano';
import { told, walk } from './against-fake.ts';

function line({ origin, method, path, query, credentials }: RecordedRequest): string {
  const names = query.length === 0 ? '' : `?${query.join('&')}`;
  const seen = credentials.map(({ place, secret }) => ` [${place}: ${secret}]`).join('');
  return `${origin.domain} ${method} ${path}${names}${seen}`;
}

const STEPS_1_TO_4 = [
  'app.xano.com GET /api:developer/instance [header authorization: developer-api-key]',
  'app.xano.com GET /api:developer/token/auth?token [query token: token-url:explore-instance]',
  'app.xano.com GET /api:developer/token/auth?token [query token: token-url:starter-instance]',
  'x2b9-k1rt-aa04.n7.xano.io GET /api:developer/workspace [header authorization: instance-token:starter-instance]',
  'x8d0-doy0-xx99.n0.xano.io GET /api:developer/workspace [header authorization: instance-token:explore-instance]',
  'x8d0-doy0-xx99.n0.xano.io GET /apispec:Wk_siXX?type',
  'xb17-541e-40b9.dev.xano.io GET /apispec:YkBUXX?type',
];

test('given the documented example, exactly the documented requests are made, each secret seen by its host alone', async () => {
  await using fake = await startFakeXano({ account: documentedExample() });
  const walked = await walk(fake, 'developer-api');
  expect(fake.log.all().map(line).toSorted()).toEqual(STEPS_1_TO_4);
  expect(fake.log.strays()).toEqual([]);
  expect(told(walked)).toEqual(['Private API: document', 'Public API: document']);
});

test('given the wish for the instance’s own API, step 4b is made with the instance’s token', async () => {
  await using fake = await startFakeXano({ account: documentedExample() });
  const walked = await walk(fake, 'developer-api', {}, { includeInstanceApi: true });
  expect(fake.log.all().map(line).toSorted()).toEqual(
    [
      ...STEPS_1_TO_4,
      'x2b9-k1rt-aa04.n7.xano.io GET /apispec:developer?type [header authorization: instance-token:starter-instance]',
      'x8d0-doy0-xx99.n0.xano.io GET /apispec:developer?type [header authorization: instance-token:explore-instance]',
    ].toSorted(),
  );
  expect(told(walked)).toEqual([
    'Developer API: document',
    'Developer API: document',
    'Private API: document',
    'Public API: document',
  ]);
});

test('given the documented example, the Metadata API sees the access token and no other host sees anything', async () => {
  await using fake = await startFakeXano({ account: documentedExample() });
  await walk(fake, 'metadata-api');
  const token = ' [header authorization: access-token]';
  const instance = 'x8d0-doy0-xx99.n0.xano.io GET /api:meta/workspace';
  expect(fake.log.all().map(line).toSorted()).toEqual([
    `app.xano.com GET /api:meta/instance${token}`,
    `x2b9-k1rt-aa04.n7.xano.io GET /api:meta/workspace${token}`,
    `${instance}${token}`,
    `${instance}/2/apigroup/4/openapi${token}`,
    `${instance}/2/apigroup/5/openapi${token}`,
    `${instance}/2/apigroup?branch&page&per_page&sort&order${token}`,
    `${instance}/2/branch${token}`,
  ]);
  expect(fake.log.strays()).toEqual([]);
});
