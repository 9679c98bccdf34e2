import type { Json, JsonObject } from './document.ts';
import { endOfString, stringOf } from './json-string.ts';
import type { Wanted } from './positions-wanted.ts';

const SPACE = 32;
const TAB = 9;
const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A container on the way to something wanted, while its lines are read. */
interface Frame {
  readonly wanted: Wanted;
  readonly value: readonly Json[] | JsonObject;
  readonly close: number;
  /** How many characters of indentation the members have. */
  readonly indent: number;
  /** The keys that `JSON.parse` found here; null for an array. */
  readonly keys: ReadonlySet<string> | null;
  readonly size: number;
  readonly seen: Set<string>;
}

/**
 * The same as `locateJson` for text that is laid out as `JSON.stringify` lays it out, a member
 * a line, several times faster: a subtree is skipped by looking at one character a line, the
 * one that stands where its closing bracket must. What the lines tell is held against the
 * parsed value: every container on the way must have exactly its keys, each once, and the
 * root must close at the end of the text.
 *
 * @returns whether the text is laid out that way; where not, positions in the tree mean nothing.
 */
export function locatePretty(text: string, value: Json, root: Wanted): boolean {
  const first = text.charCodeAt(0);
  if ((first !== OPEN_OBJECT && first !== OPEN_ARRAY) || text.charCodeAt(1) !== NEWLINE) return false;
  return new PrettyScanner(text).run(value, root);
}

class PrettyScanner {
  readonly #text: string;
  /** The character that lines are indented with, and how many of them a level. */
  readonly #pad: number;
  readonly #unit: number;
  #line = 2;
  #lineStart = 2;

  constructor(text: string) {
    this.#text = text;
    this.#pad = text.charCodeAt(2);
    let end = 2;
    while (text.charCodeAt(end) === this.#pad) end += 1;
    this.#unit = end - 2;
  }

  run(value: Json, root: Wanted): boolean {
    if (this.#pad !== SPACE && this.#pad !== TAB) return false;
    root.position = { line: 1, column: 1 };
    const frames: Frame[] = [];
    if (!this.#open(frames, root, value, this.#text.charCodeAt(0), this.#unit)) return false;
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (this.#isIndented(frame.indent)) {
        if (!this.#member(frame, frames)) return false;
      } else {
        if (frame.seen.size !== frame.size || !this.#closes(frame.indent - this.#unit, frame.close))
          return false;
        frames.pop();
      }
    }
    return this.#text.slice(this.#lineStart).trim() === '';
  }

  #open(frames: Frame[], wanted: Wanted, value: Json | undefined, code: number, indent: number): boolean {
    if (value === null || typeof value !== 'object' || Array.isArray(value) !== (code === OPEN_ARRAY))
      return false;
    const keys = Array.isArray(value) ? null : new Set(Object.keys(value));
    frames.push({
      wanted,
      value: value as Frame['value'],
      close: code === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT,
      indent,
      keys,
      size: keys === null ? (value as readonly Json[]).length : keys.size,
      seen: new Set(),
    });
    return true;
  }

  /** Whether the line is indented by exactly so much. */
  #isIndented(indent: number): boolean {
    const end = this.#lineStart + indent;
    if (this.#text.charCodeAt(end) === this.#pad) return false;
    for (let at = this.#lineStart; at < end; at += 1) {
      if (this.#text.charCodeAt(at) !== this.#pad) return false;
    }
    return true;
  }

  /** Steps to the line behind this offset, if nothing but a comma is left of its own. */
  #endLine(at: number): boolean {
    const end = this.#text.charCodeAt(at) === COMMA ? at + 1 : at;
    if (end < this.#text.length && this.#text.charCodeAt(end) !== NEWLINE) return false;
    this.#line += 1;
    this.#lineStart = end + 1;
    return true;
  }

  /** Steps over a line that holds a closing bracket and nothing else. */
  #closes(indent: number, bracket: number): boolean {
    const at = this.#lineStart + indent;
    return this.#isIndented(indent) && this.#text.charCodeAt(at) === bracket && this.#endLine(at + 1);
  }

  #member(frame: Frame, frames: Frame[]): boolean {
    const text = this.#text;
    const start = this.#lineStart + frame.indent;
    let at = start;
    let name = String(frame.seen.size);
    if (frame.keys !== null) {
      if (text.charCodeAt(at) !== QUOTE) return false;
      const end = endOfString(text, at);
      name = stringOf(text.slice(at, end));
      if (!frame.keys.has(name) || frame.seen.has(name) || text.charCodeAt(end) !== COLON) return false;
      at = text.charCodeAt(end + 1) === SPACE ? end + 2 : end + 1;
    }
    frame.seen.add(name);
    const child = frame.wanted.children.get(name);
    if (child !== undefined) child.position = { line: this.#line, column: frame.indent + 1 };
    const code = text.charCodeAt(at);
    if (code !== OPEN_OBJECT && code !== OPEN_ARRAY) return this.#endLine(this.#endOfScalar(at, code));
    const close = code === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT;
    if (text.charCodeAt(at + 1) === close) return this.#endLine(at + 2);
    if (text.charCodeAt(at + 1) !== NEWLINE) return false;
    this.#line += 1;
    this.#lineStart = at + 2;
    if (child === undefined || child.children.size === 0) return this.#skip(frame.indent, close);
    return this.#open(frames, child, memberOf(frame.value, name), code, frame.indent + this.#unit);
  }

  #endOfScalar(start: number, code: number): number {
    if (code === QUOTE) return endOfString(this.#text, start);
    let at = start;
    while (at < this.#text.length) {
      const next = this.#text.charCodeAt(at);
      if (next === COMMA || next === NEWLINE) break;
      at += 1;
    }
    return at;
  }

  /** Over all lines that are indented deeper, and the closing line behind them. */
  #skip(indent: number, close: number): boolean {
    const text = this.#text;
    let start = this.#lineStart;
    let line = this.#line;
    while (text.charCodeAt(start + indent) === this.#pad) {
      const end = text.indexOf('\n', start + indent);
      if (end === -1) return false;
      start = end + 1;
      line += 1;
    }
    this.#lineStart = start;
    this.#line = line;
    return this.#closes(indent, close);
  }
}

function memberOf(value: Frame['value'], name: string): Json | undefined {
  return Object.hasOwn(value, name) ? (value as Record<string, Json>)[name] : undefined;
}
