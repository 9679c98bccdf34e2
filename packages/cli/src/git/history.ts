import type { SnapshotCommit } from '@xano-specs/site';
import { CommandError } from '../errors.ts';
import { type GitAnswer, git } from './git.ts';

/** A snapshot's folder in a revision of a repository. */
export interface HistoryPlace {
  /** Where git runs. */
  readonly folder: string;
  /** As the user wrote it. */
  readonly revision: string;
  /** From the folder, or with `isFromTop` from the top of the repository. */
  readonly path: string;
  readonly isFromTop: boolean;
}

/** An ordinary file, executable or not; symbolic links (120000) and submodules (160000) are neither. */
const FILE_MODES = ['100644', '100755'];

/**
 * Every commit up to a revision that touched a folder, the oldest first, with what it did to the
 * folder's files. A merge counts as one commit, with all that it brought: so the history is that of
 * the branch.
 *
 * @throws CommandError GIT without a repository, without the revision, in a shallow clone
 */
export async function folderHistory(place: HistoryPlace): Promise<SnapshotCommit[]> {
  const { folder } = place;
  const prefix = await answerOf(
    git(folder, ['rev-parse', '--show-prefix']),
    'This folder is in no git repository, and a site is made of the history of one.',
    'Run the command in the repository that the snapshot is committed to.',
  );
  const commit = await answerOf(
    git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${place.revision}^{commit}`]),
    `This repository has no commit \`${place.revision}\`.`,
    'Commit a snapshot first (xano-specs snapshot; git add specs; git commit), or name a revision that is there.',
  );
  const shallow = await git(folder, ['rev-parse', '--is-shallow-repository']);
  if (shallow.stdout.trim() === 'true') {
    throw new CommandError(
      'GIT',
      'This clone is shallow: the older part of its history is not here, and versions would be missing.',
      'Run git fetch --unshallow; in a workflow, give actions/checkout fetch-depth: 0.',
    );
  }
  const path = plain(place.isFromTop ? place.path : `${prefix.trim()}${place.path}`);
  const { status, stdout, stderr } = await git(folder, logArguments(commit.trim(), path));
  if (status !== 0) {
    throw new CommandError(
      'GIT',
      `The history of the snapshot can't be read: ${stderr.trim() || 'git gave no reason'}.`,
      'Check the repository with git fsck.',
    );
  }
  return commitsOf(stdout, path === '' ? '' : `${path}/`);
}

async function answerOf(answer: Promise<GitAnswer>, message: string, hint: string): Promise<string> {
  const { status, stdout } = await answer;
  if (status !== 0) throw new CommandError('GIT', message, hint);
  return stdout;
}

/** A path without `.` and `..`, and without slashes at its ends; empty for the top. */
function plain(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function logArguments(commit: string, path: string): string[] {
  return [
    '-c',
    'log.showRoot=true',
    '-c',
    'log.follow=false',
    'log',
    '--no-show-signature',
    '--first-parent',
    '--diff-merges=first-parent',
    '--reverse',
    '--raw',
    '-z',
    '--no-renames',
    '--no-relative',
    '--no-abbrev',
    '--ignore-submodules=none',
    '--format=%x01%H %ct',
    commit,
    '--',
    `:(top,literal)${path}`,
  ];
}

/** Reads what `git log --raw -z` wrote: a line a commit, and two entries a file. */
export function commitsOf(text: string, prefix: string): SnapshotCommit[] {
  const commits: (SnapshotCommit & { readonly changes: { path: string; object: string | null }[] })[] = [];
  const tokens = text.split('\0');
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? '').replace(/^\n/, '');
    if (token.startsWith('\u0001')) {
      const [id = '', seconds = '0'] = token.slice(1).trim().split(' ');
      commits.push({ id, at: timeText(seconds), changes: [] });
    } else if (token.startsWith(':')) {
      index += 1;
      const path = tokens[index] ?? '';
      const [, mode = '', , object = ''] = token.slice(1).split(' ');
      if (!path.startsWith(prefix)) continue;
      const isFile = FILE_MODES.includes(mode);
      commits.at(-1)?.changes.push({ path: path.slice(prefix.length), object: isFile ? object : null });
    }
  }
  return commits;
}

/** The last second of the year 9999, after which neither ISO 8601 nor a feed has a time. */
const LAST_SECOND = 253_402_300_799;

/** The time of a commit, which whoever made it could choose. */
function timeText(seconds: string): string {
  const known = Math.min(Number(seconds) || 0, LAST_SECOND);
  return new Date(known * 1000).toISOString().replace('.000Z', 'Z');
}
