import type { BranchScope, ListedOutcome, ListingFailedOutcome } from '../fetch/outcome.ts';
import type { GroupPlace } from './group-key.ts';

type ListedScope = ListedOutcome['scope'];

/**
 * Whether a group is known to be gone: a list that would have to hold it, or what it
 * stands in, was read whole and does not hold it, and no list that was read says
 * otherwise. What could not be listed is not gone.
 *
 * A list that was read in one attempt and failed in another counts as not read. The live
 * branch is never gone on the word of a list of branches: a workspace always has one.
 */
export function isGone(
  place: GroupPlace,
  listed: readonly ListedScope[],
  unlisted: readonly ListingFailedOutcome[],
): boolean {
  const lists = listed.filter((scope) => concerns(scope, place));
  if (lists.some((scope) => scope.level === 'branch' && scope.groups.includes(place.group))) return false;
  const levels = ['account', 'instance', 'workspace', 'branch'] as const;
  return levels.some((level) => {
    const sameLevel = lists.filter((scope) => scope.level === level);
    if (sameLevel.length === 0 || unlisted.some((failure) => wasList(failure, level, place))) return false;
    return !sameLevel.some((scope) => holds(scope, place));
  });
}

/** Whether a list is one that a group of this place would stand in, directly or not. */
function concerns(scope: ListedScope, place: GroupPlace): boolean {
  if (scope.level === 'account') return true;
  if (scope.instance !== place.instance) return false;
  if (scope.level === 'instance') return true;
  if (scope.workspace !== place.workspace) return false;
  return scope.level === 'workspace' ? place.branch !== null : scope.branch === place.branch;
}

function holds(scope: ListedScope, place: GroupPlace): boolean {
  switch (scope.level) {
    case 'account':
      return scope.instances.includes(place.instance);
    case 'instance':
      return scope.workspaces.includes(place.workspace);
    case 'workspace':
      return scope.branches.includes(place.branch);
    case 'branch':
      return scope.groups.includes(place.group);
  }
}

/** Whether a failure may have been that of the list at this level above the place. */
function wasList({ scope }: ListingFailedOutcome, level: ListedScope['level'], place: GroupPlace): boolean {
  if (scope === null) return level === 'account';
  if (scope.instance.name !== place.instance) return false;
  if (scope.workspace === null) return level === 'instance';
  if (scope.workspace.id !== place.workspace) return false;
  return failedBelowWorkspace(scope.branch, level, place.branch);
}

/** Without a branch, a failure within a workspace is that of its branches or of the live branch's groups. */
function failedBelowWorkspace(
  failed: BranchScope,
  level: ListedScope['level'],
  branch: BranchScope,
): boolean {
  if (level === 'workspace') return failed === null;
  return level === 'branch' && failed === branch;
}
