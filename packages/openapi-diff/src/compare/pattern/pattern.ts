import { type Automaton, automatonOf, closure, step } from './automaton.ts';
import { type CharSet, rangesOf } from './charset.ts';
import { charSetsOf, parsePattern } from './syntax.ts';

/** A deterministic state, made when it is first reached. */
export interface PatternState {
  readonly states: readonly number[];
  readonly atStart: boolean;
  /** Whether a string that ends here matches. */
  readonly accepts: boolean;
  /** Whether every string that goes on from here matches. */
  readonly settled: boolean;
  readonly next: Map<number, PatternState>;
}

/** A regular expression that can be run in linear time and reasoned about. */
export interface Pattern {
  readonly source: string;
  readonly charSets: readonly CharSet[];
  readonly initial: PatternState;
  /** The state after one more character. */
  advance(state: PatternState, codePoint: number): PatternState;
}

/** What is kept for a pattern, in non-deterministic states; past that the store starts afresh. */
const MAX_KEPT_STATES = 50_000;

/** Patterns that are kept compiled; documents repeat theirs. */
const MAX_KEPT_PATTERNS = 1_000;

/** Characters for which a state remembers the next one. */
const MAX_NEXT = 500;

const compiled = new Map<string, Pattern | null>();

/**
 * The pattern ready to be run, or null when it is none that a finite automaton can
 * decide: look-around, back references, word boundaries, a broken pattern, or one of
 * more than some thousand states.
 */
export function compilePattern(source: string): Pattern | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const tree = parsePattern(source);
  const automaton = tree === null ? null : automatonOf(tree);
  const pattern =
    tree === null || automaton === null
      ? null
      : new LazyPattern(source, distinct(charSetsOf(tree)), automaton);
  if (compiled.size >= MAX_KEPT_PATTERNS) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}

/** Whether a pattern matches anywhere in a string: linear in the string, whatever the pattern. */
export function matches(pattern: Pattern, text: string): boolean {
  let state = pattern.initial;
  for (const char of text) {
    if (state.settled) return true;
    state = pattern.advance(state, char.codePointAt(0) ?? 0);
  }
  return state.accepts;
}

function distinct(sets: readonly CharSet[]): CharSet[] {
  const byText = new Map(sets.map((set) => [rangesOf(set).join(';'), set]));
  return [...byText.values()];
}

class LazyPattern implements Pattern {
  readonly source: string;
  readonly charSets: readonly CharSet[];
  readonly initial: PatternState;
  private readonly automaton: Automaton;
  private readonly known = new Map<string, PatternState>();
  private kept = 0;

  constructor(source: string, charSets: readonly CharSet[], automaton: Automaton) {
    this.source = source;
    this.charSets = charSets;
    this.automaton = automaton;
    this.initial = this.stateOf(closure(automaton, [automaton.initial], true, false), true);
  }

  advance(state: PatternState, codePoint: number): PatternState {
    const known = state.next.get(codePoint);
    if (known !== undefined) return known;
    const states = step(this.automaton, state.states, codePoint);
    const key = states.join(' ');
    let next = this.known.get(key);
    if (next === undefined) {
      next = this.stateOf(states, false);
      this.keep(key, next);
    }
    if (state.next.size < MAX_NEXT) state.next.set(codePoint, next);
    return next;
  }

  private keep(key: string, state: PatternState): void {
    this.kept += state.states.length + 1;
    if (this.kept > MAX_KEPT_STATES) {
      // The states of before lead on to one another: cut off at the first one, they can go.
      this.initial.next.clear();
      this.known.clear();
      this.kept = state.states.length + 1;
    }
    this.known.set(key, state);
  }

  private stateOf(states: readonly number[], atStart: boolean): PatternState {
    const atEnd = closure(this.automaton, states, atStart, true);
    return {
      states,
      atStart,
      accepts: atEnd.includes(this.automaton.accepting),
      settled: states.includes(this.automaton.accepting),
      next: new Map(),
    };
  }
}
