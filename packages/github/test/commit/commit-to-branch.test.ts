import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTIONS_BOT_EMAIL, NEEDS_PULL_REQUEST } from '@xano-specs/fake-github';
import {
  type BranchHead,
  type CommitPlan,
  type CommitRequest,
  commitToBranch,
  readFileAt,
} from '../../src/index.ts';
import { rejection, startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

const FILES = { 'specs/a.json': 'a\n', 'specs/b.json': 'b\n', 'README.md': '# Shop\n' };
let world: TestWorld;
let branch: string;
let counter = 0;
beforeAll(async () => {
  world = await startWorld({ files: FILES });
});
afterAll(stopWorlds);

/** Each test has a branch of its own, which starts where main is. */
async function freshBranch(): Promise<void> {
  branch = `topic/${++counter}`;
  await world.octokit.rest.git.createRef({
    ...world.repository,
    ref: `refs/heads/${branch}`,
    sha: await world.fake.git('rev-parse', 'main'),
  });
  world.fake.faults.clear();
}

function commit(plan: CommitRequest['plan'], more: Partial<CommitRequest> = {}) {
  const request = { ...world.repository, branch, plan, sleep: async () => {}, ...more };
  return commitToBranch(world.octokit, request);
}

/** Writes one file, whatever the head. */
function writes(path: string, text: string, message = `Write ${path}`) {
  return async (): Promise<CommitPlan> => ({
    message,
    additions: [{ path, read: () => text }],
    deletions: [],
  });
}

async function subjects(): Promise<string[]> {
  return (await world.fake.log(branch)).map(({ message }) => message.split('\n')[0] ?? '');
}

describe('a commit through the API', () => {
  test('holds every addition and deletion, is signed, and stands on the head that was planned for', async () => {
    await freshBranch();
    const heads: BranchHead[] = [];
    const result = await commit(async (head) => {
      heads.push(head);
      return {
        message: 'Snapshot\n\nTwo groups changed.\n\n- one\n- two',
        additions: [
          { path: 'specs/a.json', read: () => 'a2\n' },
          { path: 'specs/deep/er/ü c.json', read: async () => Buffer.from([0xff, 0x00, 0x0a]) },
        ],
        deletions: ['specs/b.json'],
      };
    });
    const [newest, parent] = await world.fake.log(branch);
    expect(result).toMatchObject({
      outcome: 'committed',
      oid: newest?.sha,
      parent: parent?.sha,
      verified: true,
      attempts: 1,
      recovered: false,
    });
    expect(heads).toEqual([{ oid: parent?.sha, exists: true }]);
    expect(newest?.message).toBe('Snapshot\n\nTwo groups changed.\n\n- one\n- two');
    expect(newest?.author.email).toBe(ACTIONS_BOT_EMAIL);
    expect(await world.fake.readFile(branch, 'specs/a.json')).toBe('a2\n');
    expect(await world.fake.readFile(branch, 'specs/b.json')).toBeNull();
    expect(await world.fake.readFile(branch, 'README.md')).toBe('# Shop\n');
    const odd = await readFileAt(world.octokit, {
      ...world.repository,
      ref: branch,
      path: 'specs/deep/er/ü c.json',
    });
    expect([...(odd?.content ?? [])]).toEqual([0xff, 0x00, 0x0a]);
  });

  test.each<[string, CommitPlan | null]>([
    ['no plan', null],
    ['a plan without a change', { message: 'Nothing', additions: [], deletions: [] }],
  ])('given %s, nothing is written', async (_, plan) => {
    await freshBranch();
    const before = world.fake.requests.length;
    const result = await commit(async () => plan);
    expect(result).toEqual({ outcome: 'unchanged', head: await world.fake.git('rev-parse', branch) });
    expect(world.fake.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
  });

  test('given a missing branch and where it starts, the branch is made with the commit', async () => {
    branch = `made/${++counter}`;
    const result = await commit(writes('x.json', 'x'), { createFrom: 'main' });
    expect(result).toMatchObject({ outcome: 'committed', parent: await world.fake.git('rev-parse', 'main') });
    expect(await subjects()).toEqual(['Write x.json', 'Begin']);
  });

  test('given a missing branch and nothing to commit, no branch is made', async () => {
    branch = `made/${++counter}`;
    const result = await commit(async () => null, { createFrom: 'main' });
    expect(result.outcome).toBe('unchanged');
    expect(await world.fake.git('branch', '--list', branch)).toBe('');
  });

  test('given a branch that someone else makes at the same moment, the commit goes on top of theirs', async () => {
    branch = `made/${++counter}`;
    world.fake.faults.before({ method: 'POST', path: /\/git\/refs$/ }, () =>
      world.fake.commit(branch, { 'theirs.txt': 't' }, { message: 'Theirs' }),
    );
    await commit(writes('x.json', 'x'), { createFrom: 'main' });
    expect(await subjects()).toEqual(['Write x.json', 'Theirs', 'Begin']);
  });
});

describe('a branch that moves meanwhile', () => {
  test('is planned for again at its new head, and nobody loses a commit', async () => {
    await freshBranch();
    const waits: number[] = [];
    let pushes = 0;
    world.fake.faults.before(
      { graphql: 'createCommitOnBranch' },
      () => world.fake.commit(branch, { [`human-${++pushes}.txt`]: 'h' }, { message: `Human ${pushes}` }),
      2,
    );
    const planned: string[] = [];
    const result = await commit(
      async ({ oid }) => {
        planned.push(oid);
        return writes('x.json', 'x')();
      },
      { sleep: async (ms) => void waits.push(ms), random: () => 1 },
    );
    expect(result).toMatchObject({ outcome: 'committed', attempts: 3 });
    expect(await subjects()).toEqual(['Write x.json', 'Human 2', 'Human 1', 'Begin']);
    expect(new Set(planned).size).toBe(3);
    expect(waits).toEqual([500, 1000]);
  });

  test('is left alone when its new head needs no change any more', async () => {
    await freshBranch();
    world.fake.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.fake.commit(branch, { 'x.json': 'x' }, { message: 'The other run' }),
    );
    const result = await commit(async ({ oid }) => {
      const file = await readFileAt(world.octokit, { ...world.repository, ref: oid, path: 'x.json' });
      return file === null ? writes('x.json', 'x')() : null;
    });
    expect(result).toEqual({ outcome: 'unchanged', head: await world.fake.git('rev-parse', branch) });
    expect(await subjects()).toEqual(['The other run', 'Begin']);
  });

  test('and never stops moving ends in an error that says what to set', async () => {
    await freshBranch();
    let pushes = 0;
    world.fake.faults.before(
      { graphql: 'createCommitOnBranch' },
      () => world.fake.commit(branch, { [`human-${++pushes}.txt`]: 'h' }),
      3,
    );
    const error = await rejection(commit(writes('x.json', 'x'), { attempts: 3 }));
    expect(error).toMatchObject({
      code: 'BRANCH_KEEPS_MOVING',
      message: expect.stringContaining('3 attempts'),
      hint: expect.stringContaining('concurrency:'),
    });
    expect(await world.fake.readFile(branch, 'x.json')).toBeNull();
  });
});

describe('a lost answer', () => {
  test.each(['lost-answer'] as const)(
    'after the commit was made is recognised, and nothing is committed twice',
    async (kind) => {
      await freshBranch();
      world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind });
      const result = await commit(writes('x.json', 'x'));
      expect(result).toMatchObject({
        outcome: 'committed',
        recovered: true,
        verified: true,
        oid: await world.fake.git('rev-parse', branch),
        parent: await world.fake.git('rev-parse', `${branch}~`),
      });
      expect(await subjects()).toEqual(['Write x.json', 'Begin']);
    },
  );

  test('is recognised although someone has committed on top', async () => {
    await freshBranch();
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'lost-answer' });
    world.fake.faults.before(
      { path: new RegExp(`/git/ref/heads%2F${branch.replace('/', '%2F')}`) },
      () => {},
      1,
    );
    const result = await commit(writes('x.json', 'x'), {
      sleep: async () => void (await world.fake.commit(branch, { 'h.txt': 'h' }, { message: 'Human' })),
    });
    expect(result).toMatchObject({ recovered: true, oid: await world.fake.git('rev-parse', `${branch}~`) });
    expect(await subjects()).toEqual(['Human', 'Write x.json', 'Begin']);
  });

  test('on the last attempt is recognised too', async () => {
    await freshBranch();
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'lost-answer' });
    expect(await commit(writes('x.json', 'x'), { attempts: 1 })).toMatchObject({ recovered: true });
  });

  test.each(['bad-gateway', 'cut'] as const)(
    'of a commit that was not made (%s) is tried again',
    async (kind) => {
      await freshBranch();
      world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind }, 2);
      expect(await commit(writes('x.json', 'x'))).toMatchObject({ recovered: false, attempts: 3 });
      expect(await subjects()).toEqual(['Write x.json', 'Begin']);
    },
  );

  test("is not taken for someone else's commit with the same message", async () => {
    await freshBranch();
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'bad-gateway' });
    const result = await commit(writes('x.json', 'x', 'Snapshot'), {
      sleep: async () =>
        void (await world.fake.commit(branch, { 'x.json': 'other' }, { message: 'Snapshot' })),
    });
    expect(result).toMatchObject({ recovered: false });
    expect(await world.fake.readFile(branch, 'x.json')).toBe('x');
    expect(await subjects()).toEqual(['Snapshot', 'Snapshot', 'Begin']);
  });

  test("is not taken for someone else's commit of the same files", async () => {
    await freshBranch();
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'bad-gateway' });
    const result = await commit(writes('x.json', 'x', 'Snapshot'), {
      sleep: async () => void (await world.fake.commit(branch, { 'x.json': 'x' }, { message: 'By hand' })),
    });
    expect(result).toMatchObject({ recovered: false });
  });

  test('given a GitHub that stays down, the error says so and nothing is on the branch', async () => {
    await freshBranch();
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'bad-gateway' }, 9);
    const error = await rejection(commit(writes('x.json', 'x'), { attempts: 2 }));
    expect(error).toMatchObject({
      code: 'GITHUB_UNAVAILABLE',
      message: expect.stringContaining('502 Bad Gateway'),
    });
    expect(await subjects()).toEqual(['Begin']);
  });
});

describe('what is refused', () => {
  test.each(['protection', 'ruleset'] as const)(
    'given a branch with a %s, the error names the rule and the way out',
    async (kind) => {
      await freshBranch();
      world.fake.settings.rules.set(branch, { kind, reasons: [NEEDS_PULL_REQUEST] });
      const error = await rejection(commit(writes('x.json', 'x')));
      expect(error).toMatchObject({
        code: 'BRANCH_PROTECTED',
        message: expect.stringContaining(NEEDS_PULL_REQUEST),
        hint: expect.stringContaining('Bypass list'),
      });
    },
  );

  test('given a token that only reads, the error names the permission', async () => {
    await freshBranch();
    const reader = world.client({ token: world.fake.readOnlyToken });
    const request = { ...world.repository, branch, plan: writes('x.json', 'x') };
    const error = await rejection(commitToBranch(reader, request));
    expect(error).toMatchObject({
      code: 'MISSING_PERMISSION',
      hint: expect.stringContaining('contents: write'),
    });
  });

  test('given a branch that is missing, the error names it', async () => {
    branch = 'nowhere';
    const error = await rejection(commit(writes('x.json', 'x')));
    expect(error).toMatchObject({ code: 'BRANCH_MISSING', message: expect.stringContaining('nowhere') });
  });

  test('given a repository without a commit, the error says to make a first one', async () => {
    const empty = await startWorld({ files: null });
    const request = { ...empty.repository, branch: 'main', plan: writes('x.json', 'x') };
    expect(await rejection(commitToBranch(empty.octokit, request))).toMatchObject({
      code: 'EMPTY_REPOSITORY',
    });
  });

  test('given an archived repository, the error says so', async () => {
    const archived = await startWorld();
    archived.fake.settings.archived = true;
    const request = { ...archived.repository, branch: 'main', plan: writes('x.json', 'x') };
    expect(await rejection(commitToBranch(archived.octokit, request))).toMatchObject({
      code: 'REPOSITORY_ARCHIVED',
    });
  });

  test.each(['', '/x', 'a//b', '../x', 'a/../b', './a', '.git/config', 'a/.GIT/b', 'a\0b', 'a/'])(
    'the path %j is refused before anything is sent',
    async (path) => {
      await freshBranch();
      const before = world.fake.requests.length;
      expect(await rejection(commit(writes(path, 'x')))).toMatchObject({ code: 'INVALID_CHANGE' });
      expect(world.fake.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
    },
  );

  test.each<[string, Partial<CommitPlan>]>([
    ['a path that is written and removed', { deletions: ['x.json'] }],
    ['an empty message', { message: ' \n' }],
  ])('%s is refused', async (_, change) => {
    await freshBranch();
    const plan = async () => ({ ...(await writes('x.json', 'x')()), ...change });
    expect(await rejection(commit(plan))).toMatchObject({ code: 'INVALID_CHANGE' });
  });

  test("an error of the caller's own, of the plan or of reading a file, goes on as it is", async () => {
    await freshBranch();
    const own = new Error('the disk is full');
    const refuse = () => {
      throw own;
    };
    expect(await rejection(commit(async () => refuse()))).toBe(own);
    const plan = async () => ({ message: 'm', additions: [{ path: 'x', read: refuse }], deletions: [] });
    expect(await rejection(commit(plan))).toBe(own);
  });
});
