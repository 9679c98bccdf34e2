import { expect, test } from '@jest/globals';
import {
  apiGroup,
  bookShop,
  type FakeAccount,
  liveBranch,
  misbehave,
  startFakeXano,
} from '@xano-specs/fake-xano';
import { compileFilters, type FilterPatterns } from '../../src/index.ts';
import { BOTH, QUICK, told, walk } from './against-fake.ts';

/** The book shop with a branch that is neither live nor a backup. */
function withBranch(): FakeAccount {
  const account = bookShop();
  const branches = account.instances[0]?.workspaces[0]?.branches;
  const [live] = branches ?? [];
  if (live !== undefined) {
    branches?.push({
      ...live,
      label: 'dev',
      live: false,
      groups: live.groups.map((group) => ({ ...group, id: group.id + 100 })),
    });
  }
  return account;
}

test('given branches, all but the backups are walked, the live one as null', async () => {
  await using fake = await startFakeXano({ account: withBranch() });
  const { outcomes } = await walk(fake, 'metadata-api');
  const branches = outcomes.flatMap((outcome) =>
    outcome.kind === 'listed' && outcome.scope.level === 'workspace' ? [outcome.scope.branches] : [],
  );
  expect(branches).toContainEqual([null, 'dev']);
  const groups = outcomes.flatMap((outcome) =>
    outcome.kind === 'document' ? [`${outcome.group.branch.label} ${outcome.group.group.id}`] : [],
  );
  expect(groups.toSorted()).toEqual(['dev 104', 'dev 105', 'v1 12', 'v1 4', 'v1 5']);
});

const FILTERED: readonly [FilterPatterns, readonly string[]][] = [
  [{ instances: ['starter-*'] }, ['Billing']],
  [{ instances: ['Explore Instance'], branches: ['live'] }, ['Private API', 'Public API']],
  [{ branches: ['dev'] }, ['Private API', 'Public API']],
  [{ workspaces: ['2'], groups: ['public*'], branches: ['v1'] }, ['Public API']],
  [{ groups: ['!P*'] }, ['Billing']],
  [{ groups: ['Wk_siXX'], branches: ['!dev'] }, ['Public API']],
];

test.each(FILTERED)(
  'given the filters %j, these groups are fetched and no other',
  async (patterns, names) => {
    await using fake = await startFakeXano({ account: withBranch() });
    const walked = await walk(fake, 'metadata-api', { filters: compileFilters(patterns) });
    expect(told(walked)).toEqual(names.map((name) => `${name}: document`));
    const asked = fake.log.all().filter(({ operation }) => operation === 'group-document');
    expect(asked).toHaveLength(names.length);
  },
);

test.each(BOTH)('given filters that select nothing, the %s warns of it', async (api) => {
  await using fake = await startFakeXano();
  const { events } = await walk(fake, api, { filters: compileFilters({ groups: ['no such group'] }) });
  expect(events).toContainEqual(expect.objectContaining({ kind: 'warning', code: 'NOTHING_FOUND' }));
});

test('given several pages, every group of every page is fetched and all are listed', async () => {
  const account = bookShop();
  const branch = account.instances[0]?.workspaces[0]?.branches[0];
  branch?.groups.push(
    ...Array.from({ length: 210 }, (_, index) => apiGroup(1000 + index, `Group ${index}`, [])),
  );
  await using fake = await startFakeXano({ account });
  const { outcomes } = await walk(fake, 'metadata-api');
  expect(outcomes.filter(({ kind }) => kind === 'document')).toHaveLength(213);
  const listed = outcomes.flatMap((outcome) =>
    outcome.kind === 'listed' && outcome.scope.level === 'branch' ? [outcome.scope.groups.length] : [],
  );
  expect(listed.toSorted()).toEqual([1, 212]);
});

test('given workspaces in a paged envelope, all of them are walked', async () => {
  const account = bookShop();
  account.instances[1]?.workspaces.push(
    ...Array.from({ length: 120 }, (_, index) => ({
      id: 500 + index,
      name: `Workspace ${index}`,
      description: '',
      canonical: `w${index}`,
      branches: [liveBranch([], [])],
    })),
  );
  await using fake = await startFakeXano({ account, workspacesPaged: true });
  const { outcomes } = await walk(fake, 'metadata-api');
  const workspaces = outcomes.flatMap((outcome) =>
    outcome.kind === 'listed' && outcome.scope.level === 'instance' ? [outcome.scope.workspaces.length] : [],
  );
  expect(workspaces.toSorted((a, b) => a - b)).toEqual([1, 121]);
});

const LOOPS: readonly [string, (answer: unknown) => unknown][] = [
  ['the same page again', (answer) => ({ ...(answer as object), nextPage: 2 })],
  ['the page before', (answer) => ({ ...(answer as object), nextPage: 1 })],
];

test.each(LOOPS)(
  'given a list that names %s as its next, it ends and its groups are fetched',
  async (_, change) => {
    await using fake = await startFakeXano();
    fake.faults.add({
      misbehave: misbehave.wrongShape(change),
      on: 'list-groups',
      instance: 'explore-instance',
      times: Number.POSITIVE_INFINITY,
    });
    const walked = await walk(fake, 'metadata-api');
    expect(told(walked)).toEqual([
      'Billing: document',
      'Private API: document',
      'Public API: document',
      'list: PAGING_LOOP',
    ]);
  },
);

test('given a list whose pages say the same under rising numbers, it ends', async () => {
  await using fake = await startFakeXano();
  const same = ({ items }: { items: unknown[] }, page: number) => ({
    items,
    curPage: page,
    nextPage: page + 1,
  });
  let page = 0;
  let first: unknown[] = [];
  fake.faults.add({
    misbehave: misbehave.wrongShape((answer) => {
      page += 1;
      if (page === 1) first = (answer as { items: unknown[] }).items;
      return same({ items: first }, page);
    }),
    on: 'list-groups',
    instance: 'explore-instance',
    times: Number.POSITIVE_INFINITY,
  });
  expect(told(await walk(fake, 'metadata-api'))).toContain('list: PAGING_LOOP');
  expect(page).toBe(2);
});

test('given a token without the permission to list branches, the live branch is walked and the gap is told', async () => {
  await using fake = await startFakeXano({
    account: withBranch(),
    accessToken: { scopes: ['workspace-api:read'] },
  });
  expect(told(await walk(fake, 'metadata-api'))).toEqual([
    'Billing: document',
    'Private API: document',
    'Public API: document',
    'list: ACCESS_DENIED',
    'list: ACCESS_DENIED',
  ]);
});

test('given a token that is pinned to one workspace, that one is read and the others are told', async () => {
  await using fake = await startFakeXano({ accessToken: { workspace: 2 } });
  const lines = told(await walk(fake, 'metadata-api'));
  expect(lines.filter((line) => line.endsWith('document'))).toEqual([
    'Private API: document',
    'Public API: document',
  ]);
  expect(new Set(lines.filter((line) => line.startsWith('list')))).toEqual(new Set(['list: ACCESS_DENIED']));
});

test('given self-hosted instances, they are asked directly, and no list of instances is needed', async () => {
  await using fake = await startFakeXano({ selfHosted: true });
  const instanceUrls = fake.origins.filter(({ role }) => role === 'instance').map(({ url }) => url);
  const walked = await walk(fake, 'metadata-api', {}, { instanceUrls });
  expect(told(walked)).toEqual(['Billing: document', 'Private API: document', 'Public API: document']);
  expect(fake.log.all().some(({ operation }) => operation === 'list-instances')).toBe(false);
  expect(
    walked.outcomes.some((outcome) => outcome.kind === 'listed' && outcome.scope.level === 'account'),
  ).toBe(false);
});

const DAY_MS = 24 * 3_600_000;

test.each<[string, number, number | undefined, RegExp | null]>([
  [
    'in four days',
    4.5,
    undefined,
    /^The token in XANO_ACCESS_TOKEN expires in 4 days, on \d{4}-\d\d-\d\d\.$/,
  ],
  ['in some hours', 0.5, undefined, /expires in less than a day, on /],
  ['in a week', 7, undefined, null],
  ['in a month, and a wish to know so early', 30, 60, /expires in (?:29|30) days, on /],
  ['in four days, and a wish to know later', 4.5, 2, null],
])(
  'given a token that runs out %s, it is warned of before the first request or not',
  async (_, days, warnTokenDays, words) => {
    await using fake = await startFakeXano({ accessToken: { lifeMs: days * DAY_MS } });
    const { events } = await walk(fake, 'metadata-api', warnTokenDays === undefined ? {} : { warnTokenDays });
    const warnings = events.filter(({ kind }) => kind === 'warning');
    if (words === null) {
      expect(warnings).toEqual([]);
      return;
    }
    expect(events[0]).toEqual({
      kind: 'warning',
      code: 'TOKEN_EXPIRES_SOON',
      message: expect.stringMatching(words),
      hint: expect.stringMatching(/^To go on, make a new access token in Xano under Instances/),
    });
  },
);

test('given a key of the Developer API, a warning says that it is deprecated and how to move on', async () => {
  await using fake = await startFakeXano();
  const { events } = await walk(fake, 'developer-api');
  expect(events[0]).toEqual({
    kind: 'warning',
    code: 'SOURCE_DEPRECATED',
    message: 'The Developer API is deprecated, and Xano may switch it off.',
    hint: expect.stringMatching(
      /^To move to the Metadata API, make a new access token in Xano under Instances.*put it into XANO_ACCESS_TOKEN; then remove XANO_DEVELOPER_API_KEY\./,
    ),
  });
});

test('given a token that runs out in the middle, what came before is kept and the rest says why', async () => {
  await using fake = await startFakeXano();
  fake.faults.add({ misbehave: misbehave.tokenExpires(), on: 'group-document', after: 1 });
  const { outcomes } = await walk(fake, 'metadata-api', { ...QUICK, concurrency: 1 });
  expect(outcomes.filter(({ kind }) => kind === 'document')).toHaveLength(1);
  const failed = outcomes.filter(({ kind }) => kind === 'failed' || kind === 'listing-failed');
  expect(failed.length).toBeGreaterThan(0);
  for (const outcome of failed) {
    expect(outcome).toMatchObject({
      error: { code: 'CREDENTIAL_REFUSED', hint: expect.stringContaining('XANO_ACCESS_TOKEN') },
    });
  }
});
