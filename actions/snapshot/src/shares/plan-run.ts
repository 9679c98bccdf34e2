import { listInstances, planShares, type SpecSource } from '@xano-specs/core';
import { ActionError } from '../errors.ts';
import type { Inputs } from '../inputs.ts';
import type { Divided } from '../result.ts';
import { tellEvent, type XanoEdges } from '../xano.ts';
import { sharesDirectory } from './directory.ts';
import { writePlan } from './folder.ts';
import { filtersOf, shareSettingsOf } from './settings.ts';

/** What an output may hold, with room to spare: GitHub takes about a megabyte. */
const MAX_MATRIX_BYTES = 900_000;

/** What dividing a run needs of the world. */
export interface PlanEdges extends XanoEdges {
  readonly now: () => Date;
}

/** Lists the instances and divides them among jobs: the first step of a divided run. */
export async function planRun(source: SpecSource, inputs: Inputs, edges: PlanEdges): Promise<Divided> {
  const { env } = edges;
  const settings = shareSettingsOf(inputs);
  const instances = await listInstances(source, {
    env,
    filters: filtersOf(settings),
    warnTokenDays: inputs['warn-token-days'],
    onEvent: (event) => tellEvent(event, edges),
  });
  const plan = planShares(instances, settings, inputs.shares, runOf(edges));
  const directory = sharesDirectory(inputs['shares-directory'], env);
  await writePlan(directory, plan);
  const matrix = JSON.stringify({ share: plan.shares });
  if (Buffer.byteLength(matrix) > MAX_MATRIX_BYTES) {
    throw new ActionError(
      'MATRIX_TOO_LARGE',
      `The matrix for ${plan.shares.length} jobs and ${instances.selected.length} instances is larger than an output may be.`,
      {
        hint: 'Give fewer shares, shorter lists of names to the filters, or a workflow to each part of the account.',
      },
    );
  }
  return { count: plan.shares.length, instances: instances.selected.length, share: null, matrix, directory };
}

/** A name that no other run has, nor another attempt of this one, whose artifacts may still be there. */
function runOf({ env, now }: PlanEdges): string {
  const { GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: attempt = '' } = env;
  return [id, attempt, now().toISOString()].join(' ');
}
