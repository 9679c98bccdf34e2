import { type SnapshotRow, whatHappened } from '@xano-specs/core';
import { commitText, cut, shownName } from '@xano-specs/github';
import { countKinds, namesOf, sayCounts, spansInstances } from '../groups.ts';
import type { ChangeDescription, DescribedDocument } from './description.ts';

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

/** How long a body may grow, in characters: what is longer nobody reads, and it is sent with every clone. */
const LONGEST_BODY = 30_000;

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
  const paragraphs: string[] = [];
  let length = 0;
  for (const described of documents.slice(0, LISTED_GROUPS)) {
    const paragraph = paragraphOf(described, withInstance);
    length += paragraph.length + 1;
    if (length > LONGEST_BODY) break;
    paragraphs.push(paragraph);
  }
  const more = documents.length - paragraphs.length;
  if (more > 0) paragraphs.push(`and ${more.toLocaleString('en-US')} more`);
  return {
    headline: cut(headline === '' ? madeHeadline(rows, documents) : headline, LONGEST_LINE),
    body: paragraphs.join('\n'),
  };
}

function madeHeadline(rows: readonly SnapshotRow[], documents: readonly DescribedDocument[]): string {
  const breaking = documents.filter(({ changes }) => changes !== null && changes.breaking > 0).length;
  const breaks = breaking === 0 ? '' : `, ${breaking} ${breaking === 1 ? 'breaks' : 'break'}`;
  return `specs: ${sayCounts(countKinds(rows)) ?? 'names changed'}${breaks}`;
}

function paragraphOf({ document, changes }: DescribedDocument, withInstance: boolean): string {
  const name = namesOf(document.group, withInstance).map(shownName).map(commitText).join(' / ');
  return [`${name}  ${whatHappened(document)}`, ...changeLines(changes)].join('\n');
}

function changeLines(changes: ChangeDescription | null): string[] {
  if (changes === null) return [];
  const { lines } = changes;
  const shown = lines
    .slice(0, LISTED_CHANGES)
    .map(({ word, text }) => `  ${word.padEnd(6)}   ${commitText(cut(text, LONGEST_LINE))}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `  and ${more.toLocaleString('en-US')} more`] : shown;
}
