import { describe, expect, test } from '@jest/globals';
import { BILLING, MANIFEST, PRIVATE_API, PUBLIC_API, startWorld } from './runner/world.ts';

describe('a branch that moves while the action runs', () => {
  test('is planned for again, and keeps what came in between', async () => {
    await using world = await startWorld();
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.commit('main', { 'notes.md': 'in between' }),
    );
    const ran = await world.run();
    expect(ran.status).toBe(0);
    const messages = (await world.github.log('main')).map(({ message }) => message.split('\n')[0]);
    expect(messages).toEqual(['specs: 3 API groups added', 'Change notes.md', 'Begin']);
    expect(await world.github.readFile('main', 'notes.md')).toBe('in between');
    expect(await world.paths()).toEqual([PRIVATE_API, PUBLIC_API, MANIFEST, BILLING]);
  });

  test('where a document was edited meanwhile, the commit holds what Xano says', async () => {
    await using world = await startWorld();
    await world.run();
    const good = await world.github.readFile('main', PRIVATE_API);
    world.group('Billing').endpoints.pop();
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.commit('main', { [PRIVATE_API]: '{}' }),
    );
    const ran = await world.run();
    expect(ran.status).toBe(0);
    expect(await world.github.readFile('main', PRIVATE_API)).toBe(good);
  });

  test('where GitHub breaks off after the commit, it is found and not made twice', async () => {
    await using world = await startWorld();
    world.github.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'lost-answer' });
    const ran = await world.run();
    expect(ran.status).toBe(0);
    const commits = await world.github.log('main');
    expect(commits).toHaveLength(2);
    expect(ran.outputs['commit-sha']).toBe(commits[0]?.sha);
  });

  test('two actions that race on it both end well, and no commit is lost', async () => {
    await using world = await startWorld();
    const [all, billing] = await Promise.all([
      world.run({ inputs: { instances: 'explore-instance' } }),
      world.run({ inputs: { instances: 'starter-instance' } }),
    ]);
    expect([all.status, billing.status]).toEqual([0, 0]);
    expect(await world.paths()).toEqual([PRIVATE_API, PUBLIC_API, MANIFEST, BILLING]);
    const commits = await world.github.log('main');
    expect(commits).toHaveLength(3);
    expect(commits.map(({ sha }) => sha)).toEqual(
      expect.arrayContaining([all.outputs['commit-sha'], billing.outputs['commit-sha']]),
    );
    const manifest = JSON.parse((await world.github.readFile('main', MANIFEST)) ?? '') as {
      groups: unknown[];
    };
    expect(manifest.groups).toHaveLength(3);
  });

  test('two actions that race with the same snapshot make it once', async () => {
    await using world = await startWorld();
    const both = await Promise.all([world.run(), world.run()]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both.map(({ result }) => result?.outcome).sort()).toEqual(['committed', 'unchanged']);
    expect(await world.github.log('main')).toHaveLength(2);
  });
});
