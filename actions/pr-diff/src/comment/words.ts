import { type Report, verdict } from '@xano-specs/openapi-diff';
import type { ReportContext } from './context.ts';

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
