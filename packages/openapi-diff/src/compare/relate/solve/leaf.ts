import type { Json } from '../../../read/document.ts';
import type { Check } from '../evaluate/check.ts';
import type { Limits } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import type { Fail } from './fail.ts';
import type { Answer, Question } from './question.ts';

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
