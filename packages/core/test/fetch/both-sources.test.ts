import { expect, test } from '@jest/globals';
import { bookShop, type FakeXano, manyGroups, startFakeXano } from '@xano-specs/fake-xano';
import { fetchDocuments, type SourceApi, takeSnapshot } from '../../src/index.ts';
import { readTree, temporaryFolder } from '../snapshot/trees.ts';
import { QUICK, sourceOf } from './against-fake.ts';

async function snapshotInto(directory: string, fake: FakeXano, api: SourceApi) {
  const outcomes = fetchDocuments(sourceOf(fake, api), QUICK);
  return takeSnapshot({ outcomes, directory });
}

const ACCOUNTS = [
  ['the book shop', () => bookShop({ leaks: true })],
  ['many workspaces', () => manyGroups({ instances: 3, workspaces: 3, groups: 3, documentBytes: 4000 })],
] as const;

for (const [name, account] of ACCOUNTS) {
  test(`given ${name}, both sources give the same bytes, and each changes none of the other’s`, async () => {
    await using fake = await startFakeXano({ account: account() });
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    try {
      expect((await snapshotInto(one.path, fake, 'metadata-api')).changed).toBe(true);
      await snapshotInto(two.path, fake, 'developer-api');
      const tree = await readTree(one.path);
      expect(Object.keys(tree ?? {}).length).toBeGreaterThan(3);
      expect(await readTree(two.path)).toEqual(tree);
      expect((await snapshotInto(one.path, fake, 'developer-api')).changed).toBe(false);
      expect((await snapshotInto(two.path, fake, 'metadata-api')).changed).toBe(false);
      expect(await readTree(one.path)).toEqual(tree);
    } finally {
      await Promise.all([one.remove(), two.remove()]);
    }
  });
}
