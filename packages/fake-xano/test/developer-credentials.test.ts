import { describe, expect, test } from '@jest/globals';
import { startFakeXano } from '../src/index.ts';
import { exchange, get, getJson, type InstanceEntry } from './client.ts';

const UNAUTHORIZED = { status: 401, text: expect.stringContaining('"ERROR_CODE_UNAUTHORIZED"') };

describe('the credentials of the Developer API', () => {
  test('given no key, a wrong key or an instance’s token, when the instances are listed, then it is refused', async () => {
    await using fake = await startFakeXano();
    const url = `${fake.masterUrl}/api:developer/instance`;
    const { authToken } = await exchange(fake, 'explore-instance');

    expect(await get(url)).toMatchObject(UNAUTHORIZED);
    expect(await get(url, 'guess')).toMatchObject(UNAUTHORIZED);
    expect(await get(url, authToken)).toMatchObject(UNAUTHORIZED);
    expect(await get(url, fake.accessToken)).toMatchObject(UNAUTHORIZED);
  });

  test('given a tokenUrl, when it is fetched twice, then it is good once, and a new list has a new one', async () => {
    await using fake = await startFakeXano();
    const list = () =>
      getJson<InstanceEntry[]>(`${fake.masterUrl}/api:developer/instance`, fake.developerApiKey);
    const tokenUrl = (await list())[0]?.tokenUrl ?? '';

    expect(await get(tokenUrl)).toMatchObject({ status: 200 });
    expect(await get(tokenUrl)).toMatchObject(UNAUTHORIZED);
    expect(await get((await list())[0]?.tokenUrl ?? '')).toMatchObject({ status: 200 });
  });

  test('given a tokenUrl that nobody used for five minutes, when it is fetched, then it has run out', async () => {
    let now = 0;
    await using fake = await startFakeXano({ clock: () => now });
    const [entry] = await getJson<InstanceEntry[]>(
      `${fake.masterUrl}/api:developer/instance`,
      fake.developerApiKey,
    );
    now += 5 * 60_000;

    expect(await get(entry?.tokenUrl ?? '')).toMatchObject(UNAUTHORIZED);
  });

  test('given a tokenUrl without its token, when it is fetched, then it is refused', async () => {
    await using fake = await startFakeXano();

    expect(await get(`${fake.masterUrl}/api:developer/token/auth`)).toMatchObject(UNAUTHORIZED);
    expect(await get(`${fake.masterUrl}/api:developer/token/auth?token=x`)).toMatchObject(UNAUTHORIZED);
  });

  test('given the authToken of one instance, when it is shown to another, then it is refused', async () => {
    await using fake = await startFakeXano();
    const explore = await exchange(fake, 'explore-instance');
    const starter = await exchange(fake, 'starter-instance');

    expect(await get(`${explore.api}/workspace`, explore.authToken)).toMatchObject({ status: 200 });
    expect(await get(`${explore.api}/workspace`, starter.authToken)).toMatchObject(UNAUTHORIZED);
    expect(await get(explore.swaggerspec, starter.authToken)).toMatchObject(UNAUTHORIZED);
  });

  test('given the account’s key, when it is shown to an instance, then it is refused', async () => {
    await using fake = await startFakeXano();
    const { api } = await exchange(fake, 'explore-instance');

    expect(await get(`${api}/workspace`, fake.developerApiKey)).toMatchObject(UNAUTHORIZED);
    expect(await get(`${api}/workspace`)).toMatchObject(UNAUTHORIZED);
  });

  test('given an authToken, when it is read, then it is an encrypted JWT whose expiry stays hidden', async () => {
    await using fake = await startFakeXano();
    const parts = (await exchange(fake, 'explore-instance')).authToken.split('.');
    const header: unknown = JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString());

    expect(header).toMatchObject({ alg: 'A256KW' });
    expect(parts).toHaveLength(5);
    expect(() => JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString())).toThrow();
  });

  test('given an authToken that was revoked, when a new one is exchanged, then only the new one is good', async () => {
    await using fake = await startFakeXano();
    const old = await exchange(fake, 'explore-instance');
    fake.revoke(old.authToken);
    const renewed = await exchange(fake, 'explore-instance');

    expect(await get(`${old.api}/workspace`, old.authToken)).toMatchObject(UNAUTHORIZED);
    expect(await get(`${old.api}/workspace`, renewed.authToken)).toMatchObject({ status: 200 });
  });
});
