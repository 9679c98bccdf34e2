import type { Commit } from '../git/commit.ts';
import type { World } from '../world.ts';
import { typedError } from './execute.ts';

/** The repository with its branches, resolved as far as a query asks. */
export async function repository({ owner, name }: { owner: string; name: string }, world: World) {
  if (owner !== world.owner || name !== world.name) {
    throw typedError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return {
    id: 'R_1',
    name: world.name,
    nameWithOwner: `${world.owner}/${world.name}`,
    isArchived: world.settings.archived,
    isPrivate: world.settings.private,
    viewerPermission: 'WRITE',
    isEmpty: () => world.git.isEmpty(),
    defaultBranchRef: () => refShape(world, `refs/heads/${world.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refShape(world, qualifiedName.startsWith('refs/') ? qualifiedName : `refs/heads/${qualifiedName}`),
  };
}

/** A ref with its commit; null when there is none of that name. */
export async function refShape(world: World, ref: string) {
  const sha = await world.git.resolve(ref);
  if (sha === null) return null;
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.+)$/.exec(ref) ?? [];
  return {
    id: `REF_${ref}`,
    name,
    prefix,
    target: async () => commitShape(world, await world.git.commit(sha)),
  };
}

/** A commit as GraphQL gives it. */
export function commitShape(world: World, commit: Commit) {
  return {
    __typename: 'Commit',
    id: `C_${commit.sha}`,
    oid: commit.sha,
    url: `${world.serverUrl}/${world.owner}/${world.name}/commit/${commit.sha}`,
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0] ?? '',
    committedDate: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    signature: world.state.verified.has(commit.sha)
      ? { isValid: true, state: 'VALID', wasSignedByGitHub: true }
      : null,
  };
}
