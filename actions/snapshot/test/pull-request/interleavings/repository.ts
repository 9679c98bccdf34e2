import { type FakeGitHub, startFakeGitHub } from '@xano-specs/fake-github';
import { createOctokit } from '@xano-specs/github';
import { commitSnapshot } from '../../../src/commit.ts';
import type { ProposalOutcome } from '../../../src/pull-request/proposal.ts';
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
  | { readonly kind: 'merge'; readonly method: 'merge' | 'squash' };

/** A repository whose main holds a snapshot, and the ways in which runs reach it. */
export class Repository {
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
    const options = { ...(await planningOf(state)), ...extras, log: () => {}, warn: () => {} };
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
export async function blobsOf({ github }: Repository, ref: string): Promise<Map<string, string>> {
  const printed = await github.git('ls-tree', '-r', ref, 'specs');
  const lines = printed.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.split('\t')[1] ?? '', line.split(/\s/)[2] ?? '']));
}
