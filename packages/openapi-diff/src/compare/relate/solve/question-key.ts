import type { CompiledShape } from '../shapes/compiled.ts';
import type { Question } from './question.ts';

/** A text that equal questions share, or null for those that are not kept. */
export function keyOf({
  sent,
  accepted,
  refused,
  excluded,
  among,
  settled,
  mayHold,
}: Question): string | null {
  if (excluded.length > 0 || among !== null || refused.some(({ goal }) => goal !== null)) return null;
  const key = `${sent?.id ?? ''}|${idsOf(accepted)}|${idsOf(refused.map(({ shape }) => shape))}`;
  if (settled.size === 0 && mayHold.length === 0) return key;
  return `${key}|${[...settled].map(numberOf).sort().join()}|${idsOf(mayHold)}`;
}

function idsOf(shapes: readonly CompiledShape[]): string {
  if (shapes.length === 0) return '';
  if (shapes.length === 1) return String(shapes[0]?.id);
  return shapes
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join();
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(one: object): number {
  let number = numbers.get(one);
  if (number === undefined) {
    lastNumber += 1;
    number = lastNumber;
    numbers.set(one, number);
  }
  return number;
}
