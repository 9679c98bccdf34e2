import { dump } from 'js-yaml';
import { SnapshotError } from '../errors.ts';
import { MAX_TEXT_LENGTH, MAX_YAML_VALUES } from '../limits.ts';
import { isObject } from './json.ts';
import { documentTooLarge } from './too-large.ts';

/**
 * YAML that holds the same as a canonical text, in the same order.
 *
 * @throws SnapshotError DOCUMENT_TOO_LARGE
 */
export function yamlText(canonical: string): string {
  // Keys that look like numbers come first in a JavaScript object, in ascending order:
  // the statuses of an operation, which belong there anyway.
  const document: unknown = JSON.parse(canonical);
  // Before it is written: of what is far too long, js-yaml would write for minutes.
  if (blockIndentation(document) > MAX_TEXT_LENGTH) throw documentTooLarge();
  if (countValues(document) > MAX_YAML_VALUES)
    throw tooMuchForYaml('The document holds too many values to be written as YAML.');
  const text = written(document);
  if (text.length > MAX_TEXT_LENGTH) throw documentTooLarge();
  return text;
}

function written(document: unknown): string {
  try {
    return dump(document, { noRefs: true, lineWidth: -1 });
  } catch (cause) {
    // The patterns by which js-yaml chooses a style need more stack the longer a text is.
    if (!(cause instanceof RangeError)) throw cause;
    throw tooMuchForYaml('The document holds a text that is too long to be written as YAML.', cause);
  }
}

function tooMuchForYaml(message: string, cause?: unknown): SnapshotError {
  return new SnapshotError('DOCUMENT_TOO_LARGE', message, {
    hint: 'Write JSON instead of YAML, shorten the document in Xano, or leave the API group out with a filter.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** How many values and keys there are in a value, itself included. */
function countValues(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countValues(item), 1);
  if (!isObject(value)) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + countValues(item), 1);
}

/** Spaces that js-yaml puts before a line for each level around it. */
const INDENT = 2;

/** A character because of which js-yaml writes a text in double quotes, on one line. */
const QUOTED = /[^\n\x20-\x7E\xA1-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * How many characters the lines of the texts in a value are indented by. A text of several lines
 * becomes a block, each line of which is indented as deep as the text stands: where JSON grows with
 * the depth by a line a value, YAML grows by every line of every text.
 *
 * @param depth how many objects and arrays are around it
 */
export function blockIndentation(value: unknown, depth = 0): number {
  if (typeof value === 'string') return linesOfBlock(value) * INDENT * Math.max(1, depth);
  const children = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return children.reduce<number>((sum, child) => sum + blockIndentation(child, depth + 1), 0);
}

/** The lines that are indented: those of a block that hold something. */
function linesOfBlock(text: string): number {
  if (!text.includes('\n') || !/\S/.test(text) || QUOTED.test(text)) return 0;
  let lines = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '\n' && (at === 0 || text[at - 1] === '\n')) lines += 1;
  }
  return lines;
}
