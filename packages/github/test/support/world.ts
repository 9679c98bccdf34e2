import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '@xano-specs/fake-github';
import { createOctokit, type Environment, type Octokit, type OctokitOptions } from '../../src/index.ts';

/** A fake GitHub, a client for it whose waits take no time, and the name of its repository. */
export interface TestWorld {
  readonly fake: FakeGitHub;
  readonly octokit: Octokit;
  readonly repository: { readonly owner: string; readonly repo: string };
  /** A further client, e.g. with another token. */
  client(options?: Partial<OctokitOptions>): Octokit;
}

const running: FakeGitHub[] = [];

/** Starts a fake GitHub; stopWorlds ends it. */
export async function startWorld(options?: FakeGitHubOptions): Promise<TestWorld> {
  const fake = await startFakeGitHub(options);
  running.push(fake);
  const client = (more: Partial<OctokitOptions> = {}) =>
    createOctokit({ token: fake.token, env: environmentOf(fake), secondMs: 1, ...more });
  const { owner, name } = fake.repository;
  return { fake, octokit: client(), repository: { owner, repo: name }, client };
}

/** For afterAll: stops every fake that the test file started. */
export async function stopWorlds(): Promise<void> {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
}

/** The environment that a runner would have. */
export function environmentOf(fake: FakeGitHub): Environment {
  return {
    GITHUB_API_URL: fake.apiUrl,
    GITHUB_GRAPHQL_URL: fake.graphqlUrl,
    GITHUB_SERVER_URL: fake.serverUrl,
    GITHUB_REPOSITORY: `${fake.repository.owner}/${fake.repository.name}`,
  };
}

/** What a promise was rejected with; an error when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was fulfilled, and should have been rejected.');
}
