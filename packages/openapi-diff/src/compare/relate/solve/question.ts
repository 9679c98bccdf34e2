import type { Json } from '../../../read/document.ts';
import { isArray, writtenSize } from '../json.ts';
import { BOUNDS, isBound } from '../limits.ts';
import type { Answer, Goal } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';

/** A shape that the wanted value must fail; because of one assertion where a goal is given. */
export interface Refusal {
  readonly shape: CompiledShape;
  readonly goal: Goal | null;
  /** What accepts says itself that this must fail, so that no look at what accepts can spare it. */
  readonly isImplied?: boolean;
}

/** Which value is sent, is valid and is refused? */
export interface Question {
  /** What the sender says here, as one shape; null where nothing is said. */
  readonly sent: CompiledShape | null;
  /** Shapes that must accept the value by JSON Schema alone. */
  readonly accepted: readonly CompiledShape[];
  readonly refused: readonly Refusal[];
  /** Values that are not wanted. */
  readonly excluded: readonly Json[];
  /** The only values that are wanted; null for all. */
  readonly among: readonly Json[] | null;
  /** Compositions of `sent` of which a branch has been joined to it already. */
  readonly settled: ReadonlySet<object>;
  /** Other branches of those compositions, which may hold as well and declare further properties. */
  readonly mayHold: readonly CompiledShape[];
}

/** There is no such value. */
export const NONE: Answer = { kind: 'none' };

/** Nothing could be said. */
export function unknown(reason: string): Answer {
  return { kind: 'unknown', reason };
}

/** A value may answer a question, or may not: of what is said of it, something leads nowhere or is beyond what is known. */
export function doubtful({ sent, accepted, refused }: Question): Answer {
  const shapes = [...(sent === null ? [] : [sent]), ...accepted, ...refused.map(({ shape }) => shape)];
  const missing = shapes.flatMap(({ unresolved }) => unresolved)[0];
  return unknown(
    missing === undefined ? 'a format or pattern is beyond what can be decided' : leadsNowhere(missing.value),
  );
}

/** What is said of a reference that leads nowhere. */
export function leadsNowhere(ref: string): string {
  return `\`${ref}\` leads nowhere`;
}

/**
 * A value that was found, where it isn't too large for an example. Parts that stand in it many
 * times count once: they are one part in memory, and a report shows no more than it has room for.
 */
export function sized(value: Json, most: number): Answer {
  return writtenSize(value) > most && hasMoreParts(value, most)
    ? unknown(BOUNDS.size)
    : { kind: 'found', value };
}

function hasMoreParts(value: Json, most: number): boolean {
  let count = 0;
  const seen = new Set<object>();
  const pending: Json[] = [value];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    count += 1;
    if (count > most) return true;
    if (part === null || typeof part !== 'object' || seen.has(part)) continue;
    seen.add(part);
    for (const child of isArray(part) ? part : Object.values(part)) {
      if (child === null || typeof child !== 'object' || !seen.has(child)) pending.push(child);
    }
  }
  return false;
}

/** The first answer that has a value; otherwise one that doesn't know, best one that a bound ended; otherwise none. */
export function firstFound(answers: Iterable<Answer>): Answer {
  let doubt: Answer | null = null;
  for (const answer of answers) {
    if (answer.kind === 'found') return answer;
    if (answer.kind === 'unknown' && (doubt === null || isBound(answer.reason))) doubt = answer;
  }
  return doubt ?? NONE;
}

/** A question with everything that its asker left out. */
export function questionOf(parts: Partial<Question>): Question {
  return {
    sent: null,
    accepted: [],
    refused: [],
    excluded: [],
    among: null,
    settled: NO_SETTLED,
    mayHold: [],
    ...parts,
  };
}

const NO_SETTLED: ReadonlySet<object> = new Set();
