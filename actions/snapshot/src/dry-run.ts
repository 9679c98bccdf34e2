import type { PreparedSnapshot } from '@xano-specs/core';
import type { Planned } from './commit.ts';
import { resultOf } from './outcome.ts';
import { commit, explained, type Publishing, tellPlan } from './publishing.ts';
import { type Foreseen, foresee } from './pull-request/decide.ts';
import { mayBreak } from './pull-request/may-break.ts';
import type { ProposalPlace } from './pull-request/proposal.ts';
import { joinPath, type Result } from './result.ts';

/** Files of each kind that are listed; the rest is counted. */
const LISTED_FILES = 50;

/** Says what the mode would do now, and writes nothing. */
export async function dryRun(publishing: Publishing): Promise<Result> {
  const { place, edges, progress } = publishing;
  const foreseen = await lookAhead(publishing).finally(() => tellPlan(publishing));
  const planned = foreseen?.planned ?? progress.planned;
  const lines = planned === null ? [] : dryRunLines(planned, place, foreseen);
  for (const line of lines) edges.log.line(line);
  if (foreseen !== null) progress.proposed = foreseen;
  return resultOf(progress, planned?.prepared.changed ? 'dry-run' : 'unchanged');
}

/** Plans, and gives what would become of a pull request; null in the mode that makes none. */
async function lookAhead(publishing: Publishing): Promise<Foreseen | null> {
  const { octokit, place, inputs, planning } = publishing;
  if (inputs.mode === 'commit') {
    await commit(publishing, () => false);
    return null;
  }
  const mayPropose = inputs.mode === 'auto' ? mayBreak : () => true;
  return foresee(octokit, place, { ...planning, mayPropose }).catch((error: unknown) => {
    throw explained(error, place.branch, publishing);
  });
}

/**
 * What a run would have committed, as somebody reads it in the log: the message, then the files. Nothing for one that is refused.
 * @param foreseen what would become of a pull request; null when the mode makes none
 */
function dryRunLines(
  { prepared, message }: Planned,
  place: Pick<ProposalPlace, 'directory' | 'branch' | 'pullRequestBranch'>,
  foreseen: Foreseen | null,
): string[] {
  const { directory } = place;
  if (!prepared.changed) {
    const nothing = 'This is a dry run, and there is nothing to commit: the branch holds this snapshot.';
    return [[nothing, ...sayPullRequest(foreseen)].join(' ')];
  }
  if (message === null) return [];
  return [
    headline(place, foreseen),
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

function headline(
  { branch, pullRequestBranch }: Pick<ProposalPlace, 'branch' | 'pullRequestBranch'>,
  foreseen: Foreseen | null,
): string {
  switch (foreseen?.decision) {
    case 'write':
      return `This is a dry run, so nothing is proposed. A pull request from ${pullRequestBranch} to ${branch} would hold this commit:`;
    case 'declined':
      return `This is a dry run. Nothing would be proposed again, since pull request #${foreseen.number ?? 0} was closed with the same content:`;
    default:
      return 'This is a dry run, so nothing is committed. The message would be:';
  }
}

/** What would become of an open pull request when there is nothing new to commit. */
function sayPullRequest(foreseen: Foreseen | null): string[] {
  const { decision, number = null } = foreseen ?? {};
  if (number === null) return [];
  return decision === 'settle'
    ? [`Pull request #${number} would be closed, since it has nothing left to propose.`]
    : [`Pull request #${number} would stay open.`];
}

/** "write 3 files and remove 1" */
function fileCounts({ additions, deletions }: PreparedSnapshot): string {
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
