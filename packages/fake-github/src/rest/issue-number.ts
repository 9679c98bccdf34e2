import { notFound } from '../http/answer.ts';
import type { World } from '../world.ts';

/** The number of an issue or pull request that exists; 404 for any other. */
export function issueNumber(world: World, number: string | undefined): number {
  const value = Number(number);
  const exists = world.state.issues.has(value) || world.state.pulls.some((pull) => pull.number === value);
  if (!exists) throw notFound();
  return value;
}
