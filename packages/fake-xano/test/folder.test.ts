import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bookShop, startFakeXano } from '../src/index.ts';
import { developerWorkspaces, get, getJson, type Reply } from './client.ts';

const JSON_TEXT = '{ "openapi": "3.0.3",\n\t"info": {"title":"Books","version":"2"}, "paths": {} }\n';
const YAML_TEXT = 'openapi: 3.1.0\ninfo:\n  title: Orders\n  version: "1"\npaths: {}\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The documents that a fake of the folder serves, by the name of their group. */
async function served(query = '?type=json'): Promise<Record<string, Reply>> {
  await using fake = await startFakeXano({ folder });
  const [workspace] = await developerWorkspaces(fake, 'folder');
  const replies = (workspace?.apigroups ?? []).map(async ({ name, swaggerspec }) => [
    name,
    await get(`${swaggerspec}${query}`),
  ]);
  return Object.fromEntries(await Promise.all(replies));
}

describe('a folder of OpenAPI documents in place of an account', () => {
  test('given JSON and YAML files at any depth, then each is a group under its path, and nothing else is', async () => {
    put('books.json', JSON_TEXT);
    put('shop/orders.yaml', YAML_TEXT);
    put('shop/deep/Refunds.YML', YAML_TEXT);
    put('README.md', 'no document');

    expect(Object.keys(await served())).toStrictEqual(['books', 'shop/deep/Refunds', 'shop/orders']);
  });

  test('given a JSON file, then it is served byte for byte; given a YAML file, then as JSON', async () => {
    put('books.json', JSON_TEXT);
    put('orders.yaml', YAML_TEXT);
    const documents = await served();

    expect(documents.books?.text).toBe(JSON_TEXT);
    expect(JSON.parse(documents.orders?.text ?? '')).toStrictEqual({
      openapi: '3.1.0',
      info: { title: 'Orders', version: '1' },
      paths: {},
    });
  });

  test('given a file that is edited while the fake runs, then the next answer shows it', async () => {
    put('books.json', JSON_TEXT);
    await using fake = await startFakeXano({ folder });
    const [workspace] = await developerWorkspaces(fake, 'folder');
    const url = `${workspace?.apigroups[0]?.swaggerspec}?type=json`;

    expect((await get(url)).text).toBe(JSON_TEXT);
    put('books.json', '{"openapi":"3.0.3"}');
    expect((await get(url)).text).toBe('{"openapi":"3.0.3"}');
  });

  test('given a file that can’t be read as YAML, then its document alone fails', async () => {
    put('books.json', JSON_TEXT);
    put('broken.yaml', 'openapi: [3.0.0\n');
    const documents = await served();

    expect(documents.broken).toMatchObject({ status: 500, text: expect.stringContaining('ERROR_FATAL') });
    expect(documents.books).toMatchObject({ status: 200 });
  });

  test('given such a folder, then the workspace’s one document covers its files', async () => {
    put('books.json', '{"paths":{"/book":{"get":{}}}}');
    await using fake = await startFakeXano({ folder });
    const base = fake.origins.find(({ role }) => role === 'instance')?.url;
    const whole = await getJson<{ paths: object }>(`${base}/api:meta/workspace/1/openapi`, fake.accessToken);

    expect(Object.keys(whole.paths)).toEqual([expect.stringMatching(/^\/api:[\w-]{8}\/book$/)]);
  });

  test('given a folder without a document, or one that isn’t there, then the start fails and says why', async () => {
    put('README.md', 'no document');

    await expect(startFakeXano({ folder })).rejects.toThrow(/No \.json, \.yaml or \.yml file/);
    await expect(startFakeXano({ folder: join(folder, 'missing') })).rejects.toThrow(/ENOENT/);
  });

  test('given both a folder and an account, then the start fails and says why', async () => {
    put('books.json', JSON_TEXT);

    await expect(startFakeXano({ folder, account: bookShop() })).rejects.toThrow(/not both/);
  });
});
