import type { Json } from '../../read/document.ts';
import { keyOf, writtenSize } from './json.ts';

/** Questions that are answered by a look through the list, since to make a set of it costs more. */
const FEW = 4;

/** Values as JSON Schema tells them apart; made to be asked often, of lists of any length. */
export class ValueSet {
  readonly #values: readonly Json[];
  /** Texts, numbers, true, false and null, which a set tells apart by itself. */
  #simple: Set<Json> | undefined;
  #keys: Set<string> | undefined;
  #largest = 0;
  #asked = 0;

  constructor(values: readonly Json[]) {
    this.#values = values;
  }

  has(value: Json): boolean {
    if (isSimple(value)) {
      this.#asked += 1;
      if (this.#simple === undefined && this.#asked <= FEW) return this.#values.includes(value);
      this.#simple ??= new Set(this.#values.filter(isSimple));
      return this.#simple.has(value);
    }
    this.#keys ??= this.#keysOf();
    // What is larger than all that is listed needn't be written out.
    if (this.#keys.size === 0 || writtenSize(value) > this.#largest) return false;
    return this.#keys.has(keyOf(value));
  }

  #keysOf(): Set<string> {
    const keys = new Set<string>();
    for (const value of this.#values) {
      if (isSimple(value)) continue;
      keys.add(keyOf(value));
      this.#largest = Math.max(this.#largest, writtenSize(value));
    }
    return keys;
  }
}

function isSimple(value: Json): boolean {
  return value === null || typeof value !== 'object';
}

const sets = new WeakMap<readonly Json[], ValueSet>();

/** The values of a list as a set, made once for each list. */
export function valueSetOf(values: readonly Json[]): ValueSet {
  let set = sets.get(values);
  if (set === undefined) {
    set = new ValueSet(values);
    sets.set(values, set);
  }
  return set;
}

/** The values that another list doesn't hold, in their order. Of two long lists that differ in a few values, no sets are made. */
export function without(values: readonly Json[], others: readonly Json[]): readonly Json[] {
  const shorter = Math.min(values.length, others.length);
  let start = 0;
  while (start < shorter && isSameSimple(values[start], others[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSameSimple(values.at(-1 - end), others.at(-1 - end))) end += 1;
  const rest = values.slice(start, values.length - end);
  if (rest.length === 0) return rest;
  const known = new ValueSet(others.slice(start, others.length - end));
  const left = rest.filter((value) => !known.has(value));
  if (start + end === 0 || left.length === 0) return left;
  // A list may hold a value twice: once among those at its ends, and once more between them.
  const wanted = new ValueSet(left);
  const again = new ValueSet(others.filter((other) => wanted.has(other)));
  return left.filter((value) => !again.has(value));
}

function isSameSimple(one: Json | undefined, other: Json | undefined): boolean {
  return one === other && (one === null || typeof one !== 'object');
}
