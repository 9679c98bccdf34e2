import { describe, expect, test } from '@jest/globals';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { EMPTY_MANIFEST, type Manifest, planSnapshot, type SnapshotPlan } from '../../src/index.ts';
import { documentOutcome, failedOutcome, type GroupSpec, listings, reduced, walk } from './account.ts';

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

test('given ids that branches share, then a branch that is deleted is gone, and nothing took its place', async () => {
  const shared: GroupSpec = { ...LIVE, branch: 'v2' };
  const plan = await planOf(await snapshotOf(LIVE, shared), walk([LIVE]), 1);
  expect(rows(plan).toSorted()).toEqual([`removed null from ${IN_V2}`, `same ${FILE} from ${FILE}`]);
});
