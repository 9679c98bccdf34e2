import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { ACTIONS_BOT, type FakeGitHub } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
beforeAll(async () => {
  fake = await startFake({ files: { 'a.txt': 'a', 'b.txt': 'b' } });
  octokit = clientOf(fake);
  await fake.commit('topic', { 'a.txt': 'a2', 'c.txt': 'c' }, { message: 'Change' });
});
afterAll(stopFakes);

const create = (more: object = {}) =>
  octokit.rest.pulls.create({ ...SHOP, head: 'topic', base: 'main', title: 'Topic', ...more });

describe('pull requests', () => {
  test('are made, found by their head, changed, closed and opened again', async () => {
    const { data: made } = await create({ body: 'Why', draft: true });
    expect(made).toMatchObject({
      state: 'open',
      draft: true,
      body: 'Why',
      commits: 1,
      changed_files: 2,
      user: { login: ACTIONS_BOT },
    });
    const pull = { ...SHOP, pull_number: made.number };
    const list = async (more: object) =>
      (await octokit.rest.pulls.list({ ...SHOP, ...more })).data.map(({ number }) => number);
    expect(await list({ head: 'acme:topic', base: 'main' })).toEqual([made.number]);
    expect(await list({ head: 'acme:other' })).toEqual([]);
    await octokit.rest.pulls.update({ ...pull, title: 'New title', state: 'closed' });
    expect(await list({})).toEqual([]);
    expect(await list({ state: 'all' })).toEqual([made.number]);
    await octokit.rest.pulls.update({ ...pull, state: 'open' });
    const files = await octokit.rest.pulls.listFiles(pull);
    expect(files.data.map(({ status, filename }) => `${status} ${filename}`)).toEqual([
      'modified a.txt',
      'added c.txt',
    ]);
    const events = await octokit.rest.issues.listEvents({ ...SHOP, issue_number: made.number });
    expect(events.data.map(({ event }) => event)).toEqual(['closed', 'reopened']);
  });

  test('follow their branch, and keep their head when it is gone', async () => {
    await fake.commit('moving', { 'm.txt': '1' });
    const { number } = await fake.openPullRequest({ head: 'moving' });
    const head = async () => (await octokit.rest.pulls.get({ ...SHOP, pull_number: number })).data.head.sha;
    const later = await fake.commit('moving', { 'm.txt': '2' });
    expect(await head()).toBe(later);
    await fake.git('update-ref', '-d', 'refs/heads/moving');
    expect(await head()).toBe(later);
    expect(await fake.git('rev-parse', `refs/pull/${number}/head`)).toBe(later);
  });

  test("from a fork name the fork's repository", async () => {
    await fake.commit('patch', { 'p.txt': 'p' }, { fork: 'eve' });
    const { number } = await fake.openPullRequest({ head: 'patch', fork: 'eve' });
    const { data } = await octokit.rest.pulls.get({ ...SHOP, pull_number: number });
    expect(data).toMatchObject({
      user: { login: 'eve' },
      head: { label: 'eve:patch', repo: { full_name: 'eve/shop', fork: true } },
      base: { label: 'acme:main', repo: { full_name: 'acme/shop', fork: false } },
    });
  });

  test('ask for reviews, but not of their author', async () => {
    await fake.commit('reviewed', { 'r.txt': 'r' });
    const { number } = await fake.openPullRequest({ head: 'reviewed', author: 'ada' });
    const pull = { ...SHOP, pull_number: number };
    const { data } = await octokit.rest.pulls.requestReviewers({ ...pull, reviewers: ['grace'] });
    expect(data.requested_reviewers?.map((reviewer) => 'login' in reviewer && reviewer.login)).toEqual([
      'grace',
    ]);
    const own = octokit.rest.pulls.requestReviewers({ ...pull, reviewers: ['ada'] });
    expect(await refusalOf(own)).toMatch(/^422 Review cannot be requested from pull request author/);
  });

  test.each([
    ['with a head that is missing', { head: 'nowhere' }, /"field":"head","code":"invalid"/],
    ['with a base that is missing', { base: 'nowhere' }, /"field":"base","code":"invalid"/],
    ['twice for one branch', {}, /A pull request already exists for acme:topic/],
    ['without a commit between', { head: 'main' }, /No commits between main and main/],
    ['with a body too long', { head: 'topic2', body: 'x'.repeat(65_537) }, /maximum is 65536 characters/],
  ])('%s are refused', async (_, more, words) => {
    expect(await refusalOf(create(more))).toMatch(words);
  });

  test('by Actions are refused where the setting is off, and those of people are not', async () => {
    await fake.commit('allowed', { 'x.txt': 'x' });
    fake.settings.actionsMayCreatePullRequests = false;
    expect(await refusalOf(create({ head: 'allowed' }))).toBe(
      '403 GitHub Actions is not permitted to create or approve pull requests.',
    );
    const person = clientOf(fake, fake.personalToken);
    const made = await person.rest.pulls.create({ ...SHOP, head: 'allowed', base: 'main', title: 'By hand' });
    expect(made.data.user.login).toBe('ada');
    fake.settings.actionsMayCreatePullRequests = true;
  });
});
