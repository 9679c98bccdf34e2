import { lazy } from '../../contract/lazy.ts';
import type { Site } from '../../contract/site.ts';
import type { DocumentSet, Json, JsonObject } from '../../read/document.ts';
import type { Direction, PathStep, Side } from '../finding.ts';
import { Check } from './evaluate/check.ts';
import { Kept } from './evaluate/kept.ts';
import { collectFailures } from './evaluate/report.ts';
import { isSendable } from './evaluate/sendable.ts';
import { Inclusion } from './inclusion.ts';
import { partAt } from './lift.ts';
import { Lifter } from './lifter.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { Sameness } from './sameness.ts';
import type { Answer, Failure, Limits, Relator, Shape, Verdict, WitnessQuestion } from './shape.ts';
import { type CompiledShape, compiled } from './shapes/compiled.ts';
import { ShapeStore } from './shapes/store.ts';
import { shrink } from './shrink.ts';
import { Solver } from './solve/solver.ts';

/** What a relator is made of. */
export interface RelatorOptions {
  readonly base: DocumentSet;
  readonly head: DocumentSet;
  /**
   * `declared` (the default): a sender whose object schema leaves `additionalProperties` out
   * sends the declared properties alone. `open`: JSON Schema to the letter.
   */
  readonly world?: 'declared' | 'open';
  /** Every property that a response declares counts as required, on both sides. */
  readonly promised?: boolean;
  readonly limits?: Partial<Limits>;
  /** Whether a schema of the base and one of the head are known to say the same. */
  readonly isSame?: (base: Site, head: Site) => boolean;
}

/** A relator over two documents. */
export function createRelator(options: RelatorOptions): Relator {
  return new DocumentRelator(options);
}

/** Who sends: the base's users send requests, the head's server sends responses. */
function senderOf(direction: Direction): Side {
  return direction === 'request' ? 'base' : 'head';
}

class DocumentRelator implements Relator {
  readonly #stores: ReadonlyMap<string, ShapeStore>;
  readonly #solver: Solver;
  readonly #inclusion: Inclusion;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #lifter: Lifter;
  readonly #overlapping = new Check({ mayOverlap: true });
  readonly #failures = new Kept<readonly Failure[]>();

  constructor({ base, head, world = 'declared', promised = false, limits = {}, isSame }: RelatorOptions) {
    let lastId = 0;
    const stores = new Map<string, ShapeStore>();
    for (const [side, documents] of [
      ['base', base],
      ['head', head],
    ] as const) {
      for (const direction of ['request', 'response'] as const) {
        const closesSender = world === 'declared' && side === senderOf(direction);
        const nextId = () => {
          lastId += 1;
          return lastId;
        };
        stores.set(
          `${side} ${direction}`,
          new ShapeStore({ documents, side, direction, closesSender, promised, nextId }),
        );
      }
    }
    this.#stores = stores;
    const sameness = new Sameness(isSame ?? (() => false));
    this.#solver = new Solver({
      limits: { ...DEFAULT_LIMITS, ...limits },
      isSame: (a, b) => sameness.areSame(a, b),
    });
    this.#inclusion = new Inclusion({
      isSame: (a, b) => sameness.areSameText(a, b),
      isEqual: (a, b) => sameness.areSame(a, b),
      accepts: (shape, value) =>
        this.#solver.guarded(false, () => this.#solver.check.truth(shape, value) === 'yes'),
    });
    this.#lifter = new Lifter({
      sample: (shape, within) => this.#sample(shape, within),
      isValue: (shape, value) => this.#isValue(shape, value),
    });
  }

  #store(side: Side, direction: Direction): ShapeStore {
    const store = this.#stores.get(`${side} ${direction}`);
    if (store === undefined) throw new TypeError(`there is no side ${side} or direction ${direction}`);
    return store;
  }

  shape(side: Side, direction: Direction, site: Site): Shape {
    return this.#store(side, direction).join([site]);
  }

  conjoin(shapes: readonly [Shape, ...Shape[]]): Shape {
    const [first, ...others] = shapes.map(compiled);
    if (first === undefined) throw new TypeError('a conjunction has a first part');
    return others.reduce((all, one) => all.and(one), first);
  }

  relate(base: Shape, head: Shape, direction: Direction): Verdict {
    const key = `${base.id} ${head.id} ${direction}`;
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      const [sender, receiver] = senderOf(direction) === 'base' ? [base, head] : [head, base];
      verdict = this.#decide(compiled(sender), compiled(receiver));
      this.#verdicts.set(key, verdict);
    }
    return verdict;
  }

  #decide(sender: CompiledShape, receiver: CompiledShape): Verdict {
    if (this.#inclusion.holds(sender, receiver)) return { kind: 'safe' };
    const question = { sent: sender, refused: [{ shape: receiver, goal: null }] };
    const answer = this.#solver.answer(question);
    if (answer.kind === 'none') return { kind: 'safe' };
    if (answer.kind === 'unknown') return { kind: 'undecided', reason: answer.reason };
    const strict = this.#broken(sender, receiver, answer.value);
    if (!strict.overlapOnly) return strict;
    const plain = this.#solver.answer(question, { overlaps: false });
    if (plain.kind !== 'found') return strict;
    const other = this.#broken(sender, receiver, plain.value);
    return other.overlapOnly ? strict : other;
  }

  /** Most verdicts are asked for their kind alone: the example is made small when somebody looks at it. */
  #broken(
    sender: CompiledShape,
    receiver: CompiledShape,
    value: Json,
  ): Verdict & { readonly kind: 'breaking' } {
    const overlapOnly = this.overlaps(receiver, value);
    const shown = lazy(() => {
      const witness = this.#shrunk(value, sender, (smaller) => {
        return this.#refusal(receiver, smaller) !== null && this.overlaps(receiver, smaller) === overlapOnly;
      });
      return { witness, failures: this.evaluate(receiver, witness) };
    });
    return {
      kind: 'breaking',
      overlapOnly,
      get witness() {
        return shown().witness;
      },
      get failures() {
        return shown().failures;
      },
    };
  }

  #shrunk(value: Json, sender: CompiledShape, isRefused: (value: Json) => boolean): Json {
    return this.#solver.guarded(value, () =>
      shrink(value, (smaller) => isRefused(smaller) && this.#isSent(sender, smaller)),
    );
  }

  #isSent(shape: CompiledShape, value: Json): boolean {
    const { check } = this.#solver;
    return check.truth(shape, value) === 'yes' && isSendable(check, [shape], value, null);
  }

  /** What a shape objects to in a value; null where it doesn't for certain. */
  #refusal(shape: CompiledShape, value: Json): readonly Failure[] | null {
    const { report, failures } = collectFailures();
    return this.#solver.check.check(shape, value, report) === 'no' ? failures : null;
  }

  evaluate(shape: Shape, value: Json): readonly Failure[] {
    const one = compiled(shape);
    if (value === null || typeof value !== 'object') return this.#evaluate(one, value);
    return this.#failures.get(one, value) ?? this.#failures.keep(one, value, this.#evaluate(one, value));
  }

  #evaluate(one: CompiledShape, value: Json): readonly Failure[] {
    const { report, failures } = collectFailures();
    return this.#solver.guarded(failures, () => {
      const truth = this.#solver.check.check(one, value, report);
      if (truth !== 'no' && one.side === senderOf(one.direction)) {
        isSendable(this.#solver.check, [one], value, report);
      }
      return failures;
    });
  }

  accepts(shape: Shape, value: Json): boolean {
    const { check } = this.#solver;
    const one = compiled(shape);
    return this.#solver.guarded(true, () => {
      if (check.truth(one, value) === 'no') return false;
      return one.side !== senderOf(one.direction) || isSendable(check, [one], value, null);
    });
  }

  overlaps(shape: Shape, value: Json): boolean {
    return this.#solver.guarded(false, () => {
      this.#overlapping.reset();
      return this.#overlapping.truth(compiled(shape), value) !== 'no';
    });
  }

  sample(shape: Shape): Json | undefined {
    return this.#sample(compiled(shape));
  }

  common(sent: Shape, taken: readonly Shape[]): Answer {
    const [sender, others] = [compiled(sent), taken.map(compiled)];
    const answer = this.#solver.answer({ sent: sender, accepted: others });
    if (answer.kind !== 'found') return answer;
    const { check } = this.#solver;
    const isTaken = (value: Json) => others.every((other) => check.truth(other, value) === 'yes');
    const value = this.#solver.guarded(answer.value, () =>
      shrink(answer.value, (smaller) => isTaken(smaller) && this.#isSent(sender, smaller)),
    );
    return { kind: 'found', value };
  }

  leastObject(shape: Shape): JsonObject | undefined {
    return this.#lifter.leastObject(compiled(shape));
  }

  #sample(shape: CompiledShape, within?: JsonObject): Json | undefined {
    const held = within === undefined ? [] : [this.#store(shape.side, shape.direction).invented(within)];
    const isSent = shape.side === senderOf(shape.direction);
    const answer = this.#solver.answer(
      isSent ? { sent: shape, accepted: held } : { accepted: [shape, ...held] },
    );
    return answer.kind === 'found' ? answer.value : undefined;
  }

  #isValue(shape: CompiledShape, value: Json): boolean {
    return this.#solver.guarded(false, () =>
      shape.side === senderOf(shape.direction)
        ? this.#isSent(shape, value)
        : this.#solver.check.truth(shape, value) === 'yes',
    );
  }

  witness({ base, head, direction, path = [], goal }: WitnessQuestion): Json | undefined {
    const [sender, receiver] = senderOf(direction) === 'base' ? [base, head] : [head, base];
    const senders = [compiled(sender)];
    let refusing = compiled(receiver);
    for (const step of path) {
      const last = senders.at(-1);
      const [part, refusingPart] = [last === undefined ? null : partAt(last, step), partAt(refusing, step)];
      if (part === null || refusingPart === null) return undefined;
      senders.push(part);
      refusing = refusingPart;
    }
    const answer = this.#solver.answer({
      sent: senders.at(-1) ?? null,
      refused: [{ shape: refusing, goal: goal ?? null }],
    });
    if (answer.kind !== 'found') return undefined;
    let value = answer.value;
    for (const [index, step] of [...path.entries()].reverse()) {
      const holder = senders[index];
      const lifted = holder === undefined ? undefined : this.lift(holder, step, value);
      if (lifted === undefined) return undefined;
      value = lifted;
    }
    const whole = this.#refusal(compiled(receiver), value);
    if (whole === null || !this.#isSent(compiled(sender), value)) return undefined;
    const isAbout = (failures: readonly Failure[]) =>
      goal === undefined ||
      failures.some(({ site, keyword }) => site.raw === goal.site.raw && keyword === goal.keyword);
    const mustBeAbout = isAbout(whole);
    return this.#shrunk(value, compiled(sender), (smaller) => {
      const failures = this.#refusal(compiled(receiver), smaller);
      return failures !== null && (!mustBeAbout || isAbout(failures)) && failures.length <= whole.length;
    });
  }

  lift(shape: Shape, step: PathStep, value: Json): Json | undefined {
    return this.#lifter.lift(compiled(shape), step, value);
  }
}
