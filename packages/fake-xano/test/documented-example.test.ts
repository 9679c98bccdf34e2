/** Source of the expected answers: the example in Xano's page on its Developer API, hosts put on loopback. */
import { describe, expect, test } from '@jest/globals';
import { documentedExample, type FakeXano, startFakeXano } from '../src/index.ts';
import { exchange, get, getJson } from './client.ts';
import { EXPLORE_DOMAIN, PRIVATE_DOMAIN } from './places.ts';

function urlOf(fake: FakeXano, domain: string): string {
  return fake.origins.find((origin) => origin.domain === domain)?.url ?? '';
}

describe('the example of Xano’s page on the Developer API', () => {
  test('given the key, when the instances are listed, then the two of the page come, field by field', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const tokenUrl = expect.stringMatching(
      new RegExp(`^${fake.masterUrl}/api:developer/token/auth\\?token=[\\w-]{40,}$`),
    );

    expect(await getJson(`${fake.masterUrl}/api:developer/instance`, fake.developerApiKey)).toStrictEqual([
      { id: 1, name: 'explore-instance', display: 'Explore Instance', description: '', host: '', tokenUrl },
      { id: 2, name: 'starter-instance', display: 'Starter Instance', description: '', host: '', tokenUrl },
    ]);
  });

  test('given a tokenUrl, when it is fetched, then token, api, swaggerspec and origin come', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const host = urlOf(fake, EXPLORE_DOMAIN);

    expect(await exchange(fake, 'explore-instance')).toStrictEqual({
      authToken: expect.stringMatching(/^eyJhbGciOiJBMjU2S1ciLCJlbmMiOiJ/),
      api: `${host}/api:developer`,
      swaggerspec: `${host}/apispec:developer?type=json`,
      origin: host,
    });
  });

  test('given the authToken, when the workspaces are listed, then the second group is on a host of its own', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const { api, authToken } = await exchange(fake, 'explore-instance');
    const [own, other] = [urlOf(fake, EXPLORE_DOMAIN), urlOf(fake, PRIVATE_DOMAIN)];

    expect(own).not.toBe(other);
    expect(await getJson(`${api}/workspace`, authToken)).toStrictEqual([
      {
        id: 2,
        name: 'Book Marketplace',
        description: 'This is an example workspace.',
        apigroups: [
          {
            id: 4,
            name: 'Public API',
            description: '',
            api: `${own}/api:Wk_siXX`,
            swaggerspec: `${own}/apispec:Wk_siXX`,
          },
          {
            id: 5,
            name: 'Private API',
            description: '',
            api: `${other}/api:YkBUXX`,
            swaggerspec: `${other}/apispec:YkBUXX`,
          },
        ],
      },
    ]);
  });

  test('given an instance without a workspace, when its workspaces are listed, then the list is empty', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const { api, authToken } = await exchange(fake, 'starter-instance');

    expect(await getJson(`${api}/workspace`, authToken)).toStrictEqual([]);
  });

  test('given the authToken, when step 4b is taken, then the instance’s own API is described', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const { swaggerspec, authToken } = await exchange(fake, 'explore-instance');

    expect(await getJson(swaggerspec, authToken)).toMatchObject({
      openapi: '3.0.0',
      servers: [{ url: `https://${EXPLORE_DOMAIN}/api:developer` }],
      paths: { '/workspace': { get: { security: [{ bearerAuth: [] }] } } },
    });
    expect((await get(swaggerspec)).status).toBe(401);
  });

  test('given the pages that the example links to, when a person opens them, then they are pages', async () => {
    await using fake = await startFakeXano({ account: documentedExample() });
    const host = urlOf(fake, EXPLORE_DOMAIN);
    for (const url of [`${fake.masterUrl}/api:developer`, `${host}/api:developer`, `${host}/api:Wk_siXX`]) {
      const reply = await get(url);
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });
});
