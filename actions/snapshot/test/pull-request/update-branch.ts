import type { FakeGitHub } from '@xano-specs/fake-github';
import { BRANCH } from './scene.ts';

/**
 * Does what the button "Update branch" of a pull request does: merges main into its branch, in the
 * name of whoever chose it. Where both sides changed a file, the button is grey, and this throws.
 * @param adds a file that whoever merges by hand puts in on the way, a copy of README.md
 */
export async function updateBranch({ git }: FakeGitHub, adds?: string): Promise<string> {
  const [ours, theirs] = [await git('rev-parse', BRANCH), await git('rev-parse', 'main')];
  await git('read-tree', '--empty');
  await git('read-tree', '-i', '-m', '--aggressive', await git('merge-base', ours, theirs), ours, theirs);
  if (adds !== undefined) {
    const object = await git('rev-parse', 'main:README.md');
    await git('update-index', '--add', '--cacheinfo', `100644,${object},${adds}`);
  }
  const tree = await git('write-tree');
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
  const parents = ['-p', ours, '-p', theirs];
  const merge = await git(
    ...who,
    'commit-tree',
    tree,
    ...parents,
    '-m',
    `Merge branch 'main' into ${BRANCH}`,
  );
  await git('update-ref', `refs/heads/${BRANCH}`, merge, ours);
  return merge;
}
