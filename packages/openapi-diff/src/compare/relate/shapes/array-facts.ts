import { lazy } from '../../../contract/lazy.ts';
import type { Contains, Fact, KeyedShape } from '../shape.ts';
import { itemSitesAt, prefixCountOf, readContains, uniqueOf } from './arrays.ts';
import { count } from './bounds.ts';
import type { CompiledShape } from './compiled.ts';
import { FAMILY } from './families.ts';
import { keyedShape } from './keyed.ts';
import type { ShapeStore } from './store.ts';
import { evaluatedItems, readUnevaluated } from './unevaluated.ts';

/** What a shape says of arrays; made when somebody asks. */
export class ArrayFacts {
  readonly minItems: Fact<number> | null;
  readonly maxItems: Fact<number> | null;
  readonly uniqueItems: Fact<true> | null;
  readonly prefixCount: number;
  readonly #shape: CompiledShape;
  readonly #store: ShapeStore;
  readonly #items: CompiledShape[] = [];

  constructor(shape: CompiledShape, store: ShapeStore) {
    const { sites } = shape;
    this.#shape = shape;
    this.#store = store;
    this.minItems = count(sites, 'minItems', (a, b) => a > b);
    this.maxItems = count(sites, 'maxItems', (a, b) => a < b);
    const unique = uniqueOf(sites);
    this.uniqueItems = unique === null ? null : { value: true, keyword: 'uniqueItems', site: unique };
    this.prefixCount = this.#unevaluated().reduce(
      (most, { beside }) => Math.max(most, ...(beside ?? []).map(evaluatedItems).filter(Number.isFinite)),
      prefixCountOf(sites),
    );
  }

  readonly #unevaluated = lazy(() =>
    this.#shape.says(FAMILY.unevaluated)
      ? readUnevaluated(this.#shape.sites, 'unevaluatedItems', this.#store.documents)
      : [],
  );

  item(index: number): CompiledShape {
    const at = Math.min(index, this.prefixCount);
    const known = this.#items[at];
    if (known !== undefined) return known;
    const sites = [...itemSitesAt(this.#shape.sites, at)];
    for (const { schema, beside } of this.#unevaluated()) {
      if (beside?.every((site) => evaluatedItems(site) <= at)) sites.push(schema);
    }
    const shape = this.#store.join(sites);
    this.#items[at] = shape;
    return shape;
  }

  readonly contains = lazy((): readonly Contains[] =>
    readContains(this.#shape.sites).map(({ schema, ...rest }) => ({
      ...rest,
      shape: this.#store.join([schema]),
    })),
  );

  readonly unevaluatedItems = lazy((): readonly KeyedShape[] =>
    this.#unevaluated().map((one) =>
      keyedShape(this.#store, { ...one, key: '', keyword: 'unevaluatedItems' }),
    ),
  );

  /** Those whose effect depends on the branches that a value takes. */
  readonly dependentOnValue = lazy((): readonly KeyedShape[] =>
    this.#unevaluated()
      .filter(({ beside }) => beside === null)
      .map((one) => keyedShape(this.#store, { ...one, key: '', keyword: 'unevaluatedItems' })),
  );
}
