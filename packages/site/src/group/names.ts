import type { ManifestEntry } from '@xano-specs/core';
import { cut } from '@xano-specs/report';
import { NAME_LENGTH } from '../limits.ts';

/** What an API group is called, and where it stands. */
export interface GroupNames {
  readonly instance: string;
  readonly workspace: string;
  /** Null for the live branch. */
  readonly branch: string | null;
  readonly group: string;
}

/** The names of a manifest's entry, as pages show them. */
export function namesOf({ instance, workspace, branch, group }: ManifestEntry): GroupNames {
  const shown = (name: string) => cut(name, NAME_LENGTH) || '(no name)';
  return {
    instance: shown(instance.display || instance.name),
    workspace: shown(workspace.name),
    branch: branch === null ? null : shown(branch),
    group: shown(group.name),
  };
}

/** "Book Marketplace / v2 / Public API": the instance is said where there are several. */
export function fullName({ instance, workspace, branch, group }: GroupNames, withInstance: boolean): string {
  return [withInstance ? instance : null, workspace, branch, group]
    .filter((part) => part !== null)
    .join(' / ');
}

/** Where a group's pages lie: its document's path, which is made of slugs, without the ending that nearly all have. */
export function folderOf({ path }: ManifestEntry): string {
  return `apis/${path.replace(/\.json$/, '')}`;
}
