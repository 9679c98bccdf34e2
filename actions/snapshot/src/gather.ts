import {
  type Filters,
  mergeShares,
  type ReducedOutcomes,
  type SpecSource,
  type Staging,
} from '@xano-specs/core';
import type { Inputs } from './inputs.ts';
import { sharesDirectory } from './shares/directory.ts';
import { readPlan, readShares } from './shares/folder.ts';
import { filtersOf, shareSettingsOf } from './shares/settings.ts';
import { withTemporaryStaging } from './temporary-staging.ts';
import { readAccount, type XanoEdges } from './xano.ts';

/** What there is to publish. */
export interface Gathered {
  readonly outcomes: ReducedOutcomes;
  readonly staging: Staging;
  /** Which groups the run is about: one that it is not about is never removed. */
  readonly selects: Filters['selects'];
}

/** Reads the account, and gives what came of it as long as `use` takes. */
export function gatherFromXano<T>(
  source: SpecSource,
  inputs: Inputs,
  edges: XanoEdges,
  use: (gathered: Gathered) => Promise<T>,
): Promise<T> {
  const settings = shareSettingsOf(inputs);
  const filters = filtersOf(settings);
  return withTemporaryStaging(edges.env.RUNNER_TEMP, async (staging) => {
    const outcomes = await edges.log.group('Reading the API groups from Xano', () =>
      readAccount(source, { ...settings, filters, warnTokenDays: inputs['warn-token-days'] }, staging, edges),
    );
    return use({ outcomes, staging, selects: filters.selects });
  });
}

/**
 * Reads what the jobs of a divided run left behind.
 * @throws ShareError SHARE_PLAN_UNREADABLE when the first job left no plan
 */
export async function gatherFromShares(inputs: Inputs, { env, log, warn }: XanoEdges): Promise<Gathered> {
  const folder = sharesDirectory(inputs['shares-directory'], env);
  const plan = await readPlan(folder);
  const { shares, staging, problems } = await readShares(folder);
  for (const problem of problems) {
    warn({
      code: 'SHARE_UNUSABLE',
      message: `What a job left can't be used: ${problem}.`,
      hint: 'Look at how its artifact is uploaded and downloaded, and run that job again. The documents of its share were kept.',
    });
  }
  log.line(`read        ${shares.size} of ${plan.shares.length} shares`);
  return { outcomes: mergeShares(plan, shares), staging, selects: filtersOf(plan.settings).selects };
}
