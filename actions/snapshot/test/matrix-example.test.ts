import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { manyGroups } from '@xano-specs/fake-xano';
import { load } from 'js-yaml';
import type { InputName } from '../src/inputs.ts';
import type { OutputName } from '../src/outputs.ts';
import { startWorld } from './runner/world.ts';

interface Step {
  readonly uses: string;
  readonly id?: string;
  readonly with: Readonly<Record<string, string | number | boolean>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly steps: readonly Step[];
}

/** Puts values in the place of a workflow's expressions. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ *(.+?) *\}\}/g, (_whole, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`The example asks for ${expression}.`);
    return value;
  });
}

test('given the example of a divided run, followed step by step, then one commit holds all instances', async () => {
  const account = manyGroups({ instances: 3, workspaces: 1, groups: 2, documentBytes: 2000 });
  await using world = await startWorld({ xano: { account } });
  const file = new URL('../../../examples/snapshot-matrix.yml', import.meta.url);
  const { jobs } = load(await readFile(file, 'utf8')) as { jobs: Record<'plan' | 'fetch' | 'publish', Job> };
  const root = await mkdtemp(join(tmpdir(), 'matrix-'));
  const artifacts = join(root, 'artifacts');
  try {
    /** Runs a job on a machine of its own; gives the outputs of its step that is the action. */
    const runJob = async ({ steps, permissions = {} }: Job, values: Record<string, string>) => {
      const temp = await mkdtemp(join(root, 'machine-'));
      let outputs: Readonly<Partial<Record<OutputName, string>>> = {};
      for (const step of steps) {
        const known = {
          ...values,
          'runner.temp': temp,
          'secrets.XANO_ACCESS_TOKEN': world.xano.accessToken,
          [`steps.${step.id ?? steps[0]?.id}.outputs.shares-directory`]: outputs['shares-directory'] ?? '',
        };
        const inputs = Object.fromEntries(
          Object.entries(step.with).map(([name, value]) => [name, filled(String(value), known)]),
        );
        if (step.uses.startsWith('actions/upload-artifact@')) {
          await cp(inputs.path ?? '', artifacts, { recursive: true });
        } else if (step.uses.startsWith('actions/download-artifact@')) {
          await cp(artifacts, inputs.path ?? '', { recursive: true });
        } else {
          const ran = await world.run({
            inputs: { 'xano-access-token': '', ...(inputs as Partial<Record<InputName, string>>) },
            env: { RUNNER_TEMP: temp },
            githubToken: world.github.addToken(permissions),
          });
          expect(ran.status).toBe(0);
          outputs = ran.outputs;
        }
      }
      return outputs;
    };
    const planned = await runJob(jobs.plan, {});
    const { share: shares } = JSON.parse(planned.matrix ?? '') as { share: { number: number }[] };
    expect(shares.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const share of shares) {
      await runJob(jobs.fetch, {
        'toJSON(matrix.share)': JSON.stringify(share, null, 2),
        'matrix.share.number': String(share.number),
      });
    }
    const before = (await world.github.log('main')).length;
    const published = await runJob(jobs.publish, {});
    expect(published).toMatchObject({ documents: '6', 'documents-added': '6' });
    expect(await world.github.log('main')).toHaveLength(before + 1);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
