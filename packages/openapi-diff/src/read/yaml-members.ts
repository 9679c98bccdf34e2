import { constructFromEvents, type Event, parseEvents } from 'js-yaml';
import type { Json } from './document.ts';
import type { Named, Range, WrittenMember } from './written-parts.ts';
import { YAML_SCHEMA } from './yaml-schema.ts';

/** Thrown where a stretch of a text isn't one member, or hangs together with others by an anchor. */
export class NotAlone extends Error {}

/** The members of one mapping in block style, all indented alike. */
export interface BlockMapping extends Range {
  /** The spaces before each key. */
  readonly indent: string;
}

const SPACE = 32;
const NEWLINE = 10;

/** A line without content: a comment, or nothing. */
const NO_CONTENT = /[ \t]*(?:#[^\n]*)?\r?\n/y;

/** The mark of a document's start. */
const DOCUMENT_START = /---[ \t]*\r?\n/y;

/** What a key begins with that needs no thought: a letter, a digit, a path's slash, a quote. */
const KEY_START = /[\w/$"']/;

/** How a line goes on that belongs to the member before it: an item of its list, a comment, nothing. */
const CONTINUATION = /-(?=[ \t\r\n]|$)|#|\r?(?:\n|$)/y;

/** A key, roughly: it only says which members are likely to be the same one. */
const LABEL = / *(?:"[^"\n]*"|'[^'\n]*'|[^\n:]*):/y;

/** A key with nothing behind it but its value on the lines below. */
const KEY_ALONE = / *(?:"[^"\\\n]*"|'[^'\n]*'|[^\s"'#:][^\n#:]*):\r?\n/y;

/** A key alone is a mapping with a key in it. */
const KEY_DEPTH = 2;

/** The mapping that a text consists of, or null where it isn't written in block style. */
export function wholeMapping(text: string): BlockMapping | null {
  const comments = contentLine(text, 0);
  const start = comments + matched(DOCUMENT_START, text, comments);
  return mappingFrom(text, { start, end: text.length }, -1);
}

/**
 * The members of a mapping, or null where lines don't tell them apart. A block mapping (YAML 1.2,
 * 8.2.2) ends where a line is indented less, and every line that is indented just as much begins
 * an entry, unless it stands in a quoted or flow value; that isn't closed before it, so that the
 * stretch up to there can't be read by itself. Stretches begin at the start of a line, since
 * columns mean something.
 */
export function membersOf(text: string, mapping: BlockMapping): readonly WrittenMember[] | null {
  const ranges = entriesOf(text, mapping);
  return (
    ranges?.map((range) => {
      const line = contentLine(text, range.start);
      return { ...range, label: text.slice(line, line + matched(LABEL, text, line)) };
    }) ?? null
  );
}

/** The mapping that is a member's value, or null where that is something else or begins beside the key. */
export function mappingInside(text: string, { start, end }: WrittenMember): BlockMapping | null {
  const line = contentLine(text, start);
  const key = matched(KEY_ALONE, text, line);
  return key === 0 ? null : mappingFrom(text, { start: line + key, end }, columnAt(text, line));
}

/**
 * Reads one member.
 *
 * @param maxDepth how deep it may be, itself counted
 * @throws NotAlone where it isn't exactly one
 * @throws YAMLException where it is no YAML
 */
export function readMember(text: string, { start, end }: Range, maxDepth: number): Named {
  const source = text.slice(start, end);
  const events = parseEvents(source, { maxDepth });
  if (events.some(isAnchored)) throw new NotAlone();
  const [document, ...others] = constructFromEvents(events, { source, schema: YAML_SCHEMA });
  if (others.length > 0 || document === null || typeof document !== 'object' || Array.isArray(document))
    throw new NotAlone();
  const [only, ...more] = Object.entries(document as Record<string, Json>);
  if (only === undefined || more.length > 0) throw new NotAlone();
  return { name: only[0], value: only[1] };
}

/** Reads the key of a member whose value is a mapping on the lines below; throws as `readMember`. */
export function readKey(text: string, { start }: Range): string {
  const line = contentLine(text, start);
  return readMember(text, { start: line, end: line + matched(KEY_ALONE, text, line) }, KEY_DEPTH).name;
}

/** The offset of a member's key. */
export function keyStart(text: string, { start }: Range): number {
  const line = contentLine(text, start);
  return line + columnAt(text, line);
}

/** The first line with content, from a line on. */
function contentLine(text: string, from: number): number {
  let line = from;
  for (let length = -1; length !== 0; line += length) length = matched(NO_CONTENT, text, line);
  return line;
}

/** The length of what an expression matches at an offset; 0 where it doesn't. */
function matched(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex - at : 0;
}

/** How far a line is indented. */
function columnAt(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at - line;
}

/** The mapping whose first key stands on the first line with content, deeper than what is around it. */
function mappingFrom(text: string, { start, end }: Range, outer: number): BlockMapping | null {
  const line = contentLine(text, start);
  const column = columnAt(text, line);
  if (column <= outer || line + column >= end || !KEY_START.test(text.charAt(line + column))) return null;
  return { start, end, indent: text.slice(line, line + column) };
}

/** What stands between the lines that are indented just as a mapping's keys are; null where one of them isn't plainly a key. */
function entriesOf(text: string, { start, end, indent }: BlockMapping): readonly Range[] | null {
  // So that no search goes beyond the mapping.
  const inner = text.slice(start, end);
  const opening = `\n${indent}`;
  const found: Range[] = [];
  let from = 0;
  for (
    let line = inner.indexOf(opening, contentLine(inner, 0));
    line !== -1;
    line = inner.indexOf(opening, line + 1)
  ) {
    const content = line + opening.length;
    const code = inner.charCodeAt(content);
    if (code === SPACE || code === NEWLINE) continue;
    if (!KEY_START.test(inner.charAt(content))) {
      CONTINUATION.lastIndex = content;
      if (CONTINUATION.test(inner)) continue;
      return null;
    }
    found.push({ start: start + from, end: start + line + 1 });
    from = line + 1;
  }
  found.push({ start: start + from, end });
  return found;
}

/** Whether an event is an alias, or of a node that has a name for one. */
function isAnchored(event: Event): boolean {
  return 'anchorStart' in event && event.anchorStart >= 0;
}
