import type { Json } from '../../read/document.ts';
import { areDisjoint, fitsToo, type IsSame, isClosed } from './apart.ts';
import { ARRAY, NUMBER, OBJECT, STRING } from './json.ts';
import type { Bound, Fact, Group } from './shape.ts';
import { ASSERTIONS } from './shapes/assertions.ts';
import { type CompiledShape, compiled } from './shapes/compiled.ts';

/** The most pairs of changed schemas that one question looks at; what needs more is left to the solver. */
const MOST_PAIRS = 500;

/** The most branches that are held against one another, and the most values that are tried one by one. */
const MOST_BRANCHES = 40;
const MOST_VALUES = 50;

/** What an inclusion needs to know of the two documents. */
export interface InclusionOptions {
  /** Whether two shapes read the same: asked of every pair. */
  readonly isSame: IsSame;
  /** Whether they say the same, whatever the order: asked where all depends on it. */
  readonly isEqual: IsSame;
  /** Whether a shape certainly accepts a value. */
  readonly accepts: (shape: CompiledShape, value: Json) => boolean;
}

/**
 * Shows by the form of two schemas alone that all that the one sends is taken by the other:
 * keyword by keyword, property by property, branch by branch. A yes is certain; a no means
 * that it has to be searched for. A pair that is met again inside itself is assumed to hold:
 * what speaks against it would have to show somewhere else.
 */
export class Inclusion {
  readonly #isSame: IsSame;
  readonly #isEqual: IsSame;
  readonly #accepts: InclusionOptions['accepts'];
  readonly #known = new Map<number, boolean>();
  /** Pairs that hold if all of them do, in the order in which they were met. */
  readonly #assumed = new Set<number>();
  #left = 0;

  constructor({ isSame, isEqual, accepts }: InclusionOptions) {
    this.#isSame = isSame;
    this.#isEqual = isEqual;
    this.#accepts = accepts;
  }

  /** Whether the receiver takes all that the sender sends, for certain. */
  holds(sender: CompiledShape, receiver: CompiledShape): boolean {
    this.#assumed.clear();
    this.#left = MOST_PAIRS;
    const holds = this.#lies(sender, receiver);
    if (holds) for (const key of this.#assumed) this.#known.set(key, true);
    return holds;
  }

  #lies(sent: CompiledShape, taken: CompiledShape): boolean {
    if (sent.isNothing || taken.isAnything) return true;
    const key = sent.id * MOST_SHAPES + taken.id;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#assumed.has(key)) return true;
    if (this.#isSame(sent, taken)) {
      this.#known.set(key, true);
      return true;
    }
    this.#left -= 1;
    if (this.#left < 0) return false;
    const before = this.#assumed.size;
    this.#assumed.add(key);
    const lies = this.#liesByForm(sent, taken);
    if (!lies) {
      this.#forget(before);
      if (this.#left >= 0) this.#known.set(key, false);
    }
    return lies;
  }

  /** What was found to hold on the way may rest on a pair that doesn't. */
  #forget(count: number): void {
    let index = 0;
    for (const key of this.#assumed) {
      if (index >= count) this.#assumed.delete(key);
      index += 1;
    }
  }

  #liesByForm(sent: CompiledShape, taken: CompiledShape): boolean {
    if (sent.unresolved.length + taken.unresolved.length > 0 || taken.isNothing) return false;
    const { values } = sent;
    if (values !== null)
      return values.length <= MOST_VALUES && values.every((value) => this.#accepts(taken, value));
    if (sent.branches) return isBareChoice(sent) && this.#eachBranch(sent, taken);
    if (taken.values !== null || (sent.mask & ~taken.mask) !== 0) return false;
    if (taken.negations.length + taken.conditionals.length > 0) return false;
    const { mask } = sent;
    return (
      ((mask & NUMBER) === 0 || numbersLie(sent, taken)) &&
      ((mask & STRING) === 0 || textsLie(sent, taken)) &&
      ((mask & ARRAY) === 0 || this.#listsLie(sent, taken)) &&
      ((mask & OBJECT) === 0 || this.#objectsLie(sent, taken)) &&
      taken.groups.every((group) => this.#isChosen(sent, group))
    );
  }

  #listsLie(sent: CompiledShape, taken: CompiledShape): boolean {
    return (
      isAtLeast(sent.minItems, taken.minItems) &&
      isAtMost(sent.maxItems, taken.maxItems) &&
      (taken.uniqueItems === null || sent.uniqueItems !== null) &&
      taken.contains.length + taken.unevaluatedItems.length + sent.unevaluatedItems.length === 0 &&
      sent.prefixCount + taken.prefixCount === 0 &&
      this.#lies(sent.item(0), taken.item(0))
    );
  }

  #objectsLie(sent: CompiledShape, taken: CompiledShape): boolean {
    if (
      sent.patternProperties.length + taken.patternProperties.length > 0 ||
      sent.dependentSchemas.length + taken.dependentSchemas.length > 0 ||
      sent.unevaluatedProperties.length + taken.unevaluatedProperties.length > 0 ||
      taken.nameSchemas.length + taken.dependentRequired.length > 0 ||
      !isAtLeast(sent.minProperties, taken.minProperties) ||
      !isAtMost(sent.maxProperties, taken.maxProperties)
    ) {
      return false;
    }
    for (const name of taken.required.keys()) if (!sent.required.has(name)) return false;
    const names = new Set([...sent.propertyNames, ...sent.required.keys()]);
    if (!isClosed(sent)) {
      if (!this.#lies(sent.additional, taken.additional)) return false;
      for (const name of taken.propertyNames) names.add(name);
    }
    for (const name of names) {
      if (sent.hiddenNames.has(name)) continue;
      if (!this.#lies(sent.property(name), taken.property(name))) return false;
    }
    return true;
  }

  /** Whether a group of the receiver takes all that a sender without choices sends. */
  #isChosen(sent: CompiledShape, { keyword, branches }: Group): boolean {
    if (branches.length > MOST_BRANCHES) return false;
    const shapes = branches.map(({ shape }) => compiled(shape));
    const target = shapes.find((shape) => this.#lies(sent, shape));
    if (target === undefined) return false;
    return keyword === 'anyOf' || allButOne(shapes, target, (shape) => areDisjoint(sent, shape));
  }

  #eachBranch(sender: CompiledShape, receiver: CompiledShape): boolean {
    const [group] = sender.groups;
    if (group === undefined || group.branches.length > MOST_BRANCHES) return false;
    const sent = group.branches.map(({ shape }) => compiled(shape));
    if (group.keyword === 'anyOf' && !haveOtherTypes(sent)) return false;
    const [other] = receiver.groups;
    if (group.keyword === 'anyOf' || other?.keyword !== 'oneOf' || !isBareChoice(receiver))
      return sent.every((branch) => this.#lies(branch, receiver));
    const taken = other.branches.map(({ shape }) => compiled(shape));
    if (taken.length > MOST_BRANCHES) return false;
    return sent.every((branch, index) => {
      if ((branch.mask & sender.mask & ~receiver.mask) !== 0) return false;
      const target = this.#targetOf(branch, taken, index);
      return target !== null && allButOne(taken, target, (one) => this.#keepsOut(branch, one, sent));
    });
  }

  /** The receiver's branch that takes all of a branch: the same one, the one in its place, or any. */
  #targetOf(sent: CompiledShape, taken: readonly CompiledShape[], index: number): CompiledShape | null {
    const same = taken.find((one) => this.#isSame(sent, one));
    if (same !== undefined) return same;
    const opposite = taken[index];
    if (opposite !== undefined && this.#lies(sent, opposite)) return opposite;
    return taken.find((one) => this.#lies(sent, one)) ?? null;
  }

  /** Whether nothing that the sender's choice sends by one branch fits this branch of the receiver. */
  #keepsOut(sent: CompiledShape, taken: CompiledShape, all: readonly CompiledShape[]): boolean {
    return (
      areDisjoint(sent, taken) ||
      all.some((other) => other !== sent && fitsToo(sent, taken, other, this.#isEqual))
    );
  }
}

/** A relator has fewer shapes, so that two of their numbers are one. */
const MOST_SHAPES = 2 ** 26;

/** Whether something is true of all branches but one, which may be listed twice. */
function allButOne(
  shapes: readonly CompiledShape[],
  one: CompiledShape,
  isTrue: (shape: CompiledShape) => boolean,
): boolean {
  const at = shapes.indexOf(one);
  return shapes.every((shape, index) => index === at || isTrue(shape));
}

/** Whether a schema is a choice and its type, and nothing else. */
function isBareChoice({ sites, groups }: CompiledShape): boolean {
  return (
    groups.length === 1 &&
    sites.every(({ raw }) =>
      Object.keys(raw as object).every(
        (keyword) =>
          keyword === 'type' || keyword === 'oneOf' || keyword === 'anyOf' || !ASSERTIONS.has(keyword),
      ),
    )
  );
}

function haveOtherTypes(shapes: readonly CompiledShape[]): boolean {
  let seen = 0;
  for (const { mask } of shapes) {
    if ((seen & mask) !== 0) return false;
    seen |= mask;
  }
  return true;
}

function isAtLeast(sent: Fact<number> | null, taken: Fact<number> | null): boolean {
  return taken === null || taken.value <= 0 || (sent !== null && sent.value >= taken.value);
}

function isAtMost(sent: Fact<number> | null, taken: Fact<number> | null): boolean {
  return taken === null || (sent !== null && sent.value <= taken.value);
}

function numbersLie(sent: CompiledShape, taken: CompiledShape): boolean {
  return (
    (taken.integer === null || sent.integer !== null) &&
    isBounded(sent.minimum, taken.minimum, (a, b) => a > b) &&
    isBounded(sent.maximum, taken.maximum, (a, b) => a < b) &&
    taken.multipleOf.every(({ value }) => sent.multipleOf.some((own) => own.value === value))
  );
}

function isBounded(
  sent: Fact<Bound> | null,
  taken: Fact<Bound> | null,
  isTighter: (a: number, b: number) => boolean,
): boolean {
  if (taken === null) return true;
  if (sent === null) return false;
  const [own, other] = [sent.value, taken.value];
  return (
    isTighter(own.value, other.value) || (own.value === other.value && (own.exclusive || !other.exclusive))
  );
}

function textsLie(sent: CompiledShape, taken: CompiledShape): boolean {
  const hasAll = (facts: readonly Fact<string>[], own: readonly Fact<string>[]) =>
    facts.every(({ value }) => own.some((fact) => fact.value === value));
  return (
    isAtLeast(sent.minLength, taken.minLength) &&
    isAtMost(sent.maxLength, taken.maxLength) &&
    hasAll(taken.patterns, sent.patterns) &&
    hasAll(taken.formats, sent.formats)
  );
}
