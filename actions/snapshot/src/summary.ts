import { cell, cut, SUMMARY_LIMIT, shownName } from '@xano-specs/github';
import { KINDS, type Kind, kindOf, spansInstances } from './groups.ts';
import type { Result } from './result.ts';
import { keptWords, leakWords, sentence, verdictOf } from './words.ts';

type GroupResult = Result['groups'][number];

/** The longest reason or error in a cell. */
const LONGEST_CELL = 600;
const LONGEST_HINT = 1_500;

/** Lists that could not be read, and changes of a group, that are shown; the rest is counted. */
const SHOWN_LISTS = 20;
const SHOWN_CHANGES = 100;

/** People's commits, and files in conflict, that are shown. */
const SHOWN_COMMITS = 20;

/**
 * The job summary: the answer in one line, what went wrong, a table of the groups with what
 * changed first, and the changes of each document. It stays within what GitHub takes: lines
 * that don't fit are counted.
 */
export function renderSummary(result: Result): string {
  const head = [
    `### ${headline(result)}`,
    '',
    ...errorLines(result),
    ...warningLines(result),
    ...proposalLines(result),
    ...unlistedLines(result),
  ];
  const lines = [...tableLines(result), ...changeLines(result)];
  const foot = (left: number) =>
    left === 0 ? '' : `\n${left.toLocaleString('en-US')} more lines are in the result file.\n`;
  let bytes = Buffer.byteLength(head.join('\n')) + Buffer.byteLength(foot(lines.length)) + 1;
  const shown: string[] = [];
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > SUMMARY_LIMIT) break;
    shown.push(line);
  }
  return `${[...head, ...shown].join('\n').trimEnd()}\n${foot(lines.length - shown.length)}`;
}

function headline(result: Result): string {
  const verdict = cell(verdictOf(result));
  if (result.outcome === 'refused' || result.outcome === 'failed') return `✗ ${verdict}`;
  const { commit, pullRequest, error } = result;
  const mark = error === null ? '✓' : '✗';
  if (pullRequest !== null) return `${mark} ${verdict} ([open it](${encodeURI(pullRequest.url)}))`;
  if (commit === null) return `${mark} ${verdict}`;
  return `${mark} ${verdict} in [${cell(commit.sha.slice(0, 7))}](${encodeURI(commit.url)})`;
}

function errorLines({ error }: Result): string[] {
  if (error === null) return [];
  const hint = error.hint === null ? [] : [withLinks(cut(error.hint, LONGEST_HINT)), ''];
  return [cell(cut(error.message, LONGEST_CELL)), '', ...hint];
}

/** A text whose addresses can be followed, and in which all else is text. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:])/)
    .map((part, index) => (index % 2 === 0 ? cell(part) : addressOf(part)))
    .join(' ');
}

/** An address as a link; as text if it was cut, or is none that can be read. What is escaped in it stays so once. */
function addressOf(text: string): string {
  try {
    decodeURI(text);
    return `<${encodeURI(text).replaceAll(/%25(?=[\da-f]{2})/gi, '%')}>`;
  } catch {
    return cell(text);
  }
}

/** People's commits on the branch of a pull request, and what could not be done for it. */
function proposalLines({ pullRequest, branch }: Result): string[] {
  if (pullRequest === null) return [];
  const { peopleCommits, conflicts, warnings } = pullRequest;
  const commits = peopleCommits.slice(0, SHOWN_COMMITS).map(({ sha, url, subject, author }) => {
    const link = `[${cell(sha.slice(0, 7))}](${encodeURI(url)})`;
    return `- ${link} ${cell(cut(subject, LONGEST_CELL))}, by ${cell(shownName(author))}`;
  });
  const more = peopleCommits.length - commits.length;
  return [
    ...(commits.length === 0 ? [] : [`People committed to ${cell(pullRequest.branch)}; that was kept:`, '']),
    ...commits,
    ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : []),
    ...(commits.length === 0 ? [] : ['']),
    ...(conflicts.length === 0
      ? []
      : [
          `${cell(pullRequest.branch)} could not be brought up to date with ${cell(branch ?? '')}; both changed ${cell(conflicts.slice(0, SHOWN_COMMITS).join(', '))}.`,
          '',
        ]),
    ...warnings.flatMap((warning) => [withLinks(cut(warning, LONGEST_HINT)), '']),
  ];
}

function warningLines({ warnings }: Result): string[] {
  if (warnings.length === 0) return [];
  const shown = warnings.slice(0, SHOWN_LISTS).map(({ message, hint }) => {
    return `- **${cell(cut(message, LONGEST_CELL))}** ${withLinks(cut(hint, LONGEST_CELL))}`;
  });
  return [...shown, ''];
}

function unlistedLines({ unlisted }: Result): string[] {
  if (unlisted.length === 0) return [];
  const shown = unlisted.slice(0, SHOWN_LISTS).map(({ instance, workspace, branch, error }) => {
    const names = [instance, workspace, branch].filter((name) => name !== null).map(shownName);
    const which = names.length === 0 ? 'The instances' : cell(names.join(' / '));
    return `- **${which}** could not be listed: ${cell(cut(error.message, LONGEST_CELL))}`;
  });
  const more = unlisted.length - shown.length;
  return [...shown, ...(more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : []), ''];
}

function tableLines({ groups }: Result): string[] {
  if (groups.length === 0) return [];
  const withInstance = spansInstances(groups);
  const rows = groups
    .toSorted((a, b) => KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)))
    .map((group) => {
      const operations = group.operations === null ? '' : group.operations.toLocaleString('en-US');
      return `| ${nameOf(group, withInstance)} | ${word(kindOf(group))} | ${operations} | ${detailOf(group)} |`;
    });
  return ['| API group | | operations | |', '|---|---|--:|---|', ...rows];
}

function changeLines({ groups }: Result): string[] {
  const withInstance = spansInstances(groups);
  return groups.flatMap((group) => {
    const lines = group.changes?.lines ?? [];
    if (lines.length === 0) return [];
    const shown = lines
      .slice(0, SHOWN_CHANGES)
      .map(({ word, text }) => `- ${word} · ${cell(cut(text, LONGEST_CELL))}`);
    const more = lines.length - shown.length;
    const rest = more > 0 ? [`- and ${more.toLocaleString('en-US')} more`] : [];
    return ['', `**${nameOf(group, withInstance)}**`, ...shown, ...rest];
  });
}

function nameOf({ instance, workspace, branch, group }: GroupResult, withInstance: boolean): string {
  const names = [
    ...(withInstance ? [instance.display || instance.name] : []),
    workspace.name,
    ...(branch === null ? [] : [branch]),
    group.name,
  ];
  return cell(names.map(shownName).join(' / '));
}

function word(kind: Kind): string {
  return kind === 'same' || kind === 'unseen' ? kind : `**${kind}**`;
}

function detailOf(group: GroupResult): string {
  const { status, path, previousPath, version, previousVersion, reason, remedy, error, leakCount, changes } =
    group;
  const kept = path === null ? '' : ` ${keptWords(group)}`;
  const parts = [
    ...(path !== null && previousPath !== null && path !== previousPath
      ? [`moved from ${previousPath}`]
      : []),
    ...(reason === null
      ? []
      : [
          `${status === 'kept-unreadable' ? 'It could be read before. ' : ''}${sentence(reason)}${remedy === null ? '' : ` ${sentence(remedy)}`}${kept}`,
        ]),
    ...(error === null
      ? []
      : [`${sentence(error.message)}${error.hint === null ? '' : ` ${error.hint}`}${kept}`]),
    ...(changes === null ? [] : [countChanges(changes)]),
    ...(version !== null && previousVersion !== null && version !== previousVersion
      ? [`Version ${version}`]
      : []),
    ...(leakCount === 0 ? [] : [leakWords(leakCount)]),
    ...(status === 'kept-unseen' ? [`${unseenWords(group)} ${keptWords(group)}`] : []),
  ];
  return cell(cut(parts.map(sentence).join(' ').trim(), LONGEST_CELL));
}

function unseenWords({ awaiting }: GroupResult): string {
  return awaiting
    ? 'Another branch is live in Xano, and the document that takes this place, or the list that this one is in now, could not be read.'
    : 'Not listed in this run.';
}

/** "2 breaking, 1 warning, 4 safe" */
function countChanges({ breaking, warnings, safe }: NonNullable<GroupResult['changes']>): string {
  return [
    ...(breaking > 0 ? [`${breaking} breaking`] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
    ...(safe > 0 ? [`${safe} safe`] : []),
  ].join(', ');
}
