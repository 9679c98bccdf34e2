import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FetchOutcome } from '../../src/fetch/outcome.ts';
import {
  EMPTY_MANIFEST,
  type FetchedShare,
  fetchedShareText,
  mergeShares,
  parseFetchedShare,
  parseShare,
  parseSharePlan,
  planShares,
  planSnapshot,
  type ReducedOutcomes,
  type SharePlan,
  type ShareSettings,
  shareFilters,
  sharePlanText,
} from '../../src/index.ts';
import {
  documentOutcome,
  failedOutcome,
  type GroupSpec,
  group,
  listings,
  reduced,
  unreadableOutcome,
} from '../snapshot/account.ts';

const SETTINGS: ShareSettings = {
  instances: [],
  workspaces: [],
  branches: [],
  groups: [],
  format: 'json',
  stripExamples: false,
  extractComponents: false,
  redact: false,
  allowedHosts: [],
  address: 'https://app.xano.com',
};

function instancesOf(names: readonly string[]) {
  return names.map((name) => ({ name, display: name.toUpperCase() }));
}

function planFor(names: readonly string[], atMost: number, run = '1'): SharePlan {
  return planShares({ selected: instancesOf(names), names }, SETTINGS, atMost, run);
}

/** What the job of each share finds of an account, as it comes through a file. */
async function fetchShares(
  plan: SharePlan,
  outcomes: readonly FetchOutcome[],
): Promise<Map<number, FetchedShare>> {
  const found = new Map<number, FetchedShare>();
  for (const share of plan.shares) {
    const own = await reducedOf(
      outcomes,
      share.instances.map(({ name }) => name),
    );
    const { value, problem } = parseFetchedShare(fetchedShareText({ share, outcomes: own }, (text) => text));
    if (value === null) throw new Error(problem);
    found.set(share.number, value);
  }
  return found;
}

function instanceOf(outcome: FetchOutcome): string | null {
  if (outcome.kind === 'listed') return outcome.scope.level === 'account' ? null : outcome.scope.instance;
  if (outcome.kind === 'listing-failed') return outcome.scope?.instance.name ?? null;
  return outcome.group.instance.name;
}

function reducedOf(outcomes: readonly FetchOutcome[], instances: readonly string[]) {
  return reduced(
    outcomes.filter((outcome) => {
      const instance = instanceOf(outcome);
      return instance === null || instances.includes(instance);
    }),
  );
}

const names = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 40 });

describe('a run that is divided among jobs', () => {
  test('gives every instance to exactly one job, and every job about as many', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 256 }), (all, atMost) => {
        const { shares } = planFor(all, atMost);
        expect(shares.length).toBe(Math.min(all.length, atMost));
        expect(shares.flatMap(({ instances }) => instances.map(({ name }) => name)).toSorted()).toEqual(
          all.toSorted(),
        );
        const sizes = shares.map(({ instances }) => instances.length);
        expect(Math.max(1, ...sizes) - Math.min(...sizes, Math.max(1, ...sizes))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('divides the same instances in the same way, in whatever order Xano lists them', () => {
    expect(planFor(['c', 'a', 'b'], 2)).toEqual({ ...planFor(['a', 'b', 'c'], 2), listed: ['c', 'a', 'b'] });
  });

  test('hands plan and shares on as text', () => {
    fc.assert(
      fc.property(names, (all) => {
        const plan = planFor(all, 3);
        expect(parseSharePlan(sharePlanText(plan))).toEqual(plan);
        for (const share of plan.shares) expect(parseShare(JSON.stringify(share))).toEqual(share);
      }),
    );
  });

  test('lets a job fetch what the settings select of its own instances, by their exact names', () => {
    const settings = { ...SETTINGS, groups: ['!internal'] };
    const { selects, selectsInstance } = shareFilters({ instances: instancesOf(['a*']), settings });
    expect(selectsInstance({ name: 'a*', display: 'A' })).toBe(true);
    expect(selectsInstance({ name: 'ab', display: 'a*' })).toBe(false);
    expect(selects(group({ id: 1, instance: 'a*', name: 'Public' }))).toBe(true);
    expect(selects(group({ id: 1, instance: 'a*', name: 'Internal' }))).toBe(false);
  });

  const spec = fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    instance: fc.constantFrom('a', 'b', 'c', 'd'),
    fate: fc.constantFrom('document' as const, 'failed' as const, 'unreadable' as const),
  });
  const account = fc.uniqueArray(spec, {
    selector: ({ id, instance }) => `${instance} ${id}`,
    maxLength: 12,
  });
  const outcomesOf = (specs: readonly (GroupSpec & { fate: 'document' | 'failed' | 'unreadable' })[]) => [
    ...listings(specs),
    ...specs.map((one) =>
      one.fate === 'document'
        ? documentOutcome(one)
        : one.fate === 'failed'
          ? failedOutcome(one)
          : unreadableOutcome(one),
    ),
  ];
  const instancesIn = (specs: readonly GroupSpec[]) => [
    ...new Set(specs.map(({ instance }) => instance ?? '')),
  ];

  test('plans the same snapshot as one job would, however many share the work', async () => {
    await fc.assert(
      fc.asyncProperty(account, account, fc.integer({ min: 1, max: 4 }), async (before, now, jobs) => {
        const first = await reduced(outcomesOf(before));
        const { manifest } = planSnapshot(EMPTY_MANIFEST, first);
        const whole = await reduced(outcomesOf(now));
        const plan = planFor(instancesIn(now), jobs);
        const merged = mergeShares(plan, await fetchShares(plan, outcomesOf(now)));
        const options = { maxRemoved: Number.POSITIVE_INFINITY };
        const asOne = planSnapshot(manifest, whole, options);
        const divided = planSnapshot(manifest, merged, options);
        expect(divided.manifestText).toBe(asOne.manifestText);
        expect(divided.deletions).toEqual(asOne.deletions);
        expect(divided.groups.map(({ status }) => status)).toEqual(asOne.groups.map(({ status }) => status));
      }),
      { numRuns: 200 },
    );
  });

  test('keeps all that the snapshot held of a share whose job left nothing', async () => {
    await fc.assert(
      fc.asyncProperty(account, account, fc.integer({ min: 1, max: 4 }), async (before, now, lost) => {
        const first = await reduced(outcomesOf(before));
        const { manifest } = planSnapshot(EMPTY_MANIFEST, first);
        const plan = planFor(instancesIn(now), 4);
        const found = await fetchShares(plan, outcomesOf(now));
        found.delete(lost);
        const merged = mergeShares(plan, found);
        const { deletions, manifest: next } = planSnapshot(manifest, merged, {
          maxRemoved: Number.POSITIVE_INFINITY,
        });
        const own = new Set(
          plan.shares.find(({ number }) => number === lost)?.instances.map(({ name }) => name),
        );
        const heldOf = ({ groups }: typeof manifest) =>
          groups.filter(({ instance }) => own.has(instance.name));
        expect(heldOf(next)).toEqual(heldOf(manifest));
        expect(deletions.filter((path) => own.has(path.split('/')[0] ?? ''))).toEqual([]);
        expect(merged.unlisted.filter(({ error }) => error.code === 'SHARE_MISSING')).toHaveLength(own.size);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a job hands on', () => {
  const share = planFor(['a', 'b'], 2).shares[0];
  if (share === undefined) throw new Error('Two instances gave no share.');
  const textOf = (outcomes: ReducedOutcomes) => fetchedShareText({ share, outcomes }, (text) => text);

  test('given a share with other instances than the plan says, counts it as missing', async () => {
    const plan = planFor(['a', 'b'], 2);
    const found = await fetchShares(planFor(['a', 'b', 'c'], 2), listings([{ id: 1, instance: 'a' }]));
    expect(mergeShares(plan, found).unlisted.map(({ error }) => error.message)).toEqual([
      'The job that was to fetch share 2 of 2 left nothing that can be used.',
    ]);
  });

  test('given a share that an earlier run left there, counts it as missing', async () => {
    const earlier = (await fetchShares(planFor(['a', 'b'], 2, '1'), [])).get(2);
    const found = await fetchShares(planFor(['a', 'b'], 2, '2'), []);
    if (earlier !== undefined) found.set(2, earlier);
    expect(
      mergeShares(planFor(['a', 'b'], 2, '2'), found).unlisted.map(({ error }) => error.message),
    ).toEqual(['The job that was to fetch share 2 of 2 left nothing that can be used.']);
  });

  test('given a job that could not list the instances, counts its own as not listed, and no other', () => {
    const plan = planFor(['a', 'b'], 2);
    const nothing: ReducedOutcomes = {
      groups: new Map(),
      listed: [],
      unlisted: [{ kind: 'listing-failed', scope: null, error: failure() }],
    };
    const found = new Map(plan.shares.map((one) => [one.number, { share: one, outcomes: nothing }]));
    found.delete(2);
    expect(
      mergeShares(plan, found).unlisted.map(({ scope, error }) => [scope?.instance.name, error.code]),
    ).toEqual([
      ['a', 'TIMEOUT'],
      ['b', 'SHARE_MISSING'],
    ]);
  });

  test('takes secrets out of the errors that it hands on', async () => {
    const outcomes = await reduced([failedOutcome({ id: 1, instance: 'a' })]);
    const text = fetchedShareText({ share, outcomes }, (line) => line.replaceAll('answer', '***'));
    expect(text).toContain('no ***');
    expect(text).not.toContain('no answer');
  });

  test.each([
    ['no JSON', () => '{'],
    [
      'a list of an instance that is not its own',
      async () => {
        const outcomes = await reduced([]);
        const foreign = { level: 'instance' as const, instance: 'b', workspaces: [] };
        return textOf({ ...outcomes, listed: [foreign] });
      },
    ],
    [
      'a group of an instance that is not its own',
      async () => {
        const outcomes = await reduced([documentOutcome({ id: 1, instance: 'b' })]);
        return textOf(outcomes);
      },
    ],
    [
      'a hash that is a path',
      async () => {
        const outcomes = await reduced([documentOutcome({ id: 1, instance: 'a' })]);
        return textOf(outcomes).replaceAll(/"sha256":"[0-9a-f]+"/g, '"sha256":"../../../etc/passwd"');
      },
    ],
    [
      'a newer version',
      () =>
        textOf({ groups: new Map(), listed: [], unlisted: [] }).replace(
          '"formatVersion":1',
          '"formatVersion":2',
        ),
    ],
  ])('given %s, says that it can not be used', async (_what, text) => {
    const { value, problem } = parseFetchedShare(await text());
    expect(value).toBeNull();
    expect(problem).toMatch(/\w/);
  });

  test.each(['', '[]', '{"number":1}', JSON.stringify({ ...share, number: 9 })])(
    'given %j as a share, says what to hand on',
    (text) => {
      expect(() => parseShare(text)).toThrow(
        expect.objectContaining({
          code: 'SHARE_UNREADABLE',
          hint: expect.stringContaining('toJSON(matrix.share)'),
        }),
      );
    },
  );

  test('given a plan that is none, says what to do', () => {
    expect(() => parseSharePlan('{"shares":[]}')).toThrow(
      expect.objectContaining({
        code: 'SHARE_PLAN_UNREADABLE',
        message: expect.stringContaining('formatVersion'),
      }),
    );
  });
});

function failure() {
  const outcome = failedOutcome({ id: 1 });
  if (outcome.kind !== 'failed') throw new Error('A failure is none.');
  return outcome.error;
}
