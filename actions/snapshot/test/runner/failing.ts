import { misbehave } from '@xano-specs/fake-xano';
import type { World } from './world.ts';

/** Which requests are meant. */
export type Which = Omit<Parameters<World['xano']['faults']['add']>[0], 'misbehave' | 'on' | 'times'>;

/** Lets documents fail from now on. */
export function failDocuments(world: World, which: Which): void {
  const times = Number.POSITIVE_INFINITY;
  world.xano.faults.add({ misbehave: misbehave.badGateway(), on: 'group-document', ...which, times });
}

/** Lets lists of API groups fail from now on. */
export function failLists(world: World, which: Which): void {
  const times = Number.POSITIVE_INFINITY;
  const lists = { misbehave: misbehave.wrongShape(() => 'trouble'), on: 'list-groups' } as const;
  world.xano.faults.add({ ...lists, ...which, times });
}

/** The lists and documents of a branch, by its label. */
export const ofBranch = (label: string): Which => ({
  when: ({ url }) => url.searchParams.get('branch') === label,
});
