import { describe, expect, test } from '@jest/globals';
import { BILLING } from '../runner/world.ts';
import { BRANCH, breakApi, describeApi, fsck, openPull, proposeIn, startScene } from './scene.ts';

const CHANGE_LOG = 'specs/CHANGELOG.md';

/** The headings of the sections of a change log. */
const headings = (log: string | null) => log?.match(/^## .*$/gm) ?? [];

describe('people in the change log of the branch', () => {
  test('given words of theirs in the change log, then every later run keeps them', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    const log = () => world.github.readFile(BRANCH, CHANGE_LOG);
    breakApi(world);
    await proposeIn(world, { inputs });
    const written = await log();
    await world.github.commit(BRANCH, { [CHANGE_LOG]: `${written}\nTell the app team first.\n` });
    await proposeIn(world, { inputs });
    expect(await log()).toBe(`${written}\nTell the app team first.\n`);
    for (const words of ['Other words', 'Yet other words']) {
      describeApi(world, words);
      expect((await proposeIn(world, { inputs })).status).toBe(0);
    }
    expect(await log()).toMatch(
      /\*\*Book Marketplace \/ Private API\*\*[\s\S]*\nTell the app team first\.\n$/,
    );
    expect(headings(await log())).toHaveLength(1);
    await world.github.commit('main', { [BILLING]: '{}' });
    await proposeIn(world, { inputs });
    expect(await world.github.git('merge-base', 'main', BRANCH)).toBe(
      await world.github.git('rev-parse', 'main'),
    );
    expect(await log()).toMatch(/\nTell the app team first\.\n$/);
    const { result } = await proposeIn(world, { inputs });
    expect(result?.pullRequest).toMatchObject({ outcome: 'unchanged', peopleCommits: [{ author: 'Ada' }] });
    expect(await fsck(world)).toBe('');
  });

  test('given a section that they put in their own words, then it stays, and the next one stands above it once', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    const log = () => world.github.readFile(BRANCH, CHANGE_LOG);
    breakApi(world);
    await proposeIn(world, { inputs });
    const theirs = `${await log()}`.replace('breaks:', 'breaks, as we agreed:');
    await world.github.commit(BRANCH, { [CHANGE_LOG]: theirs });
    for (const words of ['Other words', 'Yet other words']) {
      describeApi(world, words);
      expect((await proposeIn(world, { inputs })).status).toBe(0);
    }
    const [, own = ''] = theirs.split('go below this line -->');
    expect(own).toContain('as we agreed');
    expect(`${await log()}`.endsWith(own)).toBe(true);
    expect(headings(await log())).toHaveLength(2);
  });

  test('given a change log that both sides changed, then the branch keeps theirs, and the merge is left to people', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    breakApi(world);
    await proposeIn(world, { inputs });
    const written = await world.github.readFile(BRANCH, CHANGE_LOG);
    await world.github.commit(BRANCH, { [CHANGE_LOG]: `${written}\nTell the app team first.\n` });
    await world.github.commit('main', { [CHANGE_LOG]: '# Ours\n\nWritten on main.\n' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world, { inputs });
    expect(ran.status).toBe(0);
    expect(await world.github.readFile(BRANCH, CHANGE_LOG)).toContain('\nTell the app team first.\n');
    expect(openPull(world).body).toMatch(
      /could not be brought up to date.*both changed `specs\/CHANGELOG\.md`/,
    );
  });

  test('given a folder that they put in its place, then it stays, and the run says where it stands', async () => {
    await using world = await startScene();
    const inputs = { changelog: 'true' };
    breakApi(world);
    await proposeIn(world, { inputs });
    await world.github.commit(BRANCH, { [CHANGE_LOG]: null, [`${CHANGE_LOG}/2026.md`]: 'theirs' });
    describeApi(world, 'Other words');
    const ran = await proposeIn(world, { inputs });
    expect(ran.result).toMatchObject({
      outcome: 'failed',
      error: { code: 'PATH_NOT_PLAIN', message: expect.stringContaining(`On the branch ${BRANCH} of`) },
    });
    expect(await world.github.readFile(BRANCH, `${CHANGE_LOG}/2026.md`)).toBe('theirs');
  });
});
