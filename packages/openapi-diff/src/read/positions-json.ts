import { endOfString, stringOf } from './json-string.ts';
import { forget, type Wanted } from './positions-wanted.ts';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NEWLINE = 10;

/** A container on the way to something wanted, while it is being read. */
interface Frame {
  readonly wanted: Wanted;
  readonly array: boolean;
  index: number;
}

/**
 * Writes the positions of everything wanted that stands in a JSON text into the tree. The text
 * is one that `JSON.parse` takes; where a key stands twice the last one counts, as it does
 * there. One pass forward, without recursion.
 */
export function locateJson(text: string, root: Wanted): void {
  new JsonScanner(text).run(root);
}

class JsonScanner {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(root: Wanted): void {
    this.#space();
    this.#mark(root);
    const frames: Frame[] = [];
    this.#value(root, frames);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      this.#space();
      const code = this.#text.charCodeAt(this.#at);
      if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        this.#at += 1;
        frames.pop();
      } else if (code === COMMA) {
        this.#at += 1;
      } else if (Number.isNaN(code)) {
        return;
      } else {
        this.#member(frame, frames);
      }
    }
  }

  #mark(wanted: Wanted): void {
    wanted.position = { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** Reads one member or item; what it opens becomes the innermost frame. */
  #member(frame: Frame, frames: Frame[]): void {
    const start = { line: this.#line, column: this.#at - this.#lineStart + 1 };
    const child = frame.wanted.children.get(frame.array ? String(frame.index) : this.#key());
    frame.index += 1;
    if (child === undefined) {
      this.#skip();
      return;
    }
    if (child.position !== null) forget(child);
    child.position = start;
    this.#value(child, frames);
  }

  /** A key with its colon and the space after it; gives back the key. */
  #key(): string {
    const token = this.#text.slice(this.#at, endOfString(this.#text, this.#at));
    this.#at += token.length;
    this.#space();
    if (this.#text.charCodeAt(this.#at) === COLON) this.#at += 1;
    this.#space();
    return stringOf(token);
  }

  /** Steps into a container that holds something wanted, over anything else. */
  #value(wanted: Wanted, frames: Frame[]): void {
    const code = this.#text.charCodeAt(this.#at);
    if (wanted.children.size > 0 && (code === OPEN_OBJECT || code === OPEN_ARRAY)) {
      this.#at += 1;
      frames.push({ wanted, array: code === OPEN_ARRAY, index: 0 });
    } else {
      this.#skip();
    }
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === NEWLINE) {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (code !== 32 && code !== 13 && code !== 9) {
        return;
      }
      this.#at += 1;
    }
  }

  /** Over a whole value, to the comma or bracket behind it. */
  #skip(): void {
    const text = this.#text;
    let at = this.#at;
    for (let depth = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at = endOfString(text, at) - 1;
      } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
        depth += 1;
      } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
        if (depth === 0) break;
        depth -= 1;
      } else if (code === COMMA) {
        if (depth === 0) break;
      } else if (code === NEWLINE) {
        this.#line += 1;
        this.#lineStart = at + 1;
      }
    }
    this.#at = at;
  }
}
