import type { PageCounts } from './page-data.ts';

/** A number with its noun. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? singular : plural}`;
}

/** The answer that a reader wants first. */
export function verdictText({ error, warning, info }: PageCounts): string {
  if (error > 0) return count(error, 'breaking change');
  return warning + info > 0 ? 'No breaking change' : 'No change';
}

/** What there is besides: the counts that aren't zero. */
export function countsText({ warning, info, operations }: PageCounts): string[] {
  return [
    warning > 0 ? count(warning, 'warning') : '',
    info > 0 ? count(info, 'safe change') : '',
    operations > 0 ? `${count(operations, 'operation')} touched` : '',
  ].filter((part) => part !== '');
}
