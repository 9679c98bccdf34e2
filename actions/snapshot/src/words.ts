import { countGroups, sayCounts } from './groups.ts';
import type { Divided, Result } from './result.ts';

/** What came of a run in one line, as it comes from Xano: "2 API groups changed · 1 breaking change · committed to main". */
export function verdictOf({ outcome, counts, branch, divided, pullRequest, waiting }: Result): string {
  const changes = sayCounts(counts);
  const what = [
    ...(changes === null ? [] : [changes]),
    ...(waiting === 0 ? [] : [sayWaiting(waiting)]),
    ...(changes === null && waiting === 0 ? ['Names changed'] : []),
    ...(counts.breaking === 0 ? [] : [sayBreaking(counts.breaking)]),
  ].join(' · ');
  switch (outcome) {
    case 'committed':
      return `${what} · committed to ${branch ?? ''}${sayEnd(pullRequest)}`;
    case 'proposed':
      return `${what} · ${sayProposal(pullRequest)}`;
    case 'declined':
      return `${what} · not proposed again, since pull request #${pullRequest?.number ?? 0} was closed with the same content`;
    case 'unchanged':
      return `Nothing changed in ${countGroups(counts.documents)}${sayEnd(pullRequest)}`;
    case 'dry-run':
      return `${what} · nothing was committed, since this is a dry run`;
    case 'planned':
      return `${countInstances(divided)} to fetch in ${countJobs(divided?.count ?? 0)}`;
    case 'fetched':
      return `Share ${divided?.share ?? 0} of ${divided?.count ?? 0} · ${countInstances(divided)} fetched`;
    case 'refused':
      return 'Nothing was committed';
    case 'failed':
      return 'The snapshot failed';
  }
}

function sayProposal(pullRequest: Result['pullRequest']): string {
  const number = `#${pullRequest?.number ?? 0}`;
  switch (pullRequest?.outcome) {
    case 'created':
      return `pull request ${number} opened`;
    case 'updated':
      return `pull request ${number} updated`;
    default:
      return `pull request ${number} holds it already`;
  }
}

/** What became of a pull request in which there is nothing left to propose. */
function sayEnd(pullRequest: Result['pullRequest']): string {
  if (pullRequest?.outcome === 'closed') {
    return ` · pull request #${pullRequest.number} closed, since it had nothing left to propose`;
  }
  if (pullRequest?.outcome === 'left-open') {
    const why =
      pullRequest.peopleCommits.length > 0
        ? 'people committed to its branch'
        : 'its branch is that of another one too';
    return ` · pull request #${pullRequest.number} stays open, since ${why}`;
  }
  return '';
}

function sayWaiting(count: number): string {
  return count === 1
    ? '1 change of an earlier run'
    : `${count.toLocaleString('en-US')} changes of earlier runs`;
}

function sayBreaking(count: number): string {
  return count === 1 ? '1 breaking change' : `${count.toLocaleString('en-US')} breaking changes`;
}

function countInstances(divided: Divided | null): string {
  const count = divided?.instances ?? 0;
  return count === 1 ? '1 instance' : `${count.toLocaleString('en-US')} instances`;
}

function countJobs(count: number): string {
  return count === 1 ? '1 job' : `${count.toLocaleString('en-US')} jobs`;
}

/** "2 places hold what looks like credentials or personal data." */
export function leakWords(count: number): string {
  return count === 1
    ? 'One place holds what looks like a credential or personal data.'
    : `${count.toLocaleString('en-US')} places hold what looks like credentials or personal data.`;
}

/** What became of the document of a group that could not be read; null when it has none. */
export function keptWords({
  path,
  missing,
}: Pick<Result['groups'][number], 'path' | 'missing'>): string | null {
  if (path === null) return null;
  return missing
    ? 'Somebody deleted its last good document: the next run that can read it brings it back.'
    : 'Its last good document was kept.';
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
