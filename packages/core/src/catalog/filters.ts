import type { ApiGroup, BranchIdentity, InstanceIdentity, WorkspaceIdentity } from './identity.ts';
import { nameMatcher } from './name-pattern.ts';

/**
 * Which part of an account a run is about, by name or glob (`*` is any text, `?` one
 * character; upper and lower case are alike). A pattern that begins with `!` leaves out
 * what it matches. A list that is absent or empty selects everything.
 */
export interface FilterPatterns {
  /** Against an instance's name and display name. */
  readonly instances?: readonly string[];
  /** Against a workspace's name and id. */
  readonly workspaces?: readonly string[];
  /** Against a branch's label. The live branch is also called `live`. */
  readonly branches?: readonly string[];
  /** Against a group's name, id and canonical. */
  readonly groups?: readonly string[];
}

/** Filters, ready to be asked. */
export interface Filters {
  readonly selectsInstance: (instance: InstanceIdentity) => boolean;
  readonly selectsWorkspace: (workspace: WorkspaceIdentity) => boolean;
  readonly selectsBranch: (branch: BranchIdentity) => boolean;
  /** Whether all four select: for the walk, and for the plan of a snapshot (`selects`). */
  readonly selects: (group: ApiGroup) => boolean;
}

/** The name by which a filter can always ask for the live branch, whatever its label. */
export const LIVE_BRANCH_NAME = 'live';

/** Makes filters of patterns. Without patterns they select everything. */
export function compileFilters(patterns: FilterPatterns = {}): Filters {
  const instances = nameMatcher(patterns.instances);
  const workspaces = nameMatcher(patterns.workspaces);
  const branches = nameMatcher(patterns.branches);
  const groups = nameMatcher(patterns.groups);
  const selectsInstance = ({ name, display }: InstanceIdentity) => instances([name, display]);
  const selectsWorkspace = ({ id, name }: WorkspaceIdentity) => workspaces([name, String(id)]);
  const selectsBranch = ({ label, live }: BranchIdentity) =>
    branches(live ? [label, LIVE_BRANCH_NAME] : [label]);
  return {
    selectsInstance,
    selectsWorkspace,
    selectsBranch,
    selects: ({ instance, workspace, branch, group }) =>
      selectsInstance(instance) &&
      selectsWorkspace(workspace) &&
      selectsBranch(branch) &&
      groups([group.name, String(group.id), ...(group.canonical === null ? [] : [group.canonical])]),
  };
}
