import { describe, expect, test } from '@jest/globals';
import {
  BRANCH,
  breakApi,
  describeApi,
  errorsOf,
  mendApi,
  openPull,
  proposeIn,
  pullStates,
  startScene,
} from './scene.ts';

describe('people and the pull request', () => {
  test('given what they wrote around the block, and a title of theirs, then both stay', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const pull = openPull(world);
    pull.body = `Please read this first.\r\n\r\n${pull.body}\r\n\r\n- [x] told the app team`;
    pull.title = 'The front page moves';
    describeApi(world, 'Other words');
    await proposeIn(world);
    expect(pull.title).toBe('The front page moves');
    expect(pull.body).toMatch(/^Please read this first\.\n\n<!--[\s\S]*-->\n\n- \[x\] told the app team$/);
    expect(pull.body).toMatch(/Private API/);
  });

  test('given one whose text somebody replaced by their reason before they closed it, then it is not proposed again', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    openPull(world).body = 'We do not want this: the front page stays.';
    world.github.closePullRequest(1);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('declined');
    expect(pullStates(world)).toEqual(['#1 closed']);
  });

  test.each([65_536, 65_360])(
    'given %i characters of theirs, then they stay, and the run ends well',
    async (length) => {
      await using world = await startScene();
      breakApi(world);
      await proposeIn(world);
      const theirs = 'x'.repeat(length);
      openPull(world).body = theirs;
      describeApi(world, 'Other words');
      const ran = await proposeIn(world);
      expect(ran.status).toBe(0);
      expect(ran.outputs['pull-request-outcome']).toBe('updated');
      expect(openPull(world).body?.startsWith(theirs)).toBe(true);
      const warnings = ran.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
      expect(warnings.join().includes('leaves no room for it')).toBe(length === 65_536);
    },
  );

  test('given that they closed it, then the same content is not proposed again, and another one is', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    world.github.closePullRequest(1);
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ changed: 'true', 'pull-request-outcome': 'declined' });
    expect(ran.summary).toContain(
      'not proposed again, since pull request &#35;1 was closed with the same content',
    );
    expect(pullStates(world)).toEqual(['#1 closed']);
    describeApi(world, 'Other words');
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('created');
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
  });

  test('given that they deleted its branch, then that refuses the content too', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.deleteBranch(BRANCH);
    expect((await proposeIn(world)).outputs['pull-request-outcome']).toBe('declined');
  });

  test('given that they delete the branch while the run commits, then it is made again', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () => world.github.deleteBranch(BRANCH));
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 closed', '#2 open']);
  });

  test('given that they merge it while the run commits, then nothing is lost and the rest is proposed', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    describeApi(world, 'Other words');
    world.github.faults.before({ graphql: 'createCommitOnBranch' }, () =>
      world.github.mergePullRequest(1, 'merge'),
    );
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 closed merged', '#2 open']);
    expect(openPull(world).body).toContain('✓ No breaking change');
  });

  test('given that they pointed it at another branch, then its branch is not deleted', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    await world.github.git('branch', 'next', 'main~0');
    openPull(world).base = 'next';
    mendApi(world);
    const ran = await proposeIn(world);
    expect(ran.status).toBe(0);
    expect(pullStates(world)).toEqual(['#1 open']);
    expect(await world.github.git('branch', '--list', BRANCH)).not.toBe('');
  });

  test('given a file of theirs where a document would go, then it is left alone', async () => {
    await using world = await startScene();
    breakApi(world);
    await proposeIn(world);
    const place = 'specs/starter-instance/starter/orders.json';
    await world.github.commit(BRANCH, { [place]: 'mine' });
    world.group('Billing').name = 'Orders';
    const ran = await proposeIn(world);
    expect(ran.status).toBe(1);
    expect(errorsOf(ran)).toMatch(/A file stands where the snapshot would write/);
    expect(await world.github.readFile(BRANCH, place)).toBe('mine');
  });
});
