import * as z from 'zod';
import type { InstanceIdentity } from '../catalog/identity.ts';
import type { ListedInstances } from '../fetch/list-instances.ts';
import { byCodeUnit } from '../snapshot/group-key.ts';
import { ShareError } from './errors.ts';
import { readJson } from './read-json.ts';
import { SHARE_VERSION, type Share, type ShareSettings, shareSchema } from './share.ts';

const planSchema = z.strictObject({
  formatVersion: z.literal(SHARE_VERSION),
  /** All instances of the account, also those that are not selected; null when it can't say. */
  listed: z.array(z.string()).nullable(),
  settings: shareSchema.shape.settings,
  shares: z.array(shareSchema),
});

/** How a run is divided among jobs. */
export type SharePlan = Readonly<z.infer<typeof planSchema>>;

/**
 * Divides the instances among at most so many jobs, each with about as many. The same
 * instances are always divided in the same way.
 * @param run tells this run from any other
 */
export function planShares(
  { selected, names }: ListedInstances,
  settings: ShareSettings,
  atMost: number,
  run: string,
): SharePlan {
  const instances = [...new Map(selected.map((one) => [one.name, one])).values()].toSorted((a, b) =>
    byCodeUnit(a.name, b.name),
  );
  const of = Math.min(atMost, instances.length);
  const share = (index: number): Share => ({
    formatVersion: SHARE_VERSION,
    run,
    number: index + 1,
    of,
    instances: part(instances, index, of),
    settings,
  });
  return {
    formatVersion: SHARE_VERSION,
    listed: names === null ? null : [...names],
    settings,
    shares: Array.from({ length: of }, (_, index) => share(index)),
  };
}

function part(instances: readonly InstanceIdentity[], index: number, of: number): InstanceIdentity[] {
  const from = (at: number) => Math.floor((at * instances.length) / of);
  return instances.slice(from(index), from(index + 1));
}

/** The text of a plan. */
export function sharePlanText(plan: SharePlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** @throws ShareError SHARE_PLAN_UNREADABLE */
export function parseSharePlan(text: string): SharePlan {
  const { value, problem } = readJson(planSchema, text);
  if (value !== null) return value;
  throw new ShareError('SHARE_PLAN_UNREADABLE', `The plan of the run can't be read: ${problem}.`, {
    hint: 'All jobs have to use the same version of the action, and the last one the artifact of the first.',
  });
}

/**
 * The share that a job is to fetch, from the text of an entry of the matrix.
 * @throws ShareError SHARE_UNREADABLE
 */
export function parseShare(text: string): Share {
  const { value, problem } = readJson(shareSchema, text);
  if (value !== null && value.number <= value.of) return value;
  const what = problem ?? 'its number is larger than the number of shares';
  throw new ShareError('SHARE_UNREADABLE', `The share that this job is to fetch can't be read: ${what}.`, {
    hint: 'Hand on an entry of the matrix as it is, with toJSON(matrix.share).',
  });
}
