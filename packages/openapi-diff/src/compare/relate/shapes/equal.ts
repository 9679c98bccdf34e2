import type { Branch, Group, KeyedShape } from '../shape.ts';
import { type CompiledShape, compiled } from './compiled.ts';
import { type NullForm, nullForm, takesNullByType } from './null-form.ts';
import { wordsOf } from './words.ts';

/** Pairs that one question may look at; beyond, two shapes count as different. */
const MOST_PAIRS = 3_000;

/** Branches that are matched with one another in any order. */
const MOST_UNORDERED = 60;

/**
 * Decides whether two shapes say the same in the same words, whatever the order, and however
 * `$ref` and `allOf` divide it. A pair that is met again inside itself counts as equal:
 * what differs would have to show somewhere else (bisimulation).
 */
export class Equality {
  readonly #known = new Map<string, boolean>();
  readonly #assumed = new Set<string>();
  /** The assumed pairs in the order in which they were met. */
  readonly #trail: string[] = [];
  #pairs = 0;

  /** Whether two shapes say the same. */
  areEqual(a: CompiledShape, b: CompiledShape): boolean {
    this.#assumed.clear();
    this.#trail.length = 0;
    this.#pairs = 0;
    const equal = this.#equal(a, b);
    if (equal) for (const key of this.#assumed) this.#known.set(key, true);
    return equal;
  }

  #equal(a: CompiledShape, b: CompiledShape): boolean {
    if (a === b) return true;
    const key = `${a.id} ${b.id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#assumed.has(key)) return true;
    this.#pairs += 1;
    if (this.#pairs > MOST_PAIRS) return false;
    this.#assumed.add(key);
    const mark = this.#trail.push(key);
    const equal = this.#equalForms(nullForm(a), nullForm(b));
    if (!equal) {
      // What was found equal on the way may rest on this pair.
      for (const one of this.#trail.splice(mark - 1)) this.#assumed.delete(one);
      if (this.#pairs <= MOST_PAIRS) this.#known.set(key, false);
    }
    return equal;
  }

  #equalForms(a: NullForm, b: NullForm): boolean {
    if (a.nullable !== b.nullable || wordsOf(a.core) !== wordsOf(b.core)) return false;
    const plain = a.isWrapped ? b : a;
    if (a.isWrapped !== b.isWrapped && !takesNullByType(plain.core)) return false;
    return this.#equalParts(a.core, b.core);
  }

  #equalParts(a: CompiledShape, b: CompiledShape): boolean {
    for (let index = 0; index <= a.prefixCount; index++) {
      if (!this.#equal(a.item(index), b.item(index))) return false;
    }
    return (
      a.propertyNames.every((name) => this.#equal(a.property(name), b.property(name))) &&
      this.#equal(a.additional, b.additional) &&
      this.#equalKeyed(a.patternProperties, b.patternProperties) &&
      this.#equalKeyed(a.nameSchemas, b.nameSchemas) &&
      this.#equalKeyed(a.dependentSchemas, b.dependentSchemas) &&
      this.#equalKeyed(a.negations, b.negations) &&
      this.#equalUnevaluated(a, b) &&
      this.#match(
        a.contains,
        b.contains,
        (x, y) => x.min === y.min && x.max === y.max && this.#both(x.shape, y.shape),
      ) &&
      this.#match(
        a.conditionals,
        b.conditionals,
        (x, y) =>
          this.#both(x.condition, y.condition) &&
          this.#both(x.whenMet, y.whenMet) &&
          this.#both(x.otherwise, y.otherwise),
      ) &&
      this.#match(a.groups, b.groups, (x, y) => this.#equalGroups(x, y))
    );
  }

  #both(a: KeyedShape['shape'], b: KeyedShape['shape']): boolean {
    return this.#equal(compiled(a), compiled(b));
  }

  #equalGroups(a: Group, b: Group): boolean {
    return (
      a.keyword === b.keyword &&
      a.discriminator === b.discriminator &&
      this.#matchBranches(a.branches, b.branches)
    );
  }

  #equalKeyed(a: readonly KeyedShape[], b: readonly KeyedShape[]): boolean {
    return this.#match(a, b, (x, y) => x.key === y.key && this.#both(x.shape, y.shape));
  }

  #equalUnevaluated(a: CompiledShape, b: CompiledShape): boolean {
    return (['properties', 'items'] as const).every((kind) =>
      this.#match(
        a.dependentOnValue()[kind],
        b.dependentOnValue()[kind],
        (x, y) => this.#both(x.shape, y.shape) && this.#equal(a.scopeOf(x.site), b.scopeOf(y.site)),
      ),
    );
  }

  /** Whether each of one list has a partner in the other; in order first, which is the rule. */
  #match<T>(a: readonly T[], b: readonly T[], equal: (x: T, y: T) => boolean): boolean {
    if (a.length !== b.length) return false;
    const left = [...b];
    return a.every((x) => {
      if (left.length > MOST_UNORDERED && left[0] !== undefined && !equal(x, left[0])) return false;
      const at = left.findIndex((y) => equal(x, y));
      if (at === -1) return false;
      left.splice(at, 1);
      return true;
    });
  }

  /** The same for branches, which may be many: each is held against those alone that start like it. */
  #matchBranches(a: readonly Branch[], b: readonly Branch[]): boolean {
    const left = new Map<string, Branch[]>();
    for (const branch of b) {
      const look = lookOf(compiled(branch.shape));
      const alike = left.get(look);
      if (alike === undefined) left.set(look, [branch]);
      else alike.push(branch);
    }
    return (
      a.length === b.length &&
      a.every((branch) => {
        const alike = left.get(lookOf(compiled(branch.shape))) ?? [];
        if (alike.length > MOST_UNORDERED && alike[0] && !this.#both(branch.shape, alike[0].shape))
          return false;
        const at = alike.findIndex((other) => this.#both(branch.shape, other.shape));
        if (at !== -1) alike.splice(at, 1);
        return at !== -1;
      })
    );
  }
}

/** What a shape and its properties say themselves: equal for equal shapes, and soon different for others. */
function lookOf(shape: CompiledShape): string {
  const { core, nullable } = nullForm(shape);
  const properties = [...core.propertyNames]
    .sort()
    .map((name) => wordsOf(nullForm(core.property(name)).core));
  return JSON.stringify([nullable, wordsOf(core), ...properties]);
}
