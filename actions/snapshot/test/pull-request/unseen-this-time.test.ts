import { describe, expect, test } from '@jest/globals';
import { failDocuments, failLists } from '../runner/failing.ts';
import { BILLING, MANIFEST, PRIVATE_API, type World } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  groupsOfSecond,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
} from './scene.ts';

const AUTO = { inputs: { mode: 'auto' } };

/** Takes the only API group of the second instance away, and has its removal proposed. */
async function proposeRemoval(world: World, options = {}): Promise<void> {
  groupsOfSecond(world).splice(0);
  const ran = await proposeIn(world, options);
  expect(ran.outputs).toMatchObject({ 'documents-removed': '1', 'pull-request-outcome': 'created' });
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
  failDocuments(world, { group: 'Billing' });
  expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
});

test('given a removal that waits, somebody who wrote to its file, and a group that is there again, then Xano has it', async () => {
  await using world = await startScene();
  const [billing] = groupsOfSecond(world);
  const before = await world.github.readFile('main', BILLING);
  await proposeRemoval(world);
  const theirs = await world.github.commit(BRANCH, { [BILLING]: '{"by": "hand"}' });
  if (billing !== undefined) groupsOfSecond(world).push(billing);
  describeApi(world, 'Other words');
  expect((await proposeIn(world)).status).toBe(0);
  expect(await world.github.readFile(BRANCH, BILLING)).toBe(before);
  expect(await world.github.git('merge-base', theirs, BRANCH)).toBe(theirs);
});

test('given a removal that was merged, somebody who wrote to its file on the branch, and a group that is there again, then Xano has it', async () => {
  await using world = await startScene();
  const [billing] = groupsOfSecond(world);
  const before = await world.github.readFile('main', BILLING);
  await proposeRemoval(world);
  await world.github.mergePullRequest(openPull(world).number, 'squash');
  const theirs = await world.github.commit(BRANCH, { [BILLING]: '{"by": "hand"}' });
  if (billing !== undefined) groupsOfSecond(world).push(billing);
  expect((await proposeIn(world)).status).toBe(0);
  expect(await world.github.readFile(BRANCH, BILLING)).toBe(before);
  expect(await world.github.git('merge-base', theirs, BRANCH)).toBe(theirs);
});

test('given a removal that waits, and a run that can not read the list, then it waits on, and nothing is said to agree', async () => {
  await using world = await startScene();
  await proposeRemoval(world);
  failLists(world, { instance: 'starter-instance' });
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
  failLists(world, { instance: 'starter-instance' });
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
  failDocuments(world, { group: 'Public API' });
  await proposeIn(world, AUTO);
  expect(await world.github.git('rev-parse', 'main')).toBe(main);
});

describe('given a break that waits and can not be read this time, what is said of the whole', () => {
  test('then title and report stay, and the run tells of a change of an earlier one', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const { title } = openPull(world);
    failDocuments(world, { group: 'Public API' });
    const ran = await proposeIn(world);
    expect(openPull(world).title).toBe(title);
    expect(openPull(world).body).toContain('One change of an earlier run waits here too.');
    expect(openPull(world).body).toContain('### ✗ 1 breaking change in 1 API group');
    expect(ran.summary).toContain(
      '### ✓ 1 change of an earlier run · 1 breaking change · pull request &#35;1 updated',
    );
    expect(ran.outputs).toMatchObject({ breaking: '1', 'documents-failed': '1', 'documents-changed': '0' });
    expect(ran.result?.waiting).toBe(1);
  });

  test('and what is safe comes to it, then both are told of', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    failDocuments(world, { group: 'Public API' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world);
    expect(openPull(world).title).toBe('specs: 2 API groups changed, 1 breaks');
    expect(openPull(world).body).toContain('### ✗ 1 breaking change in 1 API group');
    expect(ran.summary).toContain('1 API group changed · 1 change of an earlier run · 1 breaking change');
  });

  test('then the change log that is merged tells of it', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    breakApi(world);
    await proposeIn(world, { inputs });
    failDocuments(world, { group: 'Public API' });
    describeApi(world, 'Other words');
    await proposeIn(world, { inputs });
    await world.github.mergePullRequest(openPull(world).number, 'squash');
    world.xano.faults.clear();
    expect((await proposeIn(world, { inputs })).outputs.changed).toBe('false');
    const log = (await world.github.readFile('main', 'specs/CHANGELOG.md')) ?? '';
    expect(log.match(/^## /gm)).toHaveLength(1);
    expect(log).toContain('breaks');
    expect(log).toContain('Private API');
    expect(await world.github.readFile('main', MANIFEST)).toContain('"version": "2.0.0"');
  });

  test('and people refused it, then it is not said that names changed', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    world.github.closePullRequest(1);
    failDocuments(world, { group: 'Public API' });
    expect((await proposeIn(world)).summary).not.toContain('Names changed');
  });
});

test('given two workflows with other filters that share a pull request, then its text tells of the break of either', async () => {
  await using world = await startScene();
  breakApi(world);
  describeApi(world, 'Other words');
  for (const groups of ['Public*', 'Private*', 'Public*']) {
    await proposeIn(world, { inputs: { groups } });
    expect(openPull(world).title).toContain('1 breaks');
    expect(openPull(world).body).toContain('### ✗ 1 breaking change in 1 API group');
  }
  expect(openPull(world).title).toBe('specs: 2 API groups changed, 1 breaks');
});

test('given that what waited was taken back while another document can not be read, then it is said how far they agree', async () => {
  await using world = await startScene();
  const [first] = world.group('Private API').endpoints;
  const words = first?.summary ?? '';
  describeApi(world, 'Other words');
  await proposeIn(world);
  describeApi(world, words);
  breakApi(world);
  failDocuments(world, { group: 'Public API' });
  await proposeIn(world);
  expect(pullStates(world)).toEqual(['#1 closed']);
  expect(world.github.state.comments.map(({ body }) => body).join()).toContain(
    '`main` holds what Xano has by now, as far as the last run could read it, or was asked to, so there is nothing left',
  );
});

test('given a run whose filters leave out what changed, then it is said how far they agree', async () => {
  await using world = await startScene();
  const inputs = { groups: 'Public*' };
  breakApi(world);
  await proposeIn(world, { inputs });
  mendApi(world);
  describeApi(world, 'Other words');
  expect((await proposeIn(world, { inputs })).outputs['pull-request-outcome']).toBe('closed');
  const said = world.github.state.comments.map(({ body }) => body).join();
  // It does not: the Private API has other words in Xano.
  expect(await world.github.readFile('main', PRIVATE_API)).not.toContain('Other words');
  expect(said).not.toMatch(/`main` holds what Xano has by now, so there is nothing left/);
});

test('given a run to which Xano refuses a document that changed, then so it is', async () => {
  await using world = await startScene();
  breakApi(world);
  await proposeIn(world);
  mendApi(world);
  describeApi(world, 'Other words');
  world.group('Private API').documentation = 'disabled';
  const ran = await proposeIn(world);
  expect(ran.outputs['documents-unreadable']).toBe('1');
  const said = world.github.state.comments.map(({ body }) => body).join();
  expect(said).not.toMatch(/`main` holds what Xano has by now, so there is nothing left/);
});
