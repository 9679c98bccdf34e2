import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Addition,
  blobOid,
  type CommitRequest,
  commitToBranch,
  GRAPHQL_PAYLOAD_LIMIT,
  MUTATION_FILES_LIMIT,
  readBlob,
  readTreeAt,
} from '../../src/index.ts';
import { startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startWorld({ files: { 'specs/old.json': 'old', 'README.md': '# Shop\n' } });
});
afterAll(stopWorlds);

/** Files of 900 kB each. */
const files = (count: number): Addition[] =>
  Array.from({ length: count }, (_, index) => ({ path: `specs/${index}.json`, read: () => textOf(index) }));
const textOf = (index: number) => `${index} `.repeat(900_000 / `${index} `.length);
const ODD: Addition = { path: 'specs/odd.bin', read: () => Buffer.from([0xff, 0xfe, 0x00]) };
const HUGE: Addition = { path: 'specs/huge.json', read: () => 'é'.repeat(1_500_000) };

function commit(more: Partial<CommitRequest> = {}) {
  const additions = [...files(3), ODD, HUGE];
  const plan = async () => ({ message: 'Snapshot\n\nAll of it.', additions, deletions: ['specs/old.json'] });
  const request = {
    ...world.repository,
    branch: 'main',
    plan,
    requestLimit: 1_000_000,
    sleep: async () => {},
    ...more,
  };
  return commitToBranch(world.octokit, request);
}

async function subjects(): Promise<(string | undefined)[]> {
  return (await world.fake.log('main')).map(({ message }) => message.split('\n')[0]);
}

describe('a change too large for one request', () => {
  test('becomes one signed commit with every file, made of trees within the limits', async () => {
    const result = await commit();
    expect(result).toMatchObject({ outcome: 'committed', verified: true, attempts: 1 });
    const log = await world.fake.log('main');
    expect(log.map(({ message }) => message)).toEqual(['Snapshot\n\nAll of it.', 'Begin']);
    const tree = await readTreeAt(world.octokit, { ...world.repository, ref: 'main' });
    const paths = [...files(3), ODD, HUGE].map(({ path }) => path).concat('README.md');
    expect([...tree.files.keys()].sort()).toEqual(paths.sort());
    expect(tree.files.get('specs/2.json')?.oid).toBe(blobOid(Buffer.from(textOf(2))));
    const odd = await readBlob(world.octokit, {
      ...world.repository,
      oid: tree.files.get(ODD.path)?.oid ?? '',
    });
    expect([...odd]).toEqual([0xff, 0xfe, 0x00]);
    const trees = world.fake.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/trees'),
    );
    for (const { body } of trees) expect(JSON.stringify(body).length).toBeLessThan(2_500_000);
    expect(await world.fake.git('fsck', '--strict', '--no-dangling')).toBe('');
  });

  test('and refused as too large by a server with smaller limits goes in smaller parts', async () => {
    const message = 'The request payload cannot be larger than 1MB';
    world.fake.faults.next({ graphql: 'createCommitOnBranch' }, { kind: 'status', status: 400, message });
    expect(await commit({ requestLimit: 10_000_000 })).toMatchObject({ outcome: 'committed', attempts: 2 });
    expect(world.fake.requests.filter(({ path }) => path === '/graphql')).toHaveLength(1);
    expect(await subjects()).toEqual(['Snapshot', 'Begin']);
  });

  test('with a file that GitHub does not take is not made, and the file is named', async () => {
    const message =
      'Sorry, your input was too large to process. Consider creating the blob in a local clone.';
    world.fake.faults.next({ path: /git\/blobs$/ }, { kind: 'status', status: 422, message }, 9);
    await expect(commit()).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringMatching(
        /^Could not store specs\/odd\.bin in acme\/shop\. A file is larger than/,
      ),
    });
    expect(await subjects()).toEqual(['Begin']);
  });

  test('shows nothing on the branch until it is whole', async () => {
    const before = await world.fake.git('rev-parse', 'main');
    const seen = new Set<string>();
    world.fake.faults.before(
      { method: 'POST' },
      async () => seen.add(await world.fake.git('rev-parse', 'main')),
      99,
    );
    await commit();
    expect([...seen]).toEqual([before]);
    expect(await world.fake.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  });

  test('goes on top of a commit that came meanwhile', async () => {
    const human = () => world.fake.commit('main', { 'h.txt': 'h' }, { message: 'Human' });
    world.fake.faults.before({ method: 'PATCH' }, human);
    expect(await commit()).toMatchObject({ outcome: 'committed', attempts: 2 });
    expect(await subjects()).toEqual(['Snapshot', 'Human', 'Begin']);
    expect(await world.fake.readFile('main', 'h.txt')).toBe('h');
  });

  test('survives lost answers at each of its steps', async () => {
    for (const path of [/git\/blobs$/, /git\/trees$/, /git\/commits$/, /git\/refs\//]) {
      world.fake.faults.next({ path }, { kind: 'lost-answer' });
    }
    expect(await commit()).toMatchObject({ outcome: 'committed' });
    expect(await subjects()).toEqual(['Snapshot', 'Begin']);
  });
});

test('what is sent in one request fits into it as base64, with room for paths and the message', () => {
  expect((MUTATION_FILES_LIMIT / 3) * 4).toBeLessThan(GRAPHQL_PAYLOAD_LIMIT * 0.9);
});
