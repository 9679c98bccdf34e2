import { SnapshotError } from '../errors.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import { assertDepth, isObject, jsonPointer } from './json.ts';
import { canonicalKeys, type Shape, shapeUnder } from './object-kinds.ts';

/**
 * The canonical text of an OpenAPI or Swagger document: the same document gives the same
 * bytes, in whatever order its keys came. Keys stand in the specification's own order,
 * the others by code unit; arrays keep theirs; two spaces, LF, one final newline. Reading
 * the text back gives the document again: nothing is dropped.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP, DOCUMENT_TOO_LARGE or DOCUMENT_NOT_JSON
 */
export function canonicalText(document: unknown): string {
  return canonicalTextOf(document, 'document');
}

/** The canonical text of a part of a document: equal for equal parts. */
export function canonicalTextOf(part: unknown, shape: Shape): string {
  const writer = new Writer();
  writer.write(part, shape, 0);
  return writer.finish();
}

class Writer {
  readonly #keys: (string | number)[] = [];
  #text = '';

  finish(): string {
    this.#emit('\n');
    return this.#text;
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
    let separator = `[\n${indent(depth + 1)}`;
    for (const [index, item] of items.entries()) {
      this.#emit(separator);
      this.#keys.push(index);
      this.write(item, shape, depth + 1);
      this.#keys.pop();
      separator = `,\n${indent(depth + 1)}`;
    }
    this.#emit(`\n${indent(depth)}]`);
  }

  #writeObject(object: Readonly<Record<string, unknown>>, shape: Shape, depth: number): void {
    const keys = canonicalKeys(object, shape);
    if (keys.length === 0) {
      this.#emit('{}');
      return;
    }
    assertDepth(depth, this.#keys);
    let separator = `{\n${indent(depth + 1)}`;
    for (const key of keys) {
      this.#emit(`${separator}${JSON.stringify(key)}: `);
      this.#keys.push(key);
      this.write(object[key], shapeUnder(shape, key), depth + 1);
      this.#keys.pop();
      separator = `,\n${indent(depth + 1)}`;
    }
    this.#emit(`\n${indent(depth)}}`);
  }

  /** A number beyond a double (1e400) is read as Infinity: 1e999 is read back as the same. */
  #number(value: number): string {
    if (Number.isNaN(value)) throw this.#notJson('NaN');
    if (Number.isFinite(value)) return JSON.stringify(value);
    return value > 0 ? '1e999' : '-1e999';
  }

  #emit(text: string): void {
    this.#text += text;
    if (this.#text.length > MAX_TEXT_LENGTH) {
      throw new SnapshotError(
        'DOCUMENT_TOO_LARGE',
        `The document is longer than ${MAX_TEXT_LENGTH / 1024 / 1024} million characters once written out.`,
        { hint: 'Split the API group in Xano, or leave it out with a filter.' },
      );
    }
  }

  #notJson(what: string): SnapshotError {
    return new SnapshotError(
      'DOCUMENT_NOT_JSON',
      `The document holds ${what} at ${jsonPointer(this.#keys) || 'its top'}, which JSON can't express.`,
    );
  }
}

const INDENTS: string[] = [];

function indent(depth: number): string {
  INDENTS[depth] ??= '  '.repeat(depth);
  return INDENTS[depth];
}
