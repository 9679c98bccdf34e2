import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import {
  type FetchOutcome,
  MANIFEST_FILE,
  memoryStaging,
  parseManifest,
  type ReducedOutcomes,
  reduceOutcomes,
} from '@xano-specs/core';
import { type FakeGitHub, startFakeGitHub } from '@xano-specs/fake-github';
import { createOctokit } from '@xano-specs/github';
import fc from 'fast-check';
import { commitSnapshot, type PlanningOptions } from '../../src/commit.ts';
import type { ProposalOutcome } from '../../src/pull-request/proposal.ts';
import { proposeSnapshot } from '../../src/pull-request/propose.ts';
import { apiGroup } from '../groups.ts';
import { BRANCH } from './scene.ts';
import { updateBranch } from './update-branch.ts';

/** How many orders are tried; more of them when asked for. */
const RUNS = Number(process.env.XANO_SPECS_RUNS ?? 12);

/** How long an order may take before fewer of them are tried, as on a machine that is busy otherwise. */
const LONGEST_RUN_MS = 7_000;

/** What Xano holds: which of three documents each of two API groups has. */
type XanoState = readonly [number, number];

type PersonsAct =
  | {
      readonly kind:
        | 'push-to-branch'
        | 'push-to-main'
        | 'edit-document'
        | 'update-branch'
        | 'close'
        | 'delete-branch';
    }
  | { readonly kind: 'merge'; readonly method: 'merge' | 'squash' };

type Event = { readonly after: number } & (
  | { readonly act: PersonsAct }
  | { readonly fault: 'lost-answer' | 'bad-gateway' }
);

const document = (version: number) => ({
  openapi: '3.0.3',
  info: { title: 'Shop', version: '0.0.1' },
  paths: Object.fromEntries(
    [['/a', '/b'], ['/a'], ['/a', '/b', '/c']][version]?.map((path) => [
      path,
      { get: { responses: { 200: { description: 'Success' } } } },
    ]) ?? [],
  ),
});

const staging = memoryStaging();
const group = (id: number) =>
  apiGroup(`Group ${id}`, { group: { id, name: `Group ${id}`, canonical: null } });

async function outcomesOf(state: XanoState): Promise<ReducedOutcomes> {
  async function* outcomes(): AsyncGenerator<FetchOutcome> {
    for (const [id, version] of state.entries()) {
      yield { kind: 'document', group: group(id), document: document(version) };
    }
  }
  return reduceOutcomes(outcomes(), {
    staging,
    format: 'json',
    stripExamples: false,
    extractComponents: false,
  });
}

async function planningOf(state: XanoState): Promise<PlanningOptions> {
  return {
    outcomes: await outcomesOf(state),
    staging,
    selects: () => true,
    maxRemoved: 0,
    refusal: null,
    headline: '',
    startedAt: new Date('2026-11-25T12:00:00Z'),
    changeLog: false,
    redact: (text) => text,
    onPlan: () => {},
    sleep: (milliseconds) => delay(milliseconds / 50),
  };
}

/** A repository whose main holds a snapshot, and the ways in which runs reach it. */
class Repository {
  readonly github: FakeGitHub;
  /** Commits of people that nobody has given up, each with the branch that it was pushed to. */
  readonly people = new Set<string>();
  /** What people did, and after how many requests. */
  readonly history: string[] = [];
  /** Times that people closed a pull request, or deleted its branch. */
  refusals = 0;
  #pushed = 0;

  private constructor(github: FakeGitHub) {
    this.github = github;
  }

  static async start(): Promise<Repository> {
    const repository = new Repository(await startFakeGitHub());
    await repository.commit([0, 0], fetch);
    return repository;
  }

  async propose(state: XanoState, send: typeof fetch): Promise<ProposalOutcome> {
    const place = { ...this.#place, pullRequestBranch: BRANCH, serverUrl: this.github.serverUrl };
    const extras = { title: '', labels: ['api'], reviewers: ['grace'], teamReviewers: [], draft: false };
    const options = { ...(await planningOf(state)), ...extras, log: () => {} };
    return (await proposeSnapshot(this.#client(send), place, options)).outcome;
  }

  async commit(state: XanoState, send: typeof fetch): Promise<void> {
    const options = { ...(await planningOf(state)), dryRun: false, createBranch: false, log: () => {} };
    await commitSnapshot(this.#client(send), this.#place, options);
  }

  async act(act: PersonsAct): Promise<void> {
    this.history.push(`${this.github.requests.length} ${JSON.stringify(act)}`);
    const open = this.github.state.pulls.find(({ state }) => state === 'open');
    const hasBranch = (await this.github.git('branch', '--list', BRANCH)) !== '';
    switch (act.kind) {
      case 'push-to-main':
        return this.#push('main', `human-${this.#pushed}.md`);
      case 'push-to-branch':
        return hasBranch ? this.#push(BRANCH, `human-${this.#pushed}.md`) : undefined;
      case 'edit-document': {
        const [path] = (await this.github.git('ls-tree', '-r', '--name-only', 'main', 'specs')).split('\n');
        return hasBranch ? this.#push(BRANCH, path ?? '') : undefined;
      }
      case 'update-branch':
        if (hasBranch) await updateBranch(this.github).catch(() => {});
        return;
      case 'close':
        if (open === undefined) return;
        this.refusals++;
        return this.github.closePullRequest(open.number);
      case 'delete-branch': {
        if (!hasBranch) return;
        this.refusals++;
        // Whoever deletes a branch gives up what it alone holds.
        const given = await this.github.git('rev-list', BRANCH, '^main');
        for (const sha of given.split('\n')) this.people.delete(sha);
        return this.github.deleteBranch(BRANCH);
      }
      case 'merge':
        if (open === undefined || !hasBranch) return;
        // Where both sides changed a file, the button is grey.
        await this.github.mergePullRequest(open.number, act.method).catch(() => {});
    }
  }

  /** Lets the next write that matches go wrong. */
  fault(kind: 'lost-answer' | 'bad-gateway'): void {
    this.github.faults.next(
      { method: 'POST', path: /\/graphql|\/pulls$|\/git\/(?:trees|commits|refs)$/ },
      { kind },
    );
  }

  get #place() {
    const { owner, name } = this.github.repository;
    return { owner, repo: name, branch: 'main', directory: 'specs' };
  }

  #client(send: typeof fetch) {
    const { apiUrl, graphqlUrl, serverUrl, token } = this.github;
    const env = { GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: graphqlUrl, GITHUB_SERVER_URL: serverUrl };
    return createOctokit({ token, env, fetch: (input, init) => send(input as string, init), secondMs: 1 });
  }

  async #push(branch: string, path: string): Promise<void> {
    const sha = await this.github.commit(branch, { [path]: `written ${this.#pushed++}` });
    this.people.add(sha);
    this.history.push(`${this.github.requests.length} ${branch} ${sha}`);
  }
}

/** The documents of a branch by path, as blobs. */
async function blobsOf({ github }: Repository, ref: string): Promise<Map<string, string>> {
  const printed = await github.git('ls-tree', '-r', ref, 'specs');
  const lines = printed.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.split('\t')[1] ?? '', line.split(/\s/)[2] ?? '']));
}

/** Every commit of ours holds a whole snapshot: the documents are those of the manifest beside them. */
async function expectWholeSnapshots(repository: Repository): Promise<void> {
  const { github } = repository;
  const known = new Map<string, string>();
  for (const version of [0, 1, 2]) {
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
async function expectPeopleKept({ github, people, history }: Repository): Promise<void> {
  const reached = new Set((await github.git('rev-list', '--branches')).split('\n'));
  const lost = [...people].filter((sha) => !reached.has(sha));
  // What happened is told beside it, for whoever looks for the cause.
  const writes = github.requests.flatMap(({ method, path, graphql, status }, index) =>
    method === 'GET' ? [] : [`${index} ${method} ${graphql ?? path} ${status}`],
  );
  expect({ lost, history, writes }).toEqual({ lost: [], history, writes });
}

async function documentsOf(state: XanoState): Promise<string[]> {
  const groups = [...(await outcomesOf(state)).groups.values()];
  return groups.map((one) => (one.kind === 'document' ? one.gitBlob : '')).sort();
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

const state = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }));
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
      method: fc.constantFrom('merge' as const, 'squash' as const),
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
const runs = fc.array(fc.record({ state, kind: fc.constantFrom('propose', 'propose', 'commit') }), {
  minLength: 2,
  maxLength: 2,
});
const events = fc.array(event, { maxLength: 4 });

test(
  'law: in every order of two runs, people and faults, no commit of people is lost, and no half of a snapshot is on a branch',
  async () => {
    const enough = performance.now() + RUNS * LONGEST_RUN_MS;
    await fc.assert(
      fc.asyncProperty(
        fc.option(state),
        runs,
        events,
        state,
        fc.scheduler(),
        async (first, both, between, last, order) => {
          if (performance.now() > enough) return;
          const repository = await Repository.start();
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
            const running = both.map(({ kind, state }) =>
              kind === 'commit' ? repository.commit(state, inTurn) : repository.propose(state, inTurn),
            );
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
  },
  RUNS * LONGEST_RUN_MS + 300_000,
);
