import type { SnapshotRow } from '@xano-specs/core';
import { count, duration } from '../../words.ts';
import { type StatusWord, wordOf } from './status-words.ts';

/** What a summary says first. */
const ORDER: readonly StatusWord[] = ['changed', 'added', 'renamed', 'removed', 'failed', 'unreadable'];

/** How a run ended, in one line: "3 API groups, 1 changed, 1 unreadable (its last good snapshot was kept) · 0.8 s". */
export function summaryLine(
  rows: readonly SnapshotRow[],
  { ms, dryRun }: { readonly ms: number; readonly dryRun: boolean },
): string {
  const seen = rows.filter(({ status }) => status !== 'kept-unseen');
  const words = seen.map(({ status }) => wordOf(status));
  const parts = ORDER.flatMap((word) => {
    const number = words.filter((one) => one === word).length;
    return number === 0 ? [] : [`${number.toLocaleString('en-US')} ${word}${keptOf(rows, word, number)}`];
  });
  const changes = parts.length === 0 && seen.length > 0 ? ['nothing changed'] : parts;
  const unseen = rows.length - seen.length;
  return [
    [count(seen.length, 'API group'), ...changes].join(', '),
    ...(unseen === 0 ? [] : [`${unseen.toLocaleString('en-US')} more kept, not looked at`]),
    ...(dryRun ? ['a dry run: nothing was written'] : []),
    duration(ms),
  ].join(' · ');
}

/** Whether the last good document of those that have no new one was kept. */
function keptOf(rows: readonly SnapshotRow[], word: StatusWord, number: number): string {
  if (word !== 'failed' && word !== 'unreadable') return '';
  const kept = rows.filter(({ status }) => status === `kept-${word}`).length;
  if (kept === 0) return '';
  if (number === 1) return ' (its last good snapshot was kept)';
  return kept === number
    ? ' (their last good snapshots were kept)'
    : ` (${count(kept, 'last good snapshot')} kept)`;
}
