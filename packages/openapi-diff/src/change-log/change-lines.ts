import { headline } from '../render/words.ts';
import type { Change } from '../report/report.ts';
import type { Comparison } from './compare-texts.ts';

/** What a change does to somebody who uses the API, in one word. */
export type ChangeWord = 'breaks' | 'warns' | 'adds' | 'notes';

/** One cause of a report, for a reader who has one line for it. */
export interface ChangeLine {
  readonly word: ChangeWord;
  /** A sentence without its full stop; names and values of the documents stand in backticks. */
  readonly text: string;
}

/** What a report means for a version: it breaks somebody, it adds something, or neither. */
export type VersionStep = 'major' | 'minor' | 'patch';

/**
 * What gives somebody who uses the API something that was not there: operations, parameters,
 * properties, bodies, headers, statuses, values. A rule that is new, such as a pattern, is none.
 */
const ADDITION =
  /^new-|(?:^|-)(?:endpoint|webhook|callback|status|media-type|body|header|link|enum-value|server)-added$|(?<!pattern)-property-added$|^request-body-added-optional$/;

/** The causes of a report, in its order: the worst first. What was not compared says so in its only line. */
export function changeLines(comparison: Comparison): ChangeLine[] {
  if (typeof comparison === 'string') return [{ word: 'notes', text: `not compared: ${comparison}` }];
  return comparison.changes.map((change) => ({
    word: wordOf(change),
    text: headline(change, (name) => `\`${name.replaceAll('`', "'")}\``),
  }));
}

/**
 * How far the version of an API goes after these changes: by its major number when one breaks,
 * by its minor number when one adds something and is safe, else by its patch number. What
 * was not compared may break anything.
 */
export function versionStep(comparison: Comparison): VersionStep {
  if (typeof comparison === 'string') return 'major';
  const words = new Set(comparison.changes.map(wordOf));
  if (words.has('breaks')) return 'major';
  return words.has('adds') ? 'minor' : 'patch';
}

function wordOf({ level, id }: Pick<Change, 'level' | 'id'>): ChangeWord {
  if (level === 'error') return 'breaks';
  if (level === 'warning') return 'warns';
  return ADDITION.test(id) ? 'adds' : 'notes';
}
