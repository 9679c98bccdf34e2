import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pull } from '@xano-specs/fake-github';
import {
  BODY_LIMIT,
  closeSettled,
  markSettled,
  pullRequestsOf,
  upsertPullRequest,
  wasSettled,
} from '../../src/index.ts';
import { startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

const HEAD = 'xano/specs';
const KEY = 'snapshot';

let world: TestWorld;
let number: number;
beforeEach(async () => {
  world = await startWorld();
  await world.fake.commit(HEAD, { 'specs/a.json': '{}' });
  ({ number } = await upsert('One breaking change'));
});
afterAll(stopWorlds);

const upsert = (text: string) =>
  upsertPullRequest(world.octokit, {
    ...world.repository,
    head: HEAD,
    base: 'main',
    key: KEY,
    title: 'API changed',
    body: () => text,
    serverUrl: world.fake.serverUrl,
  });
const settled = () => ({ ...world.repository, number, key: KEY, text: 'Nothing is left.' });
const seen = async () => {
  const [pull] = await pullRequestsOf(world.octokit, { ...world.repository, head: HEAD, key: KEY });
  return pull;
};
const pull = (): Pull => {
  const found = world.fake.state.pulls.find((candidate) => candidate.number === number);
  if (found === undefined) throw new Error(`There is no pull request ${number}.`);
  return found;
};
const comments = () => world.fake.state.comments.map(({ body }) => body.split('\n').slice(1).join('\n'));

describe('a pull request in which nothing is left', () => {
  test('is marked, with what people wrote around the block, and closed with one comment', async () => {
    pull().body += '\n\nremember to tell the app team';
    await markSettled(world.octokit, settled());
    expect(pull().body).toMatch(/\nNothing is left\.\n<!--.*-->\n\nremember to tell the app team$/);
    expect(await seen()).toMatchObject({ state: 'open', ours: true, settled: true, merged: false });
    await closeSettled(world.octokit, settled());
    await closeSettled(world.octokit, settled());
    expect(await seen()).toMatchObject({ state: 'closed', settled: true });
    expect(comments()).toEqual(['Nothing is left.']);
  });

  test.each([0, 150])('is closed also where people leave %i characters of its body', async (less) => {
    const theirs = 'x'.repeat(BODY_LIMIT - less);
    pull().body = theirs;
    await markSettled(world.octokit, { ...settled(), text: 'Nothing is left. '.repeat(20) });
    await closeSettled(world.octokit, settled());
    expect(pull().state).toBe('closed');
    expect(pull().body?.startsWith(theirs)).toBe(true);
    expect(await wasSettled(world.octokit, settled())).toBe(true);
  });

  test('is proposed again in its own words when there is something new before it is closed', async () => {
    await markSettled(world.octokit, settled());
    expect(await upsert('Two breaking changes')).toMatchObject({ outcome: 'updated', number });
    expect(await seen()).toMatchObject({ settled: false });
  });

  test('is known as settled by its comment, also when another run wrote over the block', async () => {
    expect(await wasSettled(world.octokit, settled())).toBe(false);
    await closeSettled(world.octokit, settled());
    pull().body = (pull().body ?? '').replace('digest="settled"', 'digest="another"');
    expect(await seen()).toMatchObject({ settled: false });
    expect(await wasSettled(world.octokit, settled())).toBe(true);
  });

  test('that people closed, or that they opened without our block, is told apart', async () => {
    world.fake.closePullRequest(number);
    expect(await seen()).toMatchObject({ state: 'closed', ours: true, settled: false });
    await world.fake.openPullRequest({ head: HEAD, body: 'by hand' });
    expect(await seen()).toMatchObject({ state: 'open', ours: false });
  });

  test('from a fork of the same owner, with a branch of the same name, is none of the repository', async () => {
    const octokit = world.client();
    octokit.hook.after('request', ({ data }) => {
      for (const { head } of Array.isArray(data) ? data : []) head.repo.id = 99;
    });
    expect(await pullRequestsOf(octokit, { ...world.repository, head: HEAD, key: KEY })).toEqual([]);
  });

  test('gets its comment once where GitHub breaks off', async () => {
    world.fake.faults.next({ method: 'POST', path: /comments$/ }, { kind: 'lost-answer' });
    await closeSettled(world.octokit, settled());
    expect(comments()).toEqual(['Nothing is left.']);
  });
});
