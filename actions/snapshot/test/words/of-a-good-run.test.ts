import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { misbehave } from '@xano-specs/fake-xano';
import { PUBLIC_API, startWorld, type World } from '../runner/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  expect((await world.run()).status).toBe(0);
});
beforeEach(() => {
  world.xano.faults.clear();
  world.github.faults.clear();
});
afterAll(async () => world[Symbol.asyncDispose]());

/** Runs the action, which ends well and has nothing to warn of, and gives its log. */
async function goodLog(inputs = {}): Promise<string> {
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(0);
  expect(ran.commands.filter(({ name }) => ['warning', 'error'].includes(name))).toEqual([]);
  return ran.stdout;
}

describe('what others take for a failure, and is none', () => {
  test('nothing changed: says so', async () => {
    expect(await goodLog()).toContain('\nNothing changed in 3 API groups\n');
  });

  test('somebody pushed meanwhile: says that it tries again, and where the commit is', async () => {
    world.group('Billing').endpoints.pop();
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.commit('main', { 'notes.md': 'in between' }),
    );
    const log = await goodLog();
    expect(log).toMatch(
      /\nAttempt 1 of 8 to commit to main: .*The branch moved while this was being written/,
    );
    expect(log).toMatch(/\n1 API group changed · \S+ breaking changes? · committed to main: http/);
  });

  test('Xano limits the requests: says how long it waits, and for what', async () => {
    world.xano.faults.add({ misbehave: misbehave.tooManyRequests(1), on: 'group-document', times: 1 });
    expect(await goodLog()).toMatch(/\nwaiting {5}\d+\.\d s at \S+, for Xano's rate limit\n/);
  });

  test('documentation wants a token: the document is read all the same, and the token is in no file', async () => {
    world.group('Public API').documentation = 'token';
    expect(await goodLog()).toContain('read        Explore Instance / Book Marketplace / Public API');
    expect(
      world.xano
        .secrets()
        .map(({ label }) => label)
        .join(),
    ).toMatch(/documentation/i);
    expect(await world.paths()).toContain(PUBLIC_API);
    world.group('Public API').documentation = 'public';
  });

  test('a workspace has branches: each has a folder of its own, and backups have none', async () => {
    const [workspace] = world.xano.account.instances[0]?.workspaces ?? [];
    const live = workspace?.branches.find((branch) => branch.live);
    if (workspace === undefined || live === undefined) throw new Error('The book shop has no live branch.');
    const groups = live.groups.map((group) => ({ ...group, id: group.id + 100 }));
    workspace.branches.push({ ...live, label: 'v2', live: false, groups });
    const log = await goodLog();
    expect(log).toContain('read        Explore Instance / Book Marketplace / v2 / Public API');
    expect(await world.paths()).toContain('specs/explore-instance/book-marketplace/v2/public-api.json');
    expect((await world.paths()).join()).not.toContain('backup');
  });
});
