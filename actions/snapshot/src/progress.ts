import type { ListingFailedOutcome, ReducedGroup, SnapshotRow } from '@xano-specs/core';
import { oneLine, shownName } from '@xano-specs/github';
import { kindOf, namesOf } from './groups.ts';

/** A line of the log for an outcome of the walk, as it comes. */
export function outcomeLine(outcome: ReducedGroup | ListingFailedOutcome): string {
  if (outcome.kind === 'listing-failed') {
    const { scope, error } = outcome;
    const names = [scope?.instance.display ?? null, scope?.workspace?.name ?? null, scope?.branch ?? null]
      .filter((name) => name !== null)
      .map(shownName);
    return `not listed  ${names.length === 0 ? 'the instances' : names.join(' / ')}: ${oneLine(error.message)}`;
  }
  const name = namesOf(outcome.group, true).map(shownName).join(' / ');
  switch (outcome.kind) {
    case 'document':
      return `read        ${name}  ${outcome.operations.toLocaleString('en-US')} operations`;
    case 'unreadable':
      return `unreadable  ${name}: ${oneLine(outcome.reason)}`;
    case 'failed':
      return `failed      ${name}: ${oneLine(outcome.error.message)}`;
  }
}

/** The lines of the log for what a plan does, without the groups that stay as they are. */
export function planLines(rows: readonly SnapshotRow[]): string[] {
  return rows
    .filter((row) => !['same', 'kept-unseen'].includes(row.status))
    .map((row) => {
      const { path, previousPath } = row;
      const place =
        path !== null && previousPath !== null && path !== previousPath
          ? `${previousPath} → ${path}`
          : (path ?? previousPath ?? '');
      const name = namesOf(row.group, true).map(shownName).join(' / ');
      return `${kindOf(row).padEnd(11)} ${name}  ${place}`.trimEnd();
    });
}
