import { describe, expect, test } from '@jest/globals';
import { type FakeXano, misbehave, startFakeXano } from '../src/index.ts';
import { apispecUrl, arrived, exchange, get, getJson, groups, metaBase } from './client.ts';
import { EXPLORE_DOMAIN, groupOf, PRIVATE_DOMAIN } from './places.ts';

function hostUrl(fake: FakeXano, role: string): string {
  return fake.origins.find((origin) => origin.role === role)?.url ?? '';
}

describe('the log of requests', () => {
  test('given the chain of the Developer API, then the log says who saw which secret, and nobody strayed', async () => {
    await using fake = await startFakeXano();
    const { api, authToken } = await exchange(fake, 'explore-instance');
    await getJson(`${api}/workspace`, authToken);
    await get(apispecUrl(fake, PRIVATE_DOMAIN, 'YkBUXX?type=json'));

    expect(
      fake.log
        .all()
        .map(({ origin, operation, credentials }) => [
          origin.role,
          operation,
          credentials.map(({ place, secret }) => `${secret} in ${place}`),
        ]),
    ).toStrictEqual([
      ['master', 'list-instances', ['developer-api-key in header authorization']],
      ['master', 'exchange-token', ['token-url:explore-instance in query token']],
      ['instance', 'list-workspaces', ['instance-token:explore-instance in header authorization']],
      ['group-host', 'group-document', []],
    ]);
    expect(fake.log.strays()).toStrictEqual([]);
  });

  test.each([
    ['the account’s key at an instance', 'instance', 'developer-api-key'],
    ['the access token at a group’s host', 'group-host', 'access-token'],
    ['the access token at a host that belongs to nobody', 'elsewhere', 'access-token'],
    ['the account’s key at a host that belongs to nobody', 'elsewhere', 'developer-api-key'],
  ])('given %s, then the request strayed', async (_, role, label) => {
    await using fake = await startFakeXano();
    const secret = label === 'access-token' ? fake.accessToken : fake.developerApiKey;
    await get(`${hostUrl(fake, role)}/anything`, secret);

    expect(fake.log.strays()).toMatchObject([
      { origin: { role }, credentials: [{ secret: label, entitled: false }] },
    ]);
  });

  test('given the token of one instance at another, then the request strayed', async () => {
    await using fake = await startFakeXano();
    const explore = await exchange(fake, 'explore-instance');
    const starter = await exchange(fake, 'starter-instance');
    await get(`${starter.api}/workspace`, explore.authToken);

    expect(fake.log.strays()).toHaveLength(1);
  });

  test('given a secret in any place of a request, then it is found there and the log does not hold it', async () => {
    await using fake = await startFakeXano();
    const url = `${hostUrl(fake, 'elsewhere')}/a/${fake.accessToken}?next=${fake.accessToken}`;
    await fetch(url, {
      method: 'POST',
      headers: { 'x-key': fake.accessToken, referer: `https://books.example/?t=${fake.accessToken}` },
      body: JSON.stringify({ key: fake.accessToken }),
    });
    const [request] = fake.log.all();

    expect(request?.credentials.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['header x-key', 'header referer', 'query next', 'path', 'body']),
    );
    expect(request).toMatchObject({ path: '/a/<access-token>', query: ['next'] });
    expect(JSON.stringify(fake.log.all())).not.toContain(fake.accessToken);
  });

  test.each(['Bearer made-up', 'Basic dXNlcjpwYXNz'])(
    'given an Authorization that the fake never handed out (%s), then it counts as one nobody may see',
    async (authorization) => {
      await using fake = await startFakeXano();
      await get(apispecUrl(fake, EXPLORE_DOMAIN, 'Wk_siXX'), undefined, { authorization });

      expect(fake.log.strays()).toMatchObject([
        { credentials: [{ place: 'header authorization', secret: 'unknown', entitled: false }] },
      ]);
    },
  );

  test('given a documentation token, then the host of its documents alone may see it', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account).documentation = 'token';
    const token = (await groups(fake))[0]?.documentation.token;
    fake.log.clear();
    await get(apispecUrl(fake, EXPLORE_DOMAIN, `Wk_siXX?token=${token}`));
    await get(apispecUrl(fake, PRIVATE_DOMAIN, `YkBUXX?token=${token}`));

    expect(fake.log.all()).toHaveLength(2);
    expect(fake.log.strays()).toMatchObject([{ origin: { role: 'group-host' } }]);
  });

  test('given a request, then the log tells its time, address, subject and outcome', async () => {
    await using fake = await startFakeXano({ clock: () => 1234 });
    await get(`${metaBase(fake)}/workspace/2/apigroup/5/openapi?page=1&sort=name`, fake.accessToken);

    expect(fake.log.all()).toMatchObject([
      {
        at: 1234,
        method: 'GET',
        path: '/api:meta/workspace/2/apigroup/5/openapi',
        query: ['page', 'sort'],
        api: 'metadata',
        operation: 'group-document',
        subject: {
          instance: 'explore-instance',
          workspace: 'Book Marketplace',
          branch: 'v1',
          group: 'Private API',
        },
        status: 200,
        fault: null,
        inFlight: 1,
      },
    ]);
  });

  test('given requests that overlap, then the log counts how many each host was answering', async () => {
    await using fake = await startFakeXano({ latencyMs: 300 });
    const url = `${metaBase(fake)}/workspace`;
    await Promise.all([
      get(url, fake.accessToken),
      get(url, fake.accessToken),
      get(url, fake.accessToken),
      get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken),
    ]);
    await get(url, fake.accessToken);
    const at = (role: string) =>
      fake.log.all().flatMap(({ origin, inFlight }) => (origin.role === role ? [inFlight] : []));

    expect(at('instance')).toStrictEqual([1, 2, 3, 1]);
    expect(at('master')).toStrictEqual([1]);
  });

  test('given a request that gets no answer, then it is in flight until its sender goes', async () => {
    await using fake = await startFakeXano();
    fake.faults.add({ misbehave: misbehave.silence() });
    const url = `${metaBase(fake)}/workspace`;
    const patience = new AbortController();
    const asked = fetch(url, { signal: patience.signal });
    await arrived(fake);
    patience.abort();
    await expect(asked).rejects.toThrow();
    while ((fake.log.all().at(-1)?.inFlight ?? 0) !== 1 || fake.log.all().length < 2) await get(url);

    expect(fake.log.all()[0]).toMatchObject({ status: 0, fault: 'silence', inFlight: 1 });
  });

  test('given everything the fake handed out, then its secrets are all known by label', async () => {
    await using fake = await startFakeXano();
    const { authToken } = await exchange(fake, 'starter-instance');
    const secrets = fake.secrets();

    expect(secrets.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'developer-api-key',
        'access-token',
        'token-url:explore-instance',
        'token-url:starter-instance',
        'instance-token:starter-instance',
      ]),
    );
    expect(secrets.map(({ value }) => value)).toEqual(
      expect.arrayContaining([fake.developerApiKey, fake.accessToken, authToken]),
    );
  });
});
