import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorsOf } from '../pull-request/scene.ts';
import { BILLING, MANIFEST, startWorld, type World } from '../runner/world.ts';

let world: World;
let good = '';
beforeAll(async () => {
  world = await startWorld();
  expect((await world.run()).status).toBe(0);
  good = await world.github.git('rev-parse', 'main');
});
afterAll(async () => world[Symbol.asyncDispose]());

/** Runs the action on a branch that somebody changed in this way, and sees that nothing is committed. */
async function refusedAfter(files: Readonly<Record<string, string | null>>, inputs = {}): Promise<string> {
  await world.github.git('update-ref', 'refs/heads/main', good);
  const head = await world.github.commit('main', files);
  const ran = await world.run({ inputs });
  expect(ran.status).toBe(1);
  expect(await world.github.git('rev-parse', 'main')).toBe(head);
  expect(ran.summary).toMatch(/^### ✗ /);
  return errorsOf(ran);
}

const manifest = async () => (await world.github.readFile('main', MANIFEST)) ?? '';

describe('a snapshot that can not be built upon', () => {
  test('since its manifest is broken: what of it, and from where to restore it', async () => {
    expect(await refusedAfter({ [MANIFEST]: '{"version":2,"groups":[{}]}' })).toMatch(
      /manifest\.json can't be read: groups.*Nothing was changed\. Restore the file from the last commit; it is written by xano-specs alone\./,
    );
  });

  test('since its manifest holds a merge conflict: which side to take', async () => {
    const text = `<<<<<<< ours\n${await manifest()}=======\n${await manifest()}>>>>>>> theirs\n`;
    expect(await refusedAfter({ [MANIFEST]: text })).toMatch(
      /manifest\.json holds the markers of a merge conflict\. Nothing was changed\. Take either side of the conflict as a whole, then make the snapshot again: it mends the rest\./,
    );
  });

  test('since a newer version wrote it: what to update', async () => {
    expect(await refusedAfter({ [MANIFEST]: '{"version":99,"groups":[]}' })).toMatch(
      /manifest\.json has version 99, and this program knows version \d+\. Nothing was changed\. Update xano-specs to the version that wrote the snapshot, or a newer one\./,
    );
  });

  test('since its manifest is lost: which file stands in the way, and what to do with it', async () => {
    expect(await refusedAfter({ [MANIFEST]: null, [BILLING]: 'mine' })).toMatch(
      /A file stands where the snapshot would write, and manifest\.json does not know it: starter-instance\/starter\/billing\.json\. Nothing was changed\. Move them, or restore manifest\.json from the last commit if it was lost\. Those that a snapshot wrote may be deleted: the next run writes them anew\./,
    );
  });

  test('since a file stands where its folder would: which one, and the input', async () => {
    expect(await refusedAfter({ docs: 'mine' }, { directory: 'docs/specs' })).toMatch(
      /docs is no folder in this repository.*Choose another folder with the input directory, or move away what stands there\./,
    );
  });

  test('since it is of another account: whose it is, and what to do in each case', async () => {
    const other = (await manifest())
      .replaceAll('"explore-instance"', '"their-instance"')
      .replaceAll('"starter-instance"', '"their-other"');
    expect(
      await refusedAfter({
        [MANIFEST]: other
          .replaceAll('explore-instance/', 'their-instance/')
          .replaceAll('starter-instance/', 'their-other/'),
      }),
    ).toMatch(
      /This account has none of the instances that the snapshot was made from \(.*their-instance.*Use a credential of the account that owns them, or write this account into a folder of its own\. If they are gone for good, run again with max-removed set to any\./,
    );
  });

  test('since too much is gone: how many, which, and the input with its value', async () => {
    const [starter] = world.xano.account.instances.splice(1, 1);
    try {
      expect(await refusedAfter({ 'notes.md': 'ours' }, { 'max-removed': '0' })).toMatch(
        /1 API group is gone from Xano, and one run may remove 0: starter-instance\/starter\/billing\.json\. Nothing was changed\. If they were deleted on purpose, run again with max-removed set to 1 or more\./,
      );
      expect(await world.paths()).toContain(BILLING);
    } finally {
      if (starter !== undefined) world.xano.account.instances.push(starter);
    }
  });
});
