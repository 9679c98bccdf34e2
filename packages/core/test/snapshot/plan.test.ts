import { describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import { EMPTY_MANIFEST, type Manifest, type PlanOptions, planSnapshot } from '../../src/index.ts';
import {
  documentOutcome,
  failedOutcome,
  type GroupSpec,
  group,
  listings,
  reduced,
  unreadableOutcome,
  walk,
} from './account.ts';

const plan = async (manifest: Manifest, outcomes: readonly FetchOutcome[], options?: PlanOptions) =>
  planSnapshot(manifest, await reduced(outcomes), options);

/** The manifest after a good walk over these groups. */
const snapshotOf = async (...specs: GroupSpec[]) => (await plan(EMPTY_MANIFEST, walk(specs))).manifest;

const statuses = ({ groups }: Awaited<ReturnType<typeof plan>>) =>
  Object.fromEntries(groups.map((one) => [one.group.group.id, one.status]));

const error = new XanoSpecsError('TIMEOUT', 'no answer');

describe('what becomes of a group', () => {
  test('given a first snapshot, every document is added', async () => {
    const given = await plan(EMPTY_MANIFEST, walk([{ id: 1 }, { id: 2 }]));
    expect(statuses(given)).toEqual({ 1: 'added', 2: 'added' });
    expect(given.writes).toEqual([
      { path: 'shop/workspace-1/group-1.json', sha256: expect.any(String), from: null },
      { path: 'shop/workspace-1/group-2.json', sha256: expect.any(String), from: null },
    ]);
  });

  test('given the same documents again, nothing is planned', async () => {
    const given = await plan(await snapshotOf({ id: 1 }), walk([{ id: 1 }]));
    expect(given).toMatchObject({ writes: [], deletions: [], refusal: null });
    expect(statuses(given)).toEqual({ 1: 'same' });
  });

  test('given another document, its file is written', async () => {
    const given = await plan(await snapshotOf({ id: 1 }), walk([{ id: 1 }], 'edited'));
    expect(statuses(given)).toEqual({ 1: 'changed' });
    expect(given.writes).toMatchObject([{ path: 'shop/workspace-1/group-1.json', from: null }]);
  });

  test('given a renamed group, its file moves and keeps its text', async () => {
    const given = await plan(
      await snapshotOf({ id: 1, name: 'Billing' }),
      walk([{ id: 1, name: 'Invoices' }]),
    );
    expect(statuses(given)).toEqual({ 1: 'renamed' });
    expect(given.writes).toMatchObject([
      { path: 'shop/workspace-1/invoices.json', from: 'shop/workspace-1/billing.json' },
    ]);
    expect(given.deletions).toEqual(['shop/workspace-1/billing.json']);
  });

  test('given two groups that swapped their names, each file takes the place of the other', async () => {
    const before = await snapshotOf({ id: 1, name: 'A' }, { id: 2, name: 'B' });
    const given = await plan(
      before,
      walk([
        { id: 1, name: 'B' },
        { id: 2, name: 'A' },
      ]),
    );
    expect(given.writes).toMatchObject([
      { path: 'shop/workspace-1/a.json', from: 'shop/workspace-1/b.json' },
      { path: 'shop/workspace-1/b.json', from: 'shop/workspace-1/a.json' },
    ]);
    expect(given.deletions).toEqual([]);
  });

  test('given a renamed workspace, all its files move, those of which nothing was heard included', async () => {
    const before = await snapshotOf({ id: 1 }, { id: 2 });
    const given = await plan(before, [documentOutcome({ id: 1, workspaceName: 'Store' })]);
    expect(given.manifest.groups.map(({ path }) => path)).toEqual([
      'shop/store/group-1.json',
      'shop/store/group-2.json',
    ]);
    expect(statuses(given)).toEqual({ 1: 'renamed', 2: 'kept-unseen' });
  });

  test.each([
    ['unreadable', unreadableOutcome],
    ['failed', failedOutcome],
  ])('given an %s document, its last good one stays', async (kind, outcome) => {
    const before = await snapshotOf({ id: 1 }, { id: 2 });
    const given = await plan(before, [
      ...listings([{ id: 1 }, { id: 2 }]),
      outcome({ id: 1 }),
      documentOutcome({ id: 2 }),
    ]);
    expect(statuses(given)).toEqual({ 1: `kept-${kind}`, 2: 'same' });
    expect(given).toMatchObject({ writes: [], deletions: [], manifest: before });
  });

  test('given a failed document of a renamed group, its last good one moves', async () => {
    const given = await plan(await snapshotOf({ id: 1, name: 'Billing' }), [
      failedOutcome({ id: 1, name: 'Invoices' }),
    ]);
    expect(given.writes).toMatchObject([
      { path: 'shop/workspace-1/invoices.json', from: 'shop/workspace-1/billing.json' },
    ]);
    expect(statuses(given)).toEqual({ 1: 'kept-failed' });
  });

  test('given a group that never had a document, it has no file and no entry', async () => {
    const given = await plan(EMPTY_MANIFEST, [unreadableOutcome({ id: 1 }), failedOutcome({ id: 2 })]);
    expect(statuses(given)).toEqual({ 1: 'new-unreadable', 2: 'new-failed' });
    expect(given).toMatchObject({ writes: [], manifest: EMPTY_MANIFEST });
  });

  test('given two outcomes of one group, its document counts', async () => {
    const given = await plan(EMPTY_MANIFEST, [documentOutcome({ id: 1 }), failedOutcome({ id: 1 })]);
    expect(statuses(given)).toEqual({ 1: 'added' });
  });

  test('given a document that can not be written, its group failed and the others go on', async () => {
    let deep: unknown = 1;
    for (let level = 0; level < 2000; level += 1) deep = [deep];
    const given = await plan(EMPTY_MANIFEST, [
      { kind: 'document', group: group({ id: 1 }), document: { openapi: '3.0.0', deep } },
      documentOutcome({ id: 2 }),
    ]);
    expect(statuses(given)).toEqual({ 1: 'new-failed', 2: 'added' });
  });
});

describe('files that differ from what the manifest says', () => {
  test.each([
    ['was edited', 'ff'],
    ['was deleted', null],
  ])('given a file that %s, it is written again', async (_, observed) => {
    const before = await snapshotOf({ id: 1 });
    const given = await plan(before, walk([{ id: 1 }]), {
      observed: new Map([['shop/workspace-1/group-1.json', observed]]),
    });
    expect(statuses(given)).toEqual({ 1: 'changed' });
    expect(given.writes).toHaveLength(1);
  });

  test('given a deleted file of a failed group that was renamed, there is nothing to move', async () => {
    const given = await plan(await snapshotOf({ id: 1, name: 'A' }), [failedOutcome({ id: 1, name: 'B' })], {
      observed: new Map([['shop/workspace-1/a.json', null]]),
    });
    expect(given.writes).toEqual([]);
  });
});

describe('a group is removed when a list that was read whole no longer holds', () => {
  const gone = { id: 9, instance: 'shop', workspace: 1, branch: 'v2' };
  const stays = { id: 1, instance: 'other', workspace: 7 };

  test.each<[string, FetchOutcome]>([
    ['its instance', { kind: 'listed', scope: { level: 'account', instances: ['other'] } }],
    ['its workspace', { kind: 'listed', scope: { level: 'instance', instance: 'shop', workspaces: [2] } }],
    [
      'its branch',
      {
        kind: 'listed',
        scope: { level: 'workspace', instance: 'shop', workspace: 1, branches: [null, 'v3'], live: null },
      },
    ],
    [
      'itself',
      {
        kind: 'listed',
        scope: { level: 'branch', instance: 'shop', workspace: 1, branch: 'v2', groups: [8] },
      },
    ],
  ])('%s', async (_, listed) => {
    const given = await plan(await snapshotOf(gone, stays), [listed]);
    expect(statuses(given)).toEqual({ 1: 'kept-unseen', 9: 'removed' });
    expect(given.deletions).toEqual(['shop/workspace-1/v2/group-9.json']);
  });
});

describe('a group is kept', () => {
  const entry = { id: 9, instance: 'shop', workspace: 1, branch: 'v2' };
  const shop = { name: 'shop', display: 'Shop' };
  const workspace = { id: 1, name: 'W' };
  const groups = (ids: number[], branch: string | null = 'v2'): FetchOutcome => ({
    kind: 'listed',
    scope: { level: 'branch', instance: 'shop', workspace: 1, branch, groups: ids },
  });

  test.each<[string, FetchOutcome[]]>([
    ['nothing was listed', []],
    ['its list holds it, though nothing came of it', [groups([9])]],
    ['the list of another branch does not hold it', [groups([8], null), groups([8], 'v3')]],
    [
      'the list of another workspace does not hold it',
      [
        {
          kind: 'listed',
          scope: { level: 'branch', instance: 'shop', workspace: 2, branch: 'v2', groups: [] },
        },
      ],
    ],
    [
      'the list of another instance does not hold it',
      [{ kind: 'listed', scope: { level: 'instance', instance: 'third', workspaces: [] } }],
    ],
    ['the list of instances failed', [{ kind: 'listing-failed', scope: null, error }]],
    [
      'its list was read once and failed once',
      [groups([8]), { kind: 'listing-failed', scope: { instance: shop, workspace, branch: 'v2' }, error }],
    ],
    ['one of two readings of its list holds it', [groups([8]), groups([9])]],
    [
      'its own list holds it, though that of the workspaces does not',
      [groups([9]), { kind: 'listed', scope: { level: 'instance', instance: 'shop', workspaces: [] } }],
    ],
    ['its document came, though its list does not hold it', [groups([8]), documentOutcome(entry)]],
    ['it failed, though its list does not hold it', [groups([8]), failedOutcome(entry)]],
  ])('when %s', async (_, outcomes) => {
    const given = await plan(await snapshotOf(entry, { id: 1, instance: 'other' }), outcomes);
    expect(given.deletions).toEqual([]);
    expect(given.manifest.groups).toHaveLength(2);
  });

  test('when it stands on the live branch, which a list of branches may leave out', async () => {
    const given = await plan(await snapshotOf({ id: 1 }), [
      {
        kind: 'listed',
        scope: { level: 'workspace', instance: 'shop', workspace: 1, branches: ['v2'], live: null },
      },
    ]);
    expect(given.deletions).toEqual([]);
  });

  test('when the filters leave it out, whatever the lists say', async () => {
    const before = await snapshotOf({ id: 1 }, { id: 2 });
    const given = await plan(before, listings([{ id: 3 }]), { selects: ({ group: { id } }) => id !== 1 });
    expect(statuses(given)).toEqual({ 1: 'kept-unseen', 2: 'removed' });
  });
});

describe('a plan is refused', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => ({ id: index + 1 }));

  test('when it would remove more files than one run may, with what to do if that was meant', async () => {
    const given = await plan(await snapshotOf(...twelve), listings([{ id: 12 }]));
    expect(given.refusal).toMatchObject({
      code: 'TOO_MANY_REMOVALS',
      message: expect.stringMatching(
        /^11 API groups are gone from Xano, and one run may remove 10: .* and 6 more\./,
      ),
      hint: expect.stringContaining('max-removed set to 11'),
    });
    expect(
      (await plan(await snapshotOf(...twelve), listings([{ id: 12 }]), { maxRemoved: 11 })).refusal,
    ).toBeNull();
  });

  const empty: FetchOutcome[] = [
    { kind: 'listed', scope: { level: 'account', instances: ['shop'] } },
    { kind: 'listed', scope: { level: 'instance', instance: 'shop', workspaces: [] } },
  ];

  test('when nothing would be left, however many may be removed, unless it is any number', async () => {
    const before = await snapshotOf({ id: 1 }, { id: 2 });
    expect((await plan(before, empty, { maxRemoved: 100 })).refusal).toMatchObject({
      code: 'TOO_MANY_REMOVALS',
      message: expect.stringMatching(
        /^All 2 API groups are gone from Xano, and nothing would be left of the snapshot: shop\/.*\. Nothing/,
      ),
      hint: expect.stringContaining('max-removed set to any'),
    });
    const meant = await plan(before, empty, { maxRemoved: Number.POSITIVE_INFINITY });
    expect(meant).toMatchObject({ refusal: null, manifest: { groups: [] } });
    expect(meant.deletions).toHaveLength(2);
  });

  test('but not for the only document of a snapshot, nor where another one is kept or comes', async () => {
    expect((await plan(await snapshotOf({ id: 1 }), empty)).refusal).toBeNull();
    const before = await snapshotOf({ id: 1 }, { id: 2 });
    expect((await plan(before, walk([{ id: 3 }]))).refusal).toBeNull();
    const selects = ({ group: { id } }: { group: { id: number } }) => id === 1;
    expect((await plan(before, empty, { selects })).refusal).toBeNull();
  });

  test('when the account is another one, also where its groups would have the paths of those before', async () => {
    const before = await snapshotOf({ id: 1, instance: 'Shop' });
    expect((await plan(before, walk([{ id: 1, instance: 'shop' }]))).refusal).toMatchObject({
      code: 'ANOTHER_ACCOUNT',
    });
  });

  test('when the account has none of the instances, unless any number of removals is allowed', async () => {
    const before = await snapshotOf({ id: 1 });
    const outcomes = walk([{ id: 1, instance: 'elsewhere' }]);
    expect((await plan(before, outcomes)).refusal).toMatchObject({
      code: 'ANOTHER_ACCOUNT',
      hint: expect.stringContaining('max-removed set to any'),
    });
    expect((await plan(before, outcomes, { maxRemoved: Number.POSITIVE_INFINITY })).refusal).toBeNull();
  });

  test('but not for files that new groups of the same names take over', async () => {
    const before = await snapshotOf(...twelve);
    const recreated = twelve.map(({ id }) => ({ id: id + 100, name: `Group ${id}` }));
    const given = await plan(before, walk(recreated));
    expect(given).toMatchObject({ refusal: null, deletions: [] });
  });
});
