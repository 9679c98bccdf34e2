import { GITHUB_COMMITTER, type Person } from './git/person.ts';
import { refreshPull, setMerged } from './pulls.ts';
import type { Pull } from './state.ts';
import { branchRef, type World } from './world.ts';

/**
 * Merges a pull request into its base as GitHub's button does.
 * @throws Error when it is closed, or both changed the same file
 */
export async function mergePull(
  world: World,
  pull: Pull,
  method: 'merge' | 'squash',
  author: Person,
): Promise<string> {
  await refreshPull(world, pull);
  if (pull.state === 'closed') throw new Error(`Pull request ${pull.number} is closed.`);
  const { git } = world;
  // As they are now: whoever asks for the pull request meanwhile lets it see its branches anew.
  const { baseSha, headSha } = pull;
  const origin = (await git.mergeBase(baseSha, headSha)) ?? baseSha;
  // File by file, in the index that a bare repository has no other use for.
  await git.run(['read-tree', '--empty']);
  await git.run(['read-tree', '-i', '-m', '--aggressive', origin, baseSha, headSha]);
  const tree = await git.text(['write-tree']);
  const parents = method === 'merge' ? [baseSha, headSha] : [baseSha];
  const seconds = Math.floor(Date.now() / 1000);
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${author.name} <${author.email}> ${seconds} +0000`,
    `committer ${GITHUB_COMMITTER.name} <${GITHUB_COMMITTER.email}> ${seconds} +0000`,
    '',
    `${pull.title} (#${pull.number})`,
  ];
  const commit = Buffer.from(`${lines.join('\n')}\n`);
  const sha = await git.text(['hash-object', '-t', 'commit', '-w', '--stdin'], [commit]);
  if (!(await git.moveRef(branchRef(world, pull.base), baseSha, sha))) {
    return mergePull(world, pull, method, author);
  }
  setMerged(world, pull, 'ada');
  return sha;
}
