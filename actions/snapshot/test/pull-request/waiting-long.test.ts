import { describe, expect, test } from '@jest/globals';
import { failDocuments } from '../runner/failing.ts';
import { PRIVATE_API, type World } from '../runner/world.ts';
import {
  BRANCH,
  breakApi,
  describeApi,
  expectPeople,
  mendApi,
  openPull,
  proposeIn,
  startScene,
  subjectsAhead,
} from './scene.ts';

/** How many requests each of some runs makes of GitHub, after what happens before it. */
async function requestsOf(world: World, before: (round: number) => unknown): Promise<number[]> {
  const counts: number[] = [];
  for (const round of [1, 2, 3, 4]) {
    await before(round);
    const first = world.github.requests.length;
    expect((await proposeIn(world)).status).toBe(0);
    counts.push(world.github.requests.length - first);
  }
  return counts;
}

/** That the last of the runs asked no more than one soon after the first. */
function expectBounded([, early = 0, ...later]: readonly number[]): void {
  expect({ later: later.map((count) => count - early).filter((more) => more > 0) }).toEqual({ later: [] });
}

describe('a pull request that waits for long asks no more of GitHub in each run', () => {
  test('given a main that moves before every run, and its branch has no commit for each of them', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    expectBounded(
      await requestsOf(world, (round) => world.github.commit('main', { 'src/app.ts': `${round}` })),
    );
    expect(await subjectsAhead(world)).toHaveLength(1);
  });

  test('given a snapshot on main that changes before every run', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    expectBounded(
      await requestsOf(world, (round) => world.github.commit('main', { [PRIVATE_API]: `{"a": ${round}}` })),
    );
  });

  test('given an API that changes before every run', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    expectBounded(await requestsOf(world, (round) => describeApi(world, `Words ${round}`)));
    expect(await subjectsAhead(world)).toHaveLength(5);
  });

  test.each(['pull-request', 'auto'])(
    'given documents that wait and can not be had, in mode %s, then no file is read twice',
    async (mode) => {
      await using world = await startScene();
      breakApi(world);
      describeApi(world, 'Other words');
      await proposeIn(world, { inputs: { mode } });
      failDocuments(world, { instance: 'explore-instance' });
      const first = world.github.requests.length;
      expect((await proposeIn(world, { inputs: { mode } })).result).toMatchObject({
        pullRequest: { number: 1 },
        commit: null,
      });
      const read = world.github.requests.slice(first).filter(({ path }) => path.includes('/git/blobs/'));
      const times = [...Map.groupBy(read, ({ path }) => path).values()].map(({ length }) => length);
      expect(times.filter((count) => count > 1)).toEqual([]);
      expect(times.length).toBeGreaterThanOrEqual(4);
    },
  );

  test('given people who commit, and press "Update branch", before every run, which then look at so many', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const work = async (round: number) => {
      for (const part of ['a', 'b', 'c']) {
        await world.github.commit(BRANCH, { [`notes-${round}-${part}.md`]: 'Mine' });
        await world.github.commit('main', { 'src/app.ts': `${round}${part}` });
        await world.github.updateBranch(BRANCH);
      }
    };
    const [, , third = 0, fourth] = await requestsOf(world, work);
    expect(fourth).toBe(third);
  });

  test('given somebody who presses "Update branch" before every run', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const update = async (round: number) => {
      await world.github.commit('main', { 'src/app.ts': `${round}` });
      await world.github.updateBranch(BRANCH);
    };
    expectBounded(await requestsOf(world, update));
    mendApi(world);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
  });
});

describe('a main that moves during the run', () => {
  test.each([
    ['elsewhere, then all is looked at once', 'src/app.ts', 1],
    ['in the snapshot, then all is looked at again', PRIVATE_API, 2],
  ])('given that it changes %s', async (_name, path, looked) => {
    await using world = await startScene();
    breakApi(world);
    world.github.faults.before({ method: 'POST', path: /\/pulls$/ }, () =>
      world.github.commit('main', { [path]: '{"by": "hand"}' }),
    );
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('created');
    const looks = world.github.requests.filter(
      ({ method, query }) => method === 'GET' && query.includes('state=all'),
    );
    expect(looks.length).toBe(looked);
  });
});

describe('whose the commits of a branch are that a run has judged before', () => {
  test('given people between the runs, then each later one names all of them', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    for (const round of [1, 2, 3]) {
      await world.github.commit(BRANCH, { [`notes-${round}.md`]: 'Mine' }, { message: `Note ${round}` });
      describeApi(world, `Words ${round}`);
      await proposeIn(world);
    }
    const { result } = await proposeIn(world);
    expect(result?.pullRequest?.peopleCommits.map(({ subject }) => subject)).toEqual([
      'Note 1',
      'Note 2',
      'Note 3',
    ]);
  });

  test('given a main that was put back, then its former commits on the branch are people’s', async () => {
    await using world = await startScene();
    const before = await world.github.git('rev-parse', 'main');
    const theirs = await world.github.commit('main', { 'src/app.ts': 'theirs' });
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    await proposeIn(world);
    await world.github.git('update-ref', 'refs/heads/main', before);
    mendApi(world);
    describeApi(world, 'Lists the books.');
    const ran = await proposeIn(world);
    await expectPeople(world, ran, [theirs]);
  });

  test('given merges of main of which one holds more, then that one alone is people’s', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const merges: string[] = [];
    for (const round of [1, 2, 3, 4]) {
      await world.github.commit('main', { 'src/app.ts': `${round}` });
      merges.push(await world.github.updateBranch(BRANCH, round === 3 ? { 'notes.md': 'Mine' } : {}));
    }
    const ran = await proposeIn(world);
    await expectPeople(world, ran, merges.slice(2, 3));
    expect(openPull(world).state).toBe('open');
  });
});
