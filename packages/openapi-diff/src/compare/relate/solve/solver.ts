import type { Json } from '../../../read/document.ts';
import { Check } from '../evaluate/check.ts';
import type { Truth } from '../evaluate/truth.ts';
import { BOOLEAN, EVERY_TYPE, NULL, TYPE_ORDER } from '../json.ts';
import { BOUNDS, Exhausted, Fuel, isBound } from '../limits.ts';
import type { Answer, Limits } from '../shape.ts';
import type { CompiledShape } from '../shapes/compiled.ts';
import { fits } from './fits.ts';
import { Memo } from './memo.ts';
import { doubtful, firstFound, NONE, type Question, questionOf, type Refusal, unknown } from './question.ts';
import { keyOf } from './question-key.ts';
import { Search } from './search.ts';
import { simplified } from './simplify.ts';

/** How deep questions nest near the surface, step by step, and the part of all steps that each is worth. */
const NEAR = [4, 10];
const NEAR_SHARE = 6;

/**
 * What is spent on a question when so many before it were given up, the worst case first: a document
 * may hold any number of schemas that are too intricate, and each would take all its steps.
 */
const PATIENCE: readonly Patience[] = [
  { givenUp: 12, near: [], share: 60 },
  { givenUp: 3, near: NEAR.slice(0, 1), share: NEAR_SHARE },
];

const FULL: Patience = { givenUp: 0, near: NEAR, share: 1 };

interface Patience {
  readonly givenUp: number;
  /** The depths that are looked at first. */
  readonly near: readonly number[];
  /** The part of all steps that is left. */
  readonly share: number;
}

/** Schema objects that are put together, or looked at, for the price of one step. */
const SITES_A_STEP = 16;

/** Listed values of a refused shape that are tried one by one. */
const MOST_LISTED = 200;

/** How a question is answered. */
export interface AnswerOptions {
  /** Whether a value that fits several branches of a `oneOf` may be the answer; the default. */
  readonly overlaps?: boolean;
}

/** What a solver is made of. */
export interface SolverOptions {
  readonly limits: Limits;
  /** Whether two schemas of different sides are known to say the same. */
  readonly isSame: (a: CompiledShape, b: CompiledShape) => boolean;
}

/**
 * Answers whether there is a value that some shapes accept and others refuse. It splits the
 * question by the value's type, then by the branches of what accepts and the ways to fail
 * what refuses, until a value can be built or nothing is left. "None" is a proof: every
 * step that leaves something out of sight only makes the set larger. A value is found when
 * the checks of every shape say so.
 *
 * A question that comes up inside itself counts as without an answer there: a smallest
 * value that answers it would hold a smaller one that does.
 */
export class Solver {
  readonly check = new Check();
  readonly limits: Limits;
  readonly #isSame: (a: CompiledShape, b: CompiledShape) => boolean;
  readonly #memo = new Memo();
  #fuel: Fuel;
  #deepest: number;
  #overlaps = true;
  #givenUp = 0;

  constructor({ limits, isSame }: SolverOptions) {
    this.limits = limits;
    this.#isSame = isSame;
    this.#fuel = new Fuel(limits.steps, '');
    this.#deepest = limits.depth;
  }

  /**
   * Answers a question from outside, with fresh bounds. It is looked at near the surface first,
   * where small values are, and in all its depth only where that leaves it open.
   */
  answer(question: Partial<Question>, { overlaps = true }: AnswerOptions = {}): Answer {
    this.#overlaps = overlaps;
    const { depth, steps } = this.limits;
    const { near, share } = PATIENCE.find(({ givenUp }) => this.#givenUp >= givenUp) ?? FULL;
    for (const shallow of near) {
      const answer = shallow < depth ? this.#answerWithin(question, shallow, steps / NEAR_SHARE) : null;
      if (answer !== null && answer.kind !== 'unknown') return answer;
    }
    const answer = this.#answerWithin(question, depth, steps / share);
    if (answer.kind === 'unknown' && isBound(answer.reason)) this.#givenUp += 1;
    return answer;
  }

  #answerWithin(question: Partial<Question>, depth: number, steps: number): Answer {
    this.#fuel = new Fuel(steps, BOUNDS.steps);
    this.#deepest = depth;
    this.check.reset();
    try {
      return this.ask(question);
    } catch (error) {
      this.#memo.abandon();
      if (error instanceof Exhausted) return unknown(error.message);
      if (error instanceof RangeError) return unknown(BOUNDS.depth);
      throw error;
    }
  }

  /** Does something with checks; where the bounds are reached, what there was before is given back. */
  guarded<T>(otherwise: T, act: () => T): T {
    this.check.reset();
    try {
      return act();
    } catch (error) {
      if (error instanceof Exhausted || error instanceof RangeError) return otherwise;
      throw error;
    }
  }

  /** Whether two branches of a `oneOf` that hold at once count as a way to fail it. */
  get overlaps(): boolean {
    return this.#overlaps;
  }

  /**
   * Answers a question that came up on the way.
   *
   * @throws Exhausted where the bounds of the question from outside are reached
   */
  ask(parts: Partial<Question>): Answer {
    this.#fuel.burn();
    const question = simplified(questionOf(parts));
    if (question === null || this.#isContradiction(question)) return NONE;
    const own = keyOf(question);
    const key = own === null || this.#overlaps ? own : `${own} without overlaps`;
    if (key === null) return this.#compute(question);
    if (this.#memo.depth > this.#deepest) return this.#memo.tooDeep();
    return this.#memo.through(key, () => this.#compute(question));
  }

  /** Answers a question about a part of the value that the question in progress is about. */
  askPart(parts: Partial<Question>): Answer {
    return this.#memo.deeper(() => this.ask(parts));
  }

  /** Spends a step. */
  burn(steps = 1): void {
    this.#fuel.burn(steps);
  }

  /** Spends the steps that a look at so many schema objects is worth. */
  burnFor(sites: number): void {
    this.#fuel.burn(Math.floor(sites / SITES_A_STEP));
  }

  /** Whether what one shape accepts is accepted by another one, as can be seen at once. */
  isSame(one: CompiledShape, other: CompiledShape): boolean {
    return one.includes(other) || (one.side !== other.side && this.#isSame(one, other));
  }

  #isContradiction({ sent, accepted, refused }: Question): boolean {
    return refused.some(({ shape, goal }) => {
      if (goal !== null) return false;
      return [...(sent === null ? [] : [sent]), ...accepted].some(
        (one) =>
          one === shape || one.includes(shape) || (one.side !== shape.side && this.#isSame(one, shape)),
      );
    });
  }

  #compute(question: Question): Answer {
    const { sent, accepted, refused, among } = question;
    const accepting = sent === null ? accepted : [sent, ...accepted];
    const listed = smallest([
      ...accepting.flatMap(({ values }) => (values === null ? [] : [values])),
      ...(among === null ? [] : [among]),
    ]);
    if (listed !== null) return this.tryEach(question, listed);
    const mask = accepting.reduce((bits, shape) => bits & shape.mask, EVERY_TYPE);
    return firstFound(this.#byType(question, mask, refused));
  }

  *#byType(question: Question, mask: number, refused: readonly Refusal[]): Iterable<Answer> {
    for (const type of TYPE_ORDER) {
      if ((mask & type) === 0) continue;
      if (type === NULL) yield this.tryEach(question, [null]);
      else if (type === BOOLEAN) yield this.tryEach(question, [true, false]);
      else yield new Search(this, question, type).run();
    }
    for (const { shape } of refused) {
      if (shape.values === null) continue;
      yield this.tryEach(question, shape.values.slice(0, MOST_LISTED));
      if (shape.values.length > MOST_LISTED && hasMoreThanValues(shape)) {
        yield unknown(BOUNDS.listed);
      }
    }
  }

  /** Tries values one by one. */
  tryEach(question: Question, values: readonly Json[]): Answer {
    let doubt = false;
    for (const [index, value] of values.entries()) {
      if (index % 100 === 99) this.burn();
      const truth = this.fits(question, value);
      if (truth === 'yes') return { kind: 'found', value };
      doubt ||= truth === 'maybe';
    }
    return doubt ? doubtful(question) : NONE;
  }

  /** Whether a value answers a question. */
  fits(question: Question, value: Json): Truth {
    return fits(this.check, question, value);
  }
}

function smallest(lists: readonly (readonly Json[])[]): readonly Json[] | null {
  return lists.reduce<readonly Json[] | null>(
    (best, list) => (best === null || list.length < best.length ? list : best),
    null,
  );
}

function hasMoreThanValues(shape: CompiledShape): boolean {
  return shape.sites.some(({ raw }) =>
    Object.keys(raw as object).some(
      (keyword) =>
        !['enum', 'const', 'type', 'nullable', 'title', 'description', 'default', 'example'].includes(
          keyword,
        ),
    ),
  );
}
