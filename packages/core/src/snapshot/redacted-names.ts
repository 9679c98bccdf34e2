import { type ApiGroup, named } from '../catalog/identity.ts';
import type { ListingFailedOutcome } from '../fetch/outcome.ts';
import type { Secrets } from '../http/secrets.ts';
import type { ReducedOutcomes } from './reduce.ts';

/**
 * The same outcomes without any secret in the names that people give. They were searched when they were read,
 * and tokens of documents become known after that: the names end up in the manifest, in paths and in commits.
 */
export function withRedactedNames(outcomes: ReducedOutcomes, secrets: Secrets): ReducedOutcomes {
  const { groups, unlisted } = outcomes;
  return {
    ...outcomes,
    groups: new Map(
      groups.entries().map(([key, one]) => [key, { ...one, group: inGroup(one.group, secrets) }]),
    ),
    unlisted: unlisted.map((failure) => ({ ...failure, scope: inScope(failure.scope, secrets) })),
  };
}

/** What a group is known by stays: it is the same group before and after. */
function inGroup({ instance, workspace, branch, group }: ApiGroup, secrets: Secrets): ApiGroup {
  return {
    instance: { ...instance, display: secrets.redact(instance.display) },
    workspace: named(workspace, secrets),
    branch,
    group: named(group, secrets),
  };
}

function inScope(scope: ListingFailedOutcome['scope'], secrets: Secrets): ListingFailedOutcome['scope'] {
  if (scope === null) return null;
  const { instance, workspace, branch } = scope;
  return {
    instance: { ...instance, display: secrets.redact(instance.display) },
    workspace: workspace === null ? null : named(workspace, secrets),
    branch,
  };
}
