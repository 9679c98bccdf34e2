import type { ManifestEntry } from '@xano-specs/core';

type Named = Pick<ManifestEntry, 'instance' | 'workspace' | 'branch' | 'group'>;

/** What people call an API group: "Book Marketplace / Public API". */
export function groupName({ instance, workspace, branch, group }: Named, withInstance: boolean): string {
  return [
    ...(withInstance ? [instance.display || instance.name] : []),
    workspace.name,
    ...(branch === null ? [] : [branch]),
    group.name,
  ].join(' / ');
}

/** Whether groups stand in several instances, so that a name must say in which one. */
export function spansInstances(entries: readonly Pick<ManifestEntry, 'instance'>[]): boolean {
  return new Set(entries.map(({ instance }) => instance.name)).size > 1;
}
