import { describe, expect, test } from '@jest/globals';
import { apiGroup, bookShop, recordEndpoints, startFakeXano } from '../src/index.ts';
import {
  developerWorkspaces,
  exchange,
  get,
  getJson,
  groups,
  type InstanceEntry,
  metaBase,
} from './client.ts';
import { branchOf, EXPLORE_DOMAIN, instanceOf, PRIVATE_DOMAIN } from './places.ts';

const CUSTOM = 'api.book-marketplace.example';

function shopWithCustomDomain() {
  const account = bookShop();
  instanceOf(account).customDomain = CUSTOM;
  return account;
}

describe('the hosts of an account', () => {
  test('given the book shop, then each host has a port of its own and its role', async () => {
    await using fake = await startFakeXano();

    expect(fake.origins.map(({ role, domain }) => [role, domain])).toStrictEqual([
      ['master', 'app.xano.com'],
      ['instance', EXPLORE_DOMAIN],
      ['instance', 'x2b9-k1rt-aa04.n7.xano.io'],
      ['group-host', PRIVATE_DOMAIN],
      ['elsewhere', 'elsewhere.example'],
    ]);
    expect(new Set(fake.origins.map(({ url }) => url)).size).toBe(5);
    expect(fake.origins[0]?.url).toBe(fake.masterUrl);
    for (const { url } of fake.origins) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('given a group on a second host, then that host alone serves its document', async () => {
    await using fake = await startFakeXano();
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');
    const spec = new URL(workspace?.apigroups[1]?.swaggerspec ?? '');
    const host = fake.origins.find(({ domain }) => domain === PRIVATE_DOMAIN);
    const instance = fake.origins.find(({ domain }) => domain === EXPLORE_DOMAIN);

    expect(spec.origin).toBe(host?.url);
    expect((await get(spec.href)).status).toBe(200);
    expect((await get(`${instance?.url}${spec.pathname}`)).status).toBe(404);
  });

  test('given a group’s host, when it is asked for what an instance has, then it knows nothing of it', async () => {
    await using fake = await startFakeXano();
    const host = fake.origins.find(({ domain }) => domain === PRIVATE_DOMAIN);

    expect((await get(`${host?.url}/api:meta/workspace`, fake.accessToken)).status).toBe(404);
    expect((await get(`${host?.url}/api:developer/workspace`)).status).toBe(404);
  });

  test('given a custom domain, then host and origin name it, and the groups’ addresses are on it', async () => {
    await using fake = await startFakeXano({ account: shopWithCustomDomain() });
    const custom = fake.origins.find(({ domain }) => domain === CUSTOM);
    const [entry] = await getJson<InstanceEntry[]>(
      `${fake.masterUrl}/api:developer/instance`,
      fake.developerApiKey,
    );
    const exchanged = await exchange(fake, 'explore-instance');
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');

    expect(custom).toMatchObject({ role: 'custom-domain', name: 'explore-instance' });
    expect(entry?.host).toBe(CUSTOM);
    expect(exchanged.origin).toBe(custom?.url);
    expect(new URL(exchanged.api).origin).not.toBe(custom?.url);
    expect(new URL(workspace?.apigroups[0]?.swaggerspec ?? '').origin).toBe(custom?.url);
    expect(new URL((await groups(fake))[0]?.documentation.link ?? '').origin).toBe(custom?.url);
    expect(await getJson(`${workspace?.apigroups[0]?.swaggerspec}?type=json`)).toMatchObject({
      servers: [{ url: `https://${CUSTOM}/api:Wk_siXX` }],
    });
  });

  test('given a custom domain, then both APIs and their tokens work on it too', async () => {
    await using fake = await startFakeXano({ account: shopWithCustomDomain() });
    const { origin, authToken } = await exchange(fake, 'explore-instance');

    expect((await get(`${origin}/api:developer/workspace`, authToken)).status).toBe(200);
    expect((await get(`${origin}/api:meta/workspace`, fake.accessToken)).status).toBe(200);
    expect(fake.log.strays()).toStrictEqual([]);
  });

  test('given the Metadata API’s list of instances, then domains, limit and addresses stand in it', async () => {
    const account = shopWithCustomDomain();
    instanceOf(account).limited = true;
    await using fake = await startFakeXano({ account });
    const host = (domain: string) => fake.origins.find((origin) => origin.domain === domain)?.url ?? '';
    const list = await getJson<unknown[]>(`${fake.masterUrl}/api:meta/instance`, fake.accessToken);

    expect(list[0]).toStrictEqual({
      name: 'explore-instance',
      display: 'Explore Instance',
      xano_domain: new URL(host(EXPLORE_DOMAIN)).host,
      custom_domain: new URL(host(CUSTOM)).host,
      rate_limit: true,
      meta_api: `${host(EXPLORE_DOMAIN)}/api:meta`,
      meta_swagger: `${host(EXPLORE_DOMAIN)}/apispec:meta?type=json`,
    });
    expect(list[1]).toMatchObject({ name: 'starter-instance', custom_domain: '', rate_limit: false });
    expect(
      await getJson(`${fake.masterUrl}/api:meta/instance/explore-instance`, fake.accessToken),
    ).toStrictEqual(list[0]);
  });

  test('given every address that a list of either API hands out, when it is fetched, then something is there', async () => {
    await using fake = await startFakeXano({ account: shopWithCustomDomain() });
    const [meta] = await getJson<{ meta_api: string; meta_swagger: string }[]>(
      `${fake.masterUrl}/api:meta/instance`,
      fake.accessToken,
    );
    const { api, swaggerspec, authToken } = await exchange(fake, 'explore-instance');
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');
    const open = [
      meta?.meta_swagger ?? '',
      ...(workspace?.apigroups ?? []).flatMap((group) => [group.api, group.swaggerspec]),
      ...(await groups(fake)).map(({ documentation }) => documentation.link),
    ];

    expect(open).toHaveLength(7);
    for (const url of [...open, api]) expect([url, (await get(url)).status]).toStrictEqual([url, 200]);
    expect((await get(swaggerspec, authToken)).status).toBe(200);
    expect((await get(`${meta?.meta_api}/workspace`, fake.accessToken)).status).toBe(200);
    expect(await getJson(meta?.meta_swagger ?? '')).toMatchObject({
      servers: [{ url: `https://${EXPLORE_DOMAIN}/api:meta` }],
      paths: { '/workspace/{workspace_id}/apigroup': {} },
    });
  });

  test('given a host that the account grew while the fake runs, when it is opened, then it answers', async () => {
    await using fake = await startFakeXano();
    const endpoints = recordEndpoints('book', { authenticated: false });
    branchOf(fake.account).groups.push(
      apiGroup(6, 'Partners', endpoints, { domain: 'partners.example', canonical: 'pArTnErS' }),
    );
    await fake.open();
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');
    const added = workspace?.apigroups.find(({ name }) => name === 'Partners');

    expect((await get(added?.swaggerspec ?? '')).status).toBe(200);
    expect(fake.origins.filter(({ domain }) => domain === 'partners.example')).toHaveLength(1);
  });

  test('given a self-hosted Xano, then there is no master service and the instance is the entry', async () => {
    await using fake = await startFakeXano({ selfHosted: true });

    expect(fake.origins.map(({ role }) => role)).not.toContain('master');
    expect(`${fake.masterUrl}/api:meta`).toBe(metaBase(fake));
    expect((await get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken)).status).toBe(404);
    expect((await get(`${fake.masterUrl}/api:meta/workspace`, fake.accessToken)).status).toBe(200);
  });
});
