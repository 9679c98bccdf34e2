import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ACTIONS_BOT_EMAIL, type FakeGitHub, NEEDS_PULL_REQUEST } from '../../src/index.ts';
import { clientOf, startFake, stopFakes } from '../support/world.ts';

const MUTATION = `
  mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      clientMutationId
      commit { oid url message messageHeadline signature { isValid wasSignedByGitHub state } }
      ref { name prefix target { oid } }
    }
  }`;

let fake: FakeGitHub;
let head: string;
beforeAll(async () => {
  fake = await startFake({ files: { 'a.json': 'a', 'run.sh': '#!/bin/sh\n' } });
});
beforeEach(async () => {
  fake.settings.rules.clear();
  fake.settings.archived = false;
  head = await fake.git('rev-parse', 'main');
});
afterAll(stopFakes);

const base64 = (text: string) => Buffer.from(text).toString('base64');

function commit(more: Record<string, unknown> = {}, token = fake.token): Promise<Record<string, unknown>> {
  const input = {
    branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'main' },
    expectedHeadOid: head,
    message: { headline: 'Change', body: 'Why' },
    fileChanges: { additions: [{ path: 'b.json', contents: base64('b') }], deletions: [] },
    ...more,
  };
  return clientOf(fake, token).graphql(MUTATION, { input });
}

/** The type and message of the first error of a GraphQL answer. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const [first] = (error as { errors?: { type?: string; message: string }[] }).errors ?? [];
    return `${first?.type} ${first?.message}`;
  }
  throw new Error('The commit was made, and should have been refused.');
}

describe('a commit on the expected head', () => {
  test('is made with every change, by the caller, signed by GitHub', async () => {
    const answer = await commit({
      clientMutationId: 'mine',
      fileChanges: {
        additions: [
          { path: 'specs/ü "quoted".json', contents: base64('new\n') },
          { path: 'run.sh', contents: base64('#!/bin/bash\n') },
        ],
        deletions: [{ path: 'a.json' }],
      },
    });
    const [newest] = await fake.log('main');
    expect(answer).toEqual({
      createCommitOnBranch: {
        clientMutationId: 'mine',
        commit: {
          oid: newest?.sha,
          url: `${fake.serverUrl}/acme/shop/commit/${newest?.sha}`,
          message: 'Change\n\nWhy',
          messageHeadline: 'Change',
          signature: { isValid: true, wasSignedByGitHub: true, state: 'VALID' },
        },
        ref: { name: 'main', prefix: 'refs/heads/', target: { oid: newest?.sha } },
      },
    });
    expect(newest).toMatchObject({
      parents: [head],
      author: { email: ACTIONS_BOT_EMAIL },
      committer: { name: 'GitHub' },
    });
    expect(await fake.readFile('main', 'specs/ü "quoted".json')).toBe('new\n');
    expect(await fake.readFile('main', 'a.json')).toBeNull();
    expect(await fake.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  test("keeps an existing file's mode", async () => {
    await fake.git('update-ref', 'refs/heads/modes', await executable());
    const expectedHeadOid = await fake.git('rev-parse', 'modes');
    const branch = { repositoryNameWithOwner: 'acme/shop', branchName: 'refs/heads/modes' };
    const fileChanges = { additions: [{ path: 'x.sh', contents: base64('new') }] };
    await commit({ branch, expectedHeadOid, fileChanges });
    expect(await fake.git('ls-tree', 'modes', 'x.sh')).toMatch(/^100755 blob/);
    expect(await fake.readFile('modes', 'x.sh')).toBe('new');
  });
});

describe('a commit that is refused leaves the branch where it is', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      'on a stale head',
      { expectedHeadOid: 'e'.repeat(40) },
      /^STALE_DATA Expected branch to point to "e+" but it did not/,
    ],
    [
      'on a branch that is missing',
      { branch: { repositoryNameWithOwner: 'acme/shop', branchName: 'nowhere' } },
      /^NOT_FOUND Could not resolve to a Ref/,
    ],
    [
      'in another repository',
      { branch: { repositoryNameWithOwner: 'acme/other', branchName: 'main' } },
      /^NOT_FOUND Could not resolve to a Repository/,
    ],
    [
      'that removes what is not there',
      { fileChanges: { deletions: [{ path: 'nowhere' }] } },
      /^NOT_FOUND A path was requested for deletion/,
    ],
    [
      'whose contents are no base64',
      { fileChanges: { additions: [{ path: 'x', contents: 'ü' }] } },
      /no valid base64/,
    ],
    [
      'whose path leaves the repository',
      { fileChanges: { additions: [{ path: '../x', contents: '' }] } },
      /^UNPROCESSABLE/,
    ],
    ['without a head', { expectedHeadOid: undefined }, /expectedHeadOid/],
    ['with a field that GitHub does not know', { force: true }, /force/],
  ])('%s', async (_, change, words) => {
    expect(await errorOf(commit(change))).toMatch(words);
    expect(await fake.git('rev-parse', 'main')).toBe(head);
  });

  test('with a token that only reads', async () => {
    expect(await errorOf(commit({}, fake.readOnlyToken))).toBe(
      'FORBIDDEN Resource not accessible by integration',
    );
  });

  test.each([
    ['protection', /^BRANCH_PROTECTION_RULE_VIOLATION GH006: Protected branch update failed/],
    ['ruleset', /^UNPROCESSABLE Repository rule violations found/],
  ] as const)('on a branch with a %s', async (kind, words) => {
    fake.settings.rules.set('main', { kind, reasons: [NEEDS_PULL_REQUEST] });
    expect(await errorOf(commit())).toMatch(words);
    expect(await fake.git('rev-parse', 'main')).toBe(head);
  });

  test('in an archived repository', async () => {
    fake.settings.archived = true;
    expect(await errorOf(commit())).toMatch(/archived/);
  });

  test('in a request of more than 45 MB', async () => {
    const contents = 'A'.repeat(45_000_000);
    const call = commit({ fileChanges: { additions: [{ path: 'x', contents }] } });
    await expect(call).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('larger than 45MB'),
    });
  });
});

test('of many commits on one head exactly one is made, and the others are told that it is stale', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) =>
      commit({ fileChanges: { additions: [{ path: `race-${index}`, contents: base64('x') }] } }),
    ),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason.errors[0].type).toBe('STALE_DATA');
  }
  expect(await fake.git('rev-list', '--count', `${head}..main`)).toBe('1');
});

test('the repository is read with its branches', async () => {
  const query = `{ repository(owner: "acme", name: "shop") {
    nameWithOwner isEmpty isArchived defaultBranchRef { name target { oid } } ref(qualifiedName: "nowhere") { name }
  } }`;
  expect(await clientOf(fake).graphql(query)).toEqual({
    repository: {
      nameWithOwner: 'acme/shop',
      isEmpty: false,
      isArchived: false,
      defaultBranchRef: { name: 'main', target: { oid: await fake.git('rev-parse', 'main') } },
      ref: null,
    },
  });
});

/** A commit that holds one executable file. */
async function executable(): Promise<string> {
  const blob = await fake.git('rev-parse', 'main:run.sh');
  const entry = { path: 'x.sh', mode: '100755', type: 'blob', sha: blob } as const;
  const octokit = clientOf(fake);
  const shop = { owner: 'acme', repo: 'shop' };
  const { data: tree } = await octokit.rest.git.createTree({ ...shop, tree: [entry] });
  const { data } = await octokit.rest.git.createCommit({
    ...shop,
    message: 'x',
    tree: tree.sha,
    parents: [head],
  });
  return data.sha;
}
