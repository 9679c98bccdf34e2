import type { DocumentChange, SnapshotRow } from '@xano-specs/core';
import { commitText, cut, shownName } from '@xano-specs/github';
import type { ChangeDescription, DescribedDocument } from './changes.ts';
import { countKinds, kindOf, namesOf, sayCounts, spansInstances } from './groups.ts';

/** A commit's message as GitHub takes it. */
export interface CommitMessage {
  readonly headline: string;
  readonly body: string;
}

/** Groups, and changes of a group, that a message lists; the rest is counted. */
const LISTED_GROUPS = 100;
const LISTED_CHANGES = 12;

/** The longest headline and line. */
const LONGEST_LINE = 200;

/**
 * The message of a commit: what changed in one line, then a paragraph a group.
 * @param headline the first line to use in place of the one that is made; '' for none
 */
export function commitMessage(
  rows: readonly SnapshotRow[],
  documents: readonly DescribedDocument[],
  headline: string,
): CommitMessage {
  const withInstance = spansInstances(rows.map(({ group }) => group));
  const listed = documents.slice(0, LISTED_GROUPS);
  const lines = listed.flatMap(({ document, changes }) => [
    `${namesOf(document.group, withInstance).map(shownName).map(commitText).join(' / ')}  ${whatHappened(document)}`,
    ...changeLines(changes),
  ]);
  const more = documents.length - listed.length;
  if (more > 0) lines.push(`and ${more.toLocaleString('en-US')} more`);
  return {
    headline: cut(headline === '' ? madeHeadline(rows, documents) : headline, LONGEST_LINE),
    body: lines.join('\n'),
  };
}

function madeHeadline(rows: readonly SnapshotRow[], documents: readonly DescribedDocument[]): string {
  const breaking = documents.filter(({ changes }) => changes !== null && changes.breaking > 0).length;
  const breaks = breaking === 0 ? '' : `, ${breaking} ${breaking === 1 ? 'breaks' : 'break'}`;
  return `specs: ${sayCounts(countKinds(rows)) ?? 'names changed'}${breaks}`;
}

function whatHappened(document: DocumentChange): string {
  const { path, previousPath } = document;
  const moved = path !== null && previousPath !== null && path !== previousPath;
  const kind = kindOf(document);
  if (!moved) return kind;
  return kind === 'changed' ? `changed, moved from ${previousPath}` : `moved from ${previousPath}`;
}

function changeLines(changes: ChangeDescription | null): string[] {
  if (changes === null) return [];
  const { lines } = changes;
  const shown = lines
    .slice(0, LISTED_CHANGES)
    .map(({ word, text }) => `  ${word.padEnd(6)}   ${commitText(cut(text, LONGEST_LINE))}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more`] : shown;
}
