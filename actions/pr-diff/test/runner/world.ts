import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import {
  type CommitFiles,
  type FakeGitHub,
  type FakeGitHubOptions,
  type Pull,
  type RanStep,
  runAction,
  startFakeGitHub,
} from '@xano-specs/fake-github';
import type { Report } from '@xano-specs/openapi-diff';
import type { InputName } from '../../src/inputs.ts';
import type { OutputName } from '../../src/outputs.ts';
import { shop } from './documents.ts';
import { pullRequest } from './payloads.ts';

export const ACTION = fileURLToPath(new URL('../..', import.meta.url));

/** The commands that the action gives the runner, and no others. */
const COMMANDS = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning'];

/** What a run left behind. */
export interface Ran extends RanStep {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** The report in the JSON file; null when there is none. */
  readonly report: Report | null;
}

export interface RunOptions {
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly githubToken?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A GitHub repository with a snapshot on its main branch, and the action. */
export interface World extends AsyncDisposable {
  readonly github: FakeGitHub;
  /** Runs the action for an event, and sees to it that nothing that it left behind holds a secret. */
  runFor(event: { readonly name: string; readonly payload: unknown }, options?: RunOptions): Promise<Ran>;
  /** Runs the action for a pull request as it is now. */
  run(pull: Pull, options?: RunOptions): Promise<Ran>;
  /** Opens a pull request that changes these files. */
  propose(files: CommitFiles, options?: { readonly fork?: string; readonly branch?: string }): Promise<Pull>;
  /** The bodies of the comments, oldest first. */
  comments(): string[];
}

export async function startWorld(
  options: { readonly github?: FakeGitHubOptions; readonly secrets?: () => readonly string[] } = {},
): Promise<World> {
  const github = await startFakeGitHub({ files: shop(), ...options.github });
  const { owner, name } = github.repository;
  const runFor: World['runFor'] = async (event, { inputs = {}, githubToken = github.token, env = {} } = {}) =>
    runAction(
      {
        action: ACTION,
        inputs,
        githubToken,
        event,
        env: {
          GITHUB_API_URL: github.apiUrl,
          GITHUB_GRAPHQL_URL: github.graphqlUrl,
          GITHUB_SERVER_URL: github.serverUrl,
          GITHUB_REPOSITORY: `${owner}/${name}`,
          GITHUB_RUN_ID: '4711',
          GITHUB_SHA: (await github.log('main'))[0]?.sha ?? '',
          ...env,
        },
      },
      async (ran) => {
        expectNoSecrets(ran, github, options.secrets?.() ?? []);
        expect(ran.stderr).toBe('');
        expect(ran.commands.map(({ name }) => name).filter((name) => !COMMANDS.includes(name))).toEqual([]);
        const file = ran.outputs['report-json'];
        const report = file ? (JSON.parse(await readFile(file, 'utf8')) as Report) : null;
        return { ...ran, report };
      },
    );
  let branches = 0;
  return {
    github,
    runFor,
    run: (pull, how) => runFor({ name: 'pull_request', payload: pullRequest(github, pull) }, how),
    propose: async (files, { fork, branch = `change-${++branches}` } = {}) => {
      const place = fork === undefined ? {} : { fork };
      await github.commit(branch, files, place);
      return github.openPullRequest({ head: branch, ...place });
    },
    comments: () => github.state.comments.map(({ body }) => body),
    [Symbol.asyncDispose]: () => github.close(),
  };
}

/** Nothing that a run left behind may hold a secret, but the lines that tell the runner to mask it. */
function expectNoSecrets(ran: RanStep, github: FakeGitHub, more: readonly string[]): void {
  const unmasked = ran.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const comments = github.state.comments.map(({ body }) => body);
  const marks = JSON.stringify([github.state.checkRuns, github.state.statuses]);
  const texts = [
    ...unmasked,
    ran.stderr,
    ran.summary,
    ...comments,
    marks,
    ...Object.values(ran.outputs),
    ...ran.files.values(),
  ];
  const secrets = [github.token, github.readOnlyToken, github.personalToken, ...more];
  expect(secrets.filter((secret) => texts.some((text) => text?.includes(secret)))).toEqual([]);
}

/** The messages of one kind of annotation. */
export function messagesOf(ran: Ran, kind: 'error' | 'warning' | 'notice'): string[] {
  return ran.commands.filter(({ name }) => name === kind).map(({ message }) => message);
}
