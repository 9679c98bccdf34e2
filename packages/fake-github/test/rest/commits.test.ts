import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { ACTIONS_BOT_EMAIL, type FakeGitHub } from '../../src/index.ts';
import { clientOf, refusalOf, SHOP, startFake, stopFakes } from '../support/world.ts';

let fake: FakeGitHub;
let octokit: Octokit;
let base: string;
beforeAll(async () => {
  fake = await startFake({ files: { 'a.txt': 'a\n'.repeat(50), 'b.txt': 'b\n', 'c.txt': 'c\n' } });
  octokit = clientOf(fake);
  base = await fake.git('rev-parse', 'main');
  await fake.commit('topic', { 'moved.txt': 'a\n'.repeat(50), 'a.txt': null }, { message: 'Move\n\nWhy.' });
  await fake.commit('topic', { 'b.txt': 'b2\nb3\n', 'new.txt': 'n\n', 'c.txt': null }, { message: 'Change' });
  await fake.commit('main', { 'main.txt': 'm' }, { message: 'Meanwhile' });
});
afterAll(stopFakes);

describe('commits', () => {
  test('are listed newest first, also of one path or from another start', async () => {
    const list = async (more: object) =>
      (await octokit.rest.repos.listCommits({ ...SHOP, ...more })).data.map(({ commit }) => commit.message);
    expect(await list({})).toEqual(['Meanwhile', 'Begin']);
    expect(await list({ sha: 'topic' })).toEqual(['Change', 'Move\n\nWhy.', 'Begin']);
    expect(await list({ sha: 'topic', path: 'b.txt' })).toEqual(['Change', 'Begin']);
  });

  test('give their files, their numbers and their tree', async () => {
    const { data } = await octokit.rest.repos.getCommit({ ...SHOP, ref: 'topic' });
    expect(data.files?.map(({ status, filename }) => `${status} ${filename}`)).toEqual([
      'modified b.txt',
      'removed c.txt',
      'added new.txt',
    ]);
    expect(data.stats).toEqual({ additions: 3, deletions: 2, total: 5 });
    expect(data.commit.tree.sha).toBe(await fake.git('rev-parse', 'topic^{tree}'));
    expect(data.parents.map(({ sha }) => sha)).toEqual([await fake.git('rev-parse', 'topic~')]);
  });

  test('give their name alone with the media type for it', async () => {
    const { data } = await octokit.rest.repos.getCommit({
      ...SHOP,
      ref: 'heads/topic',
      mediaType: { format: 'sha' },
    });
    expect(data as unknown).toBe(await fake.git('rev-parse', 'topic'));
  });

  test('that nobody knows are not found', async () => {
    const words = '404 No commit found for SHA: nowhere';
    expect(await refusalOf(octokit.rest.repos.getCommit({ ...SHOP, ref: 'nowhere' }))).toBe(words);
  });

  test('made of a tree are signed for a bot that names no author, and not for a person or a named author', async () => {
    const tree = await fake.git('rev-parse', 'topic^{tree}');
    const plain = { ...SHOP, message: 'Made\n\nof a tree', tree, parents: [base] };
    const named = { ...plain, author: { name: 'Ada', email: 'ada@example.com' } };
    const byBot = (await octokit.rest.git.createCommit(plain)).data;
    expect(byBot).toMatchObject({
      message: plain.message,
      verification: { verified: true },
      author: { email: ACTIONS_BOT_EMAIL },
    });
    expect((await octokit.rest.git.createCommit(named)).data.verification.verified).toBe(false);
    const person = clientOf(fake, fake.personalToken);
    expect((await person.rest.git.createCommit(plain)).data.verification.verified).toBe(false);
    expect((await octokit.rest.git.getCommit({ ...SHOP, commit_sha: byBot.sha })).data).toEqual(byBot);
    expect(await fake.git('fsck', '--strict', '--no-dangling')).toBe('');
  });
});

describe('comparisons', () => {
  const compare = async (basehead: string, more: object = {}) =>
    (await octokit.rest.repos.compareCommitsWithBasehead({ ...SHOP, basehead, ...more })).data;

  test('tell the merge base, both distances, the commits and the files since the merge base', async () => {
    const found = await compare('main...topic');
    expect(found).toMatchObject({
      status: 'diverged',
      ahead_by: 2,
      behind_by: 1,
      merge_base_commit: { sha: base },
    });
    expect(found.commits.map(({ commit }) => commit.message)).toEqual(['Move\n\nWhy.', 'Change']);
    expect(found.files?.map(({ status, filename }) => `${status} ${filename}`)).toEqual([
      'modified b.txt',
      'removed c.txt',
      'renamed moved.txt',
      'added new.txt',
    ]);
    expect(found.files?.find(({ status }) => status === 'renamed')?.previous_filename).toBe('a.txt');
  });

  test.each([
    ['main...main', 'identical'],
    ['main~...main', 'ahead'],
    ['main...main~', 'behind'],
  ])('%s is %s', async (range, status) => {
    const [from = '', to = ''] = range.split('...');
    const names = await Promise.all([fake.git('rev-parse', from), fake.git('rev-parse', to)]);
    expect((await compare(names.join('...'))).status).toBe(status);
  });

  test('on a further page hold further commits and no files', async () => {
    const found = await compare('main...topic', { per_page: 1, page: 2 });
    expect(found.commits.map(({ commit }) => commit.message)).toEqual(['Change']);
    expect(found.files).toEqual([]);
  });

  test("reach into a fork by its owner's name", async () => {
    const sha = await fake.commit('patch', { 'p.txt': 'p' }, { fork: 'eve', from: base });
    const found = await compare('main...eve:patch');
    expect(found.commits.map((commit) => commit.sha)).toEqual([sha]);
    expect(found.merge_base_commit.sha).toBe(base);
  });

  test('name no more than 300 files', async () => {
    await fake.commit(
      'many',
      Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`${index}.txt`, `${index}`])),
    );
    expect((await compare('main...many')).files).toHaveLength(300);
  });

  test('of what has nothing in common, or is missing, are not found', async () => {
    const tree = await fake.git('rev-parse', 'main^{tree}');
    const orphan = await fake.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@y',
      'commit-tree',
      '-m',
      'o',
      tree,
    );
    expect(await refusalOf(compare(`main...${orphan}`))).toMatch(/^404 No common ancestor/);
    expect(await refusalOf(compare('main...nowhere'))).toMatch(/^404/);
  });
});
