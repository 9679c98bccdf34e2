import { expect, test } from '@jest/globals';
import { misbehave } from '@xano-specs/fake-xano';
import { BILLING, type World } from '../runner/world.ts';
import { BRANCH, breakApi, describeApi, openPull, proposeIn, pullStates, startScene } from './scene.ts';

const AUTO = { inputs: { mode: 'auto' } };

/** Takes the only API group of the second instance away, and has its removal proposed. */
async function proposeRemoval(world: World, options = {}): Promise<void> {
  groupsOfSecond(world).splice(0);
  const ran = await proposeIn(world, options);
  expect(ran.outputs).toMatchObject({ 'documents-removed': '1', 'pull-request-outcome': 'created' });
}

function groupsOfSecond(world: World) {
  const [branch] = world.xano.account.instances[1]?.workspaces[0]?.branches ?? [];
  if (branch === undefined) throw new Error('The second instance has no workspace with a branch.');
  return branch.groups;
}

/** Lets the list of groups fail in which the one that is gone would stand. */
function failList(world: World): void {
  world.xano.faults.add({
    misbehave: misbehave.wrongShape(() => 'trouble'),
    on: 'list-groups',
    instance: 'starter-instance',
    times: Number.POSITIVE_INFINITY,
  });
}

test('given a removal that waits, and a run whose filters leave that group out, then it waits on', async () => {
  await using world = await startScene();
  await proposeRemoval(world);
  await proposeIn(world, { inputs: { groups: 'Public*' } });
  expect(pullStates(world)).toEqual(['#1 open']);
  expect(await world.github.readFile(BRANCH, BILLING)).toBeNull();
  expect(openPull(world).body).toContain('One change of an earlier run waits here too.');
});

test('given a removal that waits, and a group that is there again, then it waits no more, also when its document fails', async () => {
  await using world = await startScene();
  const [billing] = groupsOfSecond(world);
  await proposeRemoval(world);
  if (billing !== undefined) groupsOfSecond(world).push(billing);
  world.xano.faults.add({
    misbehave: misbehave.badGateway(),
    on: 'group-document',
    group: 'Billing',
    times: Number.POSITIVE_INFINITY,
  });
  expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
});

test('given a removal that waits, and a run that can not read the list, then it waits on, and nothing is said to agree', async () => {
  await using world = await startScene();
  await proposeRemoval(world);
  failList(world);
  expect((await proposeIn(world)).status).toBe(0);
  expect(world.github.state.comments.map(({ body }) => body).join()).not.toContain(
    'holds what Xano has by now',
  );
  expect(pullStates(world)).toEqual(['#1 open']);
  expect(await world.github.readFile(BRANCH, BILLING)).toBeNull();
});

test('in auto, given a removal that waits and a list that can not be read this time, then what is safe waits with it', async () => {
  await using world = await startScene();
  await proposeRemoval(world, AUTO);
  const main = await world.github.git('rev-parse', 'main');
  describeApi(world, 'Other words');
  failList(world);
  await proposeIn(world, AUTO);
  expect(pullStates(world)).toEqual(['#1 open']);
  expect(await world.github.git('rev-parse', 'main')).toBe(main);
});

test('in auto, given a break that waits and can not be read this time, then what is safe waits with it', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world, AUTO);
  const main = await world.github.git('rev-parse', 'main');
  describeApi(world, 'Other words');
  world.xano.faults.add({
    misbehave: misbehave.badGateway(),
    on: 'group-document',
    group: 'Public API',
    times: Number.POSITIVE_INFINITY,
  });
  await proposeIn(world, AUTO);
  expect(await world.github.git('rev-parse', 'main')).toBe(main);
});
