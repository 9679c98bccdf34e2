import { describe, expect, test } from '@jest/globals';
import { addBranch, breakIn, setLive } from '../runner/branches.ts';
import { failDocuments, failLists, ofBranch, type Which } from '../runner/failing.ts';
import { PUBLIC_API, startWorld, type World } from '../runner/world.ts';
import { BRANCH, breakApi, openPull, proposeIn } from './scene.ts';

/** The Public API of the branch that was live first, by the id that it has there. */
const PUBLIC_OF_V1: Which = { when: ({ path }) => path.includes('/apigroup/4/') };

/** A world whose main holds a snapshot of v1 and v2, in which v2, which has a break, was made the live one since. */
async function startSwitched(): Promise<World> {
  const world = await startWorld();
  breakIn(addBranch(world));
  await world.run();
  setLive(world, 'v2');
  return world;
}

describe('a branch with a break that is made the live one', () => {
  test('given that a document of the branch that was live can not be had, then the live one is that of the new branch, and its break is told', async () => {
    await using world = await startSwitched();
    failDocuments(world, PUBLIC_OF_V1);
    const ran = await proposeIn(world);
    const files = (
      await world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs/explore-instance')
    ).split('\n');
    const body = openPull(world).body ?? '';
    expect({
      breakingOutput: ran.outputs.breaking,
      waiting: ran.result?.waiting,
      files: files.filter((path) => path.includes('public-api')),
      bodyTellsOfBreak: body.includes('1 breaking change'),
    }).toEqual({
      breakingOutput: '1',
      // It is the first pull request: nothing of an earlier run waits.
      waiting: 0,
      files: [PUBLIC_API, PUBLIC_API.replace('public-api', 'v1/public-api')],
      bodyTellsOfBreak: true,
    });
  });

  test('given that it waits, and the list of the live groups can not be read, then what waits stays as it is', async () => {
    await using world = await startSwitched();
    await proposeIn(world);
    const tree = () => world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs');
    const before = [await tree(), await world.github.readFile(BRANCH, PUBLIC_API)];
    failLists(world, ofBranch('v2'));
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect([await tree(), await world.github.readFile(BRANCH, PUBLIC_API)]).toEqual(before);
  });

  test('given that it waits, Xano goes back, and a document can not be had, then nothing of it is proposed any more', async () => {
    await using world = await startSwitched();
    await proposeIn(world);
    setLive(world, 'v1');
    failDocuments(world, PUBLIC_OF_V1);
    const ran = await proposeIn(world);
    const branch = await world.github
      .git('ls-tree', '-r', '--name-only', BRANCH, 'specs/explore-instance')
      .catch(() => '');
    expect({
      outcome: ran.outputs['pull-request-outcome'],
      odd: branch.split('\n').filter((path) => /-\d+\.json/.test(path)),
    }).toEqual({ outcome: 'closed', odd: [] });
  });

  test('given two workflows of one pull request, one for each instance, then each leaves alone what the other found', async () => {
    await using world = await startSwitched();
    world.group('Billing').endpoints.pop();
    const a = { mode: 'pull-request', instances: 'explore-instance', changelog: 'true' };
    const b = { mode: 'pull-request', instances: 'starter-instance', changelog: 'true' };
    await world.run({ inputs: a });
    await world.run({ inputs: b });
    const tree = () => world.github.git('rev-parse', `${BRANCH}:specs`);
    const names = await world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs');
    const titles = [openPull(world).title];
    await world.run({ inputs: a });
    titles.push(openPull(world).title);
    const before = await tree();
    await world.run({ inputs: b });
    titles.push(openPull(world).title);
    expect(titles).toEqual([titles[0], titles[0], titles[0]]);
    expect(await world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs')).toBe(names);
    expect(await tree()).toBe(before);
  });

  test('given that a document fails twice, then the second run proposes the very same', async () => {
    await using world = await startSwitched();
    failDocuments(world, PUBLIC_OF_V1);
    await proposeIn(world);
    const { title, body } = openPull(world);
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('unchanged');
    expect(ran.result?.waiting).toBe(0);
    expect([openPull(world).title, openPull(world).body]).toEqual([title, body]);
  });

  test('given that it waits, Xano goes back, and the list of what was not live can not be read, then no removal is proposed', async () => {
    await using world = await startSwitched();
    await proposeIn(world);
    setLive(world, 'v1');
    failLists(world, ofBranch('v2'));
    expect((await proposeIn(world)).outputs).toMatchObject({
      'pull-request-outcome': 'closed',
      'documents-removed': '0',
    });
  });

  test('given that a break of the old one waits, and no document can be had, then it waits on', async () => {
    await using world = await startWorld();
    addBranch(world);
    await world.run();
    breakApi(world);
    await proposeIn(world);
    setLive(world, 'v2');
    failDocuments(world, { instance: 'explore-instance' });
    const ran = await proposeIn(world);
    expect(openPull(world).body).toContain('### ✗ 1 breaking change');
    expect(ran.summary).toContain(
      'Another branch is live in Xano, and the document that takes this place, or the list that this one is in now, could not be read.',
    );
    expect(ran.summary).not.toContain('Not listed in this run');
  });
});
