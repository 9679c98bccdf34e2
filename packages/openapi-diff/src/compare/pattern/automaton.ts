import { type CharSet, contains, EVERY_CHAR } from './charset.ts';
import type { PatternNode } from './syntax.ts';

/** What an edge asks for: a character of a set, nothing, or nothing at the start or the end of the string. */
type Edge =
  | { readonly kind: 'chars'; readonly set: CharSet; readonly to: number }
  | { readonly kind: 'free' | 'start' | 'end'; readonly to: number };

/**
 * A non-deterministic automaton for "this pattern matches somewhere in the string"
 * (JSON Schema's `pattern` is not anchored: JSON Schema Validation 2020-12, 6.3.3).
 */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[];
  readonly initial: number;
  readonly accepting: number;
  /** Whether a string that has left its start can still come to match from a state. */
  readonly live: readonly boolean[];
}

/** More states than any hand-written pattern needs; counted repetition is what eats them. */
const MAX_STATES = 4_000;

/** Pieces that are built for one pattern: a repeated group of nothing makes no states but takes its time. */
const MAX_PIECES = 50_000;

class TooLarge extends Error {}

/** The automaton of a tree, or null when it would be larger than is worth deciding. */
export function automatonOf(node: PatternNode): Automaton | null {
  const builder = new Builder();
  try {
    const accepting = builder.state();
    builder.edge(accepting, { kind: 'chars', set: EVERY_CHAR, to: accepting });
    const first = builder.build(node, accepting);
    const initial = builder.state();
    builder.edge(initial, { kind: 'free', to: first });
    builder.edge(initial, { kind: 'chars', set: EVERY_CHAR, to: initial });
    return { edges: builder.edges, initial, accepting, live: liveStates(builder.edges, accepting) };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

/** Builds backwards: each piece is given the state that follows it and gives back its first. */
class Builder {
  readonly edges: Edge[][] = [];
  private pieces = 0;

  state(): number {
    if (this.edges.length >= MAX_STATES) throw new TooLarge();
    this.edges.push([]);
    return this.edges.length - 1;
  }

  edge(from: number, edge: Edge): void {
    this.edges[from]?.push(edge);
  }

  build(node: PatternNode, then: number): number {
    if (++this.pieces > MAX_PIECES) throw new TooLarge();
    switch (node.kind) {
      case 'empty':
        return then;
      case 'chars':
      case 'start':
      case 'end': {
        const from = this.state();
        this.edge(
          from,
          node.kind === 'chars' ? { kind: 'chars', set: node.set, to: then } : { kind: node.kind, to: then },
        );
        return from;
      }
      case 'sequence':
        return node.parts.reduceRight((next, part) => this.build(part, next), then);
      case 'choice': {
        const from = this.state();
        for (const option of node.options) this.edge(from, { kind: 'free', to: this.build(option, then) });
        return from;
      }
      case 'repeat':
        return this.repeat(node.part, node.min, node.max, then);
    }
  }

  private repeat(part: PatternNode, min: number, max: number, then: number): number {
    if (min > MAX_STATES || (max !== Number.POSITIVE_INFINITY && max > MAX_STATES)) throw new TooLarge();
    let next = then;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.state();
      this.edge(loop, { kind: 'free', to: this.build(part, loop) });
      this.edge(loop, { kind: 'free', to: then });
      next = loop;
    } else {
      for (let i = min; i < max; i++) {
        const maybe = this.state();
        this.edge(maybe, { kind: 'free', to: this.build(part, next) });
        this.edge(maybe, { kind: 'free', to: then });
        next = maybe;
      }
    }
    for (let i = 0; i < min; i++) next = this.build(part, next);
    return next;
  }
}

/** The states from which the accepting one is reached past the start of the string. */
function liveStates(edges: readonly (readonly Edge[])[], accepting: number): boolean[] {
  const before: { kind: Edge['kind']; from: number }[][] = edges.map(() => []);
  for (const [from, list] of edges.entries()) {
    for (const { kind, to } of list) before[to]?.push({ kind, from });
  }
  const spread = (from: readonly boolean[], kinds: readonly Edge['kind'][]) => {
    const reached = [...from];
    const stack = reached.flatMap((is, state) => (is ? [state] : []));
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      for (const { kind, from: previous } of before[state] ?? []) {
        if (reached[previous] === true || !kinds.includes(kind)) continue;
        reached[previous] = true;
        stack.push(previous);
      }
    }
    return reached;
  };
  // After the end of the string no character follows, so an `end` may only come last.
  const atEnd = spread(
    edges.map((_, state) => state === accepting),
    ['free', 'end'],
  );
  return spread(atEnd, ['free', 'chars']);
}

/** Every state that is reached from the given ones without a character, sorted. */
export function closure(
  automaton: Automaton,
  states: Iterable<number>,
  atStart: boolean,
  atEnd: boolean,
): number[] {
  const seen = new Set(states);
  const stack = [...seen];
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    for (const edge of automaton.edges[state] ?? []) {
      if (edge.kind === 'chars' || (edge.kind === 'start' && !atStart) || (edge.kind === 'end' && !atEnd))
        continue;
      if (seen.has(edge.to)) continue;
      seen.add(edge.to);
      stack.push(edge.to);
    }
  }
  return [...seen].sort((a, b) => a - b);
}

/** The live states after one more character; none where no string that goes on from here matches. */
export function step(automaton: Automaton, states: readonly number[], codePoint: number): number[] {
  const next = new Set<number>();
  for (const state of states) {
    for (const edge of automaton.edges[state] ?? []) {
      if (edge.kind === 'chars' && !next.has(edge.to) && contains(edge.set, codePoint)) next.add(edge.to);
    }
  }
  return closure(automaton, next, false, false).filter((state) => automaton.live[state]);
}
