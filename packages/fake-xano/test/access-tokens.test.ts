import { describe, expect, test } from '@jest/globals';
import { bookShop, type FakeXano, startFakeXano } from '../src/index.ts';
import { get, metaBase } from './client.ts';

const OK = { status: 200 };
const UNAUTHORIZED = { status: 401, text: expect.stringContaining('"ERROR_CODE_UNAUTHORIZED"') };
const DENIED = { status: 403, text: expect.stringContaining('"ERROR_CODE_ACCESS_DENIED"') };

function claims(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function workspaceUrl(fake: FakeXano, rest: string): string {
  return `${metaBase(fake)}/workspace/2${rest}`;
}

describe('the access token of the Metadata API', () => {
  test('given one token, when it goes to the master service and to an instance, then both take it', async () => {
    await using fake = await startFakeXano();

    expect(await get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken)).toMatchObject(OK);
    expect(await get(`${fake.masterUrl}/api:meta/auth/me`, fake.accessToken)).toMatchObject(OK);
    expect(await get(`${metaBase(fake)}/auth/me`, fake.accessToken)).toMatchObject(OK);
    expect(await get(`${metaBase(fake)}/workspace`, fake.accessToken)).toMatchObject(OK);
  });

  test('given no token, a made up one or the other API’s key, when anything is asked for, then it is refused', async () => {
    await using fake = await startFakeXano();
    for (const bearer of [undefined, 'guess', fake.developerApiKey]) {
      expect(await get(`${fake.masterUrl}/api:meta/instance`, bearer)).toMatchObject(UNAUTHORIZED);
      expect(await get(workspaceUrl(fake, '/apigroup'), bearer)).toMatchObject(UNAUTHORIZED);
      expect(await get(workspaceUrl(fake, '/apigroup/4/openapi'), bearer)).toMatchObject(UNAUTHORIZED);
    }
  });

  test('given a token, when it is read, then its audience and its expiry in seven days stand in it', async () => {
    await using fake = await startFakeXano({ clock: () => 1_000_000 });

    expect(claims(fake.accessToken)).toMatchObject({ aud: 'xano:meta', exp: 1000 + 7 * 24 * 3600 });
    expect(fake.accessToken.split('.')).toHaveLength(3);
  });

  test('given a token for an hour, when the hour is over, then it is refused', async () => {
    let now = 0;
    await using fake = await startFakeXano({ clock: () => now, accessToken: { lifeMs: 3_600_000 } });
    now = 3_599_999;
    expect(await get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken)).toMatchObject(OK);
    now = 3_600_000;
    expect(await get(`${fake.masterUrl}/api:meta/instance`, fake.accessToken)).toMatchObject(UNAUTHORIZED);
  });

  test('given a token that had run out before it was issued, when it is shown, then it is refused', async () => {
    await using fake = await startFakeXano();
    const token = fake.issueAccessToken({ lifeMs: -1 });

    expect(await get(`${metaBase(fake)}/workspace`, token)).toMatchObject(UNAUTHORIZED);
  });

  test('given a token without a scope, when what needs it is asked for, then that alone is denied', async () => {
    await using fake = await startFakeXano();
    const groupsOnly = fake.issueAccessToken({ scopes: ['workspace-api:read'] });
    const branchesOnly = fake.issueAccessToken({ scopes: ['instance-workspace:read'] });

    expect(await get(workspaceUrl(fake, '/apigroup'), groupsOnly)).toMatchObject(OK);
    expect(await get(workspaceUrl(fake, '/apigroup/4/openapi'), groupsOnly)).toMatchObject(OK);
    expect(await get(workspaceUrl(fake, '/branch'), groupsOnly)).toMatchObject(DENIED);
    expect(await get(workspaceUrl(fake, '/openapi'), groupsOnly)).toMatchObject(DENIED);
    expect(await get(workspaceUrl(fake, '/branch'), branchesOnly)).toMatchObject(OK);
    expect(await get(workspaceUrl(fake, '/openapi'), branchesOnly)).toMatchObject(OK);
    expect(await get(workspaceUrl(fake, '/apigroup'), branchesOnly)).toMatchObject(DENIED);
    expect(await get(workspaceUrl(fake, '/apigroup/4/openapi'), branchesOnly)).toMatchObject(DENIED);
  });

  test('given a token that is pinned to a workspace, when another is asked for, then it is denied', async () => {
    await using fake = await startFakeXano({ account: bookShop() });
    const pinned = fake.issueAccessToken({ workspace: 2 });
    const other = `${metaBase(fake, 'starter-instance')}/workspace/7/apigroup`;

    expect(await get(workspaceUrl(fake, '/apigroup'), pinned)).toMatchObject(OK);
    expect(await get(other, pinned)).toMatchObject(DENIED);
  });

  test('given a token for one instance, when another is asked, then it is denied', async () => {
    await using fake = await startFakeXano();
    const token = fake.issueAccessToken({ instances: ['explore-instance'] });

    expect(await get(`${metaBase(fake)}/workspace`, token)).toMatchObject(OK);
    expect(await get(`${metaBase(fake, 'starter-instance')}/workspace`, token)).toMatchObject(DENIED);
  });

  test('given a token that was revoked, when it is shown, then it is refused and others stay good', async () => {
    await using fake = await startFakeXano();
    fake.revoke(fake.accessToken);

    expect(await get(`${metaBase(fake)}/workspace`, fake.accessToken)).toMatchObject(UNAUTHORIZED);
    expect(await get(`${metaBase(fake)}/workspace`, fake.issueAccessToken())).toMatchObject(OK);
  });
});
