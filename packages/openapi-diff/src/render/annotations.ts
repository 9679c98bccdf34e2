import { append } from '../append.ts';
import type { Change, Level, Report } from '../report/report.ts';
import { LEVELS } from '../report/report.ts';
import { cut, oneLine } from './sanitize.ts';
import { fileOf, headline, shownPlace } from './words.ts';

/** GitHub shows 10 annotations of each level of one step and drops the rest without a word. */
export const ANNOTATIONS_A_LEVEL = 10;

/** The longest message; GitHub cuts the whole annotation at 64 kB. */
const LONGEST_MESSAGE = 4_000;

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** How a report is written as annotations. */
export interface AnnotationOptions {
  /** The levels that are shown; errors and warnings where it is left out. */
  readonly levels?: readonly Level[];
  /** At most so many of each level. */
  readonly limit?: number;
  /** The file in the repository, for what a report calls a document; null for a place in no file of it. */
  readonly file?: (file: string, side: 'base' | 'head') => string | null;
}

/** One workflow command a line, and how many changes of the shown levels found no room. */
export interface Annotations {
  readonly text: string;
  readonly left: number;
}

/**
 * The report as workflow commands, which GitHub shows at the lines of a pull request. A
 * change that is no longer in the new file is shown without a line.
 */
export function renderAnnotations(report: Report, options: AnnotationOptions = {}): Annotations {
  const levels = options.levels ?? ['error', 'warning'];
  const limit = options.limit ?? ANNOTATIONS_A_LEVEL;
  const lines: string[] = [];
  let left = 0;
  for (const level of LEVELS.filter((one) => levels.includes(one))) {
    const changes = report.changes.filter((change) => change.level === level);
    append(
      lines,
      changes.slice(0, limit).map((change) => annotation(report, change, options)),
    );
    left += Math.max(0, changes.length - limit);
  }
  return { text: lines.map((line) => `${line}\n`).join(''), left };
}

function annotation(report: Report, change: Change, options: AnnotationOptions): string {
  const title = oneLine(
    cut(
      headline(change, (name) => `\`${name}\``),
      200,
    ),
  );
  const properties = [...placeProperties(report, change, options), `title=${escapeProperty(title)}`];
  const message = oneLine(cut(change.message, LONGEST_MESSAGE));
  return `::${COMMANDS[change.level]} ${properties.join(',')}::${escapeData(`${message} (${change.id})`)}`;
}

function placeProperties(report: Report, change: Change, { file }: AnnotationOptions): string[] {
  const shown = shownPlace(change);
  if (shown === null) return [];
  const { side, place } = shown;
  const name = fileOf(report, change, side, place);
  const path = file === undefined ? name : file(name, side);
  if (path === null || side === 'base') return [];
  return [`file=${escapeProperty(oneLine(path))}`, `line=${place.line}`, `col=${place.column}`];
}

/** As the runner reads a command's message: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As the runner reads a command's properties: the message's escapes, and the two that end a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
