import { expect, test } from '@jest/globals';
import { apiGroup, bookShop, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { told, walk } from './against-fake.ts';

interface Page {
  readonly curPage: number;
  readonly items: readonly { readonly id: number }[];
}

/** What a page becomes; `reading` counts from one how often the list was begun. */
type Change = (page: Page, reading: number) => unknown;

/** Walks through a branch with the groups 1 to 6, whose list answers as the change says, and gives what was listed of it. */
async function walkGroups(change: Change) {
  const account = bookShop();
  const [branch] = account.instances[0]?.workspaces[0]?.branches ?? [];
  branch?.groups.splice(0);
  branch?.groups.push(...[1, 2, 3, 4, 5, 6].map((id) => apiGroup(id, `Group ${id}`, [])));
  account.instances.splice(1);
  await using fake = await startFakeXano({ account });
  let readings = 0;
  fake.faults.add({
    misbehave: misbehave.wrongShape((answer) => {
      const page = answer as Page;
      if (page.curPage === 1) readings += 1;
      return change(page, readings);
    }),
    on: 'list-groups',
    times: Number.POSITIVE_INFINITY,
  });
  const walked = await walk(fake, 'metadata-api');
  const listed = walked.outcomes.flatMap((outcome) =>
    outcome.kind === 'listed' && outcome.scope.level === 'branch' ? [outcome.scope.groups] : [],
  );
  const failures = walked.outcomes.flatMap((outcome) =>
    outcome.kind === 'listing-failed' ? [outcome.error.message] : [],
  );
  return { lines: told(walked), listed, failures, readings };
}

const items = (...ids: number[]) => ids.map((id) => ({ id, name: `Group ${id}` }));
const documents = (...ids: number[]) => ids.map((id) => `Group ${id}: document`);

/** Group 1 is deleted between the two pages, so that group 4 slides onto the page that was read already. */
const slides: Change = ({ curPage }, reading) => {
  if (reading > 1) return { items: items(2, 3, 4, 5, 6), curPage, nextPage: null, itemsTotal: 5 };
  return curPage === 1
    ? { items: items(1, 2, 3), curPage, nextPage: 2, itemsTotal: 6 }
    : { items: items(5, 6), curPage, nextPage: null, itemsTotal: 5 };
};

test('given a group that is deleted while the pages are read, the list is read again and the one that slid is found', async () => {
  const { lines, listed, readings } = await walkGroups(slides);
  expect(lines).toEqual(documents(1, 2, 3, 4, 5, 6));
  expect(listed).toEqual([[1, 2, 3, 5, 6, 4]]);
  expect(readings).toBe(2);
});

/** As `slides`, with a group 7 that is made in the same moment, so that the total stays what it was. */
const slidesUnseen: Change = ({ curPage }, reading) => {
  const first = reading === 1 && curPage === 1 ? items(1, 2, 3) : items(2, 3, 4);
  return curPage === 1
    ? { items: first, curPage, nextPage: 2, itemsTotal: 6 }
    : { items: items(5, 6, 7), curPage, nextPage: null, itemsTotal: 6 };
};

test.each([
  ['the same total', slidesUnseen],
  [
    'no total',
    ((page, reading) => ({ ...(slidesUnseen(page, reading) as Page), itemsTotal: null })) as Change,
  ],
])(
  'given a group that is deleted and one that is made between two pages that tell of %s, the one that slid is found',
  async (_, change) => {
    const { listed, failures, readings } = await walkGroups(change);
    expect(failures).toEqual([]);
    expect(listed).toEqual([[1, 2, 3, 5, 6, 7, 4]]);
    expect(readings).toBe(3);
  },
);

test.each([
  ['an empty page', []],
  ['a first page that names no next one', [2, 3]],
])(
  'given %s in place of a list that had several pages a moment ago, then no group is gone that did not come again',
  async (_, ids) => {
    const { listed } = await walkGroups((page, reading) =>
      reading === 2 ? { items: items(...ids), curPage: page.curPage, nextPage: null } : slides(page, reading),
    );
    expect(listed).toEqual([[1, 2, 3, 5, 6, 4]]);
  },
);

test('given a list without a total that came short once, then what came on a single page counts when it comes again', async () => {
  const { listed, readings } = await walkGroups(({ curPage }, reading) =>
    reading === 1
      ? { items: items(1, 2, 3), curPage, nextPage: null, itemsTotal: 6 }
      : { items: items(1, 2, 3, 4, 5, 6), curPage, nextPage: null },
  );
  expect(listed).toEqual([[1, 2, 3, 4, 5, 6]]);
  expect(readings).toBe(3);
});

test('given a list that changes at every reading, none of its groups is gone', async () => {
  const { listed, failures } = await walkGroups(({ curPage }, reading) => ({
    items: curPage === 1 ? items(1, 2, 3) : items(3 + reading),
    curPage,
    nextPage: curPage === 1 ? 2 : null,
  }));
  expect(listed).toEqual([]);
  expect(failures).toEqual([expect.stringContaining('its entries are others from one reading to the next')]);
});

test.each<[string, number[], string]>([
  ['an empty page', [], 'it tells of a total of 6, and 0 came'],
  ['a first page that names no next one', [1, 2, 3], 'it tells of a total of 6, and 3 came'],
])('given %s of a list of six every time, its groups are fetched and none is gone', async (_, ids, words) => {
  const { lines, listed, failures, readings } = await walkGroups(({ curPage }) => ({
    items: items(...ids),
    curPage,
    nextPage: null,
    itemsTotal: 6,
  }));
  expect(lines).toEqual([...documents(...ids), 'list: LIST_INCOMPLETE']);
  expect(listed).toEqual([]);
  expect(failures).toEqual([
    expect.stringContaining(`did not come whole, though it was read 3 times: ${words}.`),
  ]);
  expect(readings).toBe(3);
});

test('given an empty page once, the next reading counts', async () => {
  const { lines, listed } = await walkGroups((page, reading) => ({
    ...page,
    items: reading === 1 ? [] : page.items,
    itemsTotal: 6,
  }));
  expect(lines).toEqual(documents(1, 2, 3, 4, 5, 6));
  expect(listed).toEqual([[1, 2, 3, 4, 5, 6]]);
});

test('given a total that is another one on each page, the list does not count as read', async () => {
  const { listed, failures } = await walkGroups(({ curPage }) => ({
    items: curPage === 1 ? items(1, 2, 3) : items(4, 5, 6),
    curPage,
    nextPage: curPage === 1 ? 2 : null,
    itemsTotal: 5 + curPage,
  }));
  expect(listed).toEqual([]);
  expect(failures).toEqual([expect.stringContaining('its pages tell of different totals (6, 7)')]);
});

test.each([[-1], [5.5], ['10'], [1e300], [null], [undefined], [{}]])(
  'given the total %j, which is no count, the list is read once and counts',
  async (itemsTotal) => {
    const { listed, readings } = await walkGroups((page) => ({ ...page, itemsTotal }));
    expect(listed).toEqual([[1, 2, 3, 4, 5, 6]]);
    expect(readings).toBe(1);
  },
);

test('given a total beyond all measure, the walk ends', async () => {
  const { listed, readings } = await walkGroups((page) => ({ ...page, itemsTotal: Number.MAX_SAFE_INTEGER }));
  expect(listed).toEqual([]);
  expect(readings).toBe(3);
});

test('given an entry on each page that is not as it should be, then the list is told of once, and the others are fetched', async () => {
  const { lines, listed } = await walkGroups(({ curPage }) => ({
    items: [{ id: 'none' }, ...items(2 * curPage - 1, 2 * curPage)],
    curPage,
    nextPage: curPage < 3 ? curPage + 1 : null,
  }));
  expect(lines).toEqual([...documents(1, 2, 3, 4, 5, 6), 'list: WRONG_SHAPE']);
  expect(listed).toEqual([]);
});

test('given a page with such an entry, and none after it, then what ended the list is told', async () => {
  const { lines, failures } = await walkGroups(({ curPage }) =>
    curPage === 1 ? { items: [{ id: 'none' }, ...items(1)], curPage, nextPage: 2 } : { trouble: true },
  );
  expect(lines).toEqual([...documents(1), 'list: WRONG_SHAPE']);
  expect(failures).toEqual([expect.stringContaining('a list was expected')]);
});
