/** A value, and what stands instead of it. */
export interface SortedValue {
  readonly value: string;
  readonly instead: string;
}

/**
 * Values in the order of their characters, in which those that begin alike are neighbours: what a
 * text begins with is found by halving, however many values there are.
 */
export class SortedValues {
  readonly #values: readonly SortedValue[];
  /** For each value, the index of the longest other one that it begins with; -1 for none. */
  readonly #within: readonly number[];
  /** The length of the longest value. */
  readonly longest: number;

  /** @param values each with what stands instead of it */
  constructor(values: ReadonlyMap<string, string>) {
    this.#values = [...values]
      .map(([value, instead]) => ({ value, instead }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
    this.#within = beginnings(this.#values);
    this.longest = this.#values.reduce((longest, { value }) => Math.max(longest, value.length), 0);
  }

  /** Those that a text begins with, the longest first. */
  *thatBegin(text: string): Iterable<SortedValue> {
    // A value that the text begins with is no greater than the text, and all between the two begin with it.
    let index = this.#firstWhere((value) => value > text) - 1;
    const shared = sharedLength(this.#values[index]?.value ?? '', text);
    for (let one = this.#values[index]; one !== undefined; one = this.#values[index]) {
      if (one.value.length <= shared) yield one;
      index = this.#within[index] ?? -1;
    }
  }

  /** One that begins with a text; null for none. */
  beginningWith(text: string): SortedValue | null {
    const first = this.#values[this.#firstWhere((value) => value >= text)];
    return first?.value.startsWith(text) === true ? first : null;
  }

  /** The index of the first value for which this holds, as it does for all after it. */
  #firstWhere(holds: (value: string) => boolean): number {
    let from = 0;
    let to = this.#values.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (holds(this.#values[middle]?.value ?? '')) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

/** For each of these sorted values, the index of the longest other one that it begins with; -1 for none. */
function beginnings(sorted: readonly SortedValue[]): number[] {
  const within: number[] = [];
  for (const [index, { value }] of sorted.entries()) {
    let longest = index - 1;
    while (longest !== -1 && !value.startsWith(sorted[longest]?.value ?? '')) longest = within[longest] ?? -1;
    within.push(longest);
  }
  return within;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}
