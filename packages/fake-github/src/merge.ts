import { GITHUB_COMMITTER, type Person } from './git/person.ts';
import { refreshPull, setMerged } from './pulls.ts';
import type { Pull } from './state.ts';
import { branchRef, type World } from './world.ts';

/**
 * Merges a pull request into its base as GitHub's button does.
 * @throws Error when both changed the same file
 */
export async function mergePull(
  world: World,
  pull: Pull,
  method: 'merge' | 'squash',
  author: Person,
): Promise<string> {
  await refreshPull(world, pull);
  const { git } = world;
  const origin = (await git.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  // File by file, in the index that a bare repository has no other use for.
  await git.run(['read-tree', '-i', '-m', '--aggressive', origin, pull.baseSha, pull.headSha]);
  const tree = await git.text(['write-tree']);
  const parents = method === 'merge' ? [pull.baseSha, pull.headSha] : [pull.baseSha];
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
  if (!(await git.moveRef(branchRef(world, pull.base), pull.baseSha, sha))) {
    return mergePull(world, pull, method, author);
  }
  setMerged(world, pull, 'ada');
  return sha;
}
