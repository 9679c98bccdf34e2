import type { PreparedSnapshot } from '@xano-specs/core';
import { count } from '../../words.ts';

/** Files of each kind that are listed; the rest is counted. */
const LISTED = 50;

/** What a dry run would have written and removed; no line for one that would have changed nothing. */
export function fileLines({ additions, deletions, changed }: PreparedSnapshot): string[] {
  if (!changed) return [];
  const parts = [
    ...(additions.length === 0 ? [] : [`write ${count(additions.length, 'file')}`]),
    ...(deletions.length === 0 ? [] : [`remove ${count(deletions.length, 'file')}`]),
  ];
  return [
    '',
    `It would ${parts.join(' and ')}:`,
    ...linesOf(
      'write',
      additions.map(({ path }) => path),
    ),
    ...linesOf('remove', deletions),
  ];
}

function linesOf(verb: 'write' | 'remove', paths: readonly string[]): string[] {
  const shown = paths.slice(0, LISTED).map((path) => `  ${verb.padEnd(6)}  ${path}`);
  const more = paths.length - shown.length;
  return more > 0 ? [...shown, `  and ${more.toLocaleString('en-US')} more`] : shown;
}
