import { expect, test } from '@jest/globals';
import { MANIFEST_FILE, parseManifest } from '@xano-specs/core';
import fc from 'fast-check';
import type { ProposalOutcome } from '../../src/pull-request/proposal.ts';
import { blobsOf, type PersonsAct, Repository } from './interleavings/repository.ts';
import { documentsOf, FATES, type Fate, outcomesOf, type XanoState } from './interleavings/xano-states.ts';
import { BRANCH } from './scene.ts';

/** How many orders are tried; more of them when asked for. */
const RUNS = Number(process.env.XANO_SPECS_RUNS ?? 12);

/** How long an order may take before fewer of them are tried, as on a machine that is busy otherwise. */
const LONGEST_RUN_MS = 7_000;

type Event = { readonly after: number } & (
  | { readonly act: PersonsAct }
  | { readonly fault: 'lost-answer' | 'bad-gateway' }
);

/** Every commit of ours holds a whole snapshot: the documents are those of the manifest beside them. */
async function expectWholeSnapshots(repository: Repository): Promise<void> {
  const { github } = repository;
  const known = new Map<string, string>();
  for (const version of [0, 1, 2] as const) {
    for (const one of (await outcomesOf([version, version])).groups.values()) {
      if (one.kind === 'document') known.set(one.sha256, one.gitBlob);
    }
  }
  const printed = await github.git('log', '--branches', '--author=github-actions', '--format=%H');
  for (const sha of printed.split('\n').filter((line) => line !== '')) {
    const blobs = await blobsOf(repository, sha);
    const { groups } = parseManifest(await github.git('show', `${sha}:specs/${MANIFEST_FILE}`));
    expect(groups.map(({ path }) => blobs.get(`specs/${path}`))).toEqual(
      groups.map(({ sha256 }) => known.get(sha256)),
    );
  }
}

/** Every commit of people can still be reached from a branch. */
async function expectPeopleKept({ github, people, given, history }: Repository): Promise<void> {
  const reached = new Set((await github.git('rev-list', '--branches')).split('\n'));
  const lost = [...people.difference(given)].filter((sha) => !reached.has(sha));
  // What happened is told beside it, for whoever looks for the cause.
  const writes = github.requests.flatMap(({ method, path, graphql, status }, index) =>
    method === 'GET' ? [] : [`${index} ${method} ${graphql ?? path} ${status}`],
  );
  expect({ lost, history, writes }).toEqual({ lost: [], history, writes });
}

/** After a run without disturbance, what Xano holds is on main, or proposed, or was refused by people. */
async function expectArrived(
  repository: Repository,
  outcome: ProposalOutcome,
  state: XanoState,
): Promise<void> {
  const open = repository.github.state.pulls.filter((pull) => pull.state === 'open');
  const proposed = ['created', 'updated', 'unchanged'].includes(outcome);
  if (outcome === 'declined') {
    expect([open, repository.refusals > 0]).toEqual([[], true]);
    return;
  }
  expect(open.length).toBe(proposed || outcome === 'left-open' ? 1 : 0);
  const blobs = await blobsOf(repository, proposed ? BRANCH : 'main');
  const documents = [...blobs].filter(([path]) => !path.endsWith(MANIFEST_FILE)).map(([, blob]) => blob);
  expect(documents.sort()).toEqual(await documentsOf(state));
}

/** What a run finds while others are under way, and what the last one finds, which reads everything. */
const fate = fc.constantFrom<Fate>(0, 1, 2, 0, 1, 2, ...FATES);
const state: fc.Arbitrary<XanoState> = fc.tuple(fate, fate);
const whole: fc.Arbitrary<XanoState> = fc.tuple(
  fc.constantFrom<Fate>(0, 1, 2, 'gone'),
  fc.constantFrom<Fate>(0, 1, 2),
);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('push-to-branch' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit-document' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('push-to-main' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('update-branch' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-branch' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      method: fc.constantFrom('merge' as const, 'squash' as const, 'rebase' as const),
    }),
  },
);
const after = fc.nat({ max: 40 });
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ after, act }) },
  {
    weight: 1,
    arbitrary: fc.record({ after, fault: fc.constantFrom('lost-answer' as const, 'bad-gateway' as const) }),
  },
);
const runs = fc.array(
  fc.record({ state, kind: fc.constantFrom('propose' as const, 'auto' as const, 'commit' as const) }),
  {
    minLength: 2,
    maxLength: 2,
  },
);
const events = fc.array(event, { maxLength: 4 });

test(
  'law: in every order of two runs, people and faults, no commit of people is lost, and no half of a snapshot is on a branch',
  async () => {
    const enough = performance.now() + RUNS * LONGEST_RUN_MS;
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.option(state),
        runs,
        events,
        whole,
        fc.boolean(),
        fc.scheduler(),
        async (first, both, between, last, changeLog, order) => {
          if (performance.now() > enough) return;
          tried += 1;
          const repository = await Repository.start(changeLog);
          try {
            if (first !== null) await repository.propose(first, fetch);
            const inTurn: typeof fetch = async (input, init) => {
              await order.schedule(Promise.resolve());
              return fetch(input, init);
            };
            const happening = between.map(async (one) => {
              for (let turn = 0; turn < one.after; turn++) await order.schedule(Promise.resolve());
              if ('act' in one) await repository.act(one.act);
              else repository.fault(one.fault);
            });
            const running = both.map(({ kind, state }) => repository[kind](state, inTurn));
            await order.waitFor(Promise.all([...running, ...happening]));
            repository.github.faults.clear();
            await expectPeopleKept(repository);
            const outcome = await repository.propose(last, fetch);
            await expectPeopleKept(repository);
            await expectArrived(repository, outcome, last);
            await expectWholeSnapshots(repository);
            expect(await repository.github.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe(
              '',
            );
          } finally {
            await repository.github.close();
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
    // On a machine that is busy otherwise fewer are tried, and never next to none.
    expect(tried).toBeGreaterThanOrEqual(RUNS / 3);
  },
  RUNS * LONGEST_RUN_MS + 300_000,
);
