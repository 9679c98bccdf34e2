import { expect, test } from '@jest/globals';
import { errorsOf, openPull } from './pull-request/scene.ts';
import { addBranch, breakIn, setLive, workspaceOf } from './runner/branches.ts';
import { failDocuments, failLists, ofBranch } from './runner/failing.ts';
import { entryOf, PRIVATE_API, PUBLIC_API, startWorld, type World } from './runner/world.ts';

const IN_V2 = 'specs/explore-instance/book-marketplace/v2/public-api.json';

/** The documents of the book shop's two groups, as they stand on main. */
const textsOf = (world: World) =>
  Promise.all([PUBLIC_API, PRIVATE_API].map((path) => world.github.readFile('main', path)));

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
  breakIn(v2);
  setLive(world, 'v2');
  const ran = await world.run({ inputs });
  expect({
    breaking: ran.outputs.breaking,
    removed: ran.outputs['documents-removed'],
    version: (await entryOf(world, PUBLIC_API))?.version,
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
  failDocuments(world, { group: 'Public API' });
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
  failDocuments(world, { group: 'Public API' });
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(0);
  expect(before).not.toBeNull();
  expect(await world.github.readFile('main', PUBLIC_API)).toBe(before);
});

test.each(['commit', 'auto'])(
  'in %s, with yaml and a change log, given that a branch with a break was made live, then the next run changes nothing',
  async (mode) => {
    await using world = await startWorld();
    const inputs = { format: 'yaml', changelog: 'true' };
    breakIn(addBranch(world));
    await world.run({ inputs });
    setLive(world, 'v2');
    const dry = await world.run({ inputs: { ...inputs, mode, 'dry-run': 'true' } });
    const ran = await world.run({ inputs: { ...inputs, mode } });
    expect(errorsOf(ran)).toBe('');
    expect([dry.outputs.breaking, dry.outputs.changed]).toEqual([ran.outputs.breaking, ran.outputs.changed]);
    if (mode !== 'commit') await world.github.mergePullRequest(openPull(world).number, 'squash');
    const again = await world.run({ inputs: { ...inputs, mode } });
    expect({ changed: again.outputs.changed, error: errorsOf(again) }).toEqual({
      changed: 'false',
      error: '',
    });
    const log = (await world.github.readFile('main', 'specs/CHANGELOG.md')) ?? '';
    expect(log.match(/^## /gm)).toHaveLength(2);
  },
);

test('given that the list of the branch that was live can not be read that day, then nothing of it is taken for deleted', async () => {
  await using world = await startWorld();
  const v2 = addBranch(world);
  // v2 has no Private API.
  v2.groups = v2.groups.filter(({ name }) => name === 'Public API');
  await world.run();
  setLive(world, 'v2');
  failLists(world, ofBranch('v1'));
  const ran = await world.run();
  expect({
    removed: ran.outputs['documents-removed'],
    paths: (await world.paths()).filter((path) => path.includes('private-api')),
  }).toEqual({
    removed: '0',
    paths: [expect.stringContaining('private-api.json')],
  });
});

test('given a branch that was made and made live since the last run, and lists of the two others that can not be read, then no document of the old one is lost', async () => {
  await using world = await startWorld();
  await world.run();
  const before = await textsOf(world);
  const v2 = addBranch(world);
  breakIn(v2);
  workspaceOf(world).branches.push({ ...v2, label: 'v3', groups: [] });
  setLive(world, 'v2');
  failLists(world, { when: ({ url }) => ['v1', 'v3'].includes(url.searchParams.get('branch') ?? '') });
  const ran = await world.run();
  expect({ status: ran.status, removed: ran.outputs['documents-removed'] }).toEqual({
    status: 0,
    removed: '0',
  });
  expect(await textsOf(world)).toEqual(before);
});

test('given that a document of the new live branch comes a run later than the rest, and the list of the old one can not be read then, the text of the old one goes on there', async () => {
  await using world = await startWorld();
  const v2 = addBranch(world);
  v2.groups.find(({ name }) => name === 'Private API')?.endpoints.pop();
  await world.run();
  const before = await world.github.readFile('main', PRIVATE_API);
  setLive(world, 'v2');
  failDocuments(world, { when: ({ url }) => /\/apigroup\/(?:5|105)\//.test(url.pathname) });
  await world.run();
  world.xano.faults.clear();
  failLists(world, ofBranch('v1'));
  await world.run();
  expect(before).not.toBeNull();
  expect(await world.github.readFile('main', PRIVATE_API)).not.toBe(before);
  expect(await world.github.readFile('main', PRIVATE_API.replace('private-api', 'v1/private-api'))).toBe(
    before,
  );
});

test('with the label of the live branch in branches, given an API group that is deleted, then its file goes', async () => {
  await using world = await startWorld();
  const inputs = { branches: 'v1' };
  await world.run({ inputs });
  const [live] = workspaceOf(world).branches;
  if (live !== undefined) live.groups = live.groups.filter(({ name }) => name !== 'Private API');
  expect((await world.run({ inputs })).outputs['documents-removed']).toBe('1');
  expect(await world.paths()).not.toContain(PRIVATE_API);
});
