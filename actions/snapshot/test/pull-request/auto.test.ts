import { describe, expect, test } from '@jest/globals';
import { MANIFEST, PRIVATE_API } from '../runner/world.ts';
import { BRANCH, breakApi, describeApi, mendApi, proposeIn, startScene } from './scene.ts';

describe('a run that decides by itself', () => {
  const auto = { inputs: { mode: 'auto' } };

  test('given what breaks nothing, then it is committed, and no pull request is made', async () => {
    await using world = await startScene();
    describeApi(world, 'Other words');
    const ran = await proposeIn(world, auto);
    expect(ran.result).toMatchObject({ outcome: 'committed', pullRequest: null });
    expect(await world.changesOf('main')).toEqual([`M ${PRIVATE_API}`, `M ${MANIFEST}`]);
    expect(world.github.state.pulls).toEqual([]);
  });

  test('given what breaks, then it is proposed; and what is safe waits with it until that is decided', async () => {
    await using world = await startScene();
    breakApi(world);
    expect((await proposeIn(world, auto)).outputs['pull-request-outcome']).toBe('created');
    const main = await world.github.git('rev-parse', 'main');
    describeApi(world, 'Other words');
    expect((await proposeIn(world, auto)).outputs['pull-request-outcome']).toBe('updated');
    expect(await world.github.git('rev-parse', 'main')).toBe(main);
    expect(await world.github.readFile(BRANCH, PRIVATE_API)).toContain('Other words');
  });

  test('given that the break is taken back, then the rest is committed, and the pull request is closed', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    await proposeIn(world, auto);
    mendApi(world);
    const ran = await proposeIn(world, auto);
    expect(ran.result).toMatchObject({ outcome: 'committed', pullRequest: { outcome: 'closed', number: 1 } });
    expect(ran.summary).toContain('committed to main · pull request &#35;1 closed');
    expect(await world.github.readFile('main', PRIVATE_API)).toContain('Other words');
    expect(await world.github.git('branch', '--list', BRANCH)).toBe('');
  });

  test('given that GitHub lets the pull request not be closed, then the commit stands, and a warning says what is left', async () => {
    await using world = await startScene();
    breakApi(world);
    describeApi(world, 'Other words');
    await proposeIn(world, auto);
    mendApi(world);
    const refused = {
      kind: 'status',
      status: 403,
      message: 'Resource not accessible by integration',
    } as const;
    world.github.faults.next({ method: 'PATCH', path: /\/pulls\/1$/ }, refused);
    const ran = await proposeIn(world, auto);
    expect(ran.result).toMatchObject({ outcome: 'committed', pullRequest: null });
    expect(ran.result?.warnings).toEqual([
      {
        code: 'PULL_REQUEST_LEFT',
        message:
          'The snapshot was committed, and the pull request from xano-specs/snapshot could not be looked after.',
        hint: expect.stringMatching(
          /The token lacks a permission.*write contents: write and pull-requests: write.*The next run tries again; or close it by hand\.$/,
        ),
      },
    ]);
    expect(ran.summary).toContain('could not be looked after');
    expect(ran.outputs.warnings).toBe('1');
    expect((await proposeIn(world, auto)).outputs['pull-request-outcome']).toBe('closed');
  });

  test('given an API group that is gone, then that breaks, and is proposed', async () => {
    await using world = await startScene();
    world.xano.account.instances[1]?.workspaces.splice(0);
    const ran = await proposeIn(world, auto);
    expect(ran.outputs).toMatchObject({ 'documents-removed': '1', 'pull-request-outcome': 'created' });
  });
});
