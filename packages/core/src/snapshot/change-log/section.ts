import { type DocumentChange, isComparable } from '../document-change.ts';
import { MAX_COMPARED_DOCUMENTS } from '../limits.ts';
import { groupNames, spansInstances } from './names.ts';
import { whatHappened } from './what-happened.ts';

/** One change of a document. */
export interface LoggedChange {
  /** What it does to somebody who uses the API: breaks, warns, adds, notes. */
  readonly word: string;
  /** Any text; it is escaped where it is written. */
  readonly text: string;
}

/** What a section of the change log is made of. */
export interface SectionOptions {
  /** When the run began. */
  readonly at: Date;
  /** What changed in a document, by key, the worst first; null for one that was not compared. */
  readonly changesOf: (key: string) => readonly LoggedChange[] | null;
  /** Gives any text as markdown of one line in which nothing is active. */
  readonly asMarkdown: (text: string) => string;
}

/** Changes of one API group that a section lists; the rest is counted. */
const LISTED_CHANGES = 20;

/** The longest text of a change, in characters. */
const LONGEST_TEXT = 300;

const NOT_COMPARED: LoggedChange = {
  word: 'notes',
  text: `not compared, since more than ${MAX_COMPARED_DOCUMENTS} API groups changed at once`,
};

/** How long a section may grow, in characters; API groups beyond it are counted. */
const LONGEST_SECTION = 60_000;

/**
 * What one run changed, as a section of markdown without a line break at its end: its time,
 * the answer in one line, and an item for each API group with what changed in it.
 */
export function changeLogSection(documents: readonly DocumentChange[], options: SectionOptions): string {
  const withInstance = spansInstances(documents.map(({ group }) => group));
  const head = `## ${timeOf(options.at)}\n\n${sayDocuments(documents, options.changesOf)}\n`;
  const items: string[] = [];
  let length = head.length;
  for (const document of documents) {
    const item = itemOf(document, withInstance, options);
    length += item.length + 1;
    if (length > LONGEST_SECTION) break;
    items.push(item);
  }
  const more = documents.length - items.length;
  if (more > 0) items.push(`- and ${countGroups(more)} more`);
  return `${head}\n${items.join('\n')}`;
}

/** The day of a moment in UTC: `2026-11-25`. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function timeOf(at: Date): string {
  return `${dayOf(at)} ${at.toISOString().slice(11, 16)} UTC`;
}

/** "2 API groups changed, 1 added, 1 breaks" */
function sayDocuments(documents: readonly DocumentChange[], changesOf: SectionOptions['changesOf']): string {
  const counted = (['changed', 'added', 'renamed', 'removed'] as const)
    .map((kind) => [kind, documents.filter((document) => kindOf(document) === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(
      ([kind, count], index) => `${index === 0 ? countGroups(count) : count.toLocaleString('en-US')} ${kind}`,
    );
  const breaking = documents.filter(({ key }) => changesOf(key)?.some(({ word }) => word === 'breaks'));
  return [...counted, ...(breaking.length === 0 ? [] : [sayBreaking(breaking.length)])].join(', ');
}

function sayBreaking(count: number): string {
  return count === 1 ? '1 breaks' : `${count.toLocaleString('en-US')} break`;
}

function countGroups(count: number): string {
  return count === 1 ? '1 API group' : `${count.toLocaleString('en-US')} API groups`;
}

/** A kept group whose file moves counts as one that was renamed. */
function kindOf({ status }: DocumentChange): 'added' | 'changed' | 'renamed' | 'removed' {
  return status === 'added' || status === 'changed' || status === 'removed' ? status : 'renamed';
}

function itemOf(
  document: DocumentChange,
  withInstance: boolean,
  { changesOf, asMarkdown }: SectionOptions,
): string {
  const name = groupNames(document.group, withInstance)
    .map((name) => asMarkdown(name))
    .join(' / ');
  const lines = changesOf(document.key) ?? (isComparable(document) ? [NOT_COMPARED] : []);
  const shown = lines
    .slice(0, LISTED_CHANGES)
    .map(({ word, text }) => `  - ${asMarkdown(word)}: ${asMarkdown(cut(text, LONGEST_TEXT))}`);
  const more = lines.length - shown.length;
  return [
    `- **${name}** ${whatHappened(document, (path) => asMarkdown(`\`${path}\``))}`,
    ...shown,
    ...(more > 0 ? [`  - and ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}

/** A text cut after so many characters, with a backtick that the cut left open closed. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  return `${start}${start.split('`').length % 2 === 0 ? '`' : ''}…`;
}
