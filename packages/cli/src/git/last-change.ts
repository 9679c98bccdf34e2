import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError } from '../errors.ts';
import { git } from './git.ts';

/** The last commit that touched a file. */
export interface LastChange {
  readonly commit: string;
  /** When it was committed. */
  readonly at: Date;
  /**
   * Whether it is only the oldest commit that is here, in a clone whose history was cut off: the
   * file was last touched by it, or before.
   */
  readonly isCutOff: boolean;
}

/**
 * The last commit up to a revision that touched a file; null when none did.
 * @param revision one that was looked up before, so that it can be no option
 * @throws CommandError GIT when the folder is in no repository, or git can't be started
 */
export async function lastChange(folder: string, revision: string, path: string): Promise<LastChange | null> {
  const { status, stdout, stderr } = await git(folder, [
    'log',
    '-1',
    '--format=%H %ct',
    revision,
    '--',
    path,
  ]);
  if (status !== 0) {
    // A repository without a commit has no history to look at.
    if (/bad revision 'HEAD'|does not have any commits yet/.test(stderr)) return null;
    throw new CommandError(
      'GIT',
      `The history of the snapshot can't be read: ${stderr.trim() || 'git gave no reason'}.`,
      'Run the command in the git repository that the snapshot is committed to.',
    );
  }
  const [commit, seconds] = stdout.trim().split(' ');
  if (commit === undefined || commit === '' || seconds === undefined) return null;
  const cut = await cutCommits(folder);
  return { commit, at: new Date(Number(seconds) * 1000), isCutOff: cut.has(commit) };
}

/** The commits at which the history of a shallow clone was cut off. */
async function cutCommits(folder: string): Promise<ReadonlySet<string>> {
  const { status, stdout } = await git(folder, ['rev-parse', '--git-path', 'shallow']);
  if (status !== 0) return new Set();
  const text = await readFile(resolve(folder, stdout.trim()), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}
