import type { Limits } from './shape.ts';

/**
 * The bounds that hold where nobody sets others. They keep the hardest question under a
 * second or so, and are a hundred times what ordinary schemas ask for.
 */
export const DEFAULT_LIMITS: Limits = {
  steps: 60_000,
  depth: 250,
  values: 2_000,
  size: 10_000,
};

/**
 * Why a question was given up: one clause in plain words for each bound. What such a bound
 * leaves open isn't beyond what can be known, it was too dear to find out; whoever writes a
 * document can make it so.
 */
export const BOUNDS = {
  steps: 'the schemas are too intricate to decide within the bounds of the engine',
  depth: 'the schemas are nested too deeply in one another',
  checks: 'an example has too many parts to be checked',
  valueDepth: 'a value is nested too deeply',
  size: 'an example would be too large',
  textLength: 'the text would be too long to build',
  patterns: 'the patterns are too large to decide',
  listed: 'there are too many listed values to be tried',
  branches: 'too many branches of a `oneOf` may hold at once',
} as const;

const reasons: ReadonlySet<string> = new Set(Object.values(BOUNDS));

/** Whether something could not be decided because a bound of the engine was reached. */
export function isBound(reason: string): boolean {
  return reasons.has(reason);
}

/** Thrown inside the engine when a bound is reached; caught before it leaves it. */
export class Exhausted extends Error {
  readonly code = 'RELATE_EXHAUSTED';

  /** `message` is one clause in plain words that says which bound it was. */
  constructor(message: string) {
    super(message);
    this.name = 'Exhausted';
  }
}

/** Counts the steps of one question and stops it when there are too many. */
export class Fuel {
  #left: number;
  readonly #what: string;

  constructor(steps: number, what: string) {
    this.#left = steps;
    this.#what = what;
  }

  /** @throws Exhausted when the steps are used up. */
  burn(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new Exhausted(this.#what);
  }
}
