import { describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import { EMPTY_MANIFEST, type Manifest, planSnapshot, type SnapshotPlan } from '../../src/index.ts';
import { documentOutcome, failedOutcome, type GroupSpec, group, listings, reduced, walk } from './account.ts';

/** Group 1 of the live branch, and its copy in v2, with an id of its own and the same address. */
const LIVE: GroupSpec = { id: 1, name: 'Shop', canonical: 'abc' };
const COPY: GroupSpec = { ...LIVE, id: 101, branch: 'v2' };

/** The same two once v2 is live, and what was live is v1. */
const NOW_LIVE: GroupSpec = { ...COPY, branch: null };
const NOW_V1: GroupSpec = { ...LIVE, branch: 'v1' };

const FILE = 'shop/workspace-1/shop.json';
const IN_V1 = 'shop/workspace-1/v1/shop.json';
const IN_V2 = 'shop/workspace-1/v2/shop.json';

/** The manifest after a good walk in which each group has a document of its own. */
async function snapshotOf(...specs: GroupSpec[]): Promise<Manifest> {
  return (await planOf(EMPTY_MANIFEST, walk(specs))).manifest;
}

async function planOf(manifest: Manifest, outcomes: readonly FetchOutcome[], maxRemoved = 0) {
  return planSnapshot(manifest, await reduced(outcomes), { maxRemoved });
}

/** The lists of an account, of which those of some branches could not be read. */
function withoutLists(specs: readonly GroupSpec[], ...branches: readonly string[]): FetchOutcome[] {
  const { instance, workspace } = group({ id: 1 });
  const error = new XanoSpecsError('TIMED_OUT', 'no answer');
  return listings(specs).map((outcome) => {
    if (outcome.kind !== 'listed' || outcome.scope.level !== 'branch') return outcome;
    const { branch } = outcome.scope;
    if (branch === null || !branches.includes(branch)) return outcome;
    return { kind: 'listing-failed', scope: { instance, workspace, branch }, error };
  });
}

/** Leaves out the list of the live branch's groups, as a run whose filters do. */
function notOfLive(outcome: FetchOutcome): boolean {
  return !(outcome.kind === 'listed' && outcome.scope.level === 'branch' && outcome.scope.branch === null);
}

/** Each row as "status path, from its path before". */
function rows({ groups }: SnapshotPlan): string[] {
  return groups.map(({ status, path, previousPath }) => `${status} ${path} from ${previousPath}`);
}

describe('given that another branch is made the live one', () => {
  test('then nothing is gone: its groups take the place of those with the same address', async () => {
    const before = await snapshotOf(LIVE, COPY);
    const plan = await planOf(before, [
      ...listings([NOW_LIVE, NOW_V1]),
      documentOutcome(NOW_LIVE),
      documentOutcome(NOW_V1),
    ]);
    expect(rows(plan)).toEqual([`changed ${FILE} from ${FILE}`, `renamed ${IN_V1} from ${FILE}`]);
    expect(plan.deletions).toEqual([IN_V2]);
    expect(plan.refusal).toBeNull();
    expect(plan.manifest.groups.map(({ path, version }) => [path, version])).toEqual([
      [FILE, '2.0.0'],
      [IN_V1, '1.0.0'],
    ]);
  });

  test('and that the new one alone is looked at, then its document follows that of the old one', async () => {
    const before = await snapshotOf(LIVE);
    const same = documentOutcome(NOW_LIVE, 'document of 1');
    expect(rows(await planOf(before, [...listings([NOW_LIVE]), same]))).toEqual([
      `same ${FILE} from ${FILE}`,
    ]);
  });

  test('and that no document can be had, then each stays where it is until it can', async () => {
    const before = await snapshotOf(LIVE, COPY);
    const failed = [...listings([NOW_LIVE, NOW_V1]), failedOutcome(NOW_LIVE), failedOutcome(NOW_V1)];
    const plan = await planOf(before, failed);
    expect(plan).toMatchObject({ manifest: before, writes: [], deletions: [], refusal: null });
    const after = await planOf(plan.manifest, [
      ...listings([NOW_LIVE, NOW_V1]),
      documentOutcome(NOW_LIVE),
      documentOutcome(NOW_V1),
    ]);
    expect(rows(after)).toEqual([`changed ${FILE} from ${FILE}`, `renamed ${IN_V1} from ${FILE}`]);
  });

  test('and that the old one alone can not be had, then its text goes where it stands now', async () => {
    const plan = await planOf(await snapshotOf(LIVE, COPY), [
      ...listings([NOW_LIVE, NOW_V1]),
      documentOutcome(NOW_LIVE),
      failedOutcome(NOW_V1),
    ]);
    expect(rows(plan)).toEqual([`changed ${FILE} from ${FILE}`, `kept-failed ${IN_V1} from ${FILE}`]);
    expect(plan.writes).toMatchObject([
      { path: FILE, from: null },
      { path: IN_V1, from: FILE },
    ]);
  });

  test('then a group that the new one has not is removed there, and counts as no file that is lost', async () => {
    const plan = await planOf(await snapshotOf(LIVE), walk([NOW_V1]));
    expect(rows(plan).toSorted()).toEqual([`added ${IN_V1} from null`, `removed null from ${FILE}`]);
    expect(plan.refusal).toBeNull();
  });

  test('and that the list of the old one can not be read, then its documents go on in that branch', async () => {
    const before = await snapshotOf(LIVE, COPY);
    const plan = await planOf(before, [...withoutLists([NOW_LIVE, NOW_V1], 'v1'), documentOutcome(NOW_LIVE)]);
    expect(rows(plan)).toEqual([`changed ${FILE} from ${FILE}`, `kept-unseen ${IN_V1} from ${FILE}`]);
    expect(plan.writes).toMatchObject([
      { path: FILE, from: null },
      { path: IN_V1, from: FILE },
    ]);
    const after = await planOf(plan.manifest, walk([NOW_LIVE, NOW_V1]));
    expect(rows(after)).toEqual([`same ${FILE} from ${FILE}`, `same ${IN_V1} from ${IN_V1}`]);
  });

  test('and that this list can not be read, then a group that the new one has not stays where it is', async () => {
    const plan = await planOf(await snapshotOf(LIVE), withoutLists([NOW_V1], 'v1'));
    expect(rows(plan)).toEqual([`kept-unseen ${FILE} from ${FILE}`]);
    expect(plan.writes).toEqual([]);
  });

  test('and the old one again, after a document could not be had, then nothing is gone', async () => {
    const day1 = await planOf(await snapshotOf(LIVE, COPY), [
      ...listings([NOW_LIVE, NOW_V1], 'v2'),
      failedOutcome(NOW_LIVE),
      documentOutcome(NOW_V1),
    ]);
    const day2 = await planOf(day1.manifest, [
      ...listings([LIVE, COPY], 'v1'),
      documentOutcome(LIVE),
      documentOutcome(COPY),
    ]);
    expect(rows(day2)).toEqual([`same ${FILE} from ${FILE}`, `same ${IN_V2} from ${IN_V2}`]);
    expect(day2.deletions).toEqual([IN_V1]);
    expect(day2.refusal).toBeNull();
  });

  test('and that the list of a branch that is known can not be read, then that gets no document of the old one', async () => {
    const dev: GroupSpec = { ...LIVE, id: 201, branch: 'dev' };
    const plan = await planOf(await snapshotOf(LIVE, COPY, dev), [
      ...withoutLists([NOW_LIVE, dev], 'dev'),
      documentOutcome(NOW_LIVE),
    ]);
    expect(plan.manifest.groups.map(({ path }) => path)).toEqual([IN_V1.replace('v1', 'dev'), FILE]);
  });

  test('and that the lists of two branches that are not known can not be read, then all stays where it is until they can', async () => {
    const dev: GroupSpec = { id: 201, name: 'Dev', branch: 'dev' };
    const before = await snapshotOf(LIVE, COPY);
    const unread = [NOW_LIVE, NOW_V1, dev];
    const lists = withoutLists(unread, 'v1', 'dev');
    const plan = await planOf(before, [...lists, documentOutcome(NOW_LIVE)]);
    expect(plan).toMatchObject({ manifest: before, writes: [], deletions: [], refusal: null });
    expect(plan.groups.map(({ path, isAwaiting }) => [path, isAwaiting])).toEqual([
      [FILE, true],
      [IN_V2, true],
    ]);
    const after = await planOf(plan.manifest, walk(unread));
    expect(after.manifest.groups.map(({ path }) => path)).toEqual([
      IN_V1.replace('v1/shop', 'dev/dev'),
      FILE,
      IN_V1,
    ]);
  });

  test('and that one of these is known to have the address, then its documents go on in the other', async () => {
    const dev: GroupSpec = { ...LIVE, id: 201, branch: 'dev' };
    const plan = await planOf(await snapshotOf(LIVE, COPY, dev), [
      ...withoutLists([NOW_LIVE, NOW_V1, dev], 'v1', 'dev'),
      documentOutcome(NOW_LIVE),
    ]);
    expect(plan.manifest.groups.map(({ path }) => path)).toEqual([IN_V1.replace('v1', 'dev'), FILE, IN_V1]);
    expect(plan.writes).toContainEqual(expect.objectContaining({ path: IN_V1, from: FILE }));
  });

  test('and that its documents come a run later than others, then the list of the old one may fail in that run', async () => {
    const [other, otherCopy] = [LIVE, COPY].map((spec) => ({
      ...spec,
      id: spec.id + 1,
      name: 'Other',
      canonical: 'other',
    }));
    if (other === undefined || otherCopy === undefined) throw new Error('no other');
    const switched = [NOW_LIVE, NOW_V1, { ...otherCopy, branch: null }, { ...other, branch: 'v1' }] as const;
    const day1 = await planOf(await snapshotOf(LIVE, COPY, other, otherCopy), [
      ...listings(switched, 'v2'),
      ...[NOW_LIVE, NOW_V1].map((spec) => failedOutcome(spec)),
      ...switched.slice(2).map((spec) => documentOutcome(spec)),
    ]);
    const day2 = await planOf(day1.manifest, [
      ...withoutLists(switched, 'v1'),
      documentOutcome(NOW_LIVE),
      documentOutcome(switched[2]),
    ]);
    expect(rows(day2)).toContain(`kept-unseen ${IN_V1} from ${FILE}`);
    expect(day2.writes).toContainEqual(expect.objectContaining({ path: IN_V1, from: FILE }));
  });

  test('then a document that moves there takes the name of none that stays', async () => {
    const old: GroupSpec = { id: 300, name: 'Shop', canonical: 'old' };
    const plan = await planOf(await snapshotOf(old, COPY), [
      ...withoutLists([NOW_LIVE, { ...old, branch: 'v1' }], 'v1'),
      documentOutcome(NOW_LIVE),
    ]);
    expect(rows(plan)).toContain(`kept-unseen ${FILE} from ${FILE}`);
  });

  test('then a run of the live branch alone and one of the others, in turn, keep what is there and nothing else', async () => {
    const extra: GroupSpec = { id: 102, name: 'Extra', canonical: 'ext', branch: 'v2' };
    let manifest = await snapshotOf(LIVE, COPY, extra);
    for (const live of [true, false, true, false]) {
      const isOfRun = (branch: string | null | undefined) => (branch === null) === live;
      const outcomes = [
        ...listings([NOW_LIVE, NOW_V1], 'v2').filter(
          (one) => one.kind !== 'listed' || one.scope.level !== 'branch' || isOfRun(one.scope.branch),
        ),
        ...[NOW_LIVE, NOW_V1].filter(({ branch }) => isOfRun(branch)).map((spec) => documentOutcome(spec)),
      ];
      const selects = ({ branch }: { branch: { live: boolean } }) => branch.live === live;
      manifest = planSnapshot(manifest, await reduced(outcomes), { selects }).manifest;
    }
    expect(manifest.groups.map(({ path }) => path)).toEqual([FILE, IN_V1]);
  });

  test('then a run that does not look at the live one leaves it to the one that does', async () => {
    const before = await snapshotOf(COPY);
    const others = await planOf(before, [
      ...listings([NOW_LIVE, NOW_V1], 'v2').filter(notOfLive),
      documentOutcome(NOW_V1),
    ]);
    expect(rows(others)).toEqual([`added ${IN_V1} from null`, `kept-unseen ${IN_V2} from ${IN_V2}`]);
    const live = await planOf(others.manifest, walk([NOW_LIVE, NOW_V1]));
    expect(rows(live)).toEqual([`renamed ${FILE} from ${IN_V2}`, `same ${IN_V1} from ${IN_V1}`]);
    const again = await planOf(live.manifest, [
      ...listings([NOW_LIVE, NOW_V1], 'v2').filter(notOfLive),
      documentOutcome(NOW_V1),
    ]);
    expect(again).toMatchObject({ writes: [], deletions: [], manifest: live.manifest });
  });

  test('and that one of its groups is deleted, then that one is gone', async () => {
    const other: GroupSpec = { id: 102, name: 'Other', canonical: 'other', branch: 'v2' };
    const before = await snapshotOf(LIVE, COPY, other);
    const outcomes = [
      ...listings([NOW_LIVE, NOW_V1], 'v2'),
      documentOutcome(NOW_LIVE),
      documentOutcome(NOW_V1),
    ];
    const plan = await planOf(before, outcomes, 1);
    expect(rows(plan)).toContain(`removed null from ${IN_V2.replace('shop.json', 'other.json')}`);
    expect(plan.refusal).toBeNull();
  });

  test('then a group that the old one had not moves there', async () => {
    const plan = await planOf(await snapshotOf(COPY), walk([NOW_LIVE]));
    expect(rows(plan)).toEqual([`renamed ${FILE} from ${IN_V2}`]);
    expect(plan.deletions).toEqual([IN_V2]);
  });
});

test('given a group that is deleted and one that is made with the same name and another address, then they are two', async () => {
  const plan = await planOf(await snapshotOf(LIVE), walk([{ ...LIVE, id: 2, canonical: 'other' }]), 1);
  expect(rows(plan).toSorted()).toEqual([`added ${FILE} from null`, `removed null from ${FILE}`]);
});

test('given a group that is deleted while another branch can not be listed, then it is gone as soon as that can', async () => {
  const other: GroupSpec = { id: 2, name: 'Other' };
  const before = await snapshotOf(LIVE, other, COPY);
  const unlisted = [...withoutLists([other, COPY], 'v2'), documentOutcome(other)];
  expect(rows(await planOf(before, unlisted))).toContain(`kept-unseen ${FILE} from ${FILE}`);
  expect(rows(await planOf(before, walk([other, COPY]), 1))).toContain(`removed null from ${FILE}`);
});

test('given ids that branches share, then a branch that is deleted is gone, and nothing took its place', async () => {
  const shared: GroupSpec = { ...LIVE, branch: 'v2' };
  const plan = await planOf(await snapshotOf(LIVE, shared), walk([LIVE]), 1);
  expect(rows(plan).toSorted()).toEqual([`removed null from ${IN_V2}`, `same ${FILE} from ${FILE}`]);
});
