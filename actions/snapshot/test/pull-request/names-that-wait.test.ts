import { describe, expect, test } from '@jest/globals';
import { failLists } from '../runner/failing.ts';
import { BILLING, startWorld } from '../runner/world.ts';
import { BRANCH, describeApi, groupsOfSecond, openPull, proposeIn, pullStates, startScene } from './scene.ts';

const INVOICES = BILLING.replace('billing', 'invoices');

describe('a name that waits in the pull request', () => {
  test.each(['list', 'filter'])(
    'given a rename, and a run that does not see the group (%s), then it waits on',
    async (how) => {
      await using world = await startWorld();
      // A document whose title does not follow the name of its group.
      world.group('Billing').document = () =>
        JSON.stringify({ openapi: '3.0.0', info: { title: 'Fixed', version: '0.0.1' }, paths: {} });
      expect((await world.run()).status).toBe(0);
      world.group('Billing').name = 'Invoices';
      expect((await proposeIn(world)).outputs).toMatchObject({
        'documents-renamed': '1',
        'pull-request-outcome': 'created',
      });
      if (how === 'list') failLists(world, { instance: 'starter-instance' });
      const ran = await proposeIn(world, how === 'list' ? {} : { inputs: { instances: 'explore-instance' } });
      expect({
        status: ran.status,
        pulls: pullStates(world),
        comments: world.github.state.comments.map(({ body }) => body),
      }).toEqual({ status: 0, pulls: ['#1 open'], comments: [] });
    },
  );

  test('given a rename with a change, and a run that can not read the list, then both wait on', async () => {
    await using world = await startScene();
    world.group('Billing').name = 'Invoices';
    world.group('Invoices').endpoints.pop();
    await proposeIn(world);
    const before = [
      openPull(world).title,
      await world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs/starter-instance'),
    ];
    expect(before[1]).toContain(INVOICES);
    failLists(world, { instance: 'starter-instance' });
    await proposeIn(world);
    expect([
      openPull(world).title,
      await world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs/starter-instance'),
    ]).toEqual(before);
  });

  test.each(['list', 'filter'])(
    'given a group that was deleted and made anew under its name, and a run that does not see it (%s), then it waits on',
    async (how) => {
      await using world = await startScene();
      const groups = groupsOfSecond(world);
      const [old] = groups;
      if (old === undefined) throw new Error('no group');
      const anew = { ...structuredClone(old), id: 77, canonical: 'anew77' };
      anew.endpoints.pop();
      groups.splice(0, 1, anew);
      await proposeIn(world);
      const tree = () => world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs/starter-instance');
      const before = [await tree(), await world.github.readFile(BRANCH, BILLING), openPull(world).title];
      if (how === 'list') failLists(world, { instance: 'starter-instance' });
      const ran = await proposeIn(world, how === 'list' ? {} : { inputs: { instances: 'explore-instance' } });
      expect(ran.status).toBe(0);
      expect([await tree(), await world.github.readFile(BRANCH, BILLING), openPull(world).title]).toEqual(
        before,
      );
    },
  );

  test('in auto, given a group that was made anew, and a list that can not be read, then what is safe waits with it', async () => {
    await using world = await startScene();
    const AUTO = { inputs: { mode: 'auto' } };
    const groups = groupsOfSecond(world);
    const [old] = groups;
    if (old === undefined) throw new Error('no group');
    groups.splice(0, 1, { ...structuredClone(old), id: 77, canonical: 'anew77' });
    await proposeIn(world, AUTO);
    const main = await world.github.git('rev-parse', 'main');
    describeApi(world, 'Other words');
    failLists(world, { instance: 'starter-instance' });
    await proposeIn(world, AUTO);
    expect(await world.github.git('rev-parse', 'main')).toBe(main);
  });

  test('given a workspace that was renamed, and a run that leaves it out, then it waits on', async () => {
    await using world = await startScene();
    const workspace = world.xano.account.instances[1]?.workspaces[0];
    if (workspace === undefined) throw new Error('no workspace');
    workspace.name = 'Finance';
    await proposeIn(world);
    const tree = () => world.github.git('ls-tree', '-r', '--name-only', BRANCH, 'specs').catch(() => '');
    const before = await tree();
    expect(before).toContain('/finance/');
    await proposeIn(world, { inputs: { instances: 'explore-instance' } });
    expect(pullStates(world)).toEqual(['#1 open']);
    expect(await tree()).toBe(before);
  });
});
