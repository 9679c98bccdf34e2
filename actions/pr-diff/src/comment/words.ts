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

/** Said where the verdict alone would not tell why the check is red. */
export const WARNINGS_FAIL = 'warnings fail this check';

/** Whether nothing breaks, and the check fails for warnings all the same. */
export function failsByWarnings(
  { summary }: Pick<Report, 'summary'>,
  { failOn, override }: Pick<ReportContext, 'failOn' | 'override'>,
): boolean {
  return failOn === 'warning' && override === null && summary.error === 0 && summary.warning > 0;
}

/** Whether there was no document to compare at all, so that nothing is known. */
export function isNothing({ notes }: Pick<ReportContext, 'notes'>): boolean {
  return notes.some(({ kind }) => kind === 'nothing');
}

export const NOTHING_COMPARED = 'Nothing was compared';

/** The verdict in one line of plain text, none of which comes from a document. */
export function verdictLine(
  report: Report,
  context: Pick<ReportContext, 'notes' | 'documentWord' | 'override' | 'failOn'>,
): string {
  if (isNothing(context)) return NOTHING_COMPARED;
  const unreadable = unreadableWords(context);
  return [
    ...(unreadable === null ? [] : [unreadable]),
    verdict(report),
    ...(failsByWarnings(report, context) ? [WARNINGS_FAIL] : []),
    ...(context.override === null ? [] : ['accepted by a label']),
  ].join(' · ');
}
