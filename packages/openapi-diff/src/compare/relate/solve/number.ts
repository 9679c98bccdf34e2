import type { Json } from '../../../read/document.ts';
import {
  commonMultiple,
  floorOf,
  isMultiple,
  multipleAt,
  quotient,
  type Rational,
  rationalOf,
} from '../rational.ts';
import type { Answer } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import type { Fail } from './fail.ts';
import { NONE, unknown } from './question.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowExclusive: boolean;
  readonly highExclusive: boolean;
}

/** Numbers that are tried one by one. */
const MOST_TRIES = 2_000;

/** The golden section: its multiples spread over an interval and fall together with no step. */
const GOLDEN = 0.618034;

/** Finds a number that all shapes accept and that fails in all the given ways. */
export function findNumber(
  shapes: readonly CompiledShape[],
  fails: readonly Fail[],
  excluded: readonly Json[],
): Answer {
  const interval = intervalOf(shapes, fails);
  const { low, high } = interval;
  if (low > high || (low === high && (interval.lowExclusive || interval.highExclusive))) return NONE;
  const step = stepOf(shapes);
  const isFraction = fails.some(({ kind }) => kind === 'fraction');
  if (step !== null && isFraction && step.den === 1n) return NONE;
  const avoided = fails.flatMap((fail) => (fail.kind === 'no-multiple' ? [fail.of] : []));
  if (step !== null && avoided.some((of) => quotient(step, rationalOf(of)).den === 1n)) return NONE;
  const unwanted = new Set(excluded.filter((value) => typeof value === 'number'));
  for (const fail of fails) {
    if (fail.kind === 'unlisted')
      for (const value of fail.values) if (typeof value === 'number') unwanted.add(value);
  }
  const isWanted = (value: number) =>
    Number.isFinite(value) &&
    isInside(value, interval) &&
    !unwanted.has(value) &&
    !(isFraction && Number.isInteger(value)) &&
    !avoided.some((of) => isMultiple(value, of));
  return step === null
    ? findReal(interval, isWanted, unwanted.size)
    : findMultiple(interval, step, isWanted, unwanted.size);
}

function intervalOf(shapes: readonly CompiledShape[], fails: readonly Fail[]): Interval {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [lowExclusive, highExclusive] = [false, false];
  const raise = (value: number, exclusive: boolean) => {
    if (value > low) [low, lowExclusive] = [value, exclusive];
    else if (value === low) lowExclusive ||= exclusive;
  };
  const lower = (value: number, exclusive: boolean) => {
    if (value < high) [high, highExclusive] = [value, exclusive];
    else if (value === high) highExclusive ||= exclusive;
  };
  for (const { minimum, maximum } of shapes) {
    if (minimum !== null) raise(minimum.value.value, minimum.value.exclusive);
    if (maximum !== null) lower(maximum.value.value, maximum.value.exclusive);
  }
  for (const fail of fails) {
    if (fail.kind === 'below') lower(fail.bound.value, !fail.bound.exclusive);
    if (fail.kind === 'above') raise(fail.bound.value, !fail.bound.exclusive);
  }
  return { low, high, lowExclusive, highExclusive };
}

function isInside(value: number, { low, high, lowExclusive, highExclusive }: Interval): boolean {
  return (lowExclusive ? value > low : value >= low) && (highExclusive ? value < high : value <= high);
}

/** The number that every value has to be a multiple of, or null. */
function stepOf(shapes: readonly CompiledShape[]): Rational | null {
  const steps = shapes.flatMap((shape) => [
    ...shape.multipleOf.map(({ value }) => rationalOf(value)),
    ...(shape.integer === null ? [] : [{ num: 1n, den: 1n }]),
  ]);
  const [first, ...others] = steps;
  return first === undefined ? null : others.reduce(commonMultiple, first);
}

function findReal(interval: Interval, isWanted: (value: number) => boolean, unwanted: number): Answer {
  const { low, high } = interval;
  if (low === high) return isWanted(low) ? { kind: 'found', value: low } : NONE;
  const near = [1, 0, 2, -1, 0.5, 1.5, 10, 0.1, 0.01, -0.1];
  const ends = [low, high].filter(Number.isFinite);
  const around = ends.flatMap((end) => [
    end,
    Math.ceil(end),
    Math.floor(end),
    end + 1,
    end - 1,
    end + 0.5,
    end - 0.5,
  ]);
  for (const value of [...near, ...around]) if (isWanted(value)) return { kind: 'found', value };
  const from = Number.isFinite(low) ? low : Number.isFinite(high) ? high - 1000 : 0;
  const to = Number.isFinite(high) ? high : from + 1000;
  const tries = Math.min(MOST_TRIES, unwanted + 100);
  for (let i = 1; i < tries; i++) {
    // The last ones are multiples of hardly anything.
    for (const value of [
      from + i,
      to - i,
      from + (to - from) * (i / tries),
      from + (to - from) * ((i * GOLDEN) % 1),
    ]) {
      if (isWanted(value)) return { kind: 'found', value };
    }
  }
  return unknown('no number was found within an interval');
}

function findMultiple(
  interval: Interval,
  step: Rational,
  isWanted: (value: number) => boolean,
  unwanted: number,
): Answer {
  const { low, high } = interval;
  const first = Number.isFinite(low) ? -floorOf(quotient(rationalOf(-low), step)) : null;
  const last = Number.isFinite(high) ? floorOf(quotient(rationalOf(high), step)) : null;
  if (first !== null && last !== null && first > last) return NONE;
  const most = BigInt(Math.min(MOST_TRIES, unwanted + 200));
  const isSmall = first !== null && last !== null && last - first < most;
  // Close to zero first, then from both ends.
  const clamp = (times: bigint) => {
    if (first !== null && times < first) return first;
    return last !== null && times > last ? last : times;
  };
  const starts = new Set([
    clamp(1n),
    clamp(0n),
    ...(first === null ? [] : [first]),
    ...(last === null ? [] : [last]),
  ]);
  for (const start of starts) {
    for (let i = 0n; i <= most; i++) {
      for (const times of [start + i, start - i]) {
        if ((first !== null && times < first) || (last !== null && times > last)) continue;
        const value = multipleAt(step, times);
        if (isWanted(value)) return { kind: 'found', value };
      }
    }
  }
  return isSmall ? NONE : unknown('no multiple was found within an interval');
}
