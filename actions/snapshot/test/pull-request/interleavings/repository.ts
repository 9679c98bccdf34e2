import { type FakeGitHub, startFakeGitHub } from '@xano-specs/fake-github';
import { createOctokit } from '@xano-specs/github';
import { commitOrPropose } from '../../../src/auto.ts';
import { commitSnapshot, type Planned, type PlanningOptions } from '../../../src/commit.ts';
import type { Proposal, ProposalOutcome } from '../../../src/pull-request/proposal.ts';
import { proposeSnapshot } from '../../../src/pull-request/propose.ts';
import { BRANCH } from '../scene.ts';
import { planningOf, type XanoState } from './xano-states.ts';

/** What people do meanwhile. */
export type PersonsAct =
  | {
      readonly kind:
        | 'push-to-branch'
        | 'push-to-main'
        | 'edit-document'
        | 'update-branch'
        | 'close'
        | 'delete-branch';
    }
  | { readonly kind: 'merge'; readonly method: 'merge' | 'squash' | 'rebase' };

/** A repository whose main holds a snapshot, and the ways in which runs reach it. */
export class Repository {
  readonly github: FakeGitHub;
  /** Commits of people, and those that they gave up or brought to main in another form. */
  readonly people = new Set<string>();
  readonly given = new Set<string>();
  /** What people did, and after how many requests. */
  readonly history: string[] = [];
  /** Times that people closed a pull request, or deleted its branch. */
  refusals = 0;
  #pushed = 0;

  readonly #changeLog: boolean;

  private constructor(github: FakeGitHub, changeLog: boolean) {
    this.github = github;
    this.#changeLog = changeLog;
  }

  static async start(changeLog: boolean): Promise<Repository> {
    const repository = new Repository(await startFakeGitHub(), changeLog);
    await repository.commit([0, 0], fetch);
    return repository;
  }

  async propose(state: XanoState, send: typeof fetch): Promise<ProposalOutcome> {
    return (await this.#propose(state, send, () => true)).outcome;
  }

  async #propose(
    state: XanoState,
    send: typeof fetch,
    mayPropose: (planned: Planned) => boolean,
  ): Promise<Proposal> {
    const place = { ...this.#place, pullRequestBranch: BRANCH, serverUrl: this.github.serverUrl };
    const extras = { title: '', labels: ['api'], reviewers: ['grace'], teamReviewers: [], draft: false };
    const edges = { log: () => {}, warn: () => {} };
    const options = { ...(await this.#planning(state)), ...extras, ...edges, mayPropose };
    return proposeSnapshot(this.#client(send), place, options);
  }

  async commit(state: XanoState, send: typeof fetch): Promise<void> {
    await this.#commit(state, send, () => true);
  }

  /** As `auto` does: the pull request is looked after when something was committed. */
  async auto(state: XanoState, send: typeof fetch): Promise<void> {
    const proposal = await commitOrPropose({
      commit: (mayCommit) => this.#commit(state, send, mayCommit),
      propose: (mayPropose) => this.#propose(state, send, mayPropose),
    });
    if (proposal === null) await this.#propose(state, send, () => true);
  }

  async #commit(
    state: XanoState,
    send: typeof fetch,
    mayCommit: (planned: Planned) => boolean,
  ): Promise<boolean> {
    const edges = { createBranch: false, log: () => {} };
    const options = { ...(await this.#planning(state)), ...edges, mayCommit };
    return (await commitSnapshot(this.#client(send), this.#place, options)).outcome === 'committed';
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
        if (hasBranch) await this.github.updateBranch(BRANCH).catch(() => {});
        return;
      case 'close':
        if (open === undefined) return;
        this.refusals++;
        return this.github.closePullRequest(open.number);
      case 'delete-branch': {
        if (!hasBranch) return;
        this.refusals++;
        // Whoever deletes a branch gives up what it alone holds.
        await this.#giveUp(BRANCH);
        return this.github.deleteBranch(BRANCH);
      }
      case 'merge':
        if (open === undefined || !hasBranch) return;
        // Where both sides changed a file, the button is grey.
        await this.github.mergePullRequest(open.number, act.method).catch(() => {});
        // What a squash or a rebase has brought to main may go from the branch.
        if (open.mergedAt !== null) return this.#giveUp(open.headSha);
    }
  }

  /** Lets the next write that matches go wrong. */
  fault(kind: 'lost-answer' | 'bad-gateway'): void {
    this.github.faults.next(
      { method: 'POST', path: /\/graphql|\/pulls$|\/git\/(?:trees|commits|refs)$/ },
      { kind },
    );
  }

  async #planning(state: XanoState): Promise<PlanningOptions> {
    return { ...(await planningOf(state)), changeLog: this.#changeLog };
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

  /** Commits that a branch alone holds are no longer asked for. */
  async #giveUp(tip: string): Promise<void> {
    const given = await this.github.git('rev-list', tip, '^main');
    for (const sha of given.split('\n')) this.given.add(sha);
  }

  async #push(branch: string, path: string): Promise<void> {
    const sha = await this.github.commit(branch, { [path]: `written ${this.#pushed++}` });
    this.people.add(sha);
    this.history.push(`${this.github.requests.length} ${branch} ${sha}`);
  }
}

/** The documents of a branch by path, as blobs, and the manifest. */
export async function blobsOf({ github }: Repository, ref: string): Promise<Map<string, string>> {
  const printed = await github.git('ls-tree', '-r', ref, 'specs');
  const lines = printed.split('\n').filter((line) => line !== '' && !line.includes('CHANGELOG'));
  return new Map(lines.map((line) => [line.split('\t')[1] ?? '', line.split(/\s/)[2] ?? '']));
}
