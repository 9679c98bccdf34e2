import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { FakeGitHub } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
beforeEach(async () => {
  fake = await startFake({ files: { 'a.txt': 'a', 'b.txt': 'b' } });
  octokit = clientOf(fake);
});
afterAll(stopFakes);

const UPDATE = 'mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }';
const update = (name: string, beforeOid: string, afterOid: string, more: object = {}) =>
  octokit.graphql(UPDATE, {
    input: {
      repositoryId: 'R_1',
      refUpdates: [{ name: `refs/heads/${name}`, beforeOid, afterOid, ...more }],
    },
  });
const NOTHING = '0'.repeat(40);
const stateOf = async (number: number) => {
  const { data } = await octokit.rest.pulls.get({ ...SHOP, pull_number: number });
  return `${data.state}${data.merged ? ' merged' : ''}`;
};

describe('merges', () => {
  test('given merges side by side, then each holds what both of its sides hold', async () => {
    const topics = Array.from({ length: 6 }, (_, index) => `topic-${index}`);
    for (const topic of topics) await fake.commit(topic, { [`${topic}.txt`]: topic });
    await fake.commit('main', { 'b.txt': 'main' });
    await Promise.all(topics.map((topic) => fake.updateBranch(topic)));
    for (const topic of topics) {
      const files = await fake.git('ls-tree', '--name-only', topic);
      expect(files.split('\n')).toEqual(['a.txt', 'b.txt', `${topic}.txt`]);
      expect(await fake.readFile(topic, 'b.txt')).toBe('main');
    }
  });

  test('given two sides that leave nothing together, then their merge is whole', async () => {
    await fake.commit('topic', { 'a.txt': null });
    await fake.commit('main', { 'b.txt': null });
    const { number } = await fake.openPullRequest({ head: 'topic' });
    await fake.mergePullRequest(number, 'merge');
    expect(await fake.git('ls-tree', 'main')).toBe('');
    expect(await fake.git('fsck', '--strict', '--no-dangling')).toBe('');
  });
});

describe('the end of a pull request', () => {
  test.each(['merge', 'squash'] as const)(
    'by %s leaves the files of both sides on its base',
    async (method) => {
      await fake.commit('topic', { 'a.txt': 'topic' });
      await fake.commit('main', { 'b.txt': 'main' });
      const { number } = await fake.openPullRequest({ head: 'topic' });
      const merged = await fake.mergePullRequest(number, method);
      expect(await stateOf(number)).toBe('closed merged');
      expect(await fake.readFile('main', 'a.txt')).toBe('topic');
      expect(await fake.readFile('main', 'b.txt')).toBe('main');
      expect((await fake.log('main')).find(({ sha }) => sha === merged)?.parents).toHaveLength(
        method === 'merge' ? 2 : 1,
      );
    },
  );

  test('comes when the branch that it is for is deleted', async () => {
    await fake.commit('release', { 'b.txt': 'release' });
    await fake.commit('topic', { 'a.txt': 'topic' });
    const { number } = await fake.openPullRequest({ head: 'topic', base: 'release' });
    await fake.deleteBranch('release');
    expect(await stateOf(number)).toBe('closed');
  });

  test('comes when its commits reach the base in another way', async () => {
    const head = await fake.commit('topic', { 'a.txt': 'topic' });
    const { number } = await fake.openPullRequest({ head: 'topic' });
    await fake.git('update-ref', 'refs/heads/main', head);
    await octokit.rest.pulls.list({ ...SHOP, state: 'all' });
    expect(await stateOf(number)).toBe('closed merged');
  });

  test.each([
    ['a person', () => fake.deleteBranch('topic')],
    ['the REST API', () => octokit.rest.git.deleteRef({ ...SHOP, ref: 'heads/topic' })],
  ])('comes when %s deletes its branch', async (_who, remove) => {
    await fake.commit('topic', { 'a.txt': 'topic' });
    const { number } = await fake.openPullRequest({ head: 'topic' });
    await remove();
    expect(await stateOf(number)).toBe('closed');
  });
});

describe('updateRefs', () => {
  test('deletes a branch that stands where the caller saw it, and closes its pull requests', async () => {
    const head = await fake.commit('topic', { 'a.txt': 'topic' });
    const { number } = await fake.openPullRequest({ head: 'topic' });
    await update('topic', head, NOTHING);
    expect(await fake.git('branch', '--list', 'topic')).toBe('');
    expect(await stateOf(number)).toBe('closed');
  });

  test('leaves a branch alone that moved meanwhile', async () => {
    const seen = await fake.commit('topic', { 'a.txt': '1' });
    const now = await fake.commit('topic', { 'a.txt': '2' });
    expect(await refusalOf(update('topic', seen, NOTHING))).toMatch(/refs\/heads\/topic cannot be updated/);
    expect(await fake.git('rev-parse', 'topic')).toBe(now);
  });

  test('moves a branch backward only when it is forced', async () => {
    const first = await fake.commit('topic', { 'a.txt': '1' });
    const second = await fake.commit('topic', { 'a.txt': '2' });
    expect(await refusalOf(update('topic', second, first))).toMatch(/cannot be updated/);
    await update('topic', second, first, { force: true });
    expect(await fake.git('rev-parse', 'topic')).toBe(first);
  });
});

describe('what a repository may lack', () => {
  test('drafts are refused where there are none', async () => {
    await fake.commit('topic', { 'a.txt': 'topic' });
    fake.settings.draftsAllowed = false;
    const open = octokit.rest.pulls.create({ ...SHOP, head: 'topic', base: 'main', title: 'T', draft: true });
    expect(await refusalOf(open)).toBe('422 Draft pull requests are not supported in this repository.');
  });

  test('reviews by strangers are refused, and with them everybody else’s in the same request', async () => {
    await fake.commit('topic', { 'a.txt': 'topic' });
    const { number } = await fake.openPullRequest({ head: 'topic', author: 'bob' });
    fake.settings.strangers.add('eve');
    const ask = octokit.rest.pulls.requestReviewers({
      ...SHOP,
      pull_number: number,
      reviewers: ['eve', 'ada'],
    });
    expect(await refusalOf(ask)).toMatch(/^422 Reviews may only be requested from collaborators/);
  });

  test('a branch whose name is a folder of others can not be made', async () => {
    await fake.commit('team', { 'a.txt': '1' });
    const sha = await fake.git('rev-parse', 'main');
    const make = octokit.rest.git.createRef({ ...SHOP, ref: 'refs/heads/team/topic', sha });
    expect(await refusalOf(make)).toBe('422 Reference update failed');
  });
});
