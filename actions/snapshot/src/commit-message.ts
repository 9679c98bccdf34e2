import type { DocumentChange, PreparedSnapshot } from '@xano-specs/core';
import { countKinds, kindOf, namesOf, sayCounts, spansInstances } from './groups.ts';
import { commitText, cut, shownName } from './safe-text.ts';

/** What changed in one document, as a commit tells it. */
export interface ChangeDescription {
  /** How many of the changes break somebody who uses the API. */
  readonly breaking: number;
  /** One line a change, the worst first. */
  readonly lines: readonly { readonly word: 'breaks' | 'warns' | 'adds' | 'notes'; readonly text: string }[];
}

/** Compares the texts of a document; null when there is nothing to say. */
export type DescribeChanges = (before: string, after: string) => Promise<ChangeDescription | null>;

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
 * @param headline the first line to use in place of the one that is made
 * @param describe compares a document before and after; without it groups are only named
 */
export async function commitMessage(
  { rows, documents }: Pick<PreparedSnapshot, 'rows' | 'documents'>,
  {
    headline,
    describe,
  }: { readonly headline?: string; readonly describe?: DescribeChanges | undefined } = {},
): Promise<CommitMessage> {
  const counts = countKinds(rows);
  const withInstance = spansInstances(rows.map(({ group }) => group));
  const listed = documents.slice(0, LISTED_GROUPS);
  const described: (ChangeDescription | null)[] = [];
  for (const document of listed) described.push(await describeDocument(document, describe));
  const breaking = described.filter((description) => (description?.breaking ?? 0) > 0).length;
  const paragraphs = listed.flatMap((document, index) => [
    `${namesOf(document.group, withInstance).map(shownName).map(commitText).join(' / ')}  ${whatHappened(document)}`,
    ...changeLines(described[index] ?? null),
  ]);
  const more = documents.length - listed.length;
  if (more > 0) paragraphs.push(`and ${more.toLocaleString('en-US')} more`);
  const said = `specs: ${sayCounts(counts) ?? 'names changed'}${breaking > 0 ? `, ${breaking} ${breaking === 1 ? 'breaks' : 'break'}` : ''}`;
  return {
    headline: cut(headline === undefined || headline === '' ? said : headline, LONGEST_LINE),
    body: paragraphs.join('\n'),
  };
}

async function describeDocument(
  { readBefore, readAfter }: DocumentChange,
  describe: DescribeChanges | undefined,
): Promise<ChangeDescription | null> {
  if (describe === undefined) return null;
  const [before, after] = [await readBefore(), await readAfter()];
  return before === null || after === null || before === after ? null : describe(before, after);
}

function whatHappened(document: DocumentChange): string {
  const { path, previousPath } = document;
  const moved = path !== null && previousPath !== null && path !== previousPath;
  const kind = kindOf(document);
  if (!moved) return kind;
  return kind === 'changed' ? `changed, moved from ${previousPath}` : `moved from ${previousPath}`;
}

function changeLines(description: ChangeDescription | null): string[] {
  if (description === null) return [];
  const { lines } = description;
  const shown = lines
    .slice(0, LISTED_CHANGES)
    .map(({ word, text }) => `  ${word.padEnd(6)}   ${commitText(cut(text, LONGEST_LINE))}`);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more`] : shown;
}
