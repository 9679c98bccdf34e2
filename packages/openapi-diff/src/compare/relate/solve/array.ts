import type { Json } from '../../../read/document.ts';
import { BOUNDS } from '../limits.ts';
import type { Answer, Contains } from '../shape.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { acceptingOf, type Builder, type Leaf, mayHoldAt } from './leaf.ts';
import { firstFound, NONE, sized, unknown } from './question.ts';

/** Items are chosen one after the other; what was chosen first may have been in the way. */
const GREEDY = 'items that fit beside one another were not found';

/** What the item at an index must be beside what the array's shapes say of it. */
interface Demand {
  readonly accepted: CompiledShape[];
  readonly refused: CompiledShape[];
  /** The item that this one must be equal to. */
  readonly like?: number;
  /** Whether this is one of the few items that may fit what all others must not. */
  exempt?: boolean;
}

/** Items that may fit a `contains` that few must; more combinations are not looked at. */
const MOST_EXEMPT = 3;

/** Finds an array that fits a leaf. */
export function findArray(leaf: Leaf, builder: Builder): Answer {
  return firstFound(variants(leaf, builder));
}

/** Items that fail may be one item or several; a repeated item may stand at any two places. */
function* variants(leaf: Leaf, builder: Builder): Iterable<Answer> {
  const rest = acceptingOf(leaf).reduce((most, { prefixCount }) => Math.max(most, prefixCount), 0);
  if (leaf.fails.length === 0) {
    yield new ArrayPlan(leaf, builder, rest).build();
    return;
  }
  const failing = leaf.fails.flatMap((fail) => (fail.kind === 'item' ? [fail] : []));
  const spreads = failing.filter(({ index }) => index >= rest).length > 1 ? [false, true] : [false];
  const few = leaf.fails.flatMap((fail) =>
    fail.kind === 'few-containing' && !fail.contains.shape.isAnything ? [fail.contains] : [],
  );
  const exempt = few.length === 1 ? Math.min(MOST_EXEMPT, Math.ceil(few[0]?.min ?? 1) - 1) : 0;
  const choices = spreads.flatMap((spread) =>
    Array.from({ length: exempt + 1 }, (_, fitting) => [spread, fitting] as const),
  );
  for (const [spread, fitting] of choices) {
    const plan = () => {
      const made = new ArrayPlan(leaf, builder, rest);
      for (let index = 0; index < fitting; index++) made.demand(index).exempt = true;
      for (const [at, { index, shape }] of failing.entries()) {
        made.demand(index >= rest && spread ? index + at : index).refused.push(shape);
      }
      return made;
    };
    if (!leaf.fails.some(({ kind }) => kind === 'repeated')) yield plan().build();
    else {
      for (let second = 1; second <= rest + 1; second++) {
        for (let first = 0; first < second; first++) {
          const made = plan();
          made.repeat(first, second);
          yield made.build();
        }
      }
    }
  }
}

class ArrayPlan {
  readonly #leaf: Leaf;
  readonly #builder: Builder;
  readonly #accepting: readonly CompiledShape[];
  readonly #demands: Demand[] = [];
  /** What every item must be refused by. */
  readonly #never: CompiledShape[] = [];
  readonly #rest: number;
  readonly #isUnique: boolean;
  #min = 0;
  #max = Number.POSITIVE_INFINITY;
  /** Why an answer of none would be no proof. */
  #doubt: string | null = null;

  constructor(leaf: Leaf, builder: Builder, rest: number) {
    this.#leaf = leaf;
    this.#builder = builder;
    this.#accepting = acceptingOf(leaf);
    this.#rest = rest;
    this.#isUnique = this.#accepting.some(({ uniqueItems }) => uniqueItems !== null);
    for (const { minItems, maxItems } of this.#accepting) {
      if (minItems !== null) this.#min = Math.max(this.#min, Math.ceil(minItems.value));
      if (maxItems !== null) this.#max = Math.min(this.#max, Math.floor(maxItems.value));
    }
    this.#readFails();
    for (const { contains } of this.#accepting) {
      for (const { shape, min, max } of contains) {
        if (max === 0) this.#never.push(compiled(shape));
        if (!shape.isAnything) continue;
        this.#max = Math.min(this.#max, Math.floor(max));
        this.#min = Math.max(this.#min, Math.ceil(min));
      }
    }
  }

  #readFails(): void {
    for (const fail of this.#leaf.fails) {
      if (fail.kind === 'fewer') this.#max = Math.min(this.#max, Math.ceil(fail.than) - 1);
      if (fail.kind === 'more') this.#min = Math.max(this.#min, Math.floor(fail.than) + 1);
      if (fail.kind === 'few-containing' && fail.contains.shape.isAnything) {
        this.#max = Math.min(this.#max, Math.ceil(fail.contains.min) - 1);
      } else if (fail.kind === 'few-containing') {
        this.#never.push(compiled(fail.contains.shape));
        const isWhole = this.#rest === 0 && fail.contains.min - 1 <= MOST_EXEMPT;
        if (fail.contains.min > 1 && !isWhole)
          this.#doubt = 'how many items fit a `contains` could not be decided';
      }
      if (fail.kind === 'many-containing' && fail.contains.shape.isAnything) {
        this.#min = Math.max(this.#min, Math.floor(fail.contains.max) + 1);
      }
    }
  }

  demand(index: number): Demand {
    while (this.#demands.length <= index) this.#demands.push({ accepted: [], refused: [] });
    return this.#demands[index] ?? { accepted: [], refused: [] };
  }

  /** Two items are equal. */
  repeat(first: number, second: number): void {
    this.demand(second);
    this.#demands[second] = { accepted: [], refused: [], like: first };
    if (this.#isUnique) this.#max = -1;
  }

  build(): Answer {
    const placed = this.#placeContained();
    if (placed !== null) return placed;
    const length = Math.max(this.#min, this.#demands.length);
    if (length > this.#max) return this.#none();
    if (length > this.#builder.limits.size) return unknown(BOUNDS.size);
    const items: Json[] = [];
    for (let index = 0; index < length; index++) {
      const answer = this.#item(index, items);
      if (answer.kind === 'none') return this.#isNoneFor(index, items) ? this.#none() : unknown(GREEDY);
      if (answer.kind === 'unknown') return answer;
      items.push(answer.value);
    }
    return sized(items, this.#builder.limits.size);
  }

  /** Whether there is no item at an index whatever stands before it. */
  #isNoneFor(index: number, before: readonly Json[]): boolean {
    if (this.#demands[index]?.like !== undefined) return false;
    // Different items of one kind: when none is left that isn't there yet, there are too few of them.
    if (this.#areAlike() && index >= this.#demands.length) return true;
    return !this.#isUnique || before.length === 0 || this.#item(index, []).kind === 'none';
  }

  /** Whether every item has to be one of the same set, whatever else is asked of some. */
  #areAlike(): boolean {
    return (
      this.#rest === 0 &&
      this.#leaf.mayHold.every(({ prefixCount }) => prefixCount === 0) &&
      this.#demands.every(({ exempt }) => exempt !== true)
    );
  }

  #none(): Answer {
    return this.#doubt === null ? NONE : unknown(this.#doubt);
  }

  #item(index: number, before: readonly Json[]): Answer {
    const { accepted, refused, like, exempt } = this.#demands[index] ?? { accepted: [], refused: [] };
    const never = exempt === true ? [] : this.#never;
    const equal = like === undefined ? undefined : before[like];
    const twin = this.#demands.findIndex((one) => one.like === index);
    const also = twin === -1 ? [] : this.#accepting.map((shape) => shape.item(twin));
    const part = this.#leaf.sent?.item(index) ?? null;
    return this.#builder.askPart({
      sent: part,
      mayHold: mayHoldAt(part, this.#leaf.mayHold, (shape) => shape.item(index)),
      accepted: [...this.#leaf.accepted.map((shape) => shape.item(index)), ...accepted, ...also],
      refused: [...refused, ...never].map((shape) => ({ shape, goal: null })),
      excluded: this.#isUnique ? before : [],
      among: equal === undefined ? null : [equal],
    });
  }

  /** Gives every item that a `contains` asks for a place; an answer where one can't be placed. */
  #placeContained(): Answer | null {
    const wanted: { readonly contains: Contains; readonly times: number }[] = [];
    for (const shape of this.#accepting) {
      for (const contains of shape.contains) {
        if (!contains.shape.isAnything) wanted.push({ contains, times: Math.ceil(contains.min) });
      }
    }
    for (const fail of this.#leaf.fails) {
      if (fail.kind !== 'many-containing' || fail.contains.shape.isAnything) continue;
      wanted.push({ contains: fail.contains, times: Math.floor(fail.contains.max) + 1 });
    }
    for (const { contains, times } of wanted) {
      if (times > this.#max) return this.#none();
      if (times > this.#builder.limits.size) return unknown(BOUNDS.size);
      let from = 0;
      for (let time = 0; time < times; time++) {
        const index = this.#placeFor(compiled(contains.shape), from);
        if (index === null)
          return time === 0 && from === 0
            ? this.#none()
            : unknown('items that fit a `contains` were not found');
        this.demand(index).accepted.push(compiled(contains.shape));
        from = index + 1;
      }
    }
    return null;
  }

  #placeFor(shape: CompiledShape, from: number): number | null {
    const last = Math.max(this.#rest, this.#demands.length, from);
    for (let index = from; index <= last && index < this.#max; index++) {
      const { accepted, refused, exempt } = this.#demands[index] ?? { accepted: [], refused: [] };
      const never = exempt === true ? [] : this.#never;
      const part = this.#leaf.sent?.item(index) ?? null;
      const answer = this.#builder.askPart({
        sent: part,
        mayHold: mayHoldAt(part, this.#leaf.mayHold, (shape) => shape.item(index)),
        accepted: [...this.#leaf.accepted.map((one) => one.item(index)), ...accepted, shape],
        refused: [...refused, ...never].map((one) => ({ shape: one, goal: null })),
      });
      if (answer.kind !== 'none') return index;
    }
    return null;
  }
}
