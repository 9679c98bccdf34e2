import { SUMMARY_LIMIT } from '@xano-specs/github';
import { countGroups, KINDS, type Kind, kindOf, sayCounts, spansInstances } from './groups.ts';
import type { Result } from './result.ts';
import { cell, cut, shownName } from './safe-text.ts';
import { leakWords, sentence } from './words.ts';

type GroupResult = Result['groups'][number];

/** The longest reason or error in a cell. */
const LONGEST_CELL = 600;

/**
 * The job summary: the answer in one line, what went wrong, and a table of the groups with
 * what changed first. It stays within what GitHub takes; rows that don't fit are counted.
 */
export function renderSummary(result: Result): string {
  const head = [`### ${headline(result)}`, '', ...errorLines(result), ...unlistedLines(result)];
  const rows = tableRows(result);
  if (rows.length === 0) return `${head.join('\n').trimEnd()}\n`;
  head.push('| API group | | operations | |', '|---|---|--:|---|');
  const foot = (left: number) =>
    left > 0 ? `\n${left.toLocaleString('en-US')} more are in the result file.\n` : '';
  let bytes = Buffer.byteLength(head.join('\n')) + Buffer.byteLength(foot(rows.length)) + 1;
  const shown: string[] = [];
  for (const row of rows) {
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > SUMMARY_LIMIT) break;
    shown.push(row);
  }
  return `${[...head, ...shown].join('\n')}\n${foot(rows.length - shown.length)}`;
}

function headline(result: Result): string {
  const { outcome, counts, commit, branch } = result;
  const what = sayCounts(counts) ?? 'Names changed';
  switch (outcome) {
    case 'committed': {
      const link = commit === null ? '' : ` in [${cell(commit.sha.slice(0, 7))}](${encodeURI(commit.url)})`;
      return `✓ ${what} · committed to ${cell(branch ?? '')}${link}`;
    }
    case 'unchanged':
      return `✓ Nothing changed in ${countGroups(counts.documents)}`;
    case 'dry-run':
      return `✓ ${what} · nothing was committed, since this is a dry run`;
    case 'refused':
      return '✗ Nothing was committed';
    case 'failed':
      return '✗ The snapshot failed';
  }
}

function errorLines({ error }: Result): string[] {
  if (error === null) return [];
  const hint = error.hint === null ? [] : [cell(cut(error.hint, LONGEST_CELL)), ''];
  return [cell(cut(error.message, LONGEST_CELL)), '', ...hint];
}

/** Lists that could not be read, named as far as they are; so many are shown. */
const SHOWN_LISTS = 20;

function unlistedLines({ unlisted }: Result): string[] {
  if (unlisted.length === 0) return [];
  const shown = unlisted.slice(0, SHOWN_LISTS).map(({ instance, workspace, branch, error }) => {
    const names = [instance, workspace, branch].filter((name) => name !== null).map(shownName);
    return `- **${names.length === 0 ? 'The list of instances' : cell(names.join(' / '))}** could not be listed: ${cell(cut(error.message, LONGEST_CELL))}`;
  });
  const more = unlisted.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : []), ''];
}

function tableRows({ groups }: Result): string[] {
  const withInstance = spansInstances(groups);
  return groups
    .toSorted((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)))
    .map((group) => {
      const names = [
        ...(withInstance ? [group.instance.display || group.instance.name] : []),
        group.workspace.name,
        ...(group.branch === null ? [] : [group.branch]),
        group.group.name,
      ];
      const operations = group.operations === null ? '' : group.operations.toLocaleString('en-US');
      return `| ${cell(names.map(shownName).join(' / '))} | ${word(kindOf(group))} | ${operations} | ${detailOf(group)} |`;
    });
}

function word(kind: Kind): string {
  const bold = kind !== 'same' && kind !== 'unseen';
  return bold ? `**${kind}**` : kind;
}

function detailOf(group: GroupResult): string {
  const { path, previousPath, reason, remedy, error, leakCount, changes } = group;
  const kept = path === null ? '' : ' Its last good document was kept.';
  const parts = [
    ...(path !== null && previousPath !== null && path !== previousPath
      ? [`moved from ${previousPath}`]
      : []),
    ...(reason === null
      ? []
      : [`${sentence(reason)}${remedy === null ? '' : ` ${sentence(remedy)}`}${kept}`]),
    ...(error === null
      ? []
      : [`${sentence(error.message)}${error.hint === null ? '' : ` ${error.hint}`}${kept}`]),
    ...(changes === null ? [] : [countChanges(changes)]),
    ...(leakCount === 0 ? [] : [leakWords(leakCount)]),
    ...(group.status === 'kept-unseen' ? ['Not listed in this run; its document was kept.'] : []),
  ];
  return cell(cut(parts.join(' '), LONGEST_CELL));
}

/** "2 breaking, 1 warning, 4 safe: price became text in a response and 6 more" */
function countChanges({ breaking, warnings, safe, lines }: NonNullable<GroupResult['changes']>): string {
  const counts = [
    ...(breaking > 0 ? [`${breaking} breaking`] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
    ...(safe > 0 ? [`${safe} safe`] : []),
  ];
  const [first] = lines;
  if (first === undefined) return '';
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : '';
  return sentence(`${counts.length === 0 ? '' : `${counts.join(', ')}: `}${first.text}${more}`);
}
