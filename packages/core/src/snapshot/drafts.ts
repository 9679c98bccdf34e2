import type { ApiGroup } from '../catalog/identity.ts';
import type { ManifestEntry } from './manifest.ts';
import type { ReducedGroup } from './reduce.ts';

/** A group on its way into the plan. */
export interface Draft {
  readonly key: string;
  readonly group: ApiGroup;
  readonly before: ManifestEntry | null;
  readonly outcome: ReducedGroup | null;
}

/** The group that an entry of a manifest is about, as the catalogue would name it. */
export function groupOf({ instance, workspace, branch, group }: ManifestEntry): ApiGroup {
  return { instance, workspace, branch: { label: branch ?? '', live: branch === null }, group };
}

/**
 * Gives every group the names that the walk found. An instance and a workspace have one
 * name each, also for those of their groups that the walk heard nothing of: a renamed
 * workspace is one folder before and after.
 */
export function withCurrentNames(drafts: readonly Omit<Draft, 'group'>[]): Draft[] {
  const known = drafts.flatMap(({ before, outcome }) =>
    outcome !== null ? [outcome.group] : before !== null ? [groupOf(before)] : [],
  );
  const heard = drafts.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.group]));
  const instances = new Map<string, ApiGroup['instance']>();
  const workspaces = new Map<string, ApiGroup['workspace']>();
  const workspaceKey = ({ instance, workspace }: ApiGroup) => JSON.stringify([instance.name, workspace.id]);
  for (const group of [...known, ...heard.toReversed()]) {
    instances.set(group.instance.name, group.instance);
    workspaces.set(workspaceKey(group), group.workspace);
  }
  return drafts.flatMap((draft) => {
    const group = draft.outcome?.group ?? (draft.before === null ? null : groupOf(draft.before));
    if (group === null) return [];
    const instance = instances.get(group.instance.name) ?? group.instance;
    const workspace = workspaces.get(workspaceKey(group)) ?? group.workspace;
    return [{ ...draft, group: { ...group, instance, workspace } }];
  });
}
