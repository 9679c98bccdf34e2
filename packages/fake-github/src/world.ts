import type { BareRepository } from './git/bare-repository.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';

/** All that a call works on. */
export interface World {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly git: BareRepository;
  readonly settings: Settings;
  readonly state: State;
}

/** The ref of a branch; a fork's branches stand in a namespace of their own in the same repository. */
export function branchRef(world: World, branch: string, owner = world.owner): string {
  return owner === world.owner ? `refs/heads/${branch}` : `refs/forks/${owner}/heads/${branch}`;
}

/** An id that no other thing has. */
export function newId(world: World): number {
  return world.state.nextId++;
}

/** The time of what happens now, as GitHub writes it. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}
