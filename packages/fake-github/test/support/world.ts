import { Octokit } from '@octokit/rest';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from '../../src/index.ts';

const running: FakeGitHub[] = [];

/** The repository that the fake has unless told otherwise, as calls name it. */
export const SHOP = { owner: 'acme', repo: 'shop' } as const;

/** Starts a fake; stopFakes ends it. */
export async function startFake(options?: FakeGitHubOptions): Promise<FakeGitHub> {
  const fake = await startFakeGitHub(options);
  running.push(fake);
  return fake;
}

/** For afterAll: stops every fake that the test file started. */
export async function stopFakes(): Promise<void> {
  await Promise.all(running.splice(0).map((fake) => fake.close()));
}

/** GitHub's own client, without any retry, that talks to the fake over HTTP. */
export function clientOf(fake: FakeGitHub, token = fake.token): Octokit {
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return new Octokit({ baseUrl: fake.apiUrl, auth: token, log: silent });
}

/** The status and the words of a refusal; an error when the call was carried out. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const { status, response, message } = error as {
      status?: number;
      message: string;
      response?: { data?: { message?: string; errors?: unknown } };
    };
    const errors = response?.data?.errors;
    const words = response?.data?.message ?? message;
    return `${status ?? 'no status'} ${words}${status === undefined || errors === undefined ? '' : ` ${JSON.stringify(errors)}`}`;
  }
  throw new Error('The call was carried out, and should have been refused.');
}
