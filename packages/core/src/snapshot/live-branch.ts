import type { ApiGroup } from '../catalog/identity.ts';
import type { ListedOutcome } from '../fetch/outcome.ts';

type Listed = readonly ListedOutcome['scope'][];

/** Which workspace is meant: a group of the catalogue, or an entry of a manifest, stands in one. */
type InWorkspace = Pick<ApiGroup, 'instance' | 'workspace'>;

/** The label of the live branch of a workspace, where its branches were listed; else null. A live one without a label has ''. */
export function liveLabel({ instance, workspace }: InWorkspace, listed: Listed): string | null {
  for (const scope of listed) {
    if (scope.level !== 'workspace' || scope.instance !== instance.name) continue;
    if (scope.workspace === workspace.id) return scope.live ?? '';
  }
  return null;
}

/** The ids of the groups in the live branch of a workspace, where their list was read; else null. */
export function liveGroups({ instance, workspace }: InWorkspace, listed: Listed): ReadonlySet<number> | null {
  const lists = listed.flatMap((scope) =>
    scope.level === 'branch' &&
    scope.branch === null &&
    scope.instance === instance.name &&
    scope.workspace === workspace.id
      ? [scope.groups]
      : [],
  );
  return lists.length === 0 ? null : new Set(lists.flat());
}
