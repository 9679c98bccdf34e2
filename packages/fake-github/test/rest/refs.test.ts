import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { type FakeGitHub, NEEDS_PULL_REQUEST } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
let head: string;
beforeAll(async () => {
  fake = await startFake();
  octokit = clientOf(fake);
  head = await fake.git('rev-parse', 'main');
});
beforeEach(() => fake.settings.rules.clear());
afterAll(stopFakes);

const create = (name: string, sha = head) =>
  octokit.rest.git.createRef({ ...SHOP, ref: `refs/heads/${name}`, sha });

describe('branches', () => {
  test('are created, read by their whole name, moved forward and deleted, in the git repository itself', async () => {
    await create('topic/one');
    const next = await fake.commit('side', { 'side.txt': 's' });
    expect((await octokit.rest.git.getRef({ ...SHOP, ref: 'heads/topic/one' })).data.object.sha).toBe(head);
    await octokit.rest.git.updateRef({ ...SHOP, ref: 'heads/topic/one', sha: next });
    expect(await fake.git('rev-parse', 'topic/one')).toBe(next);
    await octokit.rest.git.deleteRef({ ...SHOP, ref: 'heads/topic/one' });
    expect(await fake.git('branch', '--list', 'topic/one')).toBe('');
  });

  test('of a longer name are not found by its beginning, but match as a prefix', async () => {
    await create('release-1');
    expect(await refusalOf(octokit.rest.git.getRef({ ...SHOP, ref: 'heads/release' }))).toBe('404 Not Found');
    const { data } = await octokit.rest.git.listMatchingRefs({ ...SHOP, ref: 'heads/release' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/release-1']);
  });

  test('move backwards by force alone', async () => {
    await fake.commit('back', { 'b.txt': 'b' });
    const call = { ...SHOP, ref: 'heads/back', sha: head };
    expect(await refusalOf(octokit.rest.git.updateRef(call))).toBe('422 Update is not a fast forward');
    await octokit.rest.git.updateRef({ ...call, force: true });
    expect(await fake.git('rev-parse', 'back')).toBe(head);
  });

  test.each([
    ['that exists', 'main', undefined, '422 Reference already exists'],
    ['at no commit', 'x', 'f'.repeat(40), '422 Object does not exist'],
  ])('a branch %s is not created', async (_, name, sha, words) => {
    expect(await refusalOf(create(name, sha))).toBe(words);
  });

  test('that are missing are neither moved nor deleted', async () => {
    const missing = { ...SHOP, ref: 'heads/missing' };
    expect(await refusalOf(octokit.rest.git.updateRef({ ...missing, sha: head }))).toBe(
      '422 Reference does not exist',
    );
    expect(await refusalOf(octokit.rest.git.deleteRef(missing))).toBe('422 Reference does not exist');
  });

  test('are listed with their last commit, and say whether a rule holds for them', async () => {
    fake.settings.rules.set('main', { kind: 'protection', reasons: [NEEDS_PULL_REQUEST] });
    const { data } = await octokit.rest.repos.getBranch({ ...SHOP, branch: 'main' });
    expect(data).toMatchObject({ name: 'main', protected: true, commit: { sha: head } });
    const listed = await octokit.rest.repos.listBranches(SHOP);
    expect(listed.data.find(({ name }) => name === 'main')).toMatchObject({
      protected: true,
      commit: { sha: head },
    });
    expect(await refusalOf(octokit.rest.repos.getBranch({ ...SHOP, branch: 'x' }))).toBe(
      '404 Branch not found',
    );
  });
});

describe('rules', () => {
  test.each([
    ['protection', /^422 GH006: Protected branch update failed for refs\/heads\/main\.\n\n.*pull request/],
    ['ruleset', /^422 Repository rule violations found\n\n.*pull request/],
  ] as const)('a %s keeps a branch from being moved or deleted', async (kind, words) => {
    fake.settings.rules.set('main', { kind, reasons: [NEEDS_PULL_REQUEST] });
    const main = { ...SHOP, ref: 'heads/main' };
    expect(await refusalOf(octokit.rest.git.updateRef({ ...main, sha: head }))).toMatch(words);
    expect(await refusalOf(octokit.rest.git.deleteRef(main))).toMatch(words);
    expect(await fake.git('rev-parse', 'main')).toBe(head);
  });

  test('a ruleset for every branch may forbid to create one', async () => {
    fake.settings.rules.set('*', {
      kind: 'ruleset',
      reasons: ['Cannot create ref due to creations being restricted.'],
    });
    expect(await refusalOf(create('forbidden'))).toMatch(/^422 Repository rule violations found/);
  });
});

test('an empty repository answers 409 wherever a commit is needed', async () => {
  const empty = clientOf(await startFake({ files: null }));
  const words = '409 Git Repository is empty.';
  expect(await refusalOf(empty.rest.git.getRef({ ...SHOP, ref: 'heads/main' }))).toBe(words);
  expect(await refusalOf(empty.rest.repos.listCommits(SHOP))).toBe(words);
  expect(await refusalOf(empty.rest.repos.getCommit({ ...SHOP, ref: 'main' }))).toBe(words);
});
