import { describe, expect, test } from '@jest/globals';
import { PUBLIC_API, shop } from './runner/documents.ts';
import { mergeGroup, pullRequest, push, schedule, workflowDispatch, workflowRun } from './runner/payloads.ts';
import { messagesOf, startWorld } from './runner/world.ts';

describe('what an event compares', () => {
  test.each(['pull_request', 'pull_request_target'])(
    'given %s, compares the commit where the branch parted with its head, without what the base did since',
    async (name) => {
      await using world = await startWorld();
      const pull = await world.propose(shop({ paths: ['/review'] }));
      await world.github.commit('main', shop({ price: 'string' }));
      const parted = await world.github.git('merge-base', 'main', pull.headSha);
      const ran = await world.runFor({ name, payload: pullRequest(world.github, pull) });
      expect(ran.status).toBe(0);
      expect(ran.report).toMatchObject({ base: parted.trim(), head: pull.headSha });
      expect(ran.report?.changes.map(({ level }) => level)).toEqual(['info']);
    },
  );

  test('given a pull request from a fork, reads its commits from the repository itself', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }), { fork: 'eve' });
    const ran = await world.run(pull);
    expect(ran.outputs.verdict).toBe('breaking');
    expect(world.github.requests.filter(({ path }) => path.includes('/eve/'))).toEqual([]);
  });

  test('given a run that is started again with the base of another time, compares with the base of today', async () => {
    await using world = await startWorld();
    const broken = shop({ price: 'string' });
    const elsewhere = await world.github.commit('elsewhere', broken);
    const pull = await world.propose(broken);
    const payload = pullRequest(world.github, { ...pull, base: 'elsewhere', baseSha: elsewhere });
    const ran = await world.runFor({ name: 'pull_request', payload });
    expect(ran.outputs.verdict).toBe('breaking');
    expect(ran.status).toBe(1);
  });

  test('given a base that was merged into the branch since the event’s base, does not call that a change', async () => {
    await using world = await startWorld();
    const before = (await world.github.log('main'))[0]?.sha ?? '';
    await world.github.commit('main', shop({ price: 'string' }));
    const pull = await world.propose({ 'README.md': 'Read me' });
    const payload = pullRequest(world.github, { ...pull, baseSha: before });
    const ran = await world.runFor({ name: 'pull_request', payload });
    expect(ran.outputs.verdict).toBe('same');
  });

  test('given a pull request that was merged meanwhile, still says what it changed', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const payload = pullRequest(world.github, pull);
    await world.github.git('update-ref', 'refs/heads/main', pull.headSha);
    const ran = await world.runFor({ name: 'pull_request', payload });
    expect(ran.outputs.verdict).toBe('breaking');
  });

  test('given a merge queue, compares its branch, writes no comment, and lets the label of its pull request count', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const { baseSha, headSha, number } = pull;
    const event = { name: 'merge_group', payload: mergeGroup(world.github, baseSha, headSha, number) };
    expect((await world.runFor(event)).status).toBe(1);
    world.github.setLabel(number, 'api-break-accepted', 'ada');
    const ran = await world.runFor(event);
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ verdict: 'breaking', overridden: 'true' });
    expect(world.comments()).toEqual([]);
  });

  test('given the end of another workflow, finds the pull request by its head, from a fork too', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }), { fork: 'eve' });
    const ran = await world.runFor({ name: 'workflow_run', payload: workflowRun(world.github, pull) });
    expect(ran.report).toMatchObject({ head: pull.headSha });
    expect(world.comments()).toEqual([expect.stringContaining('### ✗ 1 breaking change')]);
  });

  test.each([
    ['whose pull request has moved on', { head_sha: 'a'.repeat(40) }, /No open pull request has the commit/],
    ['that ran for a push', { event: 'push' }, /ran for push, not for a pull request/],
    ['whose branch is gone', { head_branch: null }, /branch of the pull request is gone/],
  ])('given the end of another workflow %s, says that there is nothing to do', async (_what, change, why) => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const payload = workflowRun(world.github, pull, change);
    const ran = await world.runFor({ name: 'workflow_run', payload });
    expect(ran.status).toBe(0);
    expect(world.comments()).toEqual([]);
    expect(messagesOf(ran, 'notice')[0]).toMatch(why);
    expect(ran.summary).toContain('Nothing was compared');
  });

  test('given the number of another pull request than the one that the other workflow ran for, does nothing to it', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const other = await world.propose(shop({ required: ['currency'] }));
    const ran = await world.runFor(
      { name: 'workflow_run', payload: workflowRun(world.github, pull) },
      { inputs: { 'pull-request-number': String(other.number) } },
    );
    expect(ran.status).toBe(0);
    expect(world.comments()).toEqual([]);
    expect(messagesOf(ran, 'notice')[0]).toMatch(/has another head by now/);
  });

  test('given a workflow that someone starts on a branch, compares it with the default branch', async () => {
    await using world = await startWorld();
    const head = await world.github.commit('side', shop({ price: 'string' }));
    const ran = await world.runFor(
      { name: 'workflow_dispatch', payload: workflowDispatch(world.github, 'side') },
      { env: { GITHUB_SHA: head } },
    );
    expect(ran.report).toMatchObject({ head, summary: { error: 1 } });
    expect(world.comments()).toEqual([]);
  });

  test('given a workflow that someone starts for a pull request by its number, comments there', async () => {
    await using world = await startWorld();
    const pull = await world.propose(shop({ price: 'string' }));
    const payload = workflowDispatch(world.github);
    const inputs = { 'pull-request-number': String(pull.number) };
    await world.runFor({ name: 'workflow_dispatch', payload }, { inputs });
    expect(world.comments()).toHaveLength(1);
  });

  test.each(['workflow_dispatch', 'schedule', 'issues'])(
    'given %s on the default branch and nothing else, says what to set',
    async (name) => {
      await using world = await startWorld();
      const payload = name === 'workflow_dispatch' ? workflowDispatch(world.github) : schedule(world.github);
      const ran = await world.runFor({ name, payload });
      expect(ran.status).toBe(1);
      expect(ran.outputs.verdict).toBe('failed');
      expect(messagesOf(ran, 'error')[0]).toMatch(/says nothing of two commits.*Set base and head/);
      expect(ran.summary).toContain('No report could be made');
    },
  );

  test('given a schedule with base and head, compares these', async () => {
    await using world = await startWorld();
    await world.github.git('tag', 'v1', 'main');
    const head = await world.github.commit('main', shop({ price: 'string' }));
    const ran = await world.runFor(
      { name: 'schedule', payload: schedule(world.github) },
      { inputs: { base: 'v1', head: 'main' } },
    );
    expect(ran.report).toMatchObject({ head, summary: { error: 1 } });
  });

  test('given a push, compares what it moved from with what it moved to', async () => {
    await using world = await startWorld();
    const before = (await world.github.log('main'))[0]?.sha ?? '';
    await world.github.commit('main', shop({ price: 'string' }));
    const after = await world.github.commit('main', { 'README.md': 'x' });
    const ran = await world.runFor({ name: 'push', payload: push(world.github, before, after) });
    expect(ran.report).toMatchObject({ base: before, head: after, summary: { error: 1 } });
  });

  test.each([
    ['a new branch', '0'.repeat(40)],
    ['a forced push whose old commit is gone', 'a'.repeat(40)],
  ])('given %s, compares it with the default branch', async (_what, before) => {
    await using world = await startWorld();
    const main = (await world.github.log('main'))[0]?.sha;
    const after = await world.github.commit('side', shop({ price: 'string' }));
    const ran = await world.runFor({ name: 'push', payload: push(world.github, before, after, 'side') });
    expect(ran.report).toMatchObject({ base: main, head: after, summary: { error: 1 } });
  });

  test('given a branch that was deleted, does nothing', async () => {
    await using world = await startWorld();
    const before = (await world.github.log('main'))[0]?.sha ?? '';
    const payload = push(world.github, before, '0'.repeat(40), 'side');
    const ran = await world.runFor({ name: 'push', payload });
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('The branch was deleted');
  });

  test('given a payload that is not what GitHub documents, says so and fails', async () => {
    await using world = await startWorld();
    const ran = await world.runFor({ name: 'pull_request', payload: { action: 'opened' } });
    expect(ran.status).toBe(1);
    expect(messagesOf(ran, 'error')[0]).toMatch(/payload of the event pull_request/);
  });
});

describe('the first run', () => {
  test('given a document that is not on the base branch, reports its operations as new and does not crash', async () => {
    await using world = await startWorld({ github: { files: { 'README.md': 'x' } } });
    const ran = await world.run(await world.propose(shop()));
    expect(ran.status).toBe(0);
    expect(ran.report?.documents?.map(({ name, status }) => [name, status])).toContainEqual([
      PUBLIC_API,
      'added',
    ]);
    expect(ran.summary).toContain('| `Shop / Public API` | – | – | 2 |');
  });

  test('given a branch that has nothing in common with the base, compares the tips', async () => {
    await using world = await startWorld();
    const tree = (await world.github.git('rev-parse', 'main^{tree}')).trim();
    const head = (
      await world.github.git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit-tree', tree, '-m', 'x')
    ).trim();
    await world.github.git('update-ref', 'refs/heads/orphan', head);
    const ran = await world.runFor(
      { name: 'workflow_dispatch', payload: workflowDispatch(world.github, 'orphan') },
      { env: { GITHUB_SHA: head } },
    );
    expect(ran.status).toBe(0);
    expect(ran.outputs.verdict).toBe('same');
  });
});
