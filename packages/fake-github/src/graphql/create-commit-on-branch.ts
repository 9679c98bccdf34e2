import { GITHUB_COMMITTER } from '../git/person.ts';
import { noReplyAddress } from '../rest/users.ts';
import { ruleMessage, ruleOf } from '../settings.ts';
import { allows, notAccessible, type Token } from '../tokens.ts';
import type { World } from '../world.ts';
import { typedError } from './execute.ts';
import { commitShape, refShape } from './repository.ts';

/** The mutation's arguments, which the schema has checked. */
interface Arguments {
  readonly input: {
    readonly branch: {
      readonly branchName?: string;
      readonly id?: string;
      readonly repositoryNameWithOwner?: string;
    };
    readonly clientMutationId?: string;
    readonly expectedHeadOid: string;
    readonly fileChanges?: {
      readonly additions: readonly { readonly path: string; readonly contents: string }[];
      readonly deletions: readonly { readonly path: string }[];
    };
    readonly message: { readonly headline: string; readonly body?: string };
  };
}

/** One commit of many files, if the branch still stands where the caller expects it. */
export async function createCommitOnBranch(args: unknown, world: World, caller: Token) {
  const { input } = args as Arguments;
  if (!allows(caller, ['contents=write'])) throw typedError('FORBIDDEN', notAccessible(caller));
  if (world.settings.archived) throw typedError('FORBIDDEN', 'Repository was archived so is read-only.');
  const branch = branchName(world, input.branch);
  const ref = `refs/heads/${branch}`;
  const head = await world.git.resolve(ref);
  if (head === null) throw typedError('NOT_FOUND', `Could not resolve to a Ref with the name '${branch}'.`);
  if (head !== input.expectedHeadOid) throw stale(input.expectedHeadOid);
  const rule = ruleOf(world.settings, branch);
  if (rule !== null) {
    const type = rule.kind === 'ruleset' ? 'UNPROCESSABLE' : 'BRANCH_PROTECTION_RULE_VIOLATION';
    throw typedError(type, ruleMessage(rule, branch));
  }
  const sha = await world.git.writeCommit({
    parent: head,
    files: await filesOf(world, head, input.fileChanges),
    message: [input.message.headline, ...(input.message.body ? [input.message.body] : [])].join('\n\n'),
    author: { name: caller.login, email: noReplyAddress(caller.login) },
    committer: GITHUB_COMMITTER,
  });
  if (!(await world.git.moveRef(ref, head, sha))) {
    // The words of the refusal that comes when the branch moves while the commit is being written.
    const now = await world.git.resolve(ref);
    throw typedError('STALE_DATA', `Ref ${ref} is at ${now} but expected ${head}`);
  }
  world.state.verified.add(sha);
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: commitShape(world, await world.git.commit(sha)),
    ref: () => refShape(world, ref),
  };
}

async function filesOf(world: World, head: string, changes: Arguments['input']['fileChanges']) {
  const { additions = [], deletions = [] } = changes ?? {};
  const files = new Map<string, Buffer | null>();
  const existing =
    deletions.length === 0
      ? new Set<string>()
      : new Set((await world.git.tree(head, true)).map(({ path }) => path));
  for (const { path } of deletions) {
    if (!existing.has(path)) {
      throw typedError(
        'NOT_FOUND',
        `A path was requested for deletion which does not exist as of commit oid \`${head}\``,
      );
    }
    add(files, path, null);
  }
  for (const { path, contents } of additions) {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(contents) || contents.length % 4 !== 0) {
      throw typedError('UNPROCESSABLE', `The contents of ${path} are no valid base64.`);
    }
    add(files, path, Buffer.from(contents, 'base64'));
  }
  return files;
}

function add(files: Map<string, Buffer | null>, path: string, content: Buffer | null): void {
  const invalid = path === '' || path.split('/').some((part) => ['', '.', '..', '.git'].includes(part));
  if (invalid) throw typedError('UNPROCESSABLE', `The path ${path} is invalid.`);
  if (files.has(path)) throw typedError('UNPROCESSABLE', `The path ${path} is given more than once.`);
  files.set(path, content);
}

function branchName(world: World, branch: Arguments['input']['branch']): string {
  if (branch.id !== undefined && branch.id !== null) return branch.id.replace(/^REF_refs\/heads\//, '');
  if (branch.repositoryNameWithOwner !== `${world.owner}/${world.name}`) {
    throw typedError(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${branch.repositoryNameWithOwner}'.`,
    );
  }
  return (branch.branchName ?? '').replace(/^refs\/heads\//, '');
}

function stale(expected: string): Error {
  return typedError(
    'STALE_DATA',
    `Expected branch to point to "${expected}" but it did not.  Pull and try again.`,
  );
}
