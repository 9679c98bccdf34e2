import { SnapshotError } from '../errors.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import { assertDepth, isObject, jsonPointer } from './json.ts';
import type { Shape } from './kinds/shape.ts';
import { canonicalKeys, shapeUnder } from './object-kinds.ts';
import { documentTooLarge } from './too-large.ts';

/**
 * The canonical text of an OpenAPI or Swagger document: the same document gives the same
 * bytes, in whatever order its keys came. Keys stand in the specification's own order,
 * the others by code unit; arrays keep theirs; two spaces, LF, one final newline. Reading
 * the text back gives the document again: nothing is dropped.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP, DOCUMENT_TOO_LARGE or DOCUMENT_NOT_JSON
 */
export function canonicalText(document: unknown): string {
  const writer = new Writer();
  writer.write(document, 'document', 0);
  return writer.finish();
}

/** How many pieces of text are joined at a time. */
const PIECES_IN_A_PART = 1024;

class Writer {
  readonly #keys: (string | number)[] = [];
  readonly #keyTexts = new Map<string, string>();
  readonly #pieces: string[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  finish(): string {
    this.#emit('\n');
    return `${this.#parts.join('')}${this.#pieces.join('')}`;
  }

  write(value: unknown, shape: Shape, depth: number): void {
    if (typeof value === 'string') this.#emit(JSON.stringify(value));
    else if (typeof value === 'number') this.#emit(this.#number(value));
    else if (value === null || typeof value === 'boolean') this.#emit(String(value));
    else if (Array.isArray(value)) this.#writeArray(value, shape, depth);
    else if (isObject(value)) this.#writeObject(value, shape, depth);
    else throw this.#notJson(typeof value === 'object' ? 'an object of a class' : typeof value);
  }

  #writeArray(items: readonly unknown[], shape: Shape, depth: number): void {
    if (items.length === 0) {
      this.#emit('[]');
      return;
    }
    assertDepth(depth, this.#keys);
    for (let index = 0; index < items.length; index += 1) {
      this.#emit(index === 0 ? '[' : ',');
      this.#emit(lineAt(depth + 1));
      this.#keys.push(index);
      this.write(items[index], shape, depth + 1);
      this.#keys.pop();
    }
    this.#emit(lineAt(depth));
    this.#emit(']');
  }

  #writeObject(object: Readonly<Record<string, unknown>>, shape: Shape, depth: number): void {
    const keys = canonicalKeys(object, shape);
    if (keys.length === 0) {
      this.#emit('{}');
      return;
    }
    assertDepth(depth, this.#keys);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as string;
      this.#emit(index === 0 ? '{' : ',');
      this.#emit(lineAt(depth + 1));
      this.#emit(this.#keyText(key));
      this.#keys.push(key);
      this.write(object[key], shapeUnder(shape, key), depth + 1);
      this.#keys.pop();
    }
    this.#emit(lineAt(depth));
    this.#emit('}');
  }

  /** A key as it is written; the same few come again and again. */
  #keyText(key: string): string {
    const known = this.#keyTexts.get(key);
    if (known !== undefined) return known;
    const text = `${JSON.stringify(key)}: `;
    this.#keyTexts.set(key, text);
    return text;
  }

  /** A number beyond a double (1e400) is read as Infinity: 1e999 is read back as the same. */
  #number(value: number): string {
    if (Number.isNaN(value)) throw this.#notJson('NaN');
    if (Number.isFinite(value)) return JSON.stringify(value);
    return value > 0 ? '1e999' : '-1e999';
  }

  #emit(text: string): void {
    this.#pieces.push(text);
    // One short list is filled again and again: a long one would be copied each time it grows.
    if (this.#pieces.length === PIECES_IN_A_PART) {
      this.#parts.push(this.#pieces.join(''));
      this.#pieces.length = 0;
    }
    this.#length += text.length;
    if (this.#length > MAX_TEXT_LENGTH) throw documentTooLarge();
  }

  #notJson(what: string): SnapshotError {
    return new SnapshotError(
      'DOCUMENT_NOT_JSON',
      `The document holds ${what} at ${jsonPointer(this.#keys) || 'its top'}, which JSON can't express.`,
    );
  }
}

const LINES: string[] = [];

/** The beginning of a line at this depth. */
function lineAt(depth: number): string {
  LINES[depth] ??= `\n${'  '.repeat(depth)}`;
  return LINES[depth];
}
