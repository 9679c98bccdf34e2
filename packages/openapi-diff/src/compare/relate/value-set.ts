import type { Json } from '../../read/document.ts';
import { keyOf, writtenSize } from './json.ts';

/** Values as JSON Schema tells them apart; made to be asked often, of lists of any length. */
export class ValueSet {
  /** Texts, numbers, true, false and null, which a set tells apart by itself. */
  readonly #simple = new Set<Json>();
  readonly #keys = new Set<string>();
  #largest = 0;

  constructor(values: readonly Json[]) {
    for (const value of values) {
      if (isSimple(value)) this.#simple.add(value);
      else {
        this.#keys.add(keyOf(value));
        this.#largest = Math.max(this.#largest, writtenSize(value));
      }
    }
  }

  has(value: Json): boolean {
    if (isSimple(value)) return this.#simple.has(value);
    // What is larger than all that is listed needn't be written out.
    if (this.#keys.size === 0 || writtenSize(value) > this.#largest) return false;
    return this.#keys.has(keyOf(value));
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
