import type { ListingFailedOutcome } from '../fetch/outcome.ts';
import type { ReducedOutcomes } from '../snapshot/reduce.ts';
import { ShareError } from './errors.ts';
import type { Share } from './share.ts';

/**
 * The outcomes of a share, with one for each of its instances that the account no longer named when the
 * job asked: the plan named it a moment ago, so that its end is for the next run to find.
 */
export function withUnlisted(share: Share, outcomes: ReducedOutcomes): ReducedOutcomes {
  const { groups, listed, unlisted } = outcomes;
  // Where the list of instances itself failed, that is told already.
  if (unlisted.some(({ scope }) => scope === null)) return outcomes;
  const known = new Set([
    ...[...groups.values()].map(({ group }) => group.instance.name),
    ...listed.flatMap((scope) => (scope.level === 'account' ? [] : [scope.instance])),
    ...unlisted.flatMap(({ scope }) => (scope === null ? [] : [scope.instance.name])),
  ]);
  const gone = share.instances.filter(({ name }) => !known.has(name));
  return {
    ...outcomes,
    unlisted: [
      ...unlisted,
      ...gone.map(
        (instance): ListingFailedOutcome => ({
          kind: 'listing-failed',
          scope: { instance, workspace: null, branch: null },
          error: new ShareError(
            'SHARE_INSTANCE_UNLISTED',
            'The account named it when the run was planned, and no longer when it was to be fetched.',
            { hint: 'If it was deleted in Xano, the next run takes its documents away.' },
          ),
        }),
      ),
    ],
  };
}
