import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takeSnapshot } from '../../../src/index.ts';
import { streamed } from '../account.ts';
import { readTree as readWholeTree, type Tree, temporaryFolder, writeTree } from '../trees.ts';
import { largeWalk, type Variant } from './large-walk.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const KILLS = 50;
/** Set it to the seed in this test's name to kill at the same moments again. */
const SEED = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const FOREIGN: Tree = { 'README.md': 'ours', 'instance-1/notes.txt': 'notes' };

/** A tree whose API groups are all at their first version: how often each changed is not the question here. */
async function readTree(path: string): Promise<Tree | null> {
  const tree = await readWholeTree(path);
  const manifest = tree?.['manifest.json']?.replaceAll(/"version": "[\d.]+"/g, '"version": "1.0.0"');
  return tree === null || manifest === undefined ? tree : { ...tree, 'manifest.json': manifest };
}

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
beforeAll(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'specs');
});
afterAll(() => parent.remove());

/** Starts a run in a process of its own and tells when it begins to publish and when it has ended. */
function startRun(variant: Variant) {
  const child = spawn(process.execPath, [CHILD, directory, variant], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, publishing: once(child.stdout, 'data'), ended: once(child, 'exit') };
}

const snapshot = (variant: Variant, into = directory) =>
  takeSnapshot({ outcomes: streamed(largeWalk(variant)), directory: into, maxRemoved: 100 });

/** How long a run publishes, in milliseconds, when nobody kills it. */
async function publishingTime(variant: Variant): Promise<number> {
  const { publishing, ended } = startRun(variant);
  await publishing;
  const begin = performance.now();
  expect(await ended).toEqual([0, null]);
  return performance.now() - begin;
}

test(`a run killed at ${KILLS} random moments leaves the old or the new snapshot, and the next run mends it (seed ${SEED})`, async () => {
  const trees = {} as Record<Variant, Tree | null>;
  for (const variant of ['a', 'b'] as const) {
    await snapshot(variant);
    if (variant === 'a') await writeTree(directory, FOREIGN);
    trees[variant] = await readTree(directory);
  }
  const times = [await publishingTime('a'), await publishingTime('b')];
  const moments = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: KILLS, seed: SEED });

  const seen = { old: 0, new: 0, away: 0, unfinished: 0 };
  for (const [index, moment] of moments.entries()) {
    const variant = index % 2 === 0 ? 'a' : 'b';
    const other = variant === 'a' ? 'b' : 'a';
    const { child, publishing, ended } = startRun(variant);
    await publishing;
    await sleep(moment * Math.max(...times));
    child.kill('SIGKILL');
    await ended;

    if ((await readdir(parent.path)).length > 1) seen.unfinished += 1;
    const tree = await readTree(directory);
    if (tree === null) {
      // Killed between the two moves of the swap: both trees stand whole beside its place.
      expect(await readTree(join(parent.path, '.specs.xano-specs-work', 'new'))).toEqual(trees[variant]);
      seen.away += 1;
    } else {
      const isNew = tree['manifest.json'] === trees[variant]?.['manifest.json'];
      expect(tree).toEqual(trees[isNew ? variant : other]);
      seen[isNew ? 'new' : 'old'] += 1;
    }
    await snapshot(variant);
    expect(await readTree(directory)).toEqual(trees[variant]);
    expect(await readdir(parent.path)).toEqual(['specs']);
  }
  // Enough of the kills came in the middle of publishing for the test to mean something.
  expect(seen.unfinished).toBeGreaterThan(KILLS / 5);
  process.stderr.write(`killed ${KILLS} times: ${JSON.stringify(seen)}\n`);
}, 300_000);
