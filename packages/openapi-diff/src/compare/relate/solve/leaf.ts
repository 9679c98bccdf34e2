import type { Json } from '../../../read/document.ts';
import type { Check } from '../evaluate/check.ts';
import { ARRAY, OBJECT } from '../json.ts';
import type { Answer, Limits } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import type { Fail } from './fail.ts';
import type { Question } from './question.ts';

/** A question with every composition resolved: what the value must be, and how it must fail. */
export interface Leaf {
  readonly sent: CompiledShape | null;
  readonly accepted: readonly CompiledShape[];
  readonly fails: readonly Fail[];
  readonly excluded: readonly Json[];
  /** Branches that may hold as well, and may declare further properties. */
  readonly mayHold: readonly CompiledShape[];
}

/** What building a value needs. */
export interface Builder {
  readonly check: Check;
  readonly limits: Limits;
  /** Answers a question about a part of the value. */
  askPart(question: Partial<Question>): Answer;
}

/** Every shape that the value must be accepted by. */
export function acceptingOf({ sent, accepted }: Leaf): readonly CompiledShape[] {
  return sent === null ? accepted : [sent, ...accepted];
}

/**
 * What other branches say of a part, where that matters: of objects and arrays alone, whose
 * own parts they may declare.
 */
export function mayHoldAt(
  part: CompiledShape | null,
  mayHold: readonly CompiledShape[],
  at: (shape: CompiledShape) => CompiledShape,
): readonly CompiledShape[] {
  if (mayHold.length === 0 || (part !== null && (part.mask & (OBJECT | ARRAY)) === 0)) return NO_SHAPES;
  return mayHold.map(at).filter((shape) => !shape.isAnything);
}

const NO_SHAPES: readonly CompiledShape[] = [];
