import { expect } from '@jest/globals';
import { type ManifestEntry, parseManifest } from '@xano-specs/core';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '@xano-specs/fake-github';
import { type FakeApiGroup, type FakeXano, type FakeXanoOptions, startFakeXano } from '@xano-specs/fake-xano';
import type { InputName } from '../../src/inputs.ts';
import { type Ran, runAction } from './runner.ts';

/** Where the book shop's Public API stands. */
export const PUBLIC_API = 'specs/explore-instance/book-marketplace/public-api.json';
export const PRIVATE_API = 'specs/explore-instance/book-marketplace/private-api.json';
export const BILLING = 'specs/starter-instance/starter/billing.json';
export const MANIFEST = 'specs/manifest.json';

const FAST_CLOCK = new URL('fast-clock.mjs', import.meta.url).href;

/** The commands that the action gives the runner, and no others. */
const COMMANDS = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'warning'];

export interface RunOptions {
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly githubToken?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The day on which it runs, `2026-11-25`; today unless given. */
  readonly day?: string;
}

/** A Xano account and a GitHub repository, and the action between them. At its end, git finds no fault in the repository. */
export interface World extends AsyncDisposable {
  readonly xano: FakeXano;
  readonly github: FakeGitHub;
  /** Runs the action, and sees to it that nothing that it left behind holds a secret. */
  run(options?: RunOptions): Promise<Ran>;
  /** An API group of the account by its name. */
  group(name: string): FakeApiGroup;
  /** The paths of a branch below specs/, in order. */
  paths(branch?: string): Promise<string[]>;
  /** Paths that a commit changed, each with git's letter for how. */
  changesOf(commit: string): Promise<string[]>;
}

export async function startWorld(
  options: { readonly xano?: FakeXanoOptions; readonly github?: FakeGitHubOptions } = {},
): Promise<World> {
  const [xano, github] = await Promise.all([startFakeXano(options.xano), startFakeGitHub(options.github)]);
  const git = (...args: string[]) => github.git(...args);
  const run = async ({ inputs = {}, githubToken = github.token, env = {}, day }: RunOptions = {}) => {
    const ran = await runAction({
      inputs: { 'xano-access-token': xano.accessToken, 'master-url': xano.masterUrl, ...inputs },
      githubToken,
      env: {
        NODE_OPTIONS: `--import ${FAST_CLOCK}`,
        ...(day === undefined ? {} : { TEST_DAY: day }),
        GITHUB_API_URL: github.apiUrl,
        GITHUB_GRAPHQL_URL: github.graphqlUrl,
        GITHUB_SERVER_URL: github.serverUrl,
        GITHUB_REPOSITORY: `${github.repository.owner}/${github.repository.name}`,
        ...env,
      },
    });
    await expectNoSecrets(ran, xano, github);
    expect(ran.stderr).toBe('');
    expect(
      [...new Set(ran.commands.map(({ name }) => name))].filter((name) => !COMMANDS.includes(name)),
    ).toEqual([]);
    return ran;
  };
  return {
    xano,
    github,
    run,
    group: (name) => {
      const all = xano.account.instances.flatMap(({ workspaces }) =>
        workspaces.flatMap(({ branches }) => branches.flatMap(({ groups }) => groups)),
      );
      const found = all.find((group) => group.name === name);
      if (found === undefined) throw new Error(`The account has no API group ${name}.`);
      return found;
    },
    paths: async (branch = 'main') =>
      (await git('ls-tree', '-r', '--name-only', branch, 'specs')).split('\n').filter((path) => path !== ''),
    changesOf: async (commit) =>
      (await git('diff-tree', '-r', '--no-commit-id', '--name-status', '-M', commit))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.replaceAll('\t', ' ').replace(/^R\d+/, 'R')),
    [Symbol.asyncDispose]: async () => {
      const checked = await git('fsck', '--strict', '--no-dangling', '--no-progress').finally(() =>
        Promise.all([xano.close(), github.close()]),
      );
      expect(checked).toBe('');
    },
  };
}

/** What the manifest of a branch says of a document, by the path of its file in the repository. */
export async function entryOf(
  world: World,
  path: string,
  branch = 'main',
): Promise<ManifestEntry | undefined> {
  const { groups } = parseManifest(await world.github.readFile(branch, MANIFEST));
  return groups.find((entry) => `specs/${entry.path}` === path);
}

/** Nothing that a run left behind may hold a secret, but the lines that tell the runner to mask it. */
async function expectNoSecrets(ran: Ran, xano: FakeXano, github: FakeGitHub): Promise<void> {
  const unmasked = ran.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const history = await github.git('log', '--all', '--format=%B', '-p').catch(() => '');
  const texts = [
    ...unmasked,
    ran.stderr,
    ran.summary,
    history,
    ...Object.values(ran.outputs),
    ...ran.files.values(),
  ];
  const secrets = [
    ...xano.secrets().map(({ label, value }) => ({ label, value })),
    { label: 'GitHub token', value: github.token },
    { label: 'read-only GitHub token', value: github.readOnlyToken },
  ];
  const found = secrets.filter(({ value }) => texts.some((text) => text.includes(value)));
  expect(found.map(({ label }) => label)).toEqual([]);
}
