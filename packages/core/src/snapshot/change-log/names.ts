import type { ApiGroup } from '../../catalog/identity.ts';

/** The names that a group stands under, from the outside in, as they come from Xano. */
export function groupNames(
  { instance, workspace, branch, group }: ApiGroup,
  withInstance: boolean,
): string[] {
  return [
    ...(withInstance ? [instance.display || instance.name] : []),
    workspace.name,
    ...(branch.live ? [] : [branch.label]),
    group.name,
  ].map((name) => name.trim() || '(no name)');
}

/** Whether the groups stand in several instances, so that a name must say in which one. */
export function spansInstances(groups: readonly { readonly instance: { readonly name: string } }[]): boolean {
  return new Set(groups.map(({ instance }) => instance.name)).size > 1;
}
