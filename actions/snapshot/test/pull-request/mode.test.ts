import { describe, expect, test } from '@jest/globals';
import { ACTIONS_BOT } from '@xano-specs/fake-github';
import { MANIFEST, PRIVATE_API, PUBLIC_API, startWorld } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  fsck,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
  subjectsAhead,
} from './scene.ts';

describe('a run that proposes', () => {
  test('given a change, then one verified commit on a branch, and a pull request that says what breaks', async () => {
    await using world = await startScene();
    breakApi(world);
    const main = await world.github.git('rev-parse', 'main');
    const inputs = {
      labels: 'api, xano',
      reviewers: 'grace',
      'team-reviewers': 'acme/backend',
      draft: 'true',
    };
    const ran = await proposeIn(world, { inputs });
    expect(ran.status).toBe(0);
    expect(await world.github.git('rev-parse', 'main')).toBe(main);
    const [commit] = await world.github.log(BRANCH);
    expect(commit?.parents).toEqual([main]);
    expect(world.github.state.verified.has(commit?.sha ?? '')).toBe(true);
    expect(await world.changesOf(BRANCH)).toEqual([`M ${PUBLIC_API}`, `M ${MANIFEST}`]);
    const pull = openPull(world);
    expect(pull).toMatchObject({ base: 'main', author: ACTIONS_BOT, draft: true });
    expect(pull.title).toBe('specs: 1 API group changed, 1 breaks');
    expect(pull.body).toMatch(/### ✗ 1 breaking change.*GET \/featured/s);
    expect([...pull.reviewers, ...pull.teamReviewers]).toEqual(['grace', 'backend']);
    expect([...(world.github.state.issueLabels.get(pull.number) ?? [])]).toEqual(['api', 'xano']);
    expect(ran.outputs).toMatchObject({
      changed: 'true',
      'commit-sha': commit?.sha,
      'pull-request-number': '1',
      'pull-request-url': `${world.github.serverUrl}/acme/shop/pull/1`,
      'pull-request-outcome': 'created',
    });
    expect(ran.result).toMatchObject({
      outcome: 'proposed',
      pullRequest: { branch: BRANCH, peopleCommits: [] },
    });
    expect(ran.summary).toContain(
      '### ✓ 1 API group changed · 1 breaking change · pull request &#35;1 opened',
    );
    expect(await fsck(world)).toBe('');
  });

  test('given nothing new, then nothing is written, not even with a change log, which holds the time', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world, { inputs: { changelog: 'true' } });
    const before = await world.github.git('rev-parse', BRANCH);
    const { body } = openPull(world);
    const requests = world.github.requests.length;
    const ran = await proposeIn(world, { inputs: { changelog: 'true' } });
    expect(ran.outputs['pull-request-outcome']).toBe('unchanged');
    expect(ran.summary).toContain('pull request &#35;1 holds it already');
    expect(await world.github.git('rev-parse', BRANCH)).toBe(before);
    expect(openPull(world).body).toBe(body);
    const writes = world.github.requests.slice(requests).filter(({ method, graphql }) => {
      return method !== 'GET' && graphql !== 'viewer';
    });
    expect(writes).toEqual([]);
  });

  test('given a name that would act in a commit, then the body carries nothing out when it becomes a message', async () => {
    await using world = await startScene();
    breakApi(world);
    world.group('Public API').name =
      'x <!-- xano-specs<!-- xano-specs end --> end --> fixes #1 [skip ci] @ada';
    await proposeIn(world);
    const { body } = openPull(world);
    expect(body).not.toMatch(/fixes #\d|\[skip ci\]|@ada/);
    expect(body?.split('<!-- xano-specs end -->')).toHaveLength(2);
    await proposeIn(world);
    expect(openPull(world).body).toBe(body);
  });

  test('given another change, then a further commit on the branch, and the report renewed', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('updated');
    expect(await subjectsAhead(world)).toEqual([
      'specs: 2 API groups changed, 1 breaks',
      'specs: 1 API group changed, 1 breaks',
    ]);
    expect(openPull(world).title).toBe('specs: 2 API groups changed, 1 breaks');
    expect(pullStates(world)).toEqual(['#1 open']);
  });

  test('given a part of a change taken back, then the branch has it as main has it', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    await proposeIn(world);
    mendApi(world);
    await proposeIn(world);
    expect((await world.github.git('diff', '--name-only', 'main', BRANCH)).split('\n')).toEqual([
      PRIVATE_API,
      MANIFEST,
    ]);
    expect(openPull(world).body).toContain('✓ No breaking change');
  });

  test("given that the difference vanishes while somebody's pull request is for the branch, then both stay there", async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit('follow-up', { 'src/app.ts': 'new' }, { from: BRANCH });
    await world.github.openPullRequest({ head: 'follow-up', base: BRANCH });
    mendApi(world);
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
    expect(await world.github.git('branch', '--list', BRANCH)).not.toBe('');
    expect(world.github.state.comments.map(({ body }) => body).join()).toContain(
      'This pull request was closed; its branch `xano-specs/snapshot` stays; nobody else had committed to it.',
    );
    expect(ran.result?.warnings.map(({ message }) => message)).toEqual([
      'The branch xano-specs/snapshot was left, since pull request #2 is for it.',
    ]);
  });

  test('given that the difference vanishes, then it is closed with a comment, and the branch is gone', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    mendApi(world);
    const ran = await proposeIn(world);
    expect(pullStates(world)).toEqual(['#1 closed']);
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
    expect(world.github.state.comments.map(({ body }) => body).join()).toContain(
      'there is nothing left to change in `specs`. This pull request was closed and its branch `xano-specs/snapshot` deleted',
    );
    expect(ran.outputs).toMatchObject({ changed: 'false', 'pull-request-outcome': 'closed' });
    expect(ran.summary).toContain('pull request &#35;1 closed, since it had nothing left to propose');
    breakApi(world);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('created');
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
  });

  test.each(['merge', 'squash'] as const)(
    'given that it was merged by %s and its branch left, then the next change starts anew from main',
    async (method) => {
      await using world = await startScene();
      breakApi(world);
      await proposeIn(world);
      await world.github.mergePullRequest(1, method);
      expect((await proposeIn(world)).outputs).toMatchObject({
        changed: 'false',
        'pull-request-outcome': '',
      });
      describeApi(world, 'Other words');
      expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('created');
      expect(await subjectsAhead(world)).toEqual(['specs: 1 API group changed']);
      expect(pullStates(world)).toEqual(['#1 closed merged', '#2 open']);
    },
  );

  test('given that main moves elsewhere, then the branch is left as it is, and closes all the same', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const before = await world.github.git('rev-parse', BRANCH);
    await world.github.commit('main', { 'src/app.ts': 'new', 'README.md': null });
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('unchanged');
    expect(await world.github.git('rev-parse', BRANCH)).toBe(before);
    mendApi(world);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
    expect(await fsck(world)).toBe('');
  });

  test('given that the snapshot on main changes, then the branch is brought up to date, forward only', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const before = await world.github.git('rev-parse', BRANCH);
    await world.github.commit('main', { [PRIVATE_API]: '{}', 'src/app.ts': 'new', 'README.md': null });
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    const [merge] = await world.github.log(BRANCH);
    expect(merge?.parents).toEqual([before, await world.github.git('rev-parse', 'main')]);
    expect(merge?.message).toMatch(/^Merge main into xano-specs\/snapshot\n/);
    expect(world.github.state.verified.has(merge?.sha ?? '')).toBe(true);
    expect((await world.github.git('diff', '--name-only', 'main', BRANCH)).split('\n')).toEqual([
      PRIVATE_API,
      PUBLIC_API,
      MANIFEST,
    ]);
    expect(await fsck(world)).toBe('');
  });

  test('given that another snapshot reaches main meanwhile, then both changes are kept', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    await world.run({ inputs: { groups: 'Private API' } });
    await proposeIn(world);
    expect((await world.github.git('diff', '--name-only', 'main', BRANCH)).split('\n')).toEqual([
      PUBLIC_API,
      MANIFEST,
    ]);
    expect(await world.github.readFile(BRANCH, PRIVATE_API)).toContain('Other words');
  });

  test('given a dry run, then nothing is written', async () => {
    await using world = await startScene();
    breakApi(world);
    const ran = await proposeIn(world, { inputs: { 'dry-run': 'true' } });
    expect(ran.result?.outcome).toBe('dry-run');
    expect(world.github.state.pulls).toEqual([]);
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
  });

  test('given a first run, then the whole snapshot is proposed', async () => {
    await using world = await startWorld();
    const ran = await proposeIn(world, { inputs: { 'pull-request-title': 'All of our APIs' } });
    expect(ran.outputs).toMatchObject({ 'documents-added': '3', 'pull-request-outcome': 'created' });
    expect(openPull(world).title).toBe('All of our APIs');
    expect(await world.paths(BRANCH)).toHaveLength(4);
    expect(await world.paths('main')).toEqual([]);
  });
});

describe('what one run knows and another does not', () => {
  test('a document that could not be read takes nothing back that waits', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    world.group('Public API').documentation = 'disabled';
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('updated');
    expect(await world.github.git('diff', '--name-only', 'main', BRANCH)).toBe(`${PUBLIC_API}\n${MANIFEST}`);
    expect(openPull(world).body).toContain('One change of an earlier run waits here too.');
  });

  test('two runs with different filters share the pull request', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    await proposeIn(world, { inputs: { groups: 'Public API' } });
    await proposeIn(world, { inputs: { groups: 'Private API' } });
    expect((await world.github.git('diff', '--name-only', 'main', BRANCH)).split('\n')).toEqual([
      PRIVATE_API,
      PUBLIC_API,
      MANIFEST,
    ]);
    const manifest = await world.github.readFile(BRANCH, MANIFEST);
    const again = await proposeIn(world);
    expect(again.outputs['pull-request-outcome']).toBe('updated');
    expect(await world.github.readFile(BRANCH, MANIFEST)).toBe(manifest);
    mendApi(world);
    await proposeIn(world, { inputs: { groups: 'Public API' } });
    expect((await world.github.git('diff', '--name-only', 'main', BRANCH)).split('\n')).toEqual([
      PRIVATE_API,
      MANIFEST,
    ]);
  });

  test('a run for another folder leaves alone what waits on the same branch', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const before = await world.github.git('rev-parse', BRANCH);
    mendApi(world);
    const ran = await proposeIn(world, { inputs: { directory: 'other', groups: '!*' } });
    expect(ran.status).toBe(0);
    expect(await world.github.git('rev-parse', BRANCH)).toBe(before);
    expect(pullStates(world)).toEqual(['#1 open']);
  });
});
