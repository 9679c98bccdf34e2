import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import { XanoSpecsError } from '../../src/http/errors.ts';
import {
  EMPTY_MANIFEST,
  type Manifest,
  memoryStaging,
  planSnapshot,
  type SnapshotPlan,
  type Staging,
} from '../../src/index.ts';
import {
  documentOutcome,
  failedOutcome,
  type GroupSpec,
  group,
  listings,
  reduced,
  unreadableOutcome,
} from './account.ts';

/** A snapshot as a folder would hold it: carried out in memory, as simply as can be. */
interface Snapshot {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
}

async function carryOut(before: Snapshot, plan: SnapshotPlan, staging: Staging): Promise<Snapshot> {
  const files = new Map(before.files);
  for (const path of plan.deletions) files.delete(path);
  for (const { path, sha256, from } of plan.writes) {
    const text = from === null ? await staging.read(sha256) : before.files.get(from);
    files.set(path, text ?? 'lost');
  }
  return { manifest: plan.manifest, files };
}

const spec = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  name: fc.constantFrom('Api', 'API', 'Billing', 'CON', '..', 'api-2', ''),
  instance: fc.constantFrom('shop', 'SHOP'),
  workspace: fc.integer({ min: 1, max: 2 }),
  workspaceName: fc.constantFrom('Main', 'MAIN', 'Other'),
  branch: fc.constantFrom(null, 'v2'),
  canonical: fc.constantFrom('a', 'b', null),
});
const keyOf = (one: GroupSpec) => JSON.stringify([one.id, one.instance, one.workspace, one.branch]);

/** One walk: the groups that exist, what came of each, and which lists could not be read. */
const walked = fc
  .uniqueArray(
    fc.record({
      spec,
      fate: fc.constantFrom('document', 'edited', 'failed', 'unreadable', 'unselected'),
    }),
    { selector: (one) => keyOf(one.spec), maxLength: 8 },
  )
  .chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      live: fc.constantFrom(null, 'v1', 'v2'),
      lost: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
      order: fc.infiniteStream(fc.nat()),
    }),
  );
type Walked = typeof walked extends fc.Arbitrary<infer T> ? T : never;

function outcomesOf({ groups, live, lost, order }: Walked): FetchOutcome[] {
  const outcomes = listings(
    groups.map((one) => one.spec),
    live,
  ).map((outcome, index): FetchOutcome => {
    if (!lost.includes(index) || outcome.kind !== 'listed') return outcome;
    return {
      kind: 'listing-failed',
      scope: failedScope(outcome.scope),
      error: new XanoSpecsError('TIMEOUT', 'x'),
    };
  });
  for (const { spec: one, fate } of groups) {
    if (fate === 'document') outcomes.push(documentOutcome(one));
    if (fate === 'edited') outcomes.push(documentOutcome(one, 'edited'));
    if (fate === 'failed') outcomes.push(failedOutcome(one));
    if (fate === 'unreadable') outcomes.push(unreadableOutcome(one));
  }
  return outcomes
    .map((outcome): [number, FetchOutcome] => [Number(order.next().value), outcome])
    .toSorted(([a], [b]) => a - b)
    .map(([, outcome]) => outcome);
}

function failedScope(scope: Extract<FetchOutcome, { kind: 'listed' }>['scope']) {
  if (scope.level === 'account') return null;
  const { instance } = group({ id: 1, instance: scope.instance });
  if (scope.level === 'instance') return { instance, workspace: null, branch: null };
  const workspace = { id: scope.workspace, name: '' };
  return { instance, workspace, branch: scope.level === 'branch' ? scope.branch : null };
}

/** Runs the walks one after another and hands each step to a check. */
async function follow(
  walks: readonly Walked[],
  check: (step: {
    before: Snapshot;
    plan: SnapshotPlan;
    after: Snapshot;
    walk: Walked;
    outcomes: FetchOutcome[];
  }) => Promise<void> | void,
): Promise<void> {
  let before: Snapshot = { manifest: EMPTY_MANIFEST, files: new Map() };
  for (const walk of walks) {
    const staging = memoryStaging();
    const outcomes = outcomesOf(walk);
    const plan = planSnapshot(before.manifest, await reduced(outcomes, staging), {
      maxRemoved: Number.POSITIVE_INFINITY,
    });
    const after = await carryOut(before, plan, staging);
    await check({ before, plan, after, walk, outcomes });
    before = after;
  }
}

const walks = fc.array(walked, { minLength: 1, maxLength: 5 });

describe('over any sequence of walks', () => {
  test('the files are exactly those that the manifest names, with its hashes', async () => {
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, ({ after }) => {
          expect([...after.files.keys()].toSorted()).toEqual(after.manifest.groups.map(({ path }) => path));
          for (const { path, sha256 } of after.manifest.groups) {
            expect(
              createHash('sha256')
                .update(after.files.get(path) ?? '')
                .digest('hex'),
            ).toBe(sha256);
          }
        }),
      ),
    );
  });

  test('a plan that was carried out leaves nothing to do for the same outcomes', async () => {
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, async ({ plan, outcomes }) => {
          const again = planSnapshot(plan.manifest, await reduced(outcomes));
          expect(again).toMatchObject({ writes: [], deletions: [], manifest: plan.manifest, refusal: null });
        }),
      ),
    );
  });

  test('the order of the outcomes changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, async ({ before, plan, outcomes }) => {
          const turned = planSnapshot(before.manifest, await reduced(outcomes.toReversed()), {
            maxRemoved: Number.POSITIVE_INFINITY,
          });
          expect(turned.manifestText).toBe(plan.manifestText);
          expect(turned.writes).toEqual(plan.writes);
        }),
      ),
    );
  });

  test('no group that exists loses its file, and its last good text stays when it fails', async () => {
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, ({ before, plan, after, walk }) => {
          const fates = new Map(walk.groups.map((one) => [keyOf(one.spec), one.fate]));
          for (const { before: entry, after: next, status } of plan.groups) {
            if (entry === null) continue;
            const fate = fates.get(
              JSON.stringify([entry.group.id, entry.instance.name, entry.workspace.id, entry.branch]),
            );
            if (fate === undefined) continue;
            expect(status).not.toBe('removed');
            if (fate === 'document' || fate === 'edited') continue;
            expect(after.files.get(next?.path ?? '')).toBe(before.files.get(entry.path));
          }
        }),
      ),
    );
  });

  test('no text goes while its group stands in another branch and could not be read there', async () => {
    const placeOf = (id: number, instance: string, workspace: number) =>
      JSON.stringify([id, instance, workspace]);
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, ({ before, plan, after, walk }) => {
          const now = Map.groupBy(walk.groups, ({ spec: { id, instance, workspace } }) =>
            placeOf(id, instance, workspace),
          );
          const then = Map.groupBy(before.manifest.groups, ({ group, instance, workspace }) =>
            placeOf(group.id, instance.name, workspace.id),
          );
          for (const [place, [entry, ...others]] of then) {
            const [one, ...more] = now.get(place) ?? [];
            // An id in two places at a time does not say which of them moved.
            if (entry === undefined || one === undefined || others.length + more.length > 0) continue;
            if (!['failed', 'unreadable'].includes(one.fate) || !plan.deletions.includes(entry.path))
              continue;
            expect([...after.files.values()]).toContain(before.files.get(entry.path));
          }
        }),
      ),
    );
  });

  test('a walk in which every list failed removes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(walks, walked, (given, last) =>
        follow(
          [...given, { ...last, lost: Array.from({ length: 40 }, (_, index) => index) }],
          ({ before, plan, walk }) => {
            if (walk.lost.length < 40) return;
            expect(plan.groups.filter(({ status }) => status === 'removed')).toEqual([]);
            expect(plan.manifest.groups.length).toBeGreaterThanOrEqual(before.manifest.groups.length);
          },
        ),
      ),
    );
  });

  test('a renamed file keeps its text', async () => {
    await fc.assert(
      fc.asyncProperty(walks, (given) =>
        follow(given, ({ before, plan, after }) => {
          for (const { status, path, previousPath } of plan.groups) {
            if (status !== 'renamed') continue;
            expect(after.files.get(path ?? '')).toBe(before.files.get(previousPath ?? ''));
          }
        }),
      ),
    );
  });
});
