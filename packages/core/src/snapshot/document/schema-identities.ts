import { sha256Of } from '../sha256.ts';
import { assertDepth, isObject } from './json.ts';
import type { Shape } from './kinds/shape.ts';
import { canonicalKeys, shapeUnder } from './object-kinds.ts';

/**
 * Tells which schemas are the same: those whose canonical texts would be. Each is known by a hash of
 * what it holds itself and of the hashes of the schemas in it, and is hashed once. Its text would
 * hold the texts of all that is in it: of all schemas, that is the document times its depth.
 */
export class SchemaIdentities {
  readonly #known = new WeakMap<object, string>();

  /**
   * @param keys what leads to the schema, which may grow meanwhile and is the same again afterwards
   * @throws SnapshotError DOCUMENT_TOO_DEEP
   */
  of(schema: Readonly<Record<string, unknown>>, keys: (string | number)[]): string {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const pieces: string[] = [];
    this.#writeObject(schema, 'schema', keys, pieces);
    const hash = sha256Of(pieces.join(''));
    this.#known.set(schema, hash);
    return hash;
  }

  /** Writes as JSON is written, but for a schema its hash. */
  #write(value: unknown, shape: Shape, keys: (string | number)[], pieces: string[]): void {
    if (typeof value === 'string') pieces.push(JSON.stringify(value));
    else if (Array.isArray(value)) this.#writeArray(value, shape, keys, pieces);
    else if (!isObject(value)) pieces.push(String(value));
    else if (shape === 'schema') pieces.push('#', this.of(value, keys));
    else this.#writeObject(value, shape, keys, pieces);
  }

  #writeArray(items: readonly unknown[], shape: Shape, keys: (string | number)[], pieces: string[]): void {
    assertDepth(keys.length, keys);
    pieces.push('[');
    for (const [index, item] of items.entries()) {
      keys.push(index);
      this.#write(item, shape, keys, pieces);
      keys.pop();
      pieces.push(',');
    }
    pieces.push(']');
  }

  #writeObject(
    object: Readonly<Record<string, unknown>>,
    shape: Shape,
    keys: (string | number)[],
    pieces: string[],
  ): void {
    assertDepth(keys.length, keys);
    pieces.push('{');
    for (const key of canonicalKeys(object, shape)) {
      pieces.push(JSON.stringify(key), ':');
      keys.push(key);
      this.#write(object[key], shapeUnder(shape, key), keys, pieces);
      keys.pop();
      pieces.push(',');
    }
    pieces.push('}');
  }
}
