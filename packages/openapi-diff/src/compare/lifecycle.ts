import type { Site } from '../contract/site.ts';
import type { CompareContext } from './context.ts';
import { deprecationArgs, stabilityOf, stabilityRank, sunsetOf } from './deprecation.ts';
import type { Place } from './finding.ts';

/** The ids under which an object's deprecation is told. */
export interface LifecycleIds {
  readonly deprecated: string;
  readonly reactivated: string;
  readonly sunsetDeleted: string;
  readonly sunsetChanged: string;
}

/** The deprecation of operations. */
export const OPERATION_LIFECYCLE: LifecycleIds = {
  deprecated: 'endpoint-deprecated',
  reactivated: 'endpoint-reactivated',
  sunsetDeleted: 'sunset-deleted',
  sunsetChanged: 'api-sunset-changed',
};

/** The deprecation of parameters. */
export const PARAMETER_LIFECYCLE: LifecycleIds = {
  deprecated: 'request-parameter-deprecated',
  reactivated: 'request-parameter-reactivated',
  sunsetDeleted: 'request-parameter-sunset-deleted',
  sunsetChanged: 'request-parameter-sunset-changed',
};

/** Deprecation and sunset of an object that stands on both sides; the facts alone, no clock. */
export function compareLifecycle(
  context: CompareContext,
  ids: LifecycleIds,
  place: Place,
  base: Site,
  head: Site,
  args: Readonly<Record<string, string>> = {},
): void {
  const before = deprecationArgs(base.raw);
  const after = deprecationArgs(head.raw);
  const emit = (id: string, facts: Readonly<Record<string, string>>): void =>
    context.emit({
      id,
      ruling: 'safe',
      place,
      base,
      head,
      args: { ...args, ...facts },
      cause: [JSON.stringify(args), JSON.stringify(facts)],
    });
  if (before.deprecated !== after.deprecated) {
    if (after.deprecated === 'yes') emit(ids.deprecated, { ...after });
    else emit(ids.reactivated, {});
    return;
  }
  const sunsetBefore = sunsetOf(base.raw);
  if (after.deprecated !== 'yes' || sunsetBefore === (after.sunset ?? null)) return;
  if (after.sunset === undefined) emit(ids.sunsetDeleted, { sunsetBefore: sunsetBefore ?? '' });
  else emit(ids.sunsetChanged, { ...after, ...(sunsetBefore === null ? {} : { sunsetBefore }) });
}

/** The stability level of an operation. */
export function compareStability(context: CompareContext, place: Place, base: Site, head: Site): void {
  const from = stabilityOf(base.raw);
  const to = stabilityOf(head.raw);
  if (from === to) return;
  const rankBefore = stabilityRank(from);
  const rankAfter = stabilityRank(to);
  const args = { from: from ?? 'stable', to: to ?? 'stable' };
  const emit = (id: string): void =>
    context.emit({ id, ruling: 'safe', place, base, head, args, cause: [JSON.stringify(args)] });
  if (rankAfter === null) emit('api-invalid-stability-level');
  else if (rankBefore === null || rankBefore === rankAfter) return;
  else emit(rankAfter < rankBefore ? 'api-stability-decreased' : 'api-stability-increased');
}
