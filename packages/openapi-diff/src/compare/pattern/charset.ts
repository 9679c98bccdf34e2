/**
 * Sets of Unicode code points, as sorted, disjoint, inclusive ranges: flat arrays
 * `[from, to, from, to, …]`.
 */
export type CharSet = readonly number[];

const LAST_CODE_POINT = 0x10ffff;

export const EVERY_CHAR: CharSet = [0, LAST_CODE_POINT];

/** ECMAScript's LineTerminator: what `.` leaves out (ECMA-262, section 12.3). */
const LINE_TERMINATORS: CharSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029];

export const DIGITS: CharSet = [0x30, 0x39];
export const WORD_CHARS: CharSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];

/** ECMAScript's WhiteSpace and LineTerminator, which `\s` stands for (ECMA-262, section 22.2.2.9). */
export const SPACES: CharSet = [
  0x09, 0x0d, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f,
  0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];

/** The set with the given ranges, in any order and overlapping or not. */
export function charSet(ranges: readonly (readonly [number, number])[]): CharSet {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last + 1) merged[merged.length - 1] = Math.max(last, to);
    else merged.push(from, to);
  }
  return merged;
}

/** The ranges of a set as pairs. */
export function rangesOf(set: CharSet): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < set.length; i += 2) pairs.push([set[i] ?? 0, set[i + 1] ?? 0]);
  return pairs;
}

/** Every code point that is in none of the sets' union. */
export function complement(set: CharSet): CharSet {
  const out: number[] = [];
  let next = 0;
  for (const [from, to] of rangesOf(set)) {
    if (from > next) out.push(next, from - 1);
    next = to + 1;
  }
  if (next <= LAST_CODE_POINT) out.push(next, LAST_CODE_POINT);
  return out;
}

/** Every code point that is in at least one of the sets. */
export function union(sets: readonly CharSet[]): CharSet {
  return charSet(sets.flatMap(rangesOf));
}

/** Whether a code point is in a set: a binary search over the bounds. */
export function contains(set: CharSet, codePoint: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? 0) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1 || set[low] === codePoint;
}

export const NOT_LINE_TERMINATORS: CharSet = complement(LINE_TERMINATORS);

/** What a property escape may be called: a name, or a name and a value. Nothing else reaches `RegExp`. */
const PROPERTY_NAME = /^[A-Za-z0-9_]{1,64}(=[A-Za-z0-9_]{1,64})?$/;

const knownProperties = new Map<string, CharSet | null>();

/**
 * The code points of a Unicode property such as `L` or `Script=Greek`, or null when the
 * runtime knows no such property. Worked out once a property, by asking the runtime's own
 * tables one code point at a time.
 */
export function unicodeProperty(name: string): CharSet | null {
  const known = knownProperties.get(name);
  if (known !== undefined) return known;
  const set = PROPERTY_NAME.test(name) ? askRuntime(name) : null;
  knownProperties.set(name, set);
  return set;
}

function askRuntime(name: string): CharSet | null {
  let member: RegExp;
  try {
    member = new RegExp(`^\\p{${name}}$`, 'u');
  } catch {
    return null;
  }
  const out: number[] = [];
  let from = -1;
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT + 1; codePoint++) {
    const isMember = codePoint <= LAST_CODE_POINT && member.test(String.fromCodePoint(codePoint));
    if (isMember && from < 0) from = codePoint;
    if (!isMember && from >= 0) {
      out.push(from, codePoint - 1);
      from = -1;
    }
  }
  return out;
}
