import { expect, test } from '@jest/globals';
import { type FakeBranch, misbehave } from '@xano-specs/fake-xano';
import { errorsOf } from './pull-request/scene.ts';
import { MANIFEST, PUBLIC_API, startWorld, type World } from './runner/world.ts';

function workspaceOf(world: World) {
  const workspace = world.xano.account.instances[0]?.workspaces[0];
  if (workspace === undefined) throw new Error('no workspace');
  return workspace;
}

/** A branch v2 with a copy of every group of the live branch: other ids, the same canonicals. */
function addBranch(world: World): FakeBranch {
  const workspace = workspaceOf(world);
  const [live] = workspace.branches;
  if (live === undefined) throw new Error('no live branch');
  const v2: FakeBranch = { ...structuredClone(live), label: 'v2', live: false };
  for (const group of v2.groups) group.id += 100;
  workspace.branches.push(v2);
  return v2;
}

/** What Xano's "Set live" does: nothing is deleted. */
function setLive(world: World, label: string): void {
  for (const branch of workspaceOf(world).branches) branch.live = branch.label === label;
}

const IN_V2 = 'specs/explore-instance/book-marketplace/v2/public-api.json';

test('given that another branch was made the live one, then no group is said to be gone from Xano', async () => {
  await using world = await startWorld();
  addBranch(world);
  await world.run();
  setLive(world, 'v2');
  const ran = await world.run();
  // v1 and v2 hold the very same operations: nothing is gone, and nothing breaks.
  expect(ran.outputs).toMatchObject({ 'documents-removed': '0', breaking: '0' });
});

test('with branches: live, given that another branch was made the live one, then its one change is told, and the version goes on', async () => {
  await using world = await startWorld();
  const inputs = { branches: 'live' };
  const v2 = addBranch(world);
  await world.run({ inputs });
  const endpoint = v2.groups
    .find(({ name }) => name === 'Public API')
    ?.endpoints.find(({ path }) => path === '/featured');
  if (endpoint === undefined) throw new Error('no endpoint');
  endpoint.path = '/front-page';
  setLive(world, 'v2');
  const ran = await world.run({ inputs });
  const entry = JSON.parse((await world.github.readFile('main', MANIFEST)) ?? '').groups.find(
    ({ path }: { path: string }) => path === PUBLIC_API.replace('specs/', ''),
  );
  expect({
    breaking: ran.outputs.breaking,
    removed: ran.outputs['documents-removed'],
    version: entry.version,
  }).toEqual({
    breaking: '1',
    removed: '0',
    version: '2.0.0',
  });
});

test('given that another branch was made the live one, and a document can not be had today, then its last good text is kept', async () => {
  await using world = await startWorld();
  addBranch(world);
  await world.run();
  const before = await Promise.all([PUBLIC_API, IN_V2].map((path) => world.github.readFile('main', path)));
  expect(before).not.toContain(null);
  setLive(world, 'v2');
  // Public API fails in both branches.
  world.xano.faults.add({
    misbehave: misbehave.badGateway(),
    on: 'group-document',
    group: 'Public API',
    times: Number.POSITIVE_INFINITY,
  });
  const ran = await world.run();
  expect(ran.status).toBe(0);
  const paths = [PUBLIC_API, IN_V2];
  const texts = await Promise.all(paths.map((path) => world.github.readFile('main', path)));
  expect(texts).toEqual(before);
});

test('given a branch with eleven groups that is made the live one, then the run is not stopped by groups that are said to be gone', async () => {
  await using world = await startWorld();
  const v2 = addBranch(world);
  const [first] = v2.groups;
  if (first === undefined) throw new Error('no group');
  for (let more = 0; more < 9; more += 1) {
    v2.groups.push({
      ...structuredClone(first),
      id: 200 + more,
      name: `API ${more}`,
      canonical: `canon${more}`,
    });
  }
  await world.run();
  setLive(world, 'v2');
  const ran = await world.run();
  expect(errorsOf(ran)).not.toContain('gone from Xano');
  expect(ran.status).toBe(0);
});

test('with branches: live, given that another branch was made live while one document can not be had, then its file stays', async () => {
  await using world = await startWorld();
  const inputs = { branches: 'live' };
  addBranch(world);
  await world.run({ inputs });
  const before = await world.github.readFile('main', PUBLIC_API);
  setLive(world, 'v2');
  world.xano.faults.add({
    misbehave: misbehave.badGateway(),
    on: 'group-document',
    group: 'Public API',
    times: Number.POSITIVE_INFINITY,
  });
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(0);
  expect(before).not.toBeNull();
  expect(await world.github.readFile('main', PUBLIC_API)).toBe(before);
});
