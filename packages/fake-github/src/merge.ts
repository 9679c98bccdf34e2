import { mergeTree } from './git/merge-tree.ts';
import { GITHUB_COMMITTER, type Person } from './git/person.ts';
import { refreshPull, setMerged } from './pulls.ts';
import type { Pull } from './state.ts';
import { branchRef, type World } from './world.ts';

/** The ways in which GitHub's button merges. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/**
 * Merges a pull request into its base as GitHub's button does.
 * @throws Error when it is closed, both changed the same file, or a rebase would have to merge files
 */
export async function mergePull(
  world: World,
  pull: Pull,
  method: MergeMethod,
  author: Person,
): Promise<string> {
  await refreshPull(world, pull);
  if (pull.state === 'closed') throw new Error(`Pull request ${pull.number} is closed.`);
  const { git } = world;
  // As they are now: whoever asks for the pull request meanwhile lets it see its branches anew.
  const { baseSha } = pull;
  const sha =
    method === 'rebase' ? await rebased(world, pull, author) : await merged(world, pull, method, author);
  if (!(await git.moveRef(branchRef(world, pull.base), baseSha, sha))) {
    return mergePull(world, pull, method, author);
  }
  setMerged(world, pull, 'ada', sha);
  return sha;
}

async function merged(world: World, pull: Pull, method: MergeMethod, author: Person): Promise<string> {
  const { baseSha, headSha } = pull;
  const tree = await mergeTree(world.git, baseSha, headSha);
  const parents = method === 'merge' ? [baseSha, headSha] : [baseSha];
  return writeMerge(world, tree, parents, author, `${pull.title} (#${pull.number})`);
}

/** Makes each commit of the pull request anew, on a base that has not moved. */
async function rebased(world: World, { number, baseSha, headSha }: Pull, author: Person): Promise<string> {
  const { git } = world;
  if ((await git.mergeBase(baseSha, headSha)) !== baseSha) {
    throw new Error(`The base of pull request ${number} has moved.`);
  }
  let tip = baseSha;
  for (const { sha, message } of (await git.commits([`${baseSha}..${headSha}`])).reverse()) {
    const tree = await git.text(['rev-parse', `${sha}^{tree}`]);
    tip = await writeMerge(world, tree, [tip], author, message);
  }
  return tip;
}

/**
 * Merges the default branch into another, as the button "Update branch" of its pull request does.
 * @param adds further files, as whoever merges by hand puts some in on the way
 * @throws Error when the branch moved meanwhile, or both changed the same file
 */
export async function updateBranch(
  world: World,
  branch: string,
  author: Person,
  adds: ReadonlyMap<string, Uint8Array>,
): Promise<string> {
  const { git, defaultBranch } = world;
  const ours = await git.text(['rev-parse', branchRef(world, branch)]);
  const theirs = await git.text(['rev-parse', branchRef(world, defaultBranch)]);
  const blobs = new Map<string, string>();
  for (const [path, content] of adds) {
    blobs.set(path, await git.text(['hash-object', '-w', '--stdin'], [content]));
  }
  const tree = await mergeTree(git, ours, theirs, blobs);
  const message = `Merge branch '${defaultBranch}' into ${branch}`;
  const sha = await writeMerge(world, tree, [ours, theirs], author, message);
  if (!(await git.moveRef(branchRef(world, branch), ours, sha))) throw new Error(`${branch} moved.`);
  for (const pull of world.state.pulls) await refreshPull(world, pull);
  return sha;
}

function writeMerge(
  world: World,
  tree: string,
  parents: readonly string[],
  author: Person,
  message: string,
): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${author.name} <${author.email}> ${seconds} +0000`,
    `committer ${GITHUB_COMMITTER.name} <${GITHUB_COMMITTER.email}> ${seconds} +0000`,
    '',
    message,
  ];
  const commit = Buffer.from(`${lines.join('\n')}\n`);
  return world.git.text(['hash-object', '-t', 'commit', '-w', '--stdin'], [commit]);
}
