import { describe, expect, test } from '@jest/globals';
import { apiGroup, column, type FakeXano, recordEndpoints, startFakeXano } from '../src/index.ts';
import { developerWorkspaces, getJson, groups, metaBase } from './client.ts';
import { branchOf, groupOf, tableOf } from './places.ts';

interface DocumentText {
  readonly info: { readonly title: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

function document(fake: FakeXano, id = 4): Promise<DocumentText> {
  return getJson(`${metaBase(fake)}/workspace/2/apigroup/${id}/openapi`, fake.accessToken);
}

describe('someone clicks in Xano while the fake runs', () => {
  test('given a column is added to a table, then every operation that shows the table has it', async () => {
    await using fake = await startFakeXano();
    const before = JSON.stringify((await document(fake)).paths);
    tableOf(fake.account).columns.push(column('shelf_code', 'text'));
    const after = await document(fake);
    const changed = Object.values(after.paths)
      .flatMap((item) => Object.values(item))
      .filter((operation) => JSON.stringify(operation).includes('shelf_code'));

    expect(before).not.toContain('shelf_code');
    expect(changed.length).toBeGreaterThanOrEqual(6);
  });

  test('given a column becomes another type, then the document says so', async () => {
    await using fake = await startFakeXano();
    const price = tableOf(fake.account).columns.find(({ name }) => name === 'price');
    if (price !== undefined) price.type = 'text';

    expect(await document(fake)).toMatchObject({
      paths: {
        '/book/{book_id}': {
          get: {
            responses: {
              200: {
                content: { 'application/json': { schema: { properties: { price: { type: 'string' } } } } },
              },
            },
          },
        },
      },
    });
  });

  test('given a group is renamed, then its title and every operationId change, and its id stays', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account).name = 'Shop API';
    const renamed = await document(fake);

    expect(renamed.info.title).toBe('Shop API');
    expect(renamed.paths['/book']?.get?.operationId).toBe('Shop API/book|GET');
    expect(JSON.stringify(renamed)).not.toContain('Public API');
    expect((await groups(fake)).find(({ id }) => id === 4)?.name).toBe('Shop API');
  });

  test('given an endpoint is deleted, then the next document lacks it', async () => {
    await using fake = await startFakeXano();
    const group = groupOf(fake.account);
    group.endpoints = group.endpoints.filter(({ path }) => path !== '/featured');

    expect(Object.keys((await document(fake)).paths)).not.toContain('/featured');
  });

  test('given a group is added and another deleted, then both APIs list what is there now', async () => {
    await using fake = await startFakeXano();
    const branch = branchOf(fake.account);
    branch.groups = branch.groups.filter(({ name }) => name !== 'Private API');
    branch.groups.push(apiGroup(6, 'Partner API', recordEndpoints('author', { authenticated: true })));
    const names = ['Public API', 'Partner API'];
    const [workspace] = await developerWorkspaces(fake, 'explore-instance');

    expect((await groups(fake)).map(({ name }) => name)).toStrictEqual(names);
    expect(workspace?.apigroups.map(({ name }) => name)).toStrictEqual(names);
  });
});
