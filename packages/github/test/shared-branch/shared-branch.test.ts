import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NEEDS_PULL_REQUEST } from '@xano-specs/fake-github';
import {
  blobOid,
  branchHead,
  COMMIT_FILE_LIMIT,
  type CommitPlan,
  commitsBetween,
  commitToBranch,
  deleteBranchAt,
  markedMessage,
  readEntriesAt,
} from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

const BRANCH = 'xano-specs/snapshot';
const SCOPE = 'specs';

let world: TestWorld;
beforeEach(async () => {
  world = await startWorld({ files: { 'a.txt': 'a', 'b.txt': 'b' } });
});
afterAll(stopWorlds);

const oid = (text: string) => blobOid(Buffer.from(text));
/** A commit of one file whose message says what it changes. */
const marked = (path: string, text: string): CommitPlan => ({
  message: markedMessage('Snapshot', { scope: SCOPE, changes: new Map([[path, oid(text)]]) }),
  additions: [{ path, read: () => text }],
  deletions: [],
});
const commit = (plan: CommitPlan, more: object = {}) =>
  commitToBranch(world.octokit, {
    ...world.repository,
    branch: BRANCH,
    createFrom: 'main',
    plan: async () => plan,
    sleep: async () => {},
    ...more,
  });
const ahead = (scope = SCOPE) =>
  commitsBetween(world.octokit, { ...world.repository, base: 'main', head: BRANCH, scope });
const oursOf = async () => (await ahead()).commits.map(({ subject, ours }) => [subject, ours]);

describe('whose commits a branch holds', () => {
  test('those made here are told from those of people', async () => {
    await commit(marked('specs/x.json', '1'));
    await world.fake.commit(BRANCH, { 'notes.md': 'n' });
    expect(await oursOf()).toEqual([
      ['Snapshot', true],
      ['Change notes.md', false],
    ]);
  });

  test('those of another scope on the same branch count as people’s', async () => {
    await commit(marked('specs/x.json', '1'));
    expect((await ahead('other')).commits.map(({ ours }) => ours)).toEqual([false]);
  });

  test('one that somebody amended, with our message and another content, is theirs', async () => {
    const { message } = marked('specs/x.json', '1');
    await world.fake.commit(BRANCH, { 'specs/x.json': '2' }, { message });
    expect(await oursOf()).toEqual([['Snapshot', false]]);
  });

  test('one of more files than GitHub lists is known by its trees, whoever signed it', async () => {
    const paths = Array.from({ length: COMMIT_FILE_LIMIT + 1 }, (_, index) => `specs/${index}.json`);
    const changes = new Map([...paths.map((path) => [path, oid('1')] as const), ['a.txt', null]]);
    const message = markedMessage('Snapshot', { scope: SCOPE, changes });
    const files = { ...Object.fromEntries(paths.map((path) => [path, '1'])), 'a.txt': null };
    await world.fake.commit(BRANCH, files, { message });
    expect(await oursOf()).toEqual([['Snapshot', true]]);
    await world.fake.git('branch', '--force', BRANCH, 'main');
    const theirs = await world.fake.commit(BRANCH, { ...files, 'b.txt': 'by hand' }, { message });
    world.fake.state.verified.add(theirs);
    expect(await oursOf()).toEqual([['Snapshot', false]]);
  });

  test('one that removes and moves files is known by what it leaves', async () => {
    const changes = new Map([
      ['a.txt', null],
      ['moved.txt', oid('a')],
      ['b.txt', null],
    ]);
    const additions = [{ path: 'moved.txt', read: () => 'a' }];
    await commit({
      message: markedMessage('Move', { scope: SCOPE, changes }),
      additions,
      deletions: ['a.txt', 'b.txt'],
    });
    expect(await oursOf()).toEqual([['Move', true]]);
  });

  test('all of many pages are listed', async () => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    let tip = 'main';
    for (let number = 0; number < 101; number++) {
      const made = ['commit-tree', '-m', `Commit ${number}`, '-p', tip, 'main^{tree}'];
      tip = await world.fake.git(...who, ...made);
    }
    await world.fake.git('branch', BRANCH, tip);
    const { commits, mergeBase } = await ahead();
    expect(commits.map(({ subject }) => subject)).toEqual(commits.map((_, number) => `Commit ${number}`));
    expect([commits.length, mergeBase]).toEqual([101, await world.fake.git('rev-parse', 'main')]);
  });
});

describe('a commit that merges', () => {
  test('has both parents and the files of the merged commit, with what is carried and changed on top', async () => {
    await commit(marked('specs/x.json', '1'));
    await world.fake.commit(BRANCH, { 'notes.md': 'n' });
    const main = await world.fake.commit('main', { 'b.txt': 'b2', 'run.sh': 'r' });
    const { entries } = await readEntriesAt(world.octokit, { ...world.repository, ref: BRANCH });
    const notes = entries.get('notes.md');
    if (notes === undefined) throw new Error('The branch has no notes.');
    const result = await commit({
      message: 'Merge',
      additions: [{ path: 'specs/x.json', read: () => '2' }],
      deletions: ['a.txt'],
      merge: { oid: main, carried: [{ path: 'notes.md', entry: notes }] },
    });
    expect(result).toMatchObject({ outcome: 'committed', verified: true });
    const [merge, before] = await world.fake.log(BRANCH);
    expect(merge?.parents).toEqual([expect.any(String), main]);
    expect(before).toBeDefined();
    const files = await world.fake.git('ls-tree', '-r', '--name-only', BRANCH);
    expect(files.split('\n')).toEqual(['b.txt', 'notes.md', 'run.sh', 'specs/x.json']);
    expect(await world.fake.readFile(BRANCH, 'b.txt')).toBe('b2');
    expect(await world.fake.readFile(BRANCH, 'specs/x.json')).toBe('2');
  });

  test('is made once where GitHub breaks off after it', async () => {
    await commit(marked('specs/x.json', '1'));
    const main = await world.fake.commit('main', { 'b.txt': 'b2' });
    world.fake.faults.next({ method: 'PATCH', path: /\/git\/refs\// }, { kind: 'lost-answer' });
    const merge = { oid: main, carried: [] };
    const result = await commit({ message: 'Merge', additions: [], deletions: [], merge });
    expect(result).toMatchObject({ outcome: 'committed' });
    expect((await world.fake.log(BRANCH)).filter(({ message }) => message === 'Merge')).toHaveLength(1);
  });

  test('is planned again when somebody pushes meanwhile', async () => {
    await commit(marked('specs/x.json', '1'));
    const main = await world.fake.commit('main', { 'b.txt': 'b2' });
    world.fake.faults.before({ method: 'PATCH', path: /\/git\/refs\// }, () =>
      world.fake.commit(BRANCH, { 'notes.md': 'n' }),
    );
    const merge = { oid: main, carried: [] };
    await commit({ message: 'Merge', additions: [], deletions: [], merge });
    const [made, person] = await world.fake.log(BRANCH);
    expect([made?.message, person?.message]).toEqual(['Merge', 'Change notes.md']);
  });
});

describe('a branch that can not be made', () => {
  test.each([
    ['xano-specs', 'there is a branch xano-specs.'],
    ['xano-specs/snapshot/old', 'there is a branch xano-specs/snapshot/old.'],
  ])('because of a branch %s: the message names it', async (taken, words) => {
    await world.fake.git('branch', taken, 'main');
    expect(await rejection(commit(marked('specs/x.json', '1')))).toMatchObject({
      code: 'BRANCH_NAME_TAKEN',
      message: expect.stringContaining(words),
      hint: expect.stringContaining(`Delete or rename ${taken}, or give the new branch another name.`),
    });
  });

  test('because of a rule that gives no reason: the message names the rule to look for', async () => {
    const refusal = { kind: 'status', status: 422, message: 'Reference update failed' } as const;
    world.fake.faults.next({ method: 'POST', path: /\/git\/refs$/ }, refusal);
    expect(await rejection(commit(marked('specs/x.json', '1')))).toMatchObject({
      code: 'BRANCH_PROTECTED',
      hint: expect.stringContaining('Settings, Rules, Rulesets for "Restrict creations"'),
    });
  });

  test('it is made again when somebody deletes it in between', async () => {
    await commit(marked('specs/x.json', '1'));
    world.fake.faults.before({ graphql: 'createCommitOnBranch' }, () => world.fake.deleteBranch(BRANCH));
    expect(await commit(marked('specs/y.json', '1'))).toMatchObject({ outcome: 'committed', attempts: 2 });
    expect(await world.fake.readFile(BRANCH, 'specs/y.json')).toBe('1');
  });
});

describe('deleting a branch', () => {
  const remove = async (head: string) =>
    deleteBranchAt(world.octokit, { ...world.repository, branch: BRANCH, head });
  const headNow = () => branchHead(world.octokit, { ...world.repository, branch: BRANCH });

  test('is done where it stands as it was seen', async () => {
    const head = await world.fake.commit(BRANCH, { 'x.txt': 'x' });
    expect(await remove(head)).toEqual({ outcome: 'deleted' });
    expect(await headNow()).toBeNull();
  });

  test('is not done when somebody pushed a moment ago', async () => {
    const head = await world.fake.commit(BRANCH, { 'x.txt': 'x' });
    world.fake.faults.before({ graphql: 'updateRefs' }, () => world.fake.commit(BRANCH, { 'y.txt': 'y' }));
    expect(await remove(head)).toEqual({ outcome: 'moved' });
    expect(await world.fake.readFile(BRANCH, 'y.txt')).toBe('y');
  });

  test('is not done while somebody has an open pull request for it', async () => {
    const head = await world.fake.commit(BRANCH, { 'x.txt': 'x' });
    await world.fake.commit('topic', { 'y.txt': 'y' }, { from: BRANCH });
    const { number } = await world.fake.openPullRequest({ head: 'topic', base: BRANCH });
    const deletion = await remove(head);
    expect(deletion).toMatchObject({
      outcome: 'kept',
      error: {
        code: 'BRANCH_IN_USE',
        message: `The branch ${BRANCH} was left, since pull request #${number} is for it.`,
      },
    });
    expect(world.fake.state.pulls[0]?.state).toBe('open');
    world.fake.closePullRequest(number);
    expect(await remove(head)).toEqual({ outcome: 'deleted' });
  });

  test('counts as done when it is gone, and when the answer was lost', async () => {
    const head = await world.fake.commit(BRANCH, { 'x.txt': 'x' });
    world.fake.faults.next({ graphql: 'updateRefs' }, { kind: 'lost-answer' });
    expect(await remove(head)).toEqual({ outcome: 'deleted' });
    expect(await remove(head)).toEqual({ outcome: 'deleted' });
  });

  test('is left where a rule forbids it, with the reason', async () => {
    const head = await world.fake.commit(BRANCH, { 'x.txt': 'x' });
    world.fake.settings.rules.set(BRANCH, { kind: 'ruleset', reasons: [NEEDS_PULL_REQUEST] });
    expect(await remove(head)).toMatchObject({ outcome: 'kept', error: { code: 'BRANCH_PROTECTED' } });
    expect(await headNow()).toBe(head);
  });
});
