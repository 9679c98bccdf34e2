import type { Json } from '../../../read/document.ts';
import { isDeclared } from '../evaluate/sendable.ts';
import { ARRAY, jsonEqual, NUMBER, OBJECT, STRING } from '../json.ts';
import type { Answer } from '../shape.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { findArray } from './array.ts';
import { nextChoice, openDependent, presence } from './dependents.ts';
import type { Fail, Way, Ways } from './fail.ts';
import { mayHoldAt } from './leaf.ts';
import { findNumber } from './number.ts';
import { findObject } from './object.ts';
import { doubtful, firstFound, NONE, type Question, type Refusal, unknown } from './question.ts';
import type { Solver } from './solver.ts';
import {
  identityOf,
  implied,
  likestFirst,
  listedIn,
  type Pending,
  type Role,
  repeatedIn,
  type State,
  spread,
  without,
} from './state.ts';
import { findText } from './text.ts';
import { type WaysContext, waysToFail } from './ways.ts';

/** What a look at each refused shape leaves, or the answer that it gives. */
type Looked = { readonly left: readonly Refusal[] } | { readonly answer: Answer };

/** The search for a value of one type that answers a question. */
export class Search {
  readonly #solver: Solver;
  readonly #question: Question;
  readonly #type: number;

  constructor(solver: Solver, question: Question, type: number) {
    this.#solver = solver;
    this.#question = question;
    this.#type = type;
  }

  /** The answer for this type. */
  run(): Answer {
    const { sent, accepted, refused, excluded, settled, mayHold } = this.#question;
    let state: State | null = {
      sent: null,
      accepted: [],
      fails: [],
      excluded,
      mayHold,
      pending: [],
      refused,
      choices: [],
      settled,
    };
    if (sent !== null) state = this.#join(state, sent, 'sent');
    for (const shape of accepted) state = state === null ? null : this.#join(state, shape, 'accepted');
    return state === null ? NONE : this.#search(state);
  }

  /** The state in which a shape holds as well; null where it can't. */
  #join(state: State, shape: CompiledShape, role: Role): State | null {
    if (shape.isNothing || (shape.mask & this.#type) === 0) return null;
    const pending: Pending[] = [];
    for (const group of shape.groups) {
      if (!state.settled.has(identityOf(group))) pending.push({ kind: 'group', group, role });
    }
    for (const conditional of shape.conditionals) pending.push({ kind: 'if', conditional, role });
    if (this.#type === OBJECT) {
      for (const { key, shape: dependent } of shape.dependentSchemas) {
        pending.push({ kind: 'dependent', key, shape: compiled(dependent), role });
      }
    }
    const negated = shape.negations.map((one) => implied(compiled(one.shape)));
    const next: State = {
      ...state,
      pending: [...state.pending, ...pending],
      refused: negated.length === 0 ? state.refused : [...state.refused, ...negated],
    };
    if (role === 'accepted') return { ...next, accepted: [...state.accepted, shape] };
    // To put large conjunctions together is work in proportion to their size.
    const parts = (state.sent?.sites.length ?? 0) + shape.sites.length;
    this.#solver.burnFor(parts);
    const sent = state.sent === null ? shape : state.sent.and(shape);
    return sent.isNothing || (sent.mask & this.#type) === 0 ? null : { ...next, sent };
  }

  #search(state: State): Answer {
    this.#solver.burn();
    const listed = listedIn(state);
    if (listed !== null) return this.#solver.tryEach(this.#question, listed);
    const all = spread(state, (parts) => this.#solver.burnFor(parts));
    this.#solver.burnFor(all.pending.length);
    const { first, pending } = nextChoice(all);
    if (first !== null) return firstFound(this.#choose(first, { ...all, pending }));
    return this.#refuseOrBuild({ ...all, pending });
  }

  #refuseOrBuild(state: State): Answer {
    if (state.refused.length > 0) return this.#refuse(state);
    const open = openDependent(state);
    if (open === null) return this.#build(state);
    const pending = state.pending.filter((one) => one !== open);
    return firstFound(this.#choose(open, { ...state, pending }));
  }

  *#choose(pending: Pending, state: State): Iterable<Answer> {
    const go = (next: State | null): Answer => (next === null ? NONE : this.#search(next));
    switch (pending.kind) {
      case 'group': {
        const { group, role } = pending;
        const branches = group.branches.map((branch) => compiled(branch.shape));
        const settled = role === 'sent' ? new Set([...state.settled, identityOf(group)]) : state.settled;
        const isAny = group.keyword === 'anyOf';
        // What is listed twice in a `oneOf` never holds alone.
        const repeated = isAny ? NO_SHAPES : repeatedIn(branches);
        for (const branch of branches) {
          if (repeated.has(branch)) continue;
          if (state.refused.some(({ shape, goal }) => goal === null && this.#solver.isSame(branch, shape)))
            continue;
          const next = {
            ...state,
            settled,
            mayHold:
              isAny && role === 'sent'
                ? [...state.mayHold, ...branches.filter((one) => one !== branch)]
                : state.mayHold,
            choices: isAny ? state.choices : [...state.choices, { group, chosen: branch }],
          };
          yield go(this.#join(next, branch, role));
        }
        return;
      }
      case 'if': {
        const { condition, whenMet, otherwise } = pending.conditional;
        const when = compiled(condition);
        const met = this.#join(state, when, pending.role);
        yield go(met === null ? null : this.#join(met, compiled(whenMet), pending.role));
        const not = { ...state, refused: [...state.refused, implied(when)] };
        yield go(this.#join(not, compiled(otherwise), pending.role));
        return;
      }
      case 'dependent': {
        const { key, shape, role } = pending;
        if (!presence(state)(key)) {
          yield go({ ...state, fails: [...state.fails, { kind: 'missing', name: key }] });
        }
        const there: State = { ...state, fails: [...state.fails, { kind: 'present', name: key }] };
        yield go(this.#join(there, shape, role));
      }
    }
  }

  /** Splits by the ways to fail one of the refused shapes. */
  #refuse(state: State): Answer {
    const refused: Refusal[] = [];
    for (const refusal of state.refused) {
      const { shape, goal } = refusal;
      if (goal === null && (shape.isNothing || (shape.mask & this.#type) === 0)) continue;
      if (goal === null && this.#isContradicted(state, shape)) return NONE;
      refused.push(refusal);
    }
    const looked = refused.length < 2 ? { left: refused } : this.#withoutImpossible(state, refused);
    if ('answer' in looked) return looked.answer;
    const { left } = looked;
    const [first] = left;
    if (first === undefined) return this.#search({ ...state, refused: [] });
    const context = this.#contextOf(state);
    let best = { refusal: first, ways: waysToFail(first, context) };
    for (const refusal of left.slice(1)) {
      if (best.ways.ways.length + Number(best.ways.doubt !== null) === 0) break;
      const ways = waysToFail(refusal, context);
      if (ways.ways.length < best.ways.ways.length) best = { refusal, ways };
    }
    const others = left.filter((one) => one !== best.refusal);
    return firstFound(this.#through(state, best.refusal, best.ways, others));
  }

  *#through(
    state: State,
    { isImplied = false }: Refusal,
    { ways, doubt }: Ways,
    others: readonly Refusal[],
  ): Iterable<Answer> {
    for (const way of ways) {
      for (const from of this.#declaring(state, way)) {
        this.#solver.burn();
        if (!this.#isPossible(from, way)) continue;
        let next: State | null = {
          ...from,
          fails: [...from.fails, ...way.fails],
          // What the joined branch refuses by itself comes after what was refused before.
          refused: [
            ...others,
            ...from.refused.filter((one) => !state.refused.includes(one)),
            ...way.refused.map((shape): Refusal => ({ shape, goal: null, isImplied })),
          ],
        };
        for (const shape of way.accepted) next = next === null ? null : this.#join(next, shape, 'accepted');
        if (next !== null) yield this.#search(next);
      }
    }
    if (doubt !== null) yield unknown(doubt);
  }

  /**
   * The states in which the sender may send the property that a way needs: as it is where the
   * property is declared, else with each branch of an `anyOf` that declares it holding as well.
   */
  *#declaring(state: State, { fails }: Way): Iterable<State> {
    const { sent, mayHold } = state;
    const needed = fails.find((fail) => fail.kind === 'property' || fail.kind === 'present');
    const isClosed = sent?.isClosedSender === true && sent.declares && !sent.opens;
    if (!isClosed || needed === undefined || isDeclared(sent, needed.name) || sent.hasOpaquePatterns()) {
      yield state;
      return;
    }
    for (const branch of mayHold) {
      if (!isDeclared(branch, needed.name) && !branch.opens && !branch.hasOpaquePatterns()) continue;
      const joined = this.#join(
        { ...state, mayHold: mayHold.filter((one) => one !== branch) },
        branch,
        'sent',
      );
      if (joined !== null) yield joined;
    }
  }

  /** A quick look at a property that has to fail, before a whole object is built around it. */
  #isPossible({ sent, accepted, mayHold }: State, { fails }: Way): boolean {
    const [fail] = fails;
    if (fail?.kind !== 'property' || fails.length > 1) return true;
    const part = sent?.property(fail.name) ?? null;
    const answer = this.#solver.askPart({
      sent: part,
      accepted: accepted.map((shape) => shape.property(fail.name)),
      mayHold: mayHoldAt(part, mayHold, (shape) => shape.property(fail.name)),
      refused: [{ shape: fail.shape, goal: null }],
    });
    return answer.kind !== 'none';
  }

  #isContradicted({ sent, accepted }: State, shape: CompiledShape): boolean {
    return (
      shape.isAnything || (sent?.includes(shape) ?? false) || accepted.some((one) => one.includes(shape))
    );
  }

  /**
   * Looks at each refused shape alone: one that must hold ends the search, one that can't
   * hold is refused anyway, and a value that fails one may fail all.
   */
  #withoutImpossible(state: State, refused: readonly Refusal[]): Looked {
    const { sent, accepted, settled, mayHold } = state;
    const order = likestFirst(refused, sent);
    for (const refusal of order) {
      if (refusal.isImplied === true) continue;
      const alone = this.#solver.ask({ sent, accepted, settled, mayHold, refused: [refusal] });
      if (alone.kind === 'none') return { answer: NONE };
      if (alone.kind === 'found' && this.#solver.fits(this.#question, alone.value) === 'yes') {
        return { answer: alone };
      }
    }
    const left = order.filter(
      (refusal) => refusal.isImplied === true || refusal.goal !== null || this.#canHold(state, refusal.shape),
    );
    return { left };
  }

  #canHold({ sent, accepted, settled, mayHold }: State, shape: CompiledShape): boolean {
    return this.#solver.ask({ sent, accepted: [...accepted, shape], settled, mayHold }).kind !== 'none';
  }

  #contextOf(state: State): WaysContext {
    const accepting = state.sent === null ? state.accepted : [state.sent, ...state.accepted];
    return {
      type: this.#type,
      overlaps: this.#solver.overlaps,
      accepting,
      mayHold: state.mayHold,
      canHold: (shape) => this.#canHold(state, shape),
      isSame: (one, other) => this.#solver.isSame(one, other),
      allowsName: (name) =>
        accepting.every((shape) =>
          shape.nameSchemas.every((one) => this.#solver.check.truth(compiled(one.shape), name) === 'yes'),
        ),
    };
  }

  #build(state: State): Answer {
    const answer = this.#value(state);
    if (answer.kind !== 'found') return answer;
    const truth = this.#solver.fits(this.#question, answer.value);
    if (truth === 'yes') return answer;
    if (truth === 'maybe') return doubtful(this.#question);
    return this.#another(state, answer.value) ?? this.#mend(state, answer.value);
  }

  /** An object or array other than one that is not wanted; null where the value at hand is wanted. */
  #another(state: State, value: Json): Answer | null {
    const shape = state.sent ?? state.accepted[0];
    const unwanted = state.excluded.find((one) => jsonEqual(one, value));
    if (unwanted === undefined || shape === undefined) return null;
    const refusal = { shape: shape.equalTo(unwanted), goal: null, isImplied: true };
    const excluded = state.excluded.filter((one) => one !== unwanted);
    return this.#search({ ...state, excluded, refused: [refusal] });
  }

  /** Where a value also fits other branches of a `oneOf`, those are refused and the search goes on. */
  #mend(state: State, value: Json): Answer {
    // Every choice is looked at, and made anew.
    this.#solver.burn(state.choices.length);
    const overlapping = state.choices.flatMap(({ group, chosen }) =>
      group.branches
        .map((branch) => compiled(branch.shape))
        .filter((branch) => branch !== chosen && this.#solver.check.truth(branch, value) !== 'no'),
    );
    if (overlapping.length === 0) return unknown('no example was found that can be checked');
    const again = overlapping.map(implied);
    const unwanted = new Set(overlapping);
    const choices = state.choices.map(({ group, chosen }) => ({ group: without(group, unwanted), chosen }));
    return this.#search({ ...state, refused: again, choices });
  }

  #value(state: State): Answer {
    const shapes = state.sent === null ? state.accepted : [state.sent, ...state.accepted];
    const fails: readonly Fail[] = state.fails;
    switch (this.#type) {
      case NUMBER:
        return findNumber(shapes, fails, state.excluded);
      case STRING:
        return findText(shapes, fails, state.excluded);
      case ARRAY:
        return findArray(state, this.#solver);
      default:
        // All that is required has to be looked at, each time that an object is tried.
        this.#solver.burnFor(shapes.reduce((count, { required }) => count + required.size, 0));
        return findObject(state, this.#solver);
    }
  }
}

const NO_SHAPES: ReadonlySet<CompiledShape> = new Set();
