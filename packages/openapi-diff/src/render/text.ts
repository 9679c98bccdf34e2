import { type Change, LEVELS, type Level, type Report } from '../report/report.ts';
import { operationsOf } from '../report/summary.ts';
import { cut, oneLine } from './sanitize.ts';
import { count, fileOf, headline, operationName, shownPlace, verdict } from './words.ts';

/** What gives a text its colours; every function may give back what it got. */
export interface Palette {
  readonly level: (level: Level, text: string) => string;
  readonly strong: (text: string) => string;
  /** Gets a code span with its backticks. */
  readonly code: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** No colours. */
export const PLAIN: Palette = {
  level: (_, text) => text,
  strong: (text) => text,
  code: (text) => text,
  faint: (text) => text,
};

/** How a report is written for a terminal. */
export interface TextOptions {
  readonly palette?: Palette;
  /** The terminal's width; lines of words are broken before it. */
  readonly width?: number;
  /** Whether the verdict ends the text, which is the default; a command may say it elsewhere. */
  readonly verdict?: boolean;
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;
const INDENT = '  ';

const SYMBOLS: Readonly<Record<Level, string>> = { error: '✗', warning: '!', info: '✓' };

/** The longest sentence; a witness may be a document of its own. */
const LONGEST_MESSAGE = 2_000;

/** The report for a terminal: each cause, then why, then where; the verdict comes last. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const palette = options.palette ?? PLAIN;
  const room = Math.max(NARROWEST, options.width ?? DEFAULT_WIDTH) - INDENT.length;
  const worst = LEVELS.find((level) => report.summary[level] > 0) ?? 'info';
  const blocks = [
    ...report.changes.map((change) => changeBlock(report, change, palette, room)),
    exceptionLines(report).join('\n'),
    options.verdict === false ? '' : palette.level(worst, palette.strong(oneLine(verdict(report)))),
  ].filter((block) => block !== '');
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function changeBlock(report: Report, change: Change, palette: Palette, room: number): string {
  const title = oneLine(headline(change, (name) => `\`${name}\``));
  const message = oneLine(cut(change.message, LONGEST_MESSAGE));
  const operations = operationsOf(change);
  const [first = '', ...rest] = wrap(title, room).map((line) => palette.strong(line));
  const shared = operations.map((one) => oneLine(operationName(one))).join(', ');
  return [
    `${palette.level(change.level, SYMBOLS[change.level])} ${first}`,
    ...rest.map((line) => INDENT + line),
    ...(message === title ? [] : indented(message, palette, room)),
    ...(operations.length > 1 ? indented(shared, palette, room) : []),
    INDENT + palette.faint(footer(report, change)),
  ].join('\n');
}

function footer(report: Report, change: Change): string {
  const shown = shownPlace(change);
  const where: string[] = [];
  if (shown !== null) {
    const { side, place } = shown;
    where.push(`${fileOf(report, change, side, place)}:${place.line}:${place.column}`);
  }
  return oneLine([...where, change.id, change.fingerprint].join(INDENT));
}

function exceptionLines({ exceptions }: Report): string[] {
  if (exceptions === undefined) return [];
  const { accepted, expired, unused } = exceptions;
  const named = (line: number, matches: string) =>
    `! The exception in line ${line} (${oneLine(cut(matches, 200))})`;
  return [
    ...(accepted.length === 0 ? [] : [`${count(accepted.length, 'change')} accepted by the exceptions file`]),
    ...expired.map(
      ({ line, matches, expires }) =>
        `${named(line, matches)} expired on ${oneLine(expires ?? '')}: renew it or remove it`,
    ),
    ...unused.map(({ line, matches }) => `${named(line, matches)} matches nothing: remove it`),
  ];
}

/** The lines of a sentence, with its code spans marked also where one goes on in the next line. */
function indented(text: string, palette: Palette, room: number): string[] {
  let isInside = false;
  return wrap(text, room).map((line) => {
    const spans = isInside ? /^[^`]*(?:`|$)|`[^`]*(?:`|$)/g : /`[^`]*(?:`|$)/g;
    if (line.split('`').length % 2 === 0) isInside = !isInside;
    return INDENT + line.replace(spans, (span) => palette.code(span));
  });
}

/** Breaks words into lines; a word that is longer than a line stays whole, so that it can be copied. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
