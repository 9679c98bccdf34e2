import { contains, EVERY_CHAR, rangesOf } from './charset.ts';
import type { Pattern, PatternState } from './pattern.ts';

/** A question about strings: which string matches all of these and none of those, within these lengths? */
export interface StringQuery {
  readonly all?: readonly Pattern[];
  readonly none?: readonly Pattern[];
  /** In code points, as JSON Schema counts (Validation 2020-12, 6.3). */
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A shortest such string; the certainty that there is none; or no answer within the bounds. */
export type StringAnswer =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** Combined states that are looked at before the question is given up: some milliseconds each thousand. */
const MAX_VISITED = 20_000;

/** The work of one question, in steps of all patterns together; a step from many states at once costs more. */
const MAX_STEPS = 400_000;
const STATES_A_STEP = 16;

/** Comparisons of characters with sets that are made to find out which characters matter. */
const MAX_COMPARISONS = 1_000_000;

interface Visit {
  readonly states: readonly PatternState[];
  readonly length: number;
  readonly char: string;
  readonly from: Visit | null;
}

/**
 * Answers a question about strings by walking all its patterns at once, breadth first, so
 * that the first string found is a shortest one, made of characters that are easy to read.
 * With one pattern under `all` and another under `none` it decides whether the one
 * implies the other.
 */
export function findString(query: StringQuery): StringAnswer {
  const { all = [], none = [], minLength = 0, maxLength = Number.POSITIVE_INFINITY } = query;
  if (minLength > maxLength) return { kind: 'none' };
  const patterns = [...all, ...none];
  const alphabet = representatives(patterns);
  if (alphabet === null) return { kind: 'unknown' };
  const isDead = (states: readonly PatternState[]) =>
    states.some((state, i) => (i < all.length ? state.states.length === 0 : state.settled));
  const isFound = (visit: Visit) =>
    visit.length >= minLength && visit.states.every((state, i) => state.accepts === i < all.length);

  const ids = new Map<PatternState, number>();
  const keyOf = (visit: Visit) => {
    const parts = visit.states.map((state) => {
      const known = ids.get(state);
      if (known !== undefined) return known;
      ids.set(state, ids.size);
      return ids.size - 1;
    });
    return `${parts.join(' ')} ${Math.min(visit.length, minLength)}`;
  };

  const first: Visit = {
    states: patterns.map((pattern) => pattern.initial),
    length: 0,
    char: '',
    from: null,
  };
  let steps = 0;
  const seen = new Set([keyOf(first)]);
  const queue = [first];
  for (let at = 0; at < queue.length; at++) {
    const visit = queue[at];
    if (visit === undefined) break;
    if (isFound(visit)) return { kind: 'found', value: textOf(visit) };
    if (visit.length >= maxLength) continue;
    // Counted by size, not by time or by what is kept: the same question always ends the same way.
    const cost = visit.states.reduce((sum, { states }) => sum + 1 + states.length / STATES_A_STEP, 1);
    for (const char of alphabet) {
      steps += cost;
      if (steps > MAX_STEPS || seen.size > MAX_VISITED) return { kind: 'unknown' };
      const codePoint = char.codePointAt(0) ?? 0;
      const states = patterns.map((pattern, i) =>
        pattern.advance(visit.states[i] ?? pattern.initial, codePoint),
      );
      if (isDead(states)) continue;
      const next: Visit = { states, length: visit.length + 1, char, from: visit };
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return { kind: 'none' };
}

function textOf(visit: Visit): string {
  const chars: string[] = [];
  for (let at: Visit | null = visit; at !== null; at = at.from) chars.push(at.char);
  return chars.reverse().join('');
}

/** Characters in the order in which a witness would rather use them. */
const READABLE = Array.from(
  'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./@:+ ,;!?#%&()=*~|<>[]{}^$`\'"\\é',
);

/**
 * One character for each class of characters that no pattern tells apart, the readable
 * ones first. Lone surrogates stand for nothing that JSON text can carry safely and are
 * left out. Null when there are too many to tell apart.
 */
function representatives(patterns: readonly Pattern[]): string[] | null {
  const sets = patterns.flatMap((pattern) => pattern.charSets);
  const bounds = new Set([EVERY_CHAR, ...sets].flatMap(rangesOf).flatMap(([from, to]) => [from, to + 1]));
  if (sets.length * bounds.size > MAX_COMPARISONS) return null;
  const signatureOf = (codePoint: number) => sets.map((set) => (contains(set, codePoint) ? 1 : 0)).join('');
  const chosen = new Map<string, string>();
  const offer = (codePoint: number) => {
    if (codePoint > 0x10ffff) return;
    const signature = signatureOf(codePoint);
    if (!chosen.has(signature)) chosen.set(signature, String.fromCodePoint(codePoint));
  };
  for (const char of READABLE) offer(char.codePointAt(0) ?? 0);
  for (const bound of [...bounds].sort((a, b) => a - b)) {
    offer(bound >= 0xd800 && bound <= 0xdfff ? 0xe000 : bound);
  }
  return [...chosen.values()];
}
