import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FileSystem, nodeFileSystem, takeSnapshot, type WriteCompanions } from '../../src/index.ts';
import { documentOutcome, failedOutcome, type GroupSpec, listings, streamed, walk } from './account.ts';
import { readTree, type Tree, temporaryFolder, writeTree } from './trees.ts';

/**
 * A file system that stops dead before its n-th call: that call and all later ones do
 * nothing, as if the process had been killed there. The step between the two moves of a
 * swap counts as one of its own.
 */
function killedBefore(step: number): { fs: FileSystem; steps: () => number } {
  let calls = 0;
  const live = () => {
    calls += 1;
    if (calls >= step) throw new Error('killed');
  };
  const wrapped = Object.entries(nodeFileSystem).map(([name, call]) => [
    name,
    async (...args: never[]) => {
      live();
      return (call as (...args: never[]) => unknown)(...args);
    },
  ]);
  const fs: FileSystem = {
    ...(Object.fromEntries(wrapped) as unknown as FileSystem),
    // Removing a tree is many steps: one for each thing at its top.
    removeTree: async (path) => {
      for (const name of await readdir(path).catch(() => [])) {
        live();
        await nodeFileSystem.removeTree(join(path, name));
      }
      live();
      await nodeFileSystem.removeTree(path);
    },
    moveBoth: async (first, second) => {
      live();
      await nodeFileSystem.move(...first);
      live();
      await nodeFileSystem.move(...second);
    },
  };
  return { fs, steps: () => calls };
}

const BEFORE: GroupSpec[] = [
  { id: 1, name: 'A' },
  { id: 2, name: 'B' },
  { id: 3, name: 'Kept' },
  { id: 4, name: 'Gone', workspace: 2 },
  { id: 5, name: 'Same' },
];
/** A and B swap their names, one group fails and is renamed, one goes, one stays, two come with one document. */
const AFTER = [
  ...listings([...BEFORE.filter(({ id }) => id !== 4), { id: 6 }, { id: 7 }]),
  documentOutcome({ id: 1, name: 'B' }),
  documentOutcome({ id: 2, name: 'A' }),
  failedOutcome({ id: 3, name: 'Kept and renamed' }),
  documentOutcome({ id: 5, name: 'Same' }),
  documentOutcome({ id: 6 }, 'new'),
  documentOutcome({ id: 7 }, 'new'),
];
/** What people wrote and the run adds to, once and not twice. */
const writeCompanions: WriteCompanions = async (documents, read) => [
  { path: 'CHANGELOG.md', text: `${documents.length} changed\n${(await read('CHANGELOG.md')) ?? ''}` },
];
const FOREIGN: Tree = {
  'README.md': 'ours',
  'CHANGELOG.md': 'ours too\n',
  'empty/': '',
  link: '→ README.md',
  'shop/notes.txt': 'notes',
};

let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let directory: string;
let oldTree: Tree | null;
let newTree: Tree | null;

beforeAll(async () => {
  parent = await temporaryFolder();
  directory = join(parent.path, 'specs');
  const template = join(parent.path, 'template');
  await takeSnapshot({ outcomes: streamed(walk(BEFORE)), directory: template });
  await writeTree(template, FOREIGN);
  oldTree = await readTree(template);
  await cp(template, directory, { recursive: true, verbatimSymlinks: true });
  await takeSnapshot({ outcomes: streamed(AFTER), directory, writeCompanions });
  newTree = await readTree(directory);
});
afterAll(() => parent.remove());

/** Puts the old snapshot back, and clears what a killed run left. */
async function reset(): Promise<void> {
  for (const name of await readdir(parent.path)) {
    if (name !== 'template') await rm(join(parent.path, name), { recursive: true });
  }
  await cp(join(parent.path, 'template'), directory, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
  });
}

const take = (fileSystem: FileSystem, workingDirectory: string, dryRun = false) =>
  takeSnapshot({
    outcomes: streamed(AFTER),
    directory,
    fileSystem,
    workingDirectory,
    dryRun,
    writeCompanions,
  });

/** A run that is killed at a step: it throws, unless all that was left to do was to clear up. */
async function killed(step: number, workingDirectory: string): Promise<void> {
  const { fs, steps } = killedBefore(step);
  await take(fs, workingDirectory).catch((error) => expect(error).toMatchObject({ message: 'killed' }));
  expect(steps()).toBeGreaterThanOrEqual(step);
}

async function stepsOfWholeRun(workingDirectory: string): Promise<number> {
  await reset();
  const { fs, steps } = killedBefore(Number.POSITIVE_INFINITY);
  await take(fs, workingDirectory);
  return steps();
}

describe('a run that is killed at any step', () => {
  test('when the folder is swapped: leaves the old tree or the new one, and the next run mends it', async () => {
    const steps = await stepsOfWholeRun('/');
    const seen = { old: 0, new: 0, away: 0 };
    for (let step = 1; step <= steps; step += 1) {
      await reset();
      await killed(step, '/');
      const tree = await readTree(directory);
      if (tree === null) {
        // Between the two moves both trees stand whole beside the folder's place.
        const work = join(parent.path, '.specs.xano-specs-work');
        expect(await readTree(join(work, 'old'))).toEqual(oldTree);
        expect(await readTree(join(work, 'new'))).toEqual(newTree);
      } else {
        expect([oldTree, newTree]).toContainEqual(tree);
      }
      seen[
        tree === null
          ? 'away'
          : 'README.md' in tree && tree['manifest.json'] === newTree?.['manifest.json']
            ? 'new'
            : 'old'
      ] += 1;
      await take(nodeFileSystem, '/');
      expect(await readTree(directory)).toEqual(newTree);
      expect((await readdir(parent.path)).toSorted()).toEqual(['specs', 'template']);
    }
    expect(seen).toEqual({ old: expect.any(Number), new: expect.any(Number), away: 1 });
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0);
  }, 240_000);

  test('when files are replaced one by one: the next run finds the old tree or finishes the new one', async () => {
    const steps = await stepsOfWholeRun(directory);
    const seen = { old: 0, new: 0 };
    for (let step = 1; step <= steps; step += 1) {
      await reset();
      await killed(step, directory);
      // A dry run mends what was begun and does nothing of its own.
      await take(nodeFileSystem, directory, true);
      const mended = await readTree(directory);
      expect([oldTree, newTree]).toContainEqual(mended);
      seen[mended?.['manifest.json'] === newTree?.['manifest.json'] ? 'new' : 'old'] += 1;
      await take(nodeFileSystem, directory);
      expect(await readTree(directory)).toEqual(newTree);
    }
    expect(Math.min(seen.old, seen.new)).toBeGreaterThan(0);
  }, 240_000);

  test('when the run that mends it is killed too: the one after it mends it', async () => {
    for (const workingDirectory of ['/', directory]) {
      const steps = await stepsOfWholeRun(workingDirectory);
      for (let step = Math.floor(steps / 3); step <= steps; step += 3) {
        await reset();
        await killed(step, workingDirectory);
        for (let second = 1; second < 30; second += 4) {
          await take(killedBefore(second).fs, workingDirectory, true).catch(() => undefined);
        }
        await take(nodeFileSystem, workingDirectory);
        expect(await readTree(directory)).toEqual(newTree);
        expect((await readdir(parent.path)).toSorted()).toEqual(['specs', 'template']);
      }
    }
  }, 240_000);
});
