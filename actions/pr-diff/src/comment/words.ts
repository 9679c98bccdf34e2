import { oneLine } from '@xano-specs/github';
import { type Report, verdict } from '@xano-specs/openapi-diff';
import type { ReportContext } from './context.ts';

/** The longest text of a note and of a name in it. */
const LONGEST_TEXT = 300;

/** A text that comes from outside as a code span: nothing in it is a mention, a link, HTML or markdown. */
export function code(text: string, longest = LONGEST_TEXT): string {
  const line = oneLine(text).replaceAll('`', "'");
  const shown = line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
  return shown.trim() === '' ? '`(no name)`' : `\`${shown}\``;
}

/** The first characters of a commit's name, as GitHub shows them. */
export function shortOid(oid: string): string {
  return oid.slice(0, 7);
}

/** "2 API groups can't be read"; null when all could be. */
export function unreadableWords({
  notes,
  documentWord,
}: Pick<ReportContext, 'notes' | 'documentWord'>): string | null {
  const count = notes.filter(({ kind }) => kind === 'unreadable').length;
  if (count === 0) return null;
  return `${count.toLocaleString('en-US')} ${count === 1 ? documentWord : `${documentWord}s`} can't be read`;
}

/** The verdict in one line of plain text, none of which comes from a document. */
export function verdictLine(
  report: Report,
  context: Pick<ReportContext, 'notes' | 'documentWord' | 'override'>,
): string {
  const unreadable = unreadableWords(context);
  return [
    ...(unreadable === null ? [] : [unreadable]),
    verdict(report),
    ...(context.override === null ? [] : ['accepted by a label']),
  ].join(' · ');
}
