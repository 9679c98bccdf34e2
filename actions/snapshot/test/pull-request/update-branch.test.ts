import { describe, expect, test } from '@jest/globals';
import { BRANCH, breakApi, describeApi, fsck, mendApi, openPull, proposeIn, startScene } from './scene.ts';

describe('the button "Update branch"', () => {
  test('given that people pressed it, then their merge is no work of theirs, and the branch goes when all is settled', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit('main', { 'src/app.ts': 'new' });
    const merge = await world.github.updateBranch(BRANCH);
    const ran = await proposeIn(world);
    expect(ran.result?.pullRequest).toMatchObject({ peopleCommits: [], conflicts: [] });
    expect(ran.stdout).not.toContain('kept        ');
    expect(openPull(world).body).not.toMatch(/People committed to this branch|No workflow starts/);
    expect(await world.github.git('rev-parse', BRANCH)).toBe(merge);
    mendApi(world);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('closed');
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
  });

  test('given that they pressed it again and again, with snapshots in between, then too', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit('main', { 'src/app.ts': 'new', 'README.md': null });
    await world.github.updateBranch(BRANCH);
    describeApi(world, 'Other words');
    await proposeIn(world);
    await world.github.commit('main', { 'src/app.ts': 'newer' });
    await world.github.updateBranch(BRANCH);
    const { result } = await proposeIn(world);
    expect(result?.pullRequest).toMatchObject({ peopleCommits: [] });
    expect(await fsck(world)).toBe('');
  });

  test('given a merge in which somebody did more, then it is a work of theirs, and stays', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.commit('main', { 'src/app.ts': 'new' });
    const merge = await world.github.updateBranch(BRANCH, { 'notes.md': 'Mine' });
    mendApi(world);
    const { result } = await proposeIn(world);
    expect(result?.pullRequest).toMatchObject({ outcome: 'left-open', peopleCommits: [{ sha: merge }] });
    expect(openPull(world).body).toContain('People committed to this branch');
  });

  test('given a merge of another branch, then it is a work of theirs', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const main = await world.github.git('rev-parse', 'main');
    await world.github.commit('main', { 'src/feature.ts': 'not yet on main' });
    const merge = await world.github.updateBranch(BRANCH);
    await world.github.git('update-ref', 'refs/heads/main', main);
    const { result } = await proposeIn(world);
    expect(result?.pullRequest?.peopleCommits.map(({ sha }) => sha)).toContain(merge);
  });
});
