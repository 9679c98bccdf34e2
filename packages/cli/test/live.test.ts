import { describe, expect, test } from '@jest/globals';
import { type FakeXano, misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, groupOf, priceOf, secretsIn } from './support/account.ts';
import { type Ran, xanoSpecs } from './support/command.ts';
import { commitAll, emptyFolder, filesOf, write } from './support/folders.ts';

/** A fake Xano, and a folder with a snapshot of it. */
async function snapshotOf(xano: FakeXano) {
  const folder = await emptyFolder();
  const run = (...args: string[]): Promise<Ran> =>
    xanoSpecs(args, { cwd: folder.path, env: environmentOf(xano) });
  expect((await run('snapshot')).status).toBe(0);
  return { ...folder, run };
}

describe('Xano as it is now beside a snapshot', () => {
  test('given a click that breaks, then diff and check say the same of it, and write nothing', async () => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    const files = await filesOf(folder.path);
    priceOf(xano).type = 'text';
    const compared = await folder.run('diff', 'specs', 'live');
    const checked = await folder.run('check');
    expect(compared.status).toBe(1);
    expect(compared.stdout).toMatch(/price.* became text in a response that \d+ operations share/);
    expect(checked).toEqual(compared);
    expect(await filesOf(folder.path)).toEqual(files);
    expect(secretsIn(xano, compared.stdout + compared.stderr)).toEqual([]);
    expect(xano.log.strays()).toEqual([]);
  });

  test('given nothing new, then there is no change; given a revision, then it is that one', async () => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    commitAll(folder.path);
    expect(await folder.run('check')).toMatchObject({ status: 0, stderr: 'No change (3 documents)\n' });
    priceOf(xano).type = 'text';
    await folder.run('snapshot');
    expect((await folder.run('check')).status).toBe(0);
    expect((await folder.run('check', 'HEAD:specs')).status).toBe(1);
  });

  test('given a group that was renamed, one that is gone and filters, then each is what it is', async () => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    groupOf(xano, 'Public API').name = 'Storefront';
    expect(await folder.run('check')).toMatchObject({ status: 0 });
    priceOf(xano).type = 'text';
    expect((await folder.run('check', '--group', 'Billing')).status).toBe(0);
    expect((await folder.run('check', '--group', 'Storefront', '--fail-on', 'none')).status).toBe(0);
    for (const { workspaces } of xano.account.instances) {
      for (const { branches } of workspaces) for (const branch of branches) branch.groups.splice(1);
    }
    const { status, stdout } = await folder.run('check', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).documents.map((one: { status: string }) => one.status)).toContain('removed');
  });

  test('given a document that can not be had, then it is told and never taken for unchanged', async () => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    xano.faults.add({
      misbehave: misbehave.notOpenApi(),
      group: 'Public API',
      times: Number.POSITIVE_INFINITY,
    });
    const { status, stderr } = await folder.run('check');
    expect(status).toBe(1);
    expect(stderr).toMatch(/✗ Book Marketplace \/ Public API was not compared: /);
  });

  test.each<[string[], RegExp]>([
    [['diff', 'live', 'specs'], /can only be the second side.*\n.*second, as in: specs live/],
    [['diff', 'other', 'live'], /other is no snapshot.*manifest\.json.*\n.*xano-specs snapshot/],
    [['diff', 'specs/manifest.json', 'live'], /is no snapshot/],
    [['check', '--group', 'Pubic*'], /no API group that this credential can see and the filters select/],
    [['check', 'nowhere'], /nowhere can't be compared/],
  ])('given %j, then no report is made, and standard error says what to do', async (args, why) => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    await write(folder.path, { 'other/a.json': '{}' });
    const { status, stdout, stderr } = await folder.run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(why);
  });

  test('given no credential, or one that Xano refuses, then no report is made', async () => {
    await using xano = await startFakeXano();
    await using folder = await snapshotOf(xano);
    const env = environmentOf(xano);
    const none = await xanoSpecs(['check'], { cwd: folder.path });
    expect({ status: none.status, stderr: none.stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('XANO_ACCESS_TOKEN'),
    });
    const wrong = await xanoSpecs(['check'], {
      cwd: folder.path,
      env: { ...env, XANO_ACCESS_TOKEN: 'nobody' },
    });
    expect({ status: wrong.status, stdout: wrong.stdout }).toEqual({ status: 2, stdout: '' });
  });
});
