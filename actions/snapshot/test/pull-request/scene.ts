import { expect } from '@jest/globals';
import type { Pull } from '@xano-specs/fake-github';
import { type RunOptions, startWorld, type World } from '../runner/world.ts';

/** The branch that holds what is proposed. */
export const BRANCH = 'xano-specs/snapshot';

/** A world whose main holds a snapshot already. */
export async function startScene(): Promise<World> {
  const world = await startWorld();
  const ran = await world.run();
  expect(ran.status).toBe(0);
  return world;
}

/** Runs the action in a mode; pull-request unless given. */
export function proposeIn(world: World, { inputs = {}, ...more }: RunOptions = {}) {
  return world.run({ ...more, inputs: { mode: 'pull-request', ...inputs } });
}

/** Breaks the Public API: an endpoint gets another path. */
export function breakApi(world: World): void {
  endpoint(world, '/featured').path = '/front-page';
}

/** Takes the break back. */
export function mendApi(world: World): void {
  endpoint(world, '/front-page').path = '/featured';
}

/** Changes what breaks nothing: an endpoint of the Private API is described in other words. */
export function describeApi(world: World, text: string): void {
  const [first] = world.group('Private API').endpoints;
  if (first === undefined) throw new Error('The Private API has no endpoint.');
  first.summary = text;
}

function endpoint(world: World, path: string) {
  const found = world.group('Public API').endpoints.find((one) => one.path === path);
  if (found === undefined) throw new Error(`The Public API has no ${path}.`);
  return found;
}

/** The API groups of the second instance: there is one, which bills. */
export function groupsOfSecond(world: World) {
  const [branch] = world.xano.account.instances[1]?.workspaces[0]?.branches ?? [];
  if (branch === undefined) throw new Error('The second instance has no workspace with a branch.');
  return branch.groups;
}

/** The one pull request that is open. */
export function openPull(world: World): Pull {
  const open = world.github.state.pulls.filter(({ state }) => state === 'open');
  const [pull] = open;
  if (pull === undefined || open.length > 1) throw new Error(`${open.length} pull requests are open.`);
  return pull;
}

/** Every pull request as "number state", and "merged" beside it. */
export function pullStates(world: World): string[] {
  return world.github.state.pulls.map(({ number, state, mergedAt }) =>
    [`#${number}`, state, ...(mergedAt === null ? [] : ['merged'])].join(' '),
  );
}

/** That a run names these commits as people's, and no others, and that all of them are on the branch. */
export async function expectPeople(
  world: World,
  { result }: Awaited<ReturnType<World['run']>>,
  commits: readonly string[],
): Promise<void> {
  expect(result?.pullRequest?.peopleCommits.map(({ sha }) => sha)).toEqual(commits);
  for (const oid of commits) expect(await world.github.git('merge-base', oid, BRANCH)).toBe(oid);
}

/** First lines of the commits of a branch that main has not, the newest first. */
export async function subjectsAhead(world: World, branch = BRANCH): Promise<string[]> {
  const printed = await world.github.git('log', '--format=%s', `main..${branch}`);
  return printed.split('\n').filter((line) => line !== '');
}

/** What git says of every object and ref; '' when all is well. */
export async function fsck(world: World): Promise<string> {
  return world.github.git('fsck', '--strict', '--no-dangling', '--no-progress');
}

/** The error annotations of a run. */
export function errorsOf({ commands }: Awaited<ReturnType<World['run']>>): string {
  return commands
    .filter(({ name }) => name === 'error')
    .map(({ message }) => message)
    .join('\n');
}
