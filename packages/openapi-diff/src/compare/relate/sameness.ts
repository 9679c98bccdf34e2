import type { Site } from '../../contract/site.ts';
import type { CompiledShape } from './shapes/compiled.ts';
import { Equality } from './shapes/equal.ts';

/** Which shapes of the two sides are known to say the same, without a look at any value. */
export class Sameness {
  readonly #isSameSite: (base: Site, head: Site) => boolean;
  readonly #same = new Map<string, boolean>();
  readonly #equality = new Equality();

  /** @param isSameSite whether a schema of the base and one of the head are known to say the same */
  constructor(isSameSite: (base: Site, head: Site) => boolean) {
    this.#isSameSite = isSameSite;
  }

  /** Whether shapes of different sides read the same, or say the same in other words. */
  areSame(a: CompiledShape, b: CompiledShape): boolean {
    const [base, head] = inOrder(a, b);
    const key = `${base.id} ${head.id}`;
    let same = this.#same.get(key);
    if (same === undefined) {
      same =
        base.direction === head.direction &&
        (this.#haveSameOrigins(base, head) || this.#equality.areEqual(base, head));
      this.#same.set(key, same);
    }
    return same;
  }

  /** Whether shapes of different sides read the same. */
  areSameText(a: CompiledShape, b: CompiledShape): boolean {
    const [base, head] = inOrder(a, b);
    return this.#haveSameOrigins(base, head);
  }

  #haveSameOrigins(base: CompiledShape, head: CompiledShape): boolean {
    return (
      base.origins.length === head.origins.length &&
      base.origins.every((origin, i) => {
        const other = head.origins[i];
        return other !== undefined && this.#isSameSite(origin, other);
      })
    );
  }
}

function inOrder(a: CompiledShape, b: CompiledShape): readonly [base: CompiledShape, head: CompiledShape] {
  return a.side === 'base' ? [a, b] : [b, a];
}
