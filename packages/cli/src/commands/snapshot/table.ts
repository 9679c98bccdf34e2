import type { SnapshotRow } from '@xano-specs/core';
import type { Comparison } from '@xano-specs/openapi-diff';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Colours } from '../../terminal/screen.ts';
import { type Cell, tableLines } from '../../terminal/table.ts';
import { count } from '../../words.ts';
import type { Comparisons } from './comparisons.ts';
import { paintOf, wordOf } from './status-words.ts';

/** With more API groups than this, those that stayed the same are only counted. */
const ROWS_WITH_SAME = 20;

/** The longest name that a table shows. */
const LONGEST_NAME = 40;

/** One line for each API group: where it is, what became of it, and what that means. */
export function groupLines(
  rows: readonly SnapshotRow[],
  comparisons: Comparisons,
  colours: Colours,
): string[] {
  const seen = rows.filter(({ status }) => status !== 'kept-unseen');
  const shown = seen.length > ROWS_WITH_SAME ? seen.filter(({ status }) => status !== 'same') : seen;
  return tableLines(shown.map((row) => cellsOf(row, comparisons, colours)));
}

function cellsOf(row: SnapshotRow, comparisons: Comparisons, colours: Colours): Cell[] {
  const { instance, workspace, branch, group } = row.group;
  const word = wordOf(row.status);
  const trouble = troubleOf(row);
  const start: Cell[] = [
    { text: shownName(instance.name), paint: colours.dim },
    {
      text: branch.live
        ? shownName(workspace.name)
        : `${shownName(workspace.name)} / ${shownName(branch.label)}`,
    },
    { text: shownName(group.name), paint: colours.bold },
    { text: word, paint: paintOf(word, colours) },
  ];
  if (trouble !== null) return [...start, { text: trouble }];
  const comparison = comparisons.get(row.path ?? row.previousPath ?? '');
  return [
    ...start,
    { text: row.operations === null ? '' : count(row.operations, 'operation'), align: 'right' },
    { text: versionOf(row), paint: colours.dim },
    noteOf(row, comparison, colours),
  ];
}

/** "1.4.2 → 2.0.0" where it changed, else the version that the group has. */
function versionOf({ version, previousVersion }: SnapshotRow): string {
  if (version === null) return previousVersion ?? '';
  return previousVersion === null || previousVersion === version
    ? version
    : `${previousVersion} → ${version}`;
}

/** Why a group has no new document, and what would mend it. */
function troubleOf({ status, reason, remedy, error }: SnapshotRow): string | null {
  if (error !== null) return safeLine([error.message, error.hint].filter((part) => part !== null).join(' '));
  if (reason === null) return null;
  const before = status === 'kept-unreadable' ? ['It could be read before.'] : [];
  return safeLine([...before, reason, ...(remedy === null ? [] : [remedy])].join(' '));
}

/** What a change breaks, and where the document was before if it has moved. */
function noteOf(row: SnapshotRow, comparison: Comparison | undefined, colours: Colours): Cell {
  const moved = row.previousPath !== null && row.path !== null && row.previousPath !== row.path;
  const was = moved ? `was ${safeLine(row.previousPath)}` : '';
  const { text, paint } = findingsOf(comparison, colours);
  if (text === '' || was === '') return { text: text + was, paint: text === '' ? colours.dim : paint };
  return { text: `${text}, ${was}`, paint };
}

function findingsOf(
  comparison: Comparison | undefined,
  { red, yellow, dim }: Colours,
): { readonly text: string; readonly paint: (text: string) => string } {
  if (comparison === undefined) return { text: '', paint: dim };
  if (typeof comparison === 'string') return { text: `not compared: ${safeLine(comparison)}`, paint: yellow };
  const { error, warning } = comparison.summary;
  if (error > 0) return { text: `${error.toLocaleString('en-US')} breaking`, paint: red };
  return { text: warning > 0 ? count(warning, 'warning') : '', paint: yellow };
}

function shownName(name: string): string {
  const line = safeLine(name);
  return [...line].length <= LONGEST_NAME ? line : `${[...line].slice(0, LONGEST_NAME - 1).join('')}…`;
}
