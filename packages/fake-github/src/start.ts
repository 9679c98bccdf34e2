import type { AddressInfo } from 'node:net';
import { FaultBook, type Faults } from './faults.ts';
import { BareRepository } from './git/bare-repository.ts';
import type { Commit } from './git/commit.ts';
import { type MergeMethod, mergePull, updateBranch } from './merge.ts';
import { closeWithoutBranch, openPull, refreshPull, setPullState } from './pulls.ts';
import { addComment } from './rest/comments.ts';
import { removeLabel, setLabel } from './rest/labels.ts';
import { pullOf } from './rest/pulls.ts';
import { ACTIONS_BOT, noReplyAddress } from './rest/users.ts';
import { createGitHubServer, type LoggedRequest } from './serve.ts';
import { ordinarySettings, type Settings } from './settings.ts';
import { emptyState, type Pull, type State } from './state.ts';
import { type Permissions, READ_ONLY, type Token } from './tokens.ts';
import { branchRef, type World } from './world.ts';

/** Files of a commit by path; null removes one. */
export type CommitFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** How the fake begins. */
export interface FakeGitHubOptions {
  /** `owner/name`; acme/shop unless given. */
  readonly repository?: string;
  /** main unless given. */
  readonly defaultBranch?: string;
  /** Files of the first commit. null leaves the repository empty, without any commit. */
  readonly files?: CommitFiles | null;
  /** A fixed port; any free one unless given. */
  readonly port?: number;
}

/** Who commits, with which message, and on whose fork. */
export interface CommitOptions {
  readonly message?: string;
  readonly author?: { readonly name: string; readonly email: string };
  /** The branch or commit to start from when the branch is new; the default branch unless given. */
  readonly from?: string;
  /** The owner of the fork to push to; the repository itself unless given. */
  readonly fork?: string;
}

/** A pull request to open as a person would. */
export interface PullOptions {
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  readonly draft?: boolean;
  /** The owner of the fork that holds the head; the repository itself unless given. */
  readonly fork?: string;
}

/** A running fake GitHub with one repository. */
export interface FakeGitHub {
  /** For GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_SERVER_URL. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  /** A GITHUB_TOKEN that may do everything. */
  readonly token: string;
  /** A GITHUB_TOKEN that may only read, as a fork's pull request gets. */
  readonly readOnlyToken: string;
  /** A person's own token, for which the rules about GITHUB_TOKEN don't hold. */
  readonly personalToken: string;
  /** A further GITHUB_TOKEN with the permissions of a workflow's `permissions:`. */
  addToken(permissions: Permissions): string;
  readonly settings: Settings;
  readonly faults: Faults;
  /** Every request, in the order of the answers. */
  readonly requests: readonly LoggedRequest[];
  /** What GitHub keeps beside git: comments, labels, checks, statuses. */
  readonly state: State;
  /**
   * Runs git in the bare repository and gives back what it prints. What a client asked for and no
   * longer waits for is carried out first: `git fsck` beside a write calls objects missing.
   */
  git(...args: string[]): Promise<string>;
  /** Pushes a commit as a person would, past every rule, and gives back its name. */
  commit(branch: string, files: CommitFiles, options?: CommitOptions): Promise<string>;
  /** The text of a file; null when the branch has none there. */
  readFile(branch: string, path: string): Promise<string | null>;
  /** The commits of a branch, newest first. */
  log(branch: string): Promise<readonly Commit[]>;
  openPullRequest(options: PullOptions): Promise<Pull>;
  /** Merges an open pull request as a person would with GitHub's button, and gives back the commit on its base. */
  mergePullRequest(number: number, method: MergeMethod): Promise<string>;
  /**
   * Merges the default branch into another as a person would with the button "Update branch", and
   * gives back the merge; with further files, as one who merges by hand.
   */
  updateBranch(branch: string, adds?: Readonly<Record<string, string>>): Promise<string>;
  /** Closes a pull request as a person would. */
  closePullRequest(number: number): void;
  /** Deletes a branch as a person would, which closes its pull requests. */
  deleteBranch(branch: string): Promise<void>;
  addComment(issue: number, body: string, author?: string): number;
  setLabel(issue: number, name: string, actor: string): void;
  removeLabel(issue: number, name: string, actor: string): void;
  /** Stops the server and removes the repository. */
  close(): Promise<void>;
}

const SOMEONE = { name: 'Ada', email: 'ada@example.com' };

/** Starts a fake GitHub on a loopback port, with a real bare git repository behind it. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const [owner = 'acme', name = 'shop'] = (options.repository ?? 'acme/shop').split('/');
  const defaultBranch = options.defaultBranch ?? 'main';
  const git = await BareRepository.create(defaultBranch);
  const faults = new FaultBook();
  const requests: LoggedRequest[] = [];
  const tokens = new Map<string, Token>();
  const running = new Set<Promise<unknown>>();
  const addToken = (login: string, kind: Token['kind'], permissions: Permissions): string => {
    const value = `${kind === 'actions' ? 'ghs' : 'ghp'}_fake${String(tokens.size + 1).padStart(32, '0')}`;
    tokens.set(value, { value, login, kind, permissions });
    return value;
  };
  const token = addToken(ACTIONS_BOT, 'actions', 'all');
  const readOnlyToken = addToken(ACTIONS_BOT, 'actions', READ_ONLY);
  const personalToken = addToken('ada', 'personal', 'all');

  let world: World;
  const server = createGitHubServer(() => ({ world, faults, tokens, requests, running }));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = {
    owner,
    name,
    defaultBranch,
    apiUrl: url,
    serverUrl: url,
    git,
    settings: ordinarySettings(),
    state: emptyState(),
  };

  const commit = async (branch: string, files: CommitFiles, how: CommitOptions = {}): Promise<string> => {
    const ref = branchRef(world, branch, how.fork);
    const now = await git.resolve(ref);
    const from = how.from ?? defaultBranch;
    const parent = now ?? (await git.resolve(`refs/heads/${from}`)) ?? (await git.resolve(from));
    const author = how.author ?? SOMEONE;
    const sha = await git.writeCommit({
      parent,
      files: new Map(Object.entries(files).map(([path, content]) => [path, bytesOf(content)])),
      message: how.message ?? `Change ${Object.keys(files).join(', ')}`,
      author,
      committer: author,
    });
    if (!(await git.moveRef(ref, now, sha))) return commit(branch, files, how);
    for (const pull of world.state.pulls) await refreshPull(world, pull);
    return sha;
  };
  if (options.files !== null) {
    await commit(defaultBranch, options.files ?? { 'README.md': '# Shop\n' }, { message: 'Begin' });
  }

  return {
    apiUrl: url,
    graphqlUrl: `${url}/graphql`,
    serverUrl: url,
    repository: { owner, name },
    token,
    readOnlyToken,
    personalToken,
    addToken: (permissions) => addToken(ACTIONS_BOT, 'actions', permissions),
    settings: world.settings,
    faults,
    requests,
    state: world.state,
    git: async (...args) => {
      while (running.size > 0) await Promise.allSettled(running);
      return git.text(args);
    },
    commit,
    readFile: async (branch, path) => {
      const blob = await git.resolve(`refs/heads/${branch}:${path}`, 'blob');
      return blob === null ? null : (await git.blob(blob)).toString('utf8');
    },
    log: (branch) => git.commits([`refs/heads/${branch}`]),
    openPullRequest: (pull) =>
      openPull(world, {
        head: { owner: pull.fork ?? owner, branch: pull.head },
        base: pull.base ?? defaultBranch,
        title: pull.title ?? `Change ${pull.head}`,
        body: pull.body ?? null,
        draft: pull.draft ?? false,
        author: pull.author ?? pull.fork ?? 'ada',
      }),
    mergePullRequest: (number, method) => mergePull(world, pullOf(world, String(number)), method, SOMEONE),
    updateBranch: (branch, adds = {}) =>
      updateBranch(
        world,
        branch,
        SOMEONE,
        new Map(Object.entries(adds).map(([path, text]) => [path, Buffer.from(text)])),
      ),
    closePullRequest: (number) => setPullState(world, pullOf(world, String(number)), 'closed', 'ada'),
    deleteBranch: async (branch) => {
      await git.run(['update-ref', '-d', `refs/heads/${branch}`]);
      closeWithoutBranch(world, branch, 'ada');
    },
    addComment: (issue, body, author = 'ada') => addComment(world, issue, body, author).id,
    setLabel: (issue, label, actor) => setLabel(world, issue, label, actor),
    removeLabel: (issue, label, actor) => {
      removeLabel(world, issue, label, actor);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await git.remove();
    },
  };
}

/** The address under which a bot's commits are recorded, for tests that look for them. */
export const ACTIONS_BOT_EMAIL = noReplyAddress(ACTIONS_BOT);

function bytesOf(content: string | Uint8Array | null): Uint8Array | null {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}
