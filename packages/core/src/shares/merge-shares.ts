import type { InstanceIdentity } from '../catalog/identity.ts';
import type { ListedOutcome, ListingFailedOutcome } from '../fetch/outcome.ts';
import type { ReducedGroup, ReducedOutcomes } from '../snapshot/reduce.ts';
import { ShareError } from './errors.ts';
import type { FetchedShare } from './fetched-share.ts';
import type { SharePlan } from './plan-shares.ts';
import type { Share } from './share.ts';

/**
 * Makes one run of what the jobs found, as if one job had fetched all of it. An instance of
 * a share that is missing counts as one whose lists failed: what the snapshot holds of it
 * stays. Which instances there are is what the plan says, since only its job asked once
 * and for all.
 * @param found the shares that were read, by their numbers; what belongs to another plan counts as missing
 */
export function mergeShares(plan: SharePlan, found: ReadonlyMap<number, FetchedShare>): ReducedOutcomes {
  const groups = new Map<string, ReducedGroup>();
  const listed: ListedOutcome['scope'][] = [];
  const unlisted: ListingFailedOutcome[] = [];
  if (plan.listed !== null) listed.push({ level: 'account', instances: plan.listed });
  for (const share of plan.shares) {
    const fetched = found.get(share.number);
    if (fetched === undefined || !isSame(fetched.share, share)) {
      unlisted.push(...share.instances.map((instance) => missing(instance, share)));
      continue;
    }
    const { outcomes } = fetched;
    for (const [key, group] of outcomes.groups) groups.set(key, group);
    listed.push(...outcomes.listed.filter(({ level }) => level !== 'account'));
    unlisted.push(...outcomes.unlisted.flatMap((failure) => withinShare(failure, share)));
  }
  return { groups, listed, unlisted };
}

/** A job that could not even list the instances knows nothing of its own. */
function withinShare(failure: ListingFailedOutcome, share: Share): ListingFailedOutcome[] {
  if (failure.scope !== null) return [failure];
  return share.instances.map((instance) => ({
    ...failure,
    scope: { instance, workspace: null, branch: null },
  }));
}

function missing(instance: InstanceIdentity, { number, of }: Share): ListingFailedOutcome {
  return {
    kind: 'listing-failed',
    scope: { instance, workspace: null, branch: null },
    error: new ShareError(
      'SHARE_MISSING',
      `The job that was to fetch share ${number} of ${of} left nothing that can be used.`,
      {
        hint: `Look at the log of that job, and run it again. What the snapshot held of ${instance.display} was kept.`,
      },
    ),
  };
}

function isSame(one: Share, other: Share): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
