import { describe, expect, test } from '@jest/globals';
import { misbehave } from '@xano-specs/fake-xano';
import { BRANCH, breakApi, describeApi, errorsOf, proposeIn, startScene } from './pull-request/scene.ts';
import { entryOf, MANIFEST, PRIVATE_API, PUBLIC_API, type World } from './runner/world.ts';

/** Adds an API group to the book shop, and gives it. */
function addGroup(world: World) {
  const fresh = {
    ...structuredClone(world.group('Public API')),
    id: 77,
    name: 'Fresh API',
    canonical: 'fresh',
  };
  world.xano.account.instances[0]?.workspaces[0]?.branches[0]?.groups.push(fresh);
  return fresh;
}

const FRESH_API = 'specs/explore-instance/book-marketplace/fresh-api.json';

const versionOf = async (world: World, path: string) => (await entryOf(world, path))?.version;

describe('a merge that took the older side of the manifest as a whole', () => {
  test('on main, then the next run mends the rest', async () => {
    await using world = await startScene();
    const before = (await world.github.readFile('main', MANIFEST)) ?? '';
    const fresh = addGroup(world);
    expect((await world.run()).outputs['documents-added']).toBe('1');
    await world.github.commit('main', { [MANIFEST]: before }, { message: 'Merge: their manifest' });
    fresh.name = 'Fresh API';
    for (const endpoint of fresh.endpoints) endpoint.summary = 'Other words';
    const ran = await world.run();
    expect(errorsOf(ran)).toBe('');
    expect(await world.github.readFile('main', FRESH_API)).toContain('Other words');
    expect(await versionOf(world, FRESH_API)).toBe('1.0.0');
  });

  test('on the branch of a pull request, then so does the next run', async () => {
    await using world = await startScene();
    const before = (await world.github.readFile('main', MANIFEST)) ?? '';
    const fresh = addGroup(world);
    await proposeIn(world);
    await world.github.commit(BRANCH, { [MANIFEST]: before }, { message: 'Merge main: its manifest' });
    for (const endpoint of fresh.endpoints) endpoint.summary = 'Other words';
    const ran = await proposeIn(world);
    expect(errorsOf(ran)).toBe('');
    expect(await world.github.readFile(BRANCH, FRESH_API)).toContain('Other words');
  });

  test('after a break, then the version of the break is not told as a patch', async () => {
    await using world = await startScene();
    const before = (await world.github.readFile('main', MANIFEST)) ?? '';
    breakApi(world);
    await world.run();
    expect(await versionOf(world, PUBLIC_API)).toBe('2.0.0');
    await world.github.commit('main', { [MANIFEST]: before }, { message: 'Merge: their manifest' });
    await world.run();
    expect(await versionOf(world, PUBLIC_API)).toBe('2.0.0');
  });
});

test('given a file of somebody else at the path of a new document, then the hint says when it may be deleted', async () => {
  await using world = await startScene();
  await world.github.commit('main', { [FRESH_API]: '{"openapi": "3.0.0"}' });
  addGroup(world);
  const ran = await world.run();
  expect(errorsOf(ran)).toContain(
    'A file stands where the snapshot would write, and manifest.json does not know it',
  );
  expect(errorsOf(ran)).toContain(
    'Move them, or restore manifest.json from the last commit if it was lost. Those that a snapshot wrote may be deleted: the next run writes them anew.',
  );
});

const MINE = `${JSON.stringify({ baseUrl: 'https://shop.example', retries: 3 }, null, 2)}\n`;
const CLIENT = 'specs/explore-instance/book-marketplace/client.json';

test('given a JSON file of somebody on main where a document would go, then it stays, however it is written', async () => {
  await using world = await startScene();
  await world.github.commit('main', { [CLIENT]: MINE });
  world.group('Private API').name = 'Client';
  const ran = await world.run();
  expect({ status: ran.status, kept: (await world.github.readFile('main', CLIENT)) === MINE }).toEqual({
    status: 1,
    kept: true,
  });
});

test('given one on the branch of a pull request, then it stays as well', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world);
  await world.github.commit(BRANCH, { [CLIENT]: MINE });
  world.group('Private API').name = 'Client';
  const ran = await proposeIn(world);
  expect({ status: ran.status, kept: (await world.github.readFile(BRANCH, CLIENT)) === MINE }).toEqual({
    status: 1,
    kept: true,
  });
});

test('given a document of a deleted group that somebody put back for good, then it stays', async () => {
  await using world = await startScene();
  const groups = world.xano.account.instances[0]?.workspaces[0]?.branches[0]?.groups;
  addGroup(world);
  await world.run();
  const text = await world.github.readFile('main', FRESH_API);
  groups?.pop();
  await world.run();
  await world.github.commit(
    'main',
    { [FRESH_API]: text },
    { message: 'Keep the documentation of our old API' },
  );
  groups?.push({
    ...structuredClone(world.group('Private API')),
    id: 78,
    name: 'Fresh API',
    canonical: 'anew',
  });
  expect((await world.run()).status).toBe(1);
  expect(text).not.toBeNull();
  expect(await world.github.readFile('main', FRESH_API)).toBe(text);
});

describe('a document that somebody edited', () => {
  test('given that Xano then breaks what the edit had broken already, then the version tells of the break, in auto a pull request', async () => {
    await using world = await startScene();
    const text = (await world.github.readFile('main', PUBLIC_API)) ?? '';
    const edited = text.replaceAll('"/featured"', '"/front-page"');
    expect(edited).not.toBe(text);
    await world.github.commit('main', { [PUBLIC_API]: edited }, { message: 'Edit' });
    breakApi(world);
    const ran = await proposeIn(world, { inputs: { mode: 'auto' } });
    expect(ran.outputs['pull-request-outcome']).toBe('created');
    expect(ran.summary).toContain('somebody edited its file');
    await world.github.mergePullRequest(1, 'merge');
    expect(await versionOf(world, PUBLIC_API)).toBe('2.0.0');
  });

  test('given that a formatter did, then the next change is told as always', async () => {
    await using world = await startScene();
    const text = (await world.github.readFile('main', PRIVATE_API)) ?? '';
    const formatted = JSON.stringify(JSON.parse(text), null, 4);
    await world.github.commit('main', { [PRIVATE_API]: formatted }, { message: 'Format' });
    describeApi(world, 'Other words');
    const ran = await world.run();
    expect(ran.summary).not.toContain('somebody edited its file');
    expect(await versionOf(world, PRIVATE_API)).toBe('1.0.1');
  });

  test('given that somebody deleted it, and it can not be had today, then it is not said to be kept', async () => {
    await using world = await startScene();
    await world.github.commit('main', { [PUBLIC_API]: null }, { message: 'Delete it' });
    world.xano.faults.add({
      misbehave: misbehave.badGateway(),
      on: 'group-document',
      group: 'Public API',
      times: 3,
    });
    const ran = await world.run();
    expect(ran.summary).toContain(
      'Somebody deleted its last good document&#58; the next run that can read it brings it back.',
    );
    expect(ran.summary).not.toContain('was kept');
    expect(ran.outputs.documents).toBe('2');
    world.xano.faults.clear();
    await world.run();
    expect(await world.github.readFile('main', PUBLIC_API)).not.toBeNull();
  });
});

test('given a manifest that was broken where both branches part, and is mended on both, then the run goes on', async () => {
  await using world = await startScene();
  const good = (await world.github.readFile('main', MANIFEST)) ?? '';
  breakApi(world);
  await proposeIn(world);
  const onBranch = (await world.github.readFile(BRANCH, MANIFEST)) ?? '';
  // A merge on main leaves the markers of a conflict, and somebody presses "Update branch".
  await world.github.commit('main', { [MANIFEST]: `<<<<<<< HEAD\n${good}=======\n${good}>>>>>>> x\n` });
  await world.github.updateBranch(BRANCH, { [MANIFEST]: onBranch });
  // Both are mended, as the error says.
  await world.github.commit('main', { [MANIFEST]: good });
  describeApi(world, 'Other words');
  const ran = await proposeIn(world);
  expect(errorsOf(ran)).toBe('');
  expect(ran.status).toBe(0);
});
