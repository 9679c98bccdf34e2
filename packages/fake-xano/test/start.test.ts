import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { describeFake, manyGroups, startFakeXano } from '../src/index.ts';
import { get, getJson, metaBase } from './client.ts';

describe('starting and stopping a fake Xano', () => {
  test('given nothing, then it plays the book shop and says how to use it, every host and group', async () => {
    await using fake = await startFakeXano();
    const text = describeFake(fake);

    for (const line of [
      `XANO_ACCESS_TOKEN=${fake.accessToken}`,
      `XANO_DEVELOPER_API_KEY=${fake.developerApiKey}`,
      `XANO_MASTER_URL=${fake.masterUrl}`,
      'explore-instance / Book Marketplace / Public API',
      'starter-instance / Starter / Billing',
    ]) {
      expect(text).toContain(line);
    }
    for (const { role, url } of fake.origins) expect(text.includes(url)).toBe(role !== 'elsewhere');
  });

  test('given a port that is taken, then the start fails and leaves no port open', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    try {
      await expect(startFakeXano({ port: port - 1 })).rejects.toMatchObject({ code: 'EADDRINUSE' });
      await expect(fetch(`http://127.0.0.1:${port - 1}/`)).rejects.toThrow();
    } finally {
      await new Promise((resolve) => blocker.close(resolve));
    }
  });

  test('given a self-hosted account without an instance, then the start fails and says why', async () => {
    const account = { id: 1, name: 'Ada', email: 'ada@example.com', instances: [] };

    await expect(startFakeXano({ account, selfHosted: true })).rejects.toThrow(/needs an instance/);
  });

  test('given it is closed, then no host answers any more, not even over a connection that is open', async () => {
    const fake = await startFakeXano();
    const url = `${metaBase(fake)}/workspace`;
    expect((await get(url, fake.accessToken)).status).toBe(200);
    await fake.close();

    await expect(get(url, fake.accessToken)).rejects.toThrow();
  });

  test('given an account of many groups, then each document is whole, large enough and its own', async () => {
    const account = manyGroups({ instances: 2, workspaces: 2, groups: 3, documentBytes: 40_000 });
    await using fake = await startFakeXano({ account });
    const titles = new Set<string>();
    for (const { name, workspaces } of account.instances) {
      for (const { id, branches } of workspaces) {
        for (const group of branches.flatMap(({ groups }) => groups)) {
          const url = `${metaBase(fake, name)}/workspace/${id}/apigroup/${group.id}/openapi`;
          const document = await getJson<{ info: { title: string }; paths: object }>(url, fake.accessToken);
          expect(JSON.stringify(document, null, 2).length).toBeGreaterThanOrEqual(40_000);
          expect(Object.keys(document.paths)).toContain('/book/{book_id}');
          titles.add(document.info.title);
        }
      }
    }

    expect(titles.size).toBe(12);
    expect(fake.log.strays()).toStrictEqual([]);
  });
});
