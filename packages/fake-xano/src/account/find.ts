import { groupAddress, groupDomain } from '../document/document.ts';
import type { Subject } from '../http/request.ts';
import type { FakeAccount, FakeApiGroup, FakeBranch, FakeInstance, FakeWorkspace } from './model.ts';

/** A branch with everything that it stands in. */
export interface PlacedBranch {
  readonly instance: FakeInstance;
  readonly workspace: FakeWorkspace;
  readonly branch: FakeBranch;
}

/** A group with everything that it stands in. */
export interface PlacedGroup extends PlacedBranch {
  readonly group: FakeApiGroup;
}

/** Gives every branch of an account. */
export function branchesOf(account: FakeAccount): PlacedBranch[] {
  return account.instances.flatMap((instance) =>
    instance.workspaces.flatMap((workspace) =>
      workspace.branches.map((branch) => ({ instance, workspace, branch })),
    ),
  );
}

/** Gives every group of every branch of an account. */
export function groupsOf(account: FakeAccount): PlacedGroup[] {
  return branchesOf(account).flatMap((place) => place.branch.groups.map((group) => ({ ...place, group })));
}

/** Gives the branch that a workspace serves. Throws when none is live. */
export function liveBranchOf(workspace: FakeWorkspace): FakeBranch {
  const live = workspace.branches.find((branch) => branch.live);
  if (live === undefined) throw new Error(`No branch of the workspace "${workspace.name}" is live.`);
  return live;
}

/** Gives the group whose document stands at `apispec:<address>` of a host, or null. */
export function groupAt(account: FakeAccount, domain: string, address: string): PlacedGroup | null {
  return (
    groupsOf(account).find(
      ({ instance, branch, group }) =>
        (groupDomain(instance, group) === domain || (group.domain === null && instance.domain === domain)) &&
        (groupAddress(branch, group) === address || `${group.canonical}:${branch.label}` === address),
    ) ?? null
  );
}

/** Gives the names of a place, as rules of misbehaviour and the log use them. */
export function subjectOf(place: Partial<PlacedGroup>): Subject {
  return {
    instance: place.instance?.name ?? null,
    workspace: place.workspace?.name ?? null,
    branch: place.branch?.label ?? null,
    group: place.group?.name ?? null,
  };
}
