import type { CompiledShape } from '../shapes/compiled.ts';
import type { Question, Refusal } from './question.ts';

/** The question without what changes nothing; null where nothing can answer it. */
export function simplified(question: Question): Question | null {
  const { sent, accepted, refused } = question;
  if (sent?.isNothing || accepted.some(({ isNothing }) => isNothing)) return null;
  if (refused.some(({ shape, goal }) => shape.isAnything && goal === null)) return null;
  return {
    ...question,
    accepted: unique(accepted.filter((shape) => !shape.isAnything && shape !== sent)),
    mayHold: unique(question.mayHold.filter((shape) => !shape.isAnything)),
    refused: uniqueRefusals(refused.filter(({ shape, goal }) => !shape.isNothing || goal !== null)),
  };
}

function unique(shapes: readonly CompiledShape[]): readonly CompiledShape[] {
  return shapes.length < 2 ? shapes : [...new Set(shapes)];
}

function uniqueRefusals(refused: readonly Refusal[]): readonly Refusal[] {
  if (refused.length < 2) return refused;
  return [...new Map(refused.map((one) => [one.goal === null ? one.shape : one, one])).values()];
}
