import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiGroup, startFakeXano } from '../src/index.ts';
import { type GroupEntry, get, getJson, groups, metaBase, type Page } from './client.ts';
import { branchOf, groupOf } from './places.ts';

describe('lists of the Metadata API in pages', () => {
  test('given any number of groups and any size of pages, when nextPage is followed, then each comes once, in order', async () => {
    await using fake = await startFakeXano();
    const branch = branchOf(fake.account);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 14 }), async (count, perPage) => {
        branch.groups = Array.from({ length: count }, (_, index) =>
          apiGroup(index + 1, `Group ${index}`, []),
        );
        const seen: number[] = [];
        let pages = 0;
        for (let page: number | null = 1; page !== null; pages += 1) {
          const url = `${metaBase(fake)}/workspace/2/apigroup?order=asc&page=${page}&per_page=${perPage}`;
          const got: Page<GroupEntry> = await getJson(url, fake.accessToken);
          expect(got).toMatchObject({ curPage: page, prevPage: page === 1 ? null : page - 1 });
          seen.push(...got.items.map(({ id }) => id));
          page = got.nextPage;
        }
        expect(seen).toStrictEqual(branch.groups.map(({ id }) => id));
        expect(pages).toBe(Math.max(1, Math.ceil(count / perPage)));
      }),
      { numRuns: 25 },
    );
  });

  test('given no size, when more than fifty groups are listed, then a page has fifty', async () => {
    await using fake = await startFakeXano();
    branchOf(fake.account).groups = Array.from({ length: 51 }, (_, index) =>
      apiGroup(index + 1, `Group ${index}`, []),
    );
    const first = await getJson<Page<GroupEntry>>(`${metaBase(fake)}/workspace/2/apigroup`, fake.accessToken);

    expect(first.items).toHaveLength(50);
    expect(first.nextPage).toBe(2);
  });

  test.each(['page=0', 'page=-1', 'page=x', 'per_page=0', 'per_page=1.5'])(
    'given %s, then it is an input error',
    async (query) => {
      await using fake = await startFakeXano();
      const reply = await get(`${metaBase(fake)}/workspace/2/apigroup?${query}`, fake.accessToken);

      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.text)).toMatchObject({ payload: { param: query.split('=')[0] } });
    },
  );

  test('given a page behind the last, then it is empty and leads nowhere', async () => {
    await using fake = await startFakeXano();
    const url = `${metaBase(fake)}/workspace/2/apigroup?page=9`;

    expect(await getJson(url, fake.accessToken)).toStrictEqual({
      curPage: 9,
      nextPage: null,
      prevPage: 8,
      items: [],
    });
  });

  test('given an order by name or by the last edit, then the groups come in it', async () => {
    await using fake = await startFakeXano();
    groupOf(fake.account, 'Public API').updatedAt = Date.UTC(2027, 0, 1);
    const names = async (query: string) => (await groups(fake, query)).map(({ name }) => name);

    expect(await names('sort=name')).toStrictEqual(['Private API', 'Public API']);
    expect(await names('sort=updated_at')).toStrictEqual(['Private API', 'Public API']);
    expect(await names('sort=created_at')).toStrictEqual(['Public API', 'Private API']);
  });

  test('given workspaces in an envelope, as one source documents them, then they are paged too', async () => {
    await using bare = await startFakeXano();
    await using fake = await startFakeXano({ workspacesPaged: true });
    const list = await getJson<unknown[]>(`${metaBase(bare)}/workspace`, bare.accessToken);

    expect(list).toStrictEqual([
      { id: 2, name: 'Book Marketplace', description: 'This is an example workspace.', branch: 'v1' },
    ]);
    expect(await getJson(`${metaBase(fake)}/workspace`, fake.accessToken)).toStrictEqual({
      curPage: 1,
      nextPage: null,
      prevPage: null,
      items: list,
    });
  });

  test('given a choice of how times are written, then groups and branches keep to it', async () => {
    await using texts = await startFakeXano();
    await using numbers = await startFakeXano({ timestamps: 'number' });

    expect((await groups(texts))[0]?.created_at).toBe('2026-01-12 09:30:04+0000');
    expect((await groups(numbers))[0]?.created_at).toBe(Date.UTC(2026, 0, 12, 9, 30, 4));
    expect(await getJson(`${metaBase(numbers)}/workspace/2/branch`, numbers.accessToken)).toContainEqual(
      expect.objectContaining({ created_at: Date.UTC(2026, 0, 12, 9, 30) }),
    );
  });
});
