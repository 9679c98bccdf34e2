import { describe, expect, test } from '@jest/globals';
import type { World } from '../runner/world.ts';
import { BRANCH, describeApi, openPull, proposeIn, startScene } from './scene.ts';

const CHANGE_LOG = 'specs/CHANGELOG.md';
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27'] as const;
const [FIRST, SECOND, THIRD] = DAYS;

const archiveOf = (day: string) => `specs/CHANGELOG-until-${day}.md`;
const inputs = { changelog: 'true' };

/** One that the next section makes too long. */
const LONG = `# Ours\n\n## 1.0\n\n${`${'x'.repeat(79)}\n`.repeat(4_999)}`;

/** A world whose main holds a snapshot, and beside it a change log that the next section makes too long. */
async function startLong(): Promise<World> {
  const world = await startScene();
  await world.github.commit('main', { [CHANGE_LOG]: LONG, [archiveOf('2025-01-01')]: 'older' });
  return world;
}

/** Proposes, on this day, other words than before. */
async function proposeOn(world: World, day: string) {
  describeApi(world, `Words of ${day}`);
  const ran = await proposeIn(world, { inputs, day });
  expect(ran.status).toBe(0);
  return ran;
}

const log = (world: World) => world.github.readFile(BRANCH, CHANGE_LOG);

const archives = async (world: World, branch = BRANCH) =>
  (await world.paths(branch)).filter((path) => path.includes('CHANGELOG-until-'));

describe('a change log that its section makes too long, on the branch', () => {
  test('given a pull request that is renewed on several days, then the branch holds one archive, that of the last', async () => {
    await using world = await startLong();
    for (const day of DAYS) {
      await proposeOn(world, day);
      expect(await archives(world)).toEqual([archiveOf('2025-01-01'), archiveOf(day)]);
      expect(await world.github.readFile(BRANCH, archiveOf(day))).toBe(LONG);
      expect(await log(world)).toContain(`Older changes: [CHANGELOG-until-${day}.md]`);
    }
    expect(await world.changesOf(BRANCH)).toContain(`R ${archiveOf(SECOND)} ${archiveOf(THIRD)}`);
  });

  test('given a day on which nothing is new, then nothing is written', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    const { result } = await proposeIn(world, { inputs, day: SECOND });
    expect(result?.pullRequest?.outcome).toBe('unchanged');
    expect(await archives(world)).toEqual([archiveOf('2025-01-01'), archiveOf(FIRST)]);
  });

  test('given a target whose change log has new words, then the archive has them', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit('main', { [CHANGE_LOG]: `${LONG}Tell the app team.\n` });
    expect((await proposeIn(world, { inputs, day: FIRST })).status).toBe(0);
    expect(await world.github.readFile(BRANCH, archiveOf(FIRST))).toBe(`${LONG}Tell the app team.\n`);
  });

  test('given a target that began its change log anew meanwhile, then the branch has its archive and no other', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit('main', { [CHANGE_LOG]: '# Anew\n', [archiveOf(FIRST)]: `${LONG}theirs\n` });
    const { result } = await proposeOn(world, SECOND);
    expect(result?.pullRequest?.conflicts).toEqual([]);
    expect(await archives(world)).toEqual([archiveOf('2025-01-01'), archiveOf(FIRST)]);
    expect(await world.github.readFile(BRANCH, archiveOf(FIRST))).toBe(`${LONG}theirs\n`);
    expect(await log(world)).toMatch(/^# Anew\n/);
  });

  test('given a change that was taken back, and a commit of people on the branch, then no archive is left', async () => {
    await using world = await startLong();
    const before = world.group('Private API').endpoints[0]?.summary ?? '';
    await proposeOn(world, FIRST);
    await world.github.commit(BRANCH, { 'notes.md': 'Tell the app team.' });
    describeApi(world, before);
    const { result } = await proposeIn(world, { inputs, day: SECOND });
    expect(result?.pullRequest?.outcome).toBe('left-open');
    expect(await world.github.git('diff', '--name-only', `main...${BRANCH}`, '--', 'specs')).toBe('');
  });
});

describe('people in the archive on the branch', () => {
  test('given words of theirs in it, then it stays, and no other is made', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit(BRANCH, { [archiveOf(FIRST)]: `${LONG}theirs\n` });
    for (const day of [FIRST, SECOND, THIRD]) {
      await proposeOn(world, day);
      expect(await archives(world)).toEqual([archiveOf('2025-01-01'), archiveOf(FIRST)]);
      expect(await world.github.readFile(BRANCH, archiveOf(FIRST))).toBe(`${LONG}theirs\n`);
      expect(await log(world)).toContain(`Older changes: [CHANGELOG-until-${FIRST}.md]`);
      expect((await log(world))?.match(/^## .*$/gm)).toHaveLength(1);
    }
  });

  test('given words of theirs in the change log beside it, then both stay', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit(BRANCH, { [CHANGE_LOG]: `${await log(world)}\nTell the app team.\n` });
    for (const day of [SECOND, THIRD]) {
      await proposeOn(world, day);
      expect(await archives(world)).toEqual([archiveOf('2025-01-01'), archiveOf(FIRST)]);
      expect(await log(world)).toMatch(new RegExp(`until-${FIRST}\\.md\\)\n\nTell the app team\\.\n$`));
    }
  });

  test('given words of theirs in it, and new ones in the change log of the target, then the merge is left to people', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit(BRANCH, { [archiveOf(FIRST)]: `${LONG}theirs\n` });
    await world.github.commit('main', { [CHANGE_LOG]: `${LONG}Tell the app team.\n` });
    const { result } = await proposeOn(world, SECOND);
    expect(result?.pullRequest?.conflicts).toEqual([CHANGE_LOG]);
    expect(openPull(world).body).toMatch(
      /could not be brought up to date.*both changed `specs\/CHANGELOG\.md`/,
    );
    expect(await world.github.readFile(BRANCH, archiveOf(FIRST))).toBe(`${LONG}theirs\n`);
  });

  test('given a file of theirs with such a name, then it stays, and the archive is renewed beside it', async () => {
    await using world = await startLong();
    await proposeOn(world, FIRST);
    await world.github.commit(BRANCH, { [archiveOf('2024-01-01')]: 'theirs' });
    await world.github.commit('main', { [CHANGE_LOG]: `${LONG}Tell the app team.\n` });
    const { result } = await proposeOn(world, SECOND);
    expect(result?.pullRequest?.conflicts).toEqual([]);
    expect(await archives(world)).toEqual(['2024-01-01', '2025-01-01', SECOND].map(archiveOf));
    expect(await world.github.readFile(BRANCH, archiveOf('2024-01-01'))).toBe('theirs');
    expect(await world.github.readFile(BRANCH, archiveOf(SECOND))).toContain('Tell the app team.');
  });
});

test('given commits to the branch itself on several days, then the change log is archived once', async () => {
  await using world = await startLong();
  for (const day of DAYS) {
    describeApi(world, `Words of ${day}`);
    expect((await world.run({ inputs, day })).status).toBe(0);
    expect(await archives(world, 'main')).toEqual([archiveOf('2025-01-01'), archiveOf(FIRST)]);
  }
  expect(await world.github.readFile('main', archiveOf(FIRST))).toBe(LONG);
  expect((await world.github.readFile('main', CHANGE_LOG))?.match(/^## .*$/gm)).toHaveLength(DAYS.length);
});
