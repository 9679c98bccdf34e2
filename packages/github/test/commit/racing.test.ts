import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Fault } from '@xano-specs/fake-github';
import fc from 'fast-check';
import { commitToBranch, readFileAt } from '../../src/index.ts';
import { startWorld, stopWorlds, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startWorld({ files: { 'list.txt': '' } });
});
afterAll(stopWorlds);

const FAULTS: Fault[] = [
  { kind: 'lost-answer' },
  { kind: 'bad-gateway' },
  { kind: 'cut' },
  { kind: 'secondary-rate-limit', retryAfterSeconds: 1 },
];

/** Adds a line to the file that all racers share, so a lost or doubled commit shows. */
async function addLine(branch: string, line: string) {
  return commitToBranch(world.client(), {
    ...world.repository,
    branch,
    attempts: 30,
    sleep: (milliseconds) => delay(milliseconds / 50),
    plan: async ({ oid }) => {
      const file = await readFileAt(world.octokit, { ...world.repository, ref: oid, path: 'list.txt' });
      const text = `${Buffer.from(file?.content ?? []).toString('utf8')}${line}\n`;
      return { message: `Add ${line}`, additions: [{ path: 'list.txt', read: () => text }], deletions: [] };
    },
  });
}

test('law: runs that race on one branch, with people and faults between them, each leave exactly one commit', async () => {
  let round = 0;
  const racers = fc.integer({ min: 2, max: 3 });
  const faults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(racers, faults, fc.boolean(), async (count, met, human) => {
      const branch = `race-${++round}`;
      await world.fake.git('branch', branch, 'main');
      for (const fault of met) world.fake.faults.next({ graphql: 'createCommitOnBranch' }, fault);
      const lines = Array.from({ length: count }, (_, index) => `run ${index}`);
      const [results] = await Promise.all([
        Promise.all(lines.map((line) => addLine(branch, line))),
        human ? world.fake.commit(branch, { 'human.txt': 'h' }, { message: 'Human' }) : null,
      ]);
      world.fake.faults.clear();
      const list = (await world.fake.readFile(branch, 'list.txt')) ?? '';
      expect(list.trimEnd().split('\n').sort()).toEqual(lines);
      const log = await world.fake.log(branch);
      expect(log).toHaveLength(1 + count + (human ? 1 : 0));
      const made = new Set(results.map((result) => (result.outcome === 'committed' ? result.oid : null)));
      expect(made.size).toBe(count);
      for (const oid of made) expect(log.map(({ sha }) => sha)).toContain(oid);
    }),
    { numRuns: 6 },
  );
  expect(await world.fake.git('fsck', '--strict', '--no-dangling')).toBe('');
});
