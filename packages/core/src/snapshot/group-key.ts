import type { ApiGroup, BranchIdentity } from '../catalog/identity.ts';
import type { BranchScope } from '../fetch/outcome.ts';

/** Where an API group stands, by what survives a rename. */
export interface GroupPlace {
  readonly instance: string;
  readonly workspace: number;
  readonly branch: BranchScope;
  readonly group: number;
}

/** The branch as a manifest knows it: the live one is null. */
export function branchScope(branch: BranchIdentity): BranchScope {
  return branch.live ? null : branch.label;
}

/** Where an API group of the catalogue stands. */
export function placeOf({ instance, workspace, branch, group }: ApiGroup): GroupPlace {
  return {
    instance: instance.name,
    workspace: workspace.id,
    branch: branchScope(branch),
    group: group.id,
  };
}

/** A key that two places share only when they are the same, for maps and for sorting. */
export function placeKey(place: GroupPlace): string {
  return JSON.stringify([place.instance, place.workspace, place.branch, place.group]);
}

/** Compares by code unit: the same order on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
