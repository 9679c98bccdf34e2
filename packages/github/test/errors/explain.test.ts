import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type FakeGitHub, NEEDS_PULL_REQUEST } from '@xano-specs/fake-github';
import { explainGitHubError, GitHubError, type GitHubErrorCode, type Octokit } from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

const REPOSITORY = { owner: 'acme', repo: 'shop' };
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld();
  await world.fake.commit('topic', { 'topic.txt': 't' });
});
beforeEach(() => {
  world.fake.faults.clear();
  world.fake.settings.rules.clear();
  world.fake.settings.archived = false;
  world.fake.settings.actionsMayCreatePullRequests = true;
});
afterAll(stopWorlds);

const commit = async (octokit: Octokit, fake: FakeGitHub, expectedHeadOid?: string) =>
  octokit.graphql(COMMIT, {
    input: {
      branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'main' },
      expectedHeadOid: expectedHeadOid ?? (await fake.git('rev-parse', 'main')),
      message: { headline: 'x' },
      fileChanges: { additions: [{ path: 'x', contents: 'eA==' }] },
    },
  });
const fails = (status: number, message: string) => (fake: FakeGitHub) =>
  fake.faults.next({}, { kind: 'status', status, message }, 9);

/** How it comes about, what is called, the code, and words that the person reads. */
const CASES: [
  name: string,
  before: (fake: FakeGitHub) => unknown,
  call: (octokit: Octokit, fake: FakeGitHub) => Promise<unknown>,
  code: GitHubErrorCode,
  words: RegExp,
][] = [
  [
    'a token that only reads, by REST',
    () => {},
    (_, fake) =>
      readOnly(fake).rest.git.createRef({ ...REPOSITORY, ref: 'refs/heads/x', sha: '0'.repeat(40) }),
    'MISSING_PERMISSION',
    /Resource not accessible by integration[\s\S]*Add `contents: write` to `permissions:`/,
  ],
  [
    'a token that only reads, by GraphQL',
    () => {},
    (_, fake) => commit(readOnly(fake), fake),
    'MISSING_PERMISSION',
    /Resource not accessible by integration[\s\S]*Dependabot/,
  ],
  [
    'classic branch protection',
    (fake) => fake.settings.rules.set('main', { kind: 'protection', reasons: [NEEDS_PULL_REQUEST] }),
    commit,
    'BRANCH_PROTECTED',
    /GH006[\s\S]*must be made through a pull request[\s\S]*open a pull request from it/,
  ],
  [
    'a ruleset',
    (fake) => fake.settings.rules.set('main', { kind: 'ruleset', reasons: [NEEDS_PULL_REQUEST] }),
    commit,
    'BRANCH_PROTECTED',
    /rule violations[\s\S]*Settings, Rules, Rulesets, Bypass list/,
  ],
  [
    'pull requests by Actions switched off',
    (fake) => {
      fake.settings.actionsMayCreatePullRequests = false;
    },
    (octokit) => octokit.rest.pulls.create({ ...REPOSITORY, head: 'topic', base: 'main', title: 't' }),
    'PULL_REQUESTS_NOT_PERMITTED',
    /"Allow GitHub Actions to create and approve pull requests"/,
  ],
  [
    'a repository that is not there',
    () => {},
    (octokit) => octokit.rest.repos.get({ owner: 'acme', repo: 'secret' }),
    'NOT_FOUND',
    /may not see it[\s\S]*permission is missing/,
  ],
  [
    'a head that moved',
    () => {},
    (octokit, fake) => commit(octokit, fake, '1'.repeat(40)),
    'STALE_HEAD',
    /branch moved[\s\S]*concurrency group/,
  ],
  [
    'an update that is no step forward',
    () => {},
    async (octokit, fake) => {
      const sha = await fake.git('rev-parse', 'main');
      return octokit.rest.git.updateRef({ ...REPOSITORY, ref: 'heads/topic', sha });
    },
    'STALE_HEAD',
    /not a fast forward/,
  ],
  [
    'an archived repository',
    (fake) => {
      fake.settings.archived = true;
    },
    commit,
    'REPOSITORY_ARCHIVED',
    /Unarchive it under Settings, General, Danger zone/,
  ],
  [
    'an empty repository',
    fails(409, 'Git Repository is empty.'),
    (octokit) => octokit.rest.repos.listCommits(REPOSITORY),
    'EMPTY_REPOSITORY',
    /first commit/,
  ],
  [
    'a field that is not accepted',
    () => {},
    (octokit) => octokit.rest.pulls.create({ ...REPOSITORY, head: 'nowhere', base: 'main', title: 't' }),
    'REFUSED',
    /status 422: Validation Failed[\s\S]*"field":"head"/,
  ],
  [
    'single sign-on',
    fails(403, 'Resource protected by organization SAML enforcement. You must grant your token access.'),
    (octokit) => octokit.rest.repos.get(REPOSITORY),
    'SSO_REQUIRED',
    /Configure SSO/,
  ],
  [
    'a secondary limit that would take too long',
    (fake) => fake.faults.next({}, { kind: 'secondary-rate-limit', retryAfterSeconds: 4000 }),
    (octokit) => octokit.rest.repos.get(REPOSITORY),
    'RATE_LIMITED',
    /in 4000 seconds/,
  ],
  [
    'an allowance used up for too long',
    (fake) => fake.faults.next({}, { kind: 'primary-rate-limit', resetInSeconds: 3000 }),
    (octokit) => octokit.rest.repos.get(REPOSITORY),
    'RATE_LIMITED',
    /after \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/,
  ],
  [
    'a file too large',
    fails(
      422,
      'Sorry, your input was too large to process. Consider creating the blob in a local clone of the repository and then pushing it to GitHub.',
    ),
    (octokit) => octokit.rest.git.createBlob({ ...REPOSITORY, content: 'x' }),
    'FILE_TOO_LARGE',
    /takes them up to about 37 MB/,
  ],
  [
    'a request too large',
    fails(400, 'The request payload cannot be larger than 45MB'),
    commit,
    'PAYLOAD_TOO_LARGE',
    /Split the change/,
  ],
  [
    'a bad gateway',
    (fake) => fake.faults.next({}, { kind: 'bad-gateway' }, 9),
    (octokit) => octokit.rest.repos.get(REPOSITORY),
    'GITHUB_UNAVAILABLE',
    /502 Bad Gateway[\s\S]*githubstatus/,
  ],
  [
    'a connection that ends without an answer',
    (fake) => fake.faults.next({}, { kind: 'cut' }, 9),
    (octokit) => octokit.rest.repos.get(REPOSITORY),
    'GITHUB_UNREACHABLE',
    /HTTPS_PROXY[\s\S]*NODE_EXTRA_CA_CERTS/,
  ],
];

describe('what each failure of GitHub means and how it is mended', () => {
  test.each(CASES)('%s', async (_, before, call, code, words) => {
    await before(world.fake);
    const { code: found, what, hint } = explainGitHubError(await rejection(call(world.octokit, world.fake)));
    expect(`${what}\n${hint}`).toMatch(words);
    expect(found).toBe(code);
  });

  test('an error that is explained already stays as it is', () => {
    const error = new GitHubError('BRANCH_MISSING', 'No branch x.', { hint: 'Make one.' });
    expect(explainGitHubError(error)).toEqual({
      code: 'BRANCH_MISSING',
      what: 'No branch x.',
      hint: 'Make one.',
    });
  });

  test.each([new Error('boom'), 'boom', Object.assign(new Error('boom'), { status: 'x' })])(
    'whatever is thrown has an answer',
    (thrown) => {
      expect(explainGitHubError(thrown)).toMatchObject({ code: 'UNEXPECTED', what: 'boom' });
    },
  );
});

describe('what an answer says is data', () => {
  test.each([
    ['a token', 'bad ghp_0123456789abcdefghij and github_pat_11AAAA_bbb', 'bad *** and ***'],
    ['terminal commands', 'a\u001b[31mb\u0000c\r', 'a [31mb c'],
    ['a page of HTML', '<html><head><title>Sign in</title></head></html>', 'Sign in'],
    ['a page without a title', '<!doctype html><script>alert(1)</script>', 'an HTML page'],
  ])('%s in it is not passed on', async (_, message, expected) => {
    world.fake.faults.next({}, { kind: 'status', status: 418, message }, 9);
    const { what } = explainGitHubError(await rejection(world.octokit.rest.repos.get(REPOSITORY)));
    expect(what).toBe(`GitHub refused a request with status 418: ${expected}.`);
  });

  test('a very long answer is cut', async () => {
    world.fake.faults.next({}, { kind: 'status', status: 418, message: 'x'.repeat(100_000) }, 9);
    const { what } = explainGitHubError(await rejection(world.octokit.rest.repos.get(REPOSITORY)));
    expect(what.length).toBeLessThan(1_100);
  });
});

function readOnly(fake: FakeGitHub): Octokit {
  return world.client({ token: fake.readOnlyToken });
}
