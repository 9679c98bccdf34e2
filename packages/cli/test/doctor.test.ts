import { describe, expect, test } from '@jest/globals';
import { misbehave, startFakeXano } from '@xano-specs/fake-xano';
import { environmentOf, secretsIn, steady } from './support/account.ts';
import { xanoSpecs } from './support/command.ts';
import { emptyFolder, filesOf } from './support/folders.ts';

describe('doctor', () => {
  test('given an account in good health, then it says so step by step and changes nothing', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const { status, stdout, stderr } = await xanoSpecs(['doctor'], {
      cwd: folder.path,
      env: environmentOf(xano),
    });
    expect(status).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .every((line) => line.startsWith('✓')),
    ).toBe(true);
    expect(stderr).toBe('All is well: a snapshot can be taken.\n');
    expect(await filesOf(folder.path)).toEqual({});
    expect(secretsIn(xano, stdout + stderr)).toEqual([]);
  });

  test('given a token that is pinned to another workspace, then it names the instance and the mending', async () => {
    await using xano = await startFakeXano({
      accessToken: { workspace: 2, instances: ['explore-instance'] },
    });
    await using folder = await emptyFolder();
    const { status, stdout, stderr } = await xanoSpecs(['doctor'], {
      cwd: folder.path,
      env: environmentOf(xano),
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^✗ .*starter-instance/m);
    expect(stderr).toMatch(/problems? to mend/);
  });

  test('given a token of the wrong kind and --json, then each finding is a line of JSON', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    const env = { XANO_ACCESS_TOKEN: xano.developerApiKey, XANO_MASTER_URL: xano.masterUrl };
    const { status, stdout } = await xanoSpecs(['doctor', '--json'], { cwd: folder.path, env });
    const steps = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { status: string });
    expect(status).toBe(1);
    expect(steps.some((step) => step.status === 'problem')).toBe(true);
    expect(secretsIn(xano, stdout)).toEqual([]);
  });

  test('given no credential, then the first step says what to set', async () => {
    await using folder = await emptyFolder();
    const { status, stdout } = await xanoSpecs(['doctor'], { cwd: folder.path });
    expect(status).toBe(1);
    expect(steady(stdout)).toContain('XANO_ACCESS_TOKEN');
  });

  test('given a Xano that answers with pages, then it is a finding and no crash', async () => {
    await using xano = await startFakeXano();
    await using folder = await emptyFolder();
    xano.faults.add({ misbehave: misbehave.htmlPage(), on: 'list-instances', times: 99 });
    const { status, stdout } = await xanoSpecs(['doctor'], { cwd: folder.path, env: environmentOf(xano) });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^✗ /m);
  });
});
