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
