import type { PreparedSnapshot } from '@xano-specs/core';
import type { Place, Planned } from './commit.ts';
import { joinPath } from './result.ts';

/** Files of each kind that are listed; the rest is counted. */
const LISTED_FILES = 50;

/**
 * What a run would have committed, as somebody reads it in the log: the message, then the files. Nothing for one that is refused.
 * @param proposedFrom the branch of the pull request in which it would wait; null when it would be committed at once
 */
export function dryRunLines(
  { prepared, message }: Planned,
  { directory, branch }: Pick<Place, 'directory' | 'branch'>,
  proposedFrom: string | null,
): string[] {
  if (!prepared.changed)
    return ['This is a dry run, and there is nothing to commit: the branch holds this snapshot.'];
  if (message === null) return [];
  return [
    proposedFrom === null
      ? 'This is a dry run, so nothing is committed. The message would be:'
      : `This is a dry run, so nothing is proposed. A pull request from ${proposedFrom} to ${branch} would hold this commit:`,
    '',
    ...[message.headline, '', ...message.body.split('\n')].map((line) => (line === '' ? '' : `    ${line}`)),
    '',
    `It would ${fileCounts(prepared)}:`,
    ...fileLines(
      'write',
      prepared.additions.map(({ path }) => joinPath(directory, path)),
    ),
    ...fileLines(
      'remove',
      prepared.deletions.map((path) => joinPath(directory, path)),
    ),
  ];
}

/** "write 3 files and remove 1" */
export function fileCounts({ additions, deletions }: PreparedSnapshot): string {
  const count = (number: number) => (number === 1 ? '1 file' : `${number.toLocaleString('en-US')} files`);
  const written = additions.length === 0 ? [] : [`write ${count(additions.length)}`];
  const removed = deletions.length === 0 ? [] : [`remove ${count(deletions.length)}`];
  return [...written, ...removed].join(' and ');
}

function fileLines(verb: 'write' | 'remove', paths: readonly string[]): string[] {
  const shown = paths.slice(0, LISTED_FILES).map((path) => `    ${verb.padEnd(6)}  ${path}`);
  const more = paths.length - shown.length;
  return more > 0 ? [...shown, `    and ${more.toLocaleString('en-US')} more`] : shown;
}
