import { ok } from '../http/answer.ts';
import type { Route } from '../http/router.ts';
import type { World } from '../world.ts';
import { user } from './users.ts';

/** The repository itself. */
export const REPOSITORY_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/:owner/:repo',
    needs: ['metadata=read'],
    handle: (_request, _parameters, world) =>
      ok({
        ...repositoryShape(world, world.owner),
        archived: world.settings.archived,
        disabled: false,
        visibility: world.settings.private ? 'private' : 'public',
        default_branch: world.defaultBranch,
        permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
        allow_merge_commit: true,
        allow_squash_merge: true,
        allow_rebase_merge: true,
        delete_branch_on_merge: false,
      }),
  },
];

/** A repository as other answers hold one; of the owner itself, or of a fork's. */
export function repositoryShape(world: World, owner: string) {
  const fullName = `${owner}/${world.name}`;
  return {
    id: owner === world.owner ? 1 : 2,
    node_id: owner === world.owner ? 'R_1' : 'R_2',
    name: world.name,
    full_name: fullName,
    private: world.settings.private,
    owner: user(owner, world.apiUrl, world.serverUrl),
    html_url: `${world.serverUrl}/${fullName}`,
    description: null,
    fork: owner !== world.owner,
    url: `${world.apiUrl}/repos/${fullName}`,
    default_branch: world.defaultBranch,
  };
}
