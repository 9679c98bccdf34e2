import type { CompiledShape } from '../shapes/compiled.ts';

/** What is known of shapes and values, for as long as the values are in use. */
export class Kept<T> {
  readonly #byValue = new WeakMap<object, Map<CompiledShape, T>>();

  get(shape: CompiledShape, value: object): T | undefined {
    return this.#byValue.get(value)?.get(shape);
  }

  /** Keeps an answer, and gives it back. */
  keep(shape: CompiledShape, value: object, answer: T): T {
    const known = this.#byValue.get(value);
    if (known === undefined) this.#byValue.set(value, new Map([[shape, answer]]));
    else known.set(shape, answer);
    return answer;
  }
}
