import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RanStep, runAction as run } from '@xano-specs/fake-github';
import type { InputName } from '../../src/inputs.ts';
import type { OutputName } from '../../src/outputs.ts';
import { type Result, resultSchema } from '../../src/result.ts';

const ACTION = fileURLToPath(new URL('../..', import.meta.url));

/** What a workflow says of a step, and where it runs. */
export interface Step {
  readonly inputs: Partial<Record<InputName, string>>;
  /** The token of the job. */
  readonly githubToken: string;
  /** GITHUB_* and whatever else the runner sets; overrules what the runner sets here. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a step left behind. */
export interface Ran extends RanStep {
  readonly outputs: Readonly<Partial<Record<OutputName, string>>>;
  /** What the result file holds, as its documented format; null when there is none. */
  readonly result: Result | null;
}

/** Runs the action's bundle as GitHub's runner does, on a schedule. */
export function runAction(step: Step): Promise<Ran> {
  const event = { name: 'schedule', payload: { schedule: '23 * * * *' } };
  return run({ ...step, action: ACTION, event }, async (ran) => {
    const resultFile = ran.outputs['result-file'];
    const result = resultFile ? resultSchema.parse(JSON.parse(await readFile(resultFile, 'utf8'))) : null;
    return { ...ran, result };
  });
}
