import { resolve } from 'node:path';
import { CommandError } from '../../errors.ts';
import { type LastChange, lastChange } from '../../git/last-change.ts';
import { findRevision } from '../../git/tree.ts';
import type { Shell } from '../../shell.ts';
import { revisionOf } from '../../sides/open-side.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { count } from '../../words.ts';
import { MANIFEST_FILE } from '../diff/manifest-file.ts';

const DAY_MS = 24 * 3_600_000;

/** How old a snapshot is. */
export interface SnapshotAge {
  readonly isTooOld: boolean;
  /** In a sentence without its full stop. */
  readonly what: string;
}

/**
 * Why a snapshot may be old. Source for the 60 days:
 * https://docs.github.com/actions/managing-workflow-runs/disabling-and-enabling-a-workflow
 */
const ADVICE =
  'Unless Xano has nothing new, the workflow that takes it no longer runs: its token may have expired, and GitHub turns the schedules of a public repository off after 60 days without activity. Look at its last run under Actions.';

/**
 * How old a snapshot is, as the history of git tells: its manifest holds no time, so what
 * counts is the last commit that touched it.
 * @param snapshot a folder, or REV:path
 * @throws CommandError GIT when no history tells of it
 */
export async function snapshotAge(
  snapshot: string,
  maxAge: number,
  { workingDirectory, now }: Shell,
): Promise<SnapshotAge> {
  const change = await changeOf(snapshot, workingDirectory);
  if (change === null) {
    throw new CommandError(
      'GIT',
      `The manifest of ${snapshot} was never committed, so nobody knows how old the snapshot is.`,
      'Commit the snapshot first, or leave --max-age out.',
    );
  }
  const { at, commit, isCutOff } = change;
  const days = Math.max(0, Math.floor((now().getTime() - at.getTime()) / DAY_MS));
  const isTooOld = days > maxAge;
  // What was touched before the oldest commit that is here is at least as old.
  if (isCutOff && !isTooOld) {
    throw new CommandError(
      'GIT',
      `The history of ${snapshot} is cut off in this clone, so its age can't be told.`,
      'Fetch all of it: actions/checkout with fetch-depth: 0, or git fetch --unshallow.',
    );
  }
  const when = days === 0 ? 'less than a day ago' : `${count(days, 'day')} ago`;
  const date = `${at.toISOString().slice(0, 10)} (${commit.slice(0, 7)})`;
  const what = `${safeLine(snapshot)} was last changed ${when}${isCutOff ? ' or earlier' : ''}, on ${date}`;
  return { isTooOld, what: isTooOld ? `${what}, and ${count(maxAge, 'day')} are allowed` : what };
}

/** Says on standard error how old a snapshot is, and what to do about one that is too old. */
export function tellAge({ isTooOld, what }: SnapshotAge, { err }: Shell): void {
  const { red, dim } = err.colours;
  err.write(isTooOld ? `${red('✗')} ${what}.\n  ${ADVICE}\n` : `${dim(what)}\n`);
}

async function changeOf(snapshot: string, workingDirectory: string): Promise<LastChange | null> {
  const named = revisionOf(snapshot);
  if (named === null) return lastChange(resolve(workingDirectory, snapshot), 'HEAD', MANIFEST_FILE);
  await findRevision(workingDirectory, named.revision);
  const path = [...named.path.split('/'), MANIFEST_FILE].filter((part) => part !== '').join('/');
  return lastChange(workingDirectory, named.revision, `:(top,literal)${path}`);
}
