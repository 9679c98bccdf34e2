import { problem, Refusal, validationFailed } from './http/answer.ts';
import type { BranchPlace, Pull } from './state.ts';
import { branchRef, newId, timestamp, type World } from './world.ts';

/** What a new pull request is made of. */
export interface NewPull {
  readonly head: BranchPlace;
  readonly base: string;
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
  readonly author: string;
}

/** Opens a pull request, or refuses it for the reasons that GitHub has. */
export async function openPull(world: World, wanted: NewPull): Promise<Pull> {
  const headSha = await world.git.resolve(branchRef(world, wanted.head.branch, wanted.head.owner));
  if (headSha === null) throw validationFailed('PullRequest', 'head', 'invalid');
  const baseSha = await world.git.resolve(branchRef(world, wanted.base));
  if (baseSha === null) throw validationFailed('PullRequest', 'base', 'invalid');
  const name = `${wanted.head.owner}:${wanted.head.branch}`;
  const twin = world.state.pulls.some(
    (pull) =>
      pull.state === 'open' && pull.base === wanted.base && `${pull.head.owner}:${pull.head.branch}` === name,
  );
  if (twin) throw refused(`A pull request already exists for ${name}.`);
  if ((await world.git.commits([`${baseSha}..${headSha}`])).length === 0) {
    throw refused(`No commits between ${wanted.base} and ${wanted.head.branch}`);
  }
  const pull: Pull = {
    ...wanted,
    number: world.state.nextNumber++,
    createdAt: timestamp(),
    updatedAt: timestamp(),
    closedAt: null,
    mergedAt: null,
    mergeCommit: null,
    reviewers: new Set(),
    teamReviewers: new Set(),
    state: 'open',
    headSha,
    baseSha,
  };
  world.state.pulls.push(pull);
  await refreshPull(world, pull);
  return pull;
}

/** Lets a pull request see its branches as they are now, and keeps its head alive as refs/pull/N/head. */
export async function refreshPull(world: World, pull: Pull): Promise<void> {
  const head = await world.git.resolve(branchRef(world, pull.head.branch, pull.head.owner));
  if (head !== null && pull.state === 'open') pull.headSha = head;
  const base = await world.git.resolve(branchRef(world, pull.base));
  if (base !== null && pull.state === 'open') {
    pull.baseSha = base;
    if ((await world.git.mergeBase(base, pull.headSha)) === pull.headSha) {
      setMerged(world, pull, pull.author, base);
    }
  }
  if (kept.get(pull) === pull.headSha) return;
  await world.git.run(['update-ref', `refs/pull/${pull.number}/head`, pull.headSha]);
  kept.set(pull, pull.headSha);
}

/** Where refs/pull/N/head of a pull request stands. */
const kept = new WeakMap<Pull, string>();

/** Records that what a pull request proposed is in its base. */
export function setMerged(world: World, pull: Pull, actor: string, commit: string): void {
  setPullState(world, pull, 'closed', actor);
  pull.mergedAt = pull.closedAt;
  pull.mergeCommit = commit;
}

/** Closes the pull requests from a branch that is gone and those for it, as GitHub does. */
export function closeWithoutBranch(world: World, branch: string, actor: string): void {
  for (const pull of world.state.pulls) {
    const isHead = pull.head.owner === world.owner && pull.head.branch === branch;
    if (isHead || pull.base === branch) setPullState(world, pull, 'closed', actor);
  }
}

/** Closes or opens a pull request again, with the event that tells so. */
export function setPullState(world: World, pull: Pull, state: 'open' | 'closed', actor: string): void {
  if (pull.state === state) return;
  pull.state = state;
  pull.closedAt = state === 'closed' ? timestamp() : null;
  world.state.events.push({
    id: newId(world),
    issue: pull.number,
    event: state === 'closed' ? 'closed' : 'reopened',
    actor,
    label: null,
    createdAt: timestamp(),
  });
}

function refused(message: string): Refusal {
  const entry = { resource: 'PullRequest', code: 'custom', message };
  return new Refusal(problem(422, 'Validation Failed', { errors: [entry] }));
}
