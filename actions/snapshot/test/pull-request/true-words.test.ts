import { describe, expect, test } from '@jest/globals';
import { MANIFEST, PUBLIC_API } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  errorsOf,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
} from './scene.ts';

const REFUSED = { kind: 'status', status: 403, message: 'Resource not accessible by integration' } as const;

describe('what is said of the commit that was made', () => {
  test('given that GitHub refuses to close the pull request after the commit, then nobody says that files would have changed', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    await proposeIn(world, { inputs: { mode: 'auto' } });
    mendApi(world);
    world.github.faults.next({ method: 'PATCH', path: /\/pulls\/1$/ }, REFUSED);
    const ran = await proposeIn(world, { inputs: { mode: 'auto' } });
    expect(ran.outputs['commit-sha']).toBe(await world.github.git('rev-parse', 'main'));
    const [warning] = ran.result?.warnings ?? [];
    expect(warning?.code).toBe('PULL_REQUEST_LEFT');
    expect(warning?.hint).not.toContain('would have changed');
  });

  test('given a commit whose answer is lost and a GitHub that stays away, then it is said that it may be there', async () => {
    await using world = await startScene();
    describeApi(world, 'Other words');
    const before = await world.github.git('rev-parse', 'main');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () => {
      world.github.faults.next({ method: 'GET' }, { kind: 'bad-gateway' }, 500);
    });
    world.github.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'lost-answer' });
    const ran = await world.run();
    expect(await world.github.git('rev-parse', 'main')).not.toBe(before);
    expect(errorsOf(ran)).toContain(
      'The commit may be on main all the same, since an answer was lost: look there, or let the next run find out. It changes 2 files:',
    );
    expect(errorsOf(ran)).not.toContain('would have changed');
  });

  test('given that the pull request is refused after the commit, then commit-sha is the commit that was made', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.settings.actionsMayCreatePullRequests = false;
    const ran = await proposeIn(world);
    const waits = await world.github.git('rev-parse', BRANCH);
    expect(errorsOf(ran)).toContain(`The commit ${waits.slice(0, 7)} waits on the branch`);
    expect(ran.outputs['commit-sha']).toBe(waits);
  });

  test('given that somebody deletes the branch meanwhile, then no commit is said to wait on it', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.faults.before({ method: 'POST', path: /\/pulls$/ }, async () => {
      await world.github.deleteBranch(BRANCH);
      world.github.faults.next({ method: 'POST', path: /\/git\/refs$/ }, REFUSED, 9);
    });
    const ran = await proposeIn(world);
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
    expect(errorsOf(ran)).toContain('The commit would have changed 2 files:');
    expect(ran.outputs['commit-sha']).toBe('');
  });

  test('given that main gets the same meanwhile, then commit-sha is no commit that went with its branch', async () => {
    await using world = await startScene();
    breakApi(world);
    world.github.faults.before({ method: 'POST', path: /\/pulls$/ }, async () => {
      const files: Record<string, string> = {};
      for (const path of [PUBLIC_API, MANIFEST]) {
        files[path] = (await world.github.readFile(BRANCH, path)) ?? '';
      }
      await world.github.commit('main', files);
    });
    const ran = await proposeIn(world);
    expect(ran.outputs).toMatchObject({
      changed: 'false',
      'pull-request-outcome': 'closed',
      'commit-sha': '',
      breaking: '0',
    });
    const group = ran.result?.groups.find(({ group }) => group.name === 'Public API');
    expect(group).toMatchObject({ status: 'same', changes: null });
  });

  test('given that somebody merges it meanwhile, then commit-sha is that commit', async () => {
    await using world = await startScene();
    breakApi(world);
    let made = '';
    world.github.faults.before({ method: 'POST', path: /\/issues\/1\/labels$/ }, async () => {
      made = await world.github.git('rev-parse', BRANCH);
      await world.github.mergePullRequest(1, 'merge');
    });
    const ran = await proposeIn(world, { inputs: { labels: 'api' } });
    expect(pullStates(world)).toEqual(['#1 closed merged']);
    expect(made).toMatch(/^[0-9a-f]{40}$/);
    expect(ran.outputs['commit-sha']).toBe(made);
  });

  test('given a commit that GitHub refuses, then no API group is said to have a new version', async () => {
    await using world = await startScene();
    breakApi(world);
    const ran = await world.run({ githubToken: world.github.readOnlyToken });
    const group = ran.result?.groups.find(({ group }) => group.name === 'Public API');
    expect(ran.status).toBe(1);
    expect(group?.previousVersion).toBe('1.0.0');
    expect(group?.version).toBe('1.0.0');
  });
});

describe('what is said of the pull request and its branch', () => {
  test('given a pull request of the branch to another target, then that one is said to be why the first stays open', async () => {
    await using world = await startScene();
    await world.github.commit('release', { 'notes.txt': 'x' });
    breakApi(world);
    await proposeIn(world);
    await world.github.openPullRequest({ head: BRANCH, base: 'release' });
    mendApi(world);
    const ran = await proposeIn(world);
    expect(ran.outputs['pull-request-outcome']).toBe('left-open');
    expect(world.github.state.pulls[0]?.body).toContain(
      'This pull request stays open because its branch is that of #2 too: merge it or close it, as you like.',
    );
    expect(ran.summary).toContain(
      'pull request &#35;1 stays open, since its branch is that of another one too',
    );
  });

  test('given that it can not be closed, then it does not say that it was, and its branch deleted', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    mendApi(world);
    world.github.faults.before({ graphql: 'updateRefs' }, () => {
      world.github.faults.next({ method: 'PATCH', path: /\/pulls\/1$/ }, REFUSED);
      world.github.faults.next({ graphql: 'updateRefs' }, REFUSED);
    });
    await proposeIn(world);
    expect(await world.github.git('branch', '--list', BRANCH)).not.toBe('');
    expect(openPull(world).body).toContain(
      '`main` holds what Xano has by now, so there is nothing left to change in `specs`.',
    );
    expect(openPull(world).body).not.toContain('was closed');
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
  });

  test('given one that was merged by squash, and a branch that is kept for another one, then a warning says so', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit('follow-up', { 'src/app.ts': 'new' }, { from: BRANCH });
    await world.github.openPullRequest({ head: 'follow-up', base: BRANCH });
    await world.github.mergePullRequest(1, 'squash');
    const ran = await proposeIn(world);
    expect(await world.github.git('branch', '--list', BRANCH)).not.toBe('');
    expect(ran.result?.warnings).toEqual([
      {
        code: 'BRANCH_IN_USE',
        message: 'The branch xano-specs/snapshot was left, since pull request #2 is for it.',
        hint: 'Merge or close #2, or let it be for another branch. Then delete xano-specs/snapshot.',
      },
    ]);
    expect(ran.summary).toContain('was left, since pull request &#35;2 is for it.');
  });
});

describe('what a dry run says of a pull request', () => {
  const dry = { inputs: { 'dry-run': 'true' } };

  test('given what people refused, then it would not be proposed again', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    world.github.closePullRequest(1);
    expect((await proposeIn(world, dry)).stdout).toContain(
      'This is a dry run. Nothing would be proposed again, since pull request #1 was closed with the same content:',
    );
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('declined');
  });

  test('given one that has nothing left to propose, then it would be closed, and is not', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    mendApi(world);
    expect((await proposeIn(world, dry)).stdout).toContain(
      'there is nothing to commit: the branch holds this snapshot. Pull request #1 would be closed, since it has nothing left to propose.',
    );
    expect(pullStates(world)).toEqual(['#1 open']);
  });

  test('given one that people committed to, and nothing left to propose, then it would stay open', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit(BRANCH, { 'notes.txt': 'how to move' });
    mendApi(world);
    expect((await proposeIn(world, dry)).stdout).toContain('Pull request #1 would stay open.');
  });

  test('in auto, given what is safe while a break waits that can not be read, then it would be proposed too', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world, { inputs: { mode: 'auto' } });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world, { inputs: { mode: 'auto', groups: 'Private*', 'dry-run': 'true' } });
    expect(ran.stdout).toContain('A pull request from xano-specs/snapshot to main would hold this commit:');
  });
});
