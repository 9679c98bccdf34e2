import { closeWithoutBranch } from '../pulls.ts';
import { ruleMessage, ruleOf } from '../settings.ts';
import { allows, notAccessible, type Token } from '../tokens.ts';
import type { World } from '../world.ts';
import { typedError } from './execute.ts';

/** The mutation's arguments, which the schema has checked. */
interface Arguments {
  readonly input: {
    readonly clientMutationId?: string;
    readonly repositoryId: string;
    readonly refUpdates: readonly {
      readonly name: string;
      readonly beforeOid?: string;
      readonly afterOid: string;
      readonly force?: boolean;
    }[];
  };
}

const NOTHING = '0'.repeat(40);

/** Moves, makes and deletes refs, all of them or none, each if it stands where the caller expects it. */
export async function updateRefs(args: unknown, world: World, caller: Token) {
  const { input } = args as Arguments;
  if (!allows(caller, ['contents=write'])) throw typedError('FORBIDDEN', notAccessible(caller));
  if (world.settings.archived) throw typedError('FORBIDDEN', 'Repository was archived so is read-only.');
  if (input.repositoryId !== 'R_1') {
    throw typedError(
      'NOT_FOUND',
      `Could not resolve to a node with the global id of '${input.repositoryId}'.`,
    );
  }
  const commands: string[] = [];
  for (const { name, beforeOid, afterOid, force = false } of input.refUpdates) {
    const branch = name.replace(/^refs\/heads\//, '');
    const rule = ruleOf(world.settings, branch);
    if (rule !== null) throw typedError('UNPROCESSABLE', ruleMessage(rule, branch));
    const now = await world.git.resolve(name);
    const forward =
      now === null || afterOid === NOTHING || (await world.git.mergeBase(now, afterOid)) === now;
    if (!forward && !force) throw refused(name);
    // Without an old value, git would not look where the ref stands.
    commands.push(`update ${name} ${afterOid}${beforeOid === undefined ? '' : ` ${beforeOid}`}\n`);
  }
  const stdin = [Buffer.from(`start\n${commands.join('')}commit\n`)];
  await world.git.run(['update-ref', '--stdin'], stdin).catch(() => {
    throw refused(input.refUpdates[0]?.name ?? '');
  });
  for (const { name, afterOid } of input.refUpdates) {
    if (afterOid === NOTHING) closeWithoutBranch(world, name.replace(/^refs\/heads\//, ''), caller.login);
  }
  return { clientMutationId: input.clientMutationId ?? null };
}

function refused(name: string): Error {
  return typedError('UNPROCESSABLE', `Reference ${name} cannot be updated`);
}
