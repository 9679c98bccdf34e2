import { describe, expect, test } from '@jest/globals';
import { apiGroup, bookShop, type FakeAccount, recordEndpoints, startFakeXano, table } from '../src/index.ts';
import { apispecUrl, developerWorkspaces, get, getJson, groups, metaBase } from './client.ts';
import { EXPLORE_DOMAIN, groupOf, workspaceOf } from './places.ts';

/** The book shop with a branch "next", in which the Public API has another id and another table. */
function branchedShop(): FakeAccount {
  const account = bookShop();
  const { canonical } = groupOf(account);
  workspaceOf(account).branches.push({
    label: 'next',
    live: false,
    backup: false,
    createdAt: Date.UTC(2026, 1, 1),
    tables: [table('shelf', [])],
    groups: [apiGroup(104, 'Public API', recordEndpoints('shelf', { authenticated: false }), { canonical })],
  });
  return account;
}

describe('branches', () => {
  test('given a live branch, a backup and another, when they are listed, then each says what it is', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const list = await getJson(`${metaBase(fake)}/workspace/2/branch`, fake.accessToken);

    expect(list).toMatchObject([
      { label: 'v1', live: true, backup: false },
      { label: 'v1-backup', live: false, backup: true },
      { label: 'next', live: false, backup: false },
    ]);
  });

  test('given groups in two branches, when they are listed by branch, then ids differ and canonicals do not', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const named = (list: Awaited<ReturnType<typeof groups>>) =>
      list.find(({ name }) => name === 'Public API');
    const [live, next] = [named(await groups(fake)), named(await groups(fake, 'branch=next'))];

    expect(live).toMatchObject({ id: 4, branch: 'v1' });
    expect(next).toMatchObject({ id: 104, branch: 'next', canonical: live?.canonical });
  });

  test('given a group’s id in a branch, when its document is asked for, then it is the branch’s', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const url = `${metaBase(fake)}/workspace/2/apigroup/104/openapi`;

    expect(await getJson(url, fake.accessToken)).toMatchObject({
      servers: [{ url: `https://${EXPLORE_DOMAIN}/api:Wk_siXX:next` }],
      paths: { '/shelf': {} },
    });
  });

  test('given both addresses at `apispec:`, then the one with the branch serves the branch', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const paths = async (address: string) =>
      Object.keys((await getJson<{ paths: object }>(apispecUrl(fake, EXPLORE_DOMAIN, address))).paths);

    expect(await paths('Wk_siXX:next?type=json')).toContain('/shelf');
    expect(await paths('Wk_siXX?type=json')).not.toContain('/shelf');
    expect(await paths('Wk_siXX:v1?type=json')).toStrictEqual(await paths('Wk_siXX?type=json'));
  });

  test('given branches, when the Developer API lists groups, then it knows the live ones alone', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');

    expect(workspace?.apigroups.map(({ id }) => id)).toStrictEqual([4, 5]);
  });

  test('given a branch that does not exist, when its groups are listed, then it is not found', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const url = `${metaBase(fake)}/workspace/2/apigroup?branch=old`;

    expect((await get(url, fake.accessToken)).status).toBe(404);
  });

  test('given a workspace, when its one document is asked for by branch, then it covers the branch’s groups', async () => {
    await using fake = await startFakeXano({ account: branchedShop() });
    const url = (query: string) => `${metaBase(fake)}/workspace/2/openapi${query}`;
    const paths = async (query: string) =>
      Object.keys((await getJson<{ paths: object }>(url(query), fake.accessToken)).paths);

    expect(await paths('')).toEqual(expect.arrayContaining(['/api:Wk_siXX/book', '/api:YkBUXX/order']));
    expect(await paths('?branch=next')).toStrictEqual([
      '/api:Wk_siXX:next/shelf',
      '/api:Wk_siXX:next/shelf/{shelf_id}',
    ]);
    const { canonical } = workspaceOf(fake.account);
    const open = apispecUrl(fake, EXPLORE_DOMAIN, `workspace:${canonical}?type=json`);
    expect(Object.keys((await getJson<{ paths: object }>(open)).paths)).toStrictEqual(await paths(''));
  });
});
