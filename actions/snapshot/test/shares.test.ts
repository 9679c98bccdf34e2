import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { manyGroups, misbehave } from '@xano-specs/fake-xano';
import type { Ran } from './runner/runner.ts';
import { type RunOptions, startWorld, type World } from './runner/world.ts';

/** Six instances with two API groups each. */
const ACCOUNT = { instances: 6, workspaces: 1, groups: 2, documentBytes: 2000 };

/** A divided run, whose jobs have each a machine of their own. */
interface Jobs extends AsyncDisposable {
  plan(inputs?: RunOptions['inputs']): Promise<{ readonly ran: Ran; readonly shares: readonly string[] }>;
  fetch(share: string): Promise<Ran>;
  /** Publishes what the artifacts hold; `tamper` may change them first. */
  publish(tamper?: (folder: string) => Promise<void>): Promise<Ran>;
}

async function startJobs(world: World): Promise<Jobs> {
  const root = await mkdtemp(join(tmpdir(), 'jobs-'));
  const artifacts = join(root, 'artifacts');
  let machines = 0;
  const job = async (inputs: RunOptions['inputs'], upload: boolean) => {
    machines += 1;
    const folder = join(root, `machine-${machines}`);
    const ran = await world.run({ inputs: { ...inputs, 'shares-directory': folder } });
    if (upload && ran.outputs['shares-directory']) {
      expect(ran.outputs['shares-directory']).toBe(folder);
      await cp(folder, artifacts, { recursive: true });
    }
    return ran;
  };
  return {
    plan: async (inputs = {}) => {
      const ran = await job({ step: 'plan', shares: '4', ...inputs }, true);
      const { share } = JSON.parse(ran.outputs.matrix || '{"share":[]}') as { share: unknown[] };
      // GitHub's toJSON indents.
      return { ran, shares: share.map((one) => JSON.stringify(one, null, 2)) };
    },
    fetch: (share) => job({ step: 'fetch', share }, true),
    publish: async (tamper) => {
      await tamper?.(artifacts);
      return world.run({
        inputs: { step: 'publish', 'shares-directory': artifacts, 'xano-access-token': '' },
      });
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function startDivided() {
  const world = await startWorld({ xano: { account: manyGroups(ACCOUNT) } });
  return { world, treeOf: (path: string) => world.github.git('rev-parse', path) };
}

/** The tree of the snapshot as it is committed. */
const treeOf = (world: World) => world.github.git('rev-parse', 'main:specs');

describe('a run that is divided among the jobs of a matrix', () => {
  test('makes one commit, which holds what one job alone would commit', async () => {
    const { world, treeOf } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { ran: planned, shares } = await jobs.plan();
    expect(planned.outputs).toMatchObject({ shares: '4', changed: 'false' });
    expect(planned.summary).toContain('### ✓ 6 instances to fetch in 4 jobs');
    const before = (await world.github.log('main')).length;
    for (const [index, share] of shares.entries()) {
      const { status, summary } = await jobs.fetch(share);
      expect(status).toBe(0);
      expect(summary).toMatch(new RegExp(`### ✓ Share ${index + 1} of 4 · \\d instances? fetched`));
    }
    const published = await jobs.publish();
    expect(published.status).toBe(0);
    expect(published.outputs).toMatchObject({ changed: 'true', documents: '12', 'documents-added': '12' });
    expect(await world.github.log('main')).toHaveLength(before + 1);

    const alone = await world.run({ inputs: { directory: 'alone' } });
    expect(alone.outputs['documents-added']).toBe('12');
    expect(await treeOf('main:specs')).toBe(await treeOf('main:alone'));
    expect((await jobs.publish()).outputs.changed).toBe('false');
  });

  test('asks every instance once, from the job whose share it is in', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    const asked = (operation: string) =>
      world.xano.log
        .all()
        .filter((request) => request.operation === operation)
        .map(({ subject }) => JSON.stringify([subject.instance, subject.workspace, subject.group]));
    expect(asked('list-workspaces')).toEqual([]);
    for (const share of shares) await jobs.fetch(share);
    for (const [operation, count] of [
      ['list-workspaces', 6],
      ['group-document', 12],
    ] as const) {
      expect(asked(operation)).toHaveLength(count);
      expect(new Set(asked(operation)).size).toBe(count);
    }
  });

  test('given a job that failed, keeps the documents of its share and publishes the others', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await world.run();
    const paths = await world.paths();
    for (const [index, instance] of world.xano.account.instances.entries()) {
      for (const group of instance.workspaces[0]?.branches[0]?.groups ?? [])
        group.name = `Renamed ${index} ${group.id}`;
    }
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    for (const share of shares.slice(1)) await jobs.fetch(share);
    const ran = await jobs.publish();
    expect(ran.status).toBe(0);
    const kept = paths.filter((path) => path.includes('/instance-1/'));
    expect(kept).toHaveLength(2);
    expect((await world.paths()).filter((path) => path.includes('/instance-1/'))).toEqual(kept);
    expect((await world.paths()).filter((path) => path.includes('/renamed-'))).toHaveLength(10);
    const warnings = ran.commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
    expect(warnings.join('\n')).toContain(
      'The job that was to fetch share 1 of 4 left nothing that can be used.',
    );
    expect(warnings.join('\n')).toContain('Look at the log of that job, and run it again.');
    expect(ran.summary).toContain('could not be listed');
  });

  test('given hosts that the first job allows, the others ask no other one', async () => {
    await using world = await startWorld();
    await using jobs = await startJobs(world);
    const origin = world.xano.origins.find(
      ({ role, name }) => role === 'instance' && name === 'starter-instance',
    );
    const other = new URL(origin?.url ?? '').host;
    const { shares } = await jobs.plan({ 'allowed-hosts': `!${other}` });
    for (const share of shares) await jobs.fetch(share);
    const ran = await jobs.publish();
    expect(world.xano.log.all().filter(({ origin }) => new URL(origin.url).host === other)).toEqual([]);
    expect(ran.result?.unlisted.map(({ error }) => error.code)).toEqual(['HOST_NOT_ALLOWED']);
    expect(ran.result?.counts.documents).toBe(2);
  });

  test('given that all jobs run again and one fails, then what it left the first time is not published', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const first = await jobs.plan();
    for (const share of first.shares) await jobs.fetch(share);
    expect((await jobs.publish()).outputs['documents-added']).toBe('12');
    const branches = world.xano.account.instances
      .flatMap(({ workspaces }) => workspaces)
      .flatMap((one) => one.branches);
    for (const group of branches.flatMap(({ groups }) => groups)) group.name += ' two';
    const again = await jobs.plan();
    for (const share of again.shares.slice(1)) await jobs.fetch(share);
    const ran = await jobs.publish();
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('The job that was to fetch share 1 of 4 left nothing that can be used');
    const { 'documents-changed': changed, 'documents-renamed': renamed } = ran.outputs;
    expect(Number(changed) + Number(renamed)).toBe(10);
  });

  test('given a document that was cut on its way, keeps the last good one', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    for (const share of shares) await jobs.fetch(share);
    const ran = await jobs.publish(async (folder) => {
      const share = join(folder, 'share-1');
      const [document = ''] = (await readdir(share)).filter((name) => /^[0-9a-f]{64}$/.test(name));
      const text = await readFile(join(share, document), 'utf8');
      await writeFile(join(share, document), text.slice(0, -10));
    });
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ 'documents-added': '11', 'documents-failed': '1' });
    expect(ran.summary).toContain('did not come through whole from the job that fetched it');
  });

  test('given an artifact that is damaged, says of which job, and what became of its documents', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    for (const share of shares) await jobs.fetch(share);
    const ran = await jobs.publish((folder) => writeFile(join(folder, 'share-1', 'share.json'), '{'));
    expect(ran.status).toBe(0);
    expect(ran.result?.warnings).toMatchObject([
      {
        code: 'SHARE_UNUSABLE',
        message: expect.stringMatching(/^What a job left can't be used: of share-1, .*\.$/),
        hint: expect.stringContaining('The documents of its share were kept.'),
      },
    ]);
    expect(ran.summary).toContain('of share-1, ');
    expect(ran.outputs['documents-added']).toBe('10');
  });

  test('given what every job says of a failure, hands on no secret', async () => {
    const { world } = await startDivided();
    await using _world = world;
    world.xano.faults.add({
      misbehave: misbehave.serverError(),
      on: 'group-document',
      times: Number.POSITIVE_INFINITY,
    });
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    const ran = await jobs.fetch(shares[0] ?? '');
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain('No document could be read from Xano.');
    await jobs.publish(async (folder) => {
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
        expect(world.xano.secrets().filter(({ value }) => text.includes(value))).toEqual([]);
      }
    });
  });

  test('given an account without an instance that is selected, asks for no job', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { ran } = await jobs.plan({ instances: 'nothing-like-this' });
    expect(ran.outputs).toMatchObject({ shares: '0', matrix: '{"share":[]}', warnings: '1' });
    expect(ran.summary).toContain('Look at the filters for a typing error');
  });

  test('given no instance that is selected, changes nothing; given none at all, says that the account is another one', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await world.run();
    const before = await treeOf(world);
    for (const [inputs, status, code] of [
      [{ instances: 'nothing-like-this' }, 0, undefined],
      [{}, 1, 'ANOTHER_ACCOUNT'],
    ] as const) {
      await using jobs = await startJobs(world);
      if (code !== undefined) world.xano.account.instances.splice(0);
      const { shares } = await jobs.plan(inputs);
      expect(shares).toEqual([]);
      const ran = await jobs.publish();
      expect(ran.status).toBe(status);
      expect(ran.result?.error?.code).toBe(code);
      expect(await treeOf(world)).toBe(before);
    }
  });

  test.each([
    [{ step: 'publish', redact: 'true' }, 'The step "publish" does not look at: redact ("plan" takes it).'],
    [
      { step: 'fetch', format: 'yaml', 'max-removed': 'any' },
      'The step "fetch" does not look at: format ("plan" takes it); max-removed ("publish" takes it).',
    ],
    [
      { step: 'plan', changelog: 'true' },
      'The step "plan" does not look at: changelog ("publish" takes it).',
    ],
  ] as const)('given %j, says which step takes it and does nothing', async (inputs, message) => {
    await using world = await startWorld();
    const asked = world.xano.log.all().length;
    const ran = await world.run({ inputs });
    expect(ran.status).toBe(1);
    expect(ran.result?.error).toEqual({
      code: 'INPUT_INVALID',
      message,
      hint: 'Move each of them under "with:" of the step that takes it.',
    });
    expect(world.xano.log.all()).toHaveLength(asked);
  });

  test('given an instance that is gone when its share is fetched, says so, and keeps its documents', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await world.run();
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan({ shares: '3' });
    expect(world.xano.account.instances.splice(0, 1)[0]?.name).toBe('instance-1');
    const [first, ...others] = shares;
    const ran = await jobs.fetch(first ?? '');
    expect(ran.summary).toContain('Share 1 of 3 · 1 instance fetched');
    expect(ran.summary).toContain(
      'The account named it when the run was planned, and no longer when it was to be fetched.',
    );
    for (const share of others) await jobs.fetch(share);
    const published = await jobs.publish();
    expect(published.outputs).toMatchObject({ changed: 'false', warnings: '1' });
    expect((await world.run()).outputs['documents-removed']).toBe('2');
  });

  test('given what only a divided run has, and no step, says so and does nothing', async () => {
    await using world = await startWorld();
    const asked = world.xano.log.all().length;
    const ran = await world.run({ inputs: { shares: '5', 'shares-directory': 'shares' } });
    expect(ran.status).toBe(1);
    expect(ran.result?.error).toMatchObject({
      code: 'INPUT_INVALID',
      message: 'No step is given, so that nothing looks at: shares, shares-directory.',
    });
    expect(world.xano.log.all()).toHaveLength(asked);
  });

  test('given another address than the first job asked, sends no credential there', async () => {
    const { world } = await startDivided();
    await using _world = world;
    await using jobs = await startJobs(world);
    const { shares } = await jobs.plan();
    const asked = world.xano.log.all().length;
    const ran = await world.run({
      inputs: { step: 'fetch', share: shares[0] ?? '', 'master-url': 'https://xano.example' },
    });
    expect(ran.status).toBe(1);
    expect(ran.result?.error).toMatchObject({
      code: 'INPUT_INVALID',
      message: 'This job would ask https://xano.example; the step "plan" asked another address.',
    });
    expect(world.xano.log.all()).toHaveLength(asked);
  });

  test('given lists of names that make the matrix larger than an output, says what to shorten', async () => {
    await using world = await startWorld({ xano: { account: manyGroups({ ...ACCOUNT, instances: 16 }) } });
    const groups = Array.from({ length: 9_000 }, (_, index) => `group ${index}`).join(',');
    const ran = await world.run({ inputs: { step: 'plan', groups } });
    expect(ran.status).toBe(1);
    expect(ran.result?.error).toMatchObject({
      code: 'MATRIX_TOO_LARGE',
      message: 'The matrix for 16 jobs and 16 instances is larger than an output may be.',
      hint: 'Give fewer shares, shorter lists of names to the filters, or a workflow to each part of the account.',
    });
    expect(ran.outputs.matrix).toBe('');
  });

  test.each([
    {
      inputs: { step: 'fetch' },
      says: 'No share is given to fetch. Set the input share to toJSON(matrix.share)',
    },
    { inputs: { step: 'fetch', share: '{}' }, says: 'Hand on an entry of the matrix as it is' },
    {
      inputs: { step: 'publish' },
      says: 'Download the artifacts of all jobs into one folder before this step',
    },
    { inputs: { step: 'plan', shares: '257' }, says: 'shares must be from 1 to 256' },
  ] as const)('given $inputs, says what to do', async ({ inputs, says }) => {
    const { world } = await startDivided();
    await using _world = world;
    const ran = await world.run({ inputs });
    expect(ran.status).toBe(1);
    expect(
      ran.commands
        .filter(({ name }) => name === 'error')
        .map(({ message }) => message)
        .join(),
    ).toContain(says);
  });
});
