import type { FakeBranch } from '@xano-specs/fake-xano';
import type { World } from './world.ts';

/** The workspace of the book shop. */
export function workspaceOf(world: World) {
  const workspace = world.xano.account.instances[0]?.workspaces[0];
  if (workspace === undefined) throw new Error('The book shop has no workspace.');
  return workspace;
}

/** Adds a branch v2 with a copy of every group of the live one: other ids, the same canonicals. */
export function addBranch(world: World): FakeBranch {
  const workspace = workspaceOf(world);
  const [live] = workspace.branches;
  if (live === undefined) throw new Error('The workspace has no live branch.');
  const v2: FakeBranch = { ...structuredClone(live), label: 'v2', live: false };
  for (const group of v2.groups) group.id += 100;
  workspace.branches.push(v2);
  return v2;
}

/** Breaks the Public API of a branch: an endpoint gets another path. */
export function breakIn(branch: FakeBranch): void {
  const endpoint = branch.groups
    .find(({ name }) => name === 'Public API')
    ?.endpoints.find(({ path }) => path === '/featured');
  if (endpoint === undefined) throw new Error(`The Public API of ${branch.label} has no /featured.`);
  endpoint.path = '/front-page';
}

/** What Xano's "Set live" does: nothing is deleted. */
export function setLive(world: World, label: string): void {
  for (const branch of workspaceOf(world).branches) branch.live = branch.label === label;
}
