import type { Json, JsonObject } from '../../../read/document.ts';
import { isArray, isObject, keyOf, writtenSize } from '../json.ts';
import { BOUNDS, Exhausted } from '../limits.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { checkCompositions } from './compositions.ts';
import { unevaluatedIndices, unevaluatedNames } from './evaluated.ts';
import { Kept } from './kept.ts';
import { type FailureReport, fail, within } from './report.ts';
import { checkAnyType, checkNumber, checkText } from './scalars.ts';
import { both, type Truth } from './truth.ts';

/** Schemas nested into one another and into values: beyond, a question is given up. */
const DEEPEST = 300;

/** Assertions that one value is checked against before the question is given up. */
const MOST_CHECKS = 2_000_000;

/** The parts of a list whose items are held against one another, as they are written out. */
const LARGEST_KEY = 100_000;

/** The children of `properties`-like keywords whose `false` is told of the object that holds them. */
const CLOSING = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'items',
  'additionalItems',
  'unevaluatedItems',
]);

/** How values are checked. */
export interface CheckOptions {
  /** Whether several branches of a `oneOf` may hold, as if it were an `anyOf`. */
  readonly mayOverlap?: boolean;
}

/** Checks values against shapes by JSON Schema's own rules. */
export class Check {
  /** The most branches of a `oneOf` that may hold. */
  readonly mostOfOne: number;
  #depth = 0;
  #checks = 0;
  /** What shapes with branches said of a value: branches that share a schema would ask it again and again. */
  #known = new WeakMap<CompiledShape, Map<Json, Truth>>();
  /** What shapes said of objects and arrays: the parts of an example are parts of the next one. */
  readonly parts = new Kept<Truth>();
  /** Which of them a sender would send. */
  readonly sendable = new Kept<boolean>();

  constructor({ mayOverlap = false }: CheckOptions = {}) {
    this.mostOfOne = mayOverlap ? Number.POSITIVE_INFINITY : 1;
  }

  /** Lets a new question have all checks that one may have. */
  reset(): void {
    this.#checks = 0;
    this.#depth = 0;
    this.#known = new WeakMap();
  }

  /** Whether a shape accepts a value. */
  truth(shape: CompiledShape, value: Json): Truth {
    if (!shape.branches) return this.check(shape, value, null);
    let known = this.#known.get(shape);
    if (known === undefined) {
      known = new Map();
      this.#known.set(shape, known);
    }
    let truth = known.get(value);
    if (truth === undefined) {
      truth = this.check(shape, value, null);
      known.set(value, truth);
    }
    return truth;
  }

  /** The same, where references of the shape itself that lead nowhere count as accepting. */
  truthTrusting(shape: CompiledShape, value: Json): Truth {
    const truth = checkAnyType(shape, value, null, true);
    return both(
      both(truth, this.#checkOwnType(shape, value, null)),
      checkCompositions(this, shape, value, null),
    );
  }

  /**
   * Whether a shape accepts a value; what it fails goes to the report.
   *
   * @throws Exhausted where schemas or values are nested beyond reason
   */
  check(shape: CompiledShape, value: Json, report: FailureReport | null): Truth {
    if (shape.isAnything) return 'yes';
    if (value === null || typeof value !== 'object') return this.#checkAll(shape, value, report);
    const known = this.parts.get(shape, value);
    if (known === 'yes' || (known !== undefined && report === null)) return known;
    return this.parts.keep(shape, value, this.#checkAll(shape, value, report));
  }

  /**
   * Counts a look at a part of a value.
   *
   * @throws Exhausted where there were too many
   */
  count(): void {
    this.#checks += 1;
    if (this.#checks > MOST_CHECKS) throw new Exhausted(BOUNDS.checks);
  }

  #checkAll(shape: CompiledShape, value: Json, report: FailureReport | null): Truth {
    this.#depth += 1;
    try {
      if (this.#depth > DEEPEST) throw new Exhausted(BOUNDS.depth);
      this.count();
      let truth = checkAnyType(shape, value, report);
      if (truth === 'no' && report === null) return truth;
      truth = both(truth, this.#checkOwnType(shape, value, report));
      if (truth === 'no' && report === null) return truth;
      return both(truth, checkCompositions(this, shape, value, report));
    } finally {
      this.#depth -= 1;
    }
  }

  #checkOwnType(shape: CompiledShape, value: Json, report: FailureReport | null): Truth {
    if (typeof value === 'number') return checkNumber(shape, value, report);
    if (typeof value === 'string') return checkText(shape, value, report);
    if (isArray(value)) return this.#checkArray(shape, value, report);
    return isObject(value) ? this.#checkObject(shape, value, report) : 'yes';
  }

  #checkArray(shape: CompiledShape, value: readonly Json[], report: FailureReport | null): Truth {
    let truth: Truth = 'yes';
    const { minItems, maxItems, uniqueItems } = shape;
    const no = (fact: { site: Parameters<typeof fail>[1]; keyword: string }) => {
      truth = 'no';
      fail(report, fact.site, fact.keyword);
    };
    if (minItems !== null && value.length < minItems.value) no(minItems);
    if (maxItems !== null && value.length > maxItems.value) no(maxItems);
    if (uniqueItems !== null && value.length > 1) {
      if (writtenSize(value) > LARGEST_KEY) throw new Exhausted(BOUNDS.size);
      if (new Set(value.map((item) => keyOf(item))).size < value.length) no(uniqueItems);
    }
    for (const [index, item] of value.entries()) {
      truth = both(truth, this.#checkChild(shape.item(index), item, within(report, index), report));
    }
    for (const { shape: wanted, min, max, site } of shape.contains) {
      const truths = value.map((item) => this.truth(compiled(wanted), item));
      const sure = truths.filter((one) => one === 'yes').length;
      const possible = truths.filter((one) => one !== 'no').length;
      if (possible < min || sure > max) {
        truth = 'no';
        const keyword = possible >= min ? 'maxContains' : min === 1 ? 'contains' : 'minContains';
        fail(report, site, keyword);
      } else if (sure < min || possible > max) truth = both(truth, 'maybe');
    }
    for (const { shape: rest, site } of shape.dependentOnValue().items) {
      for (const index of unevaluatedIndices(this, shape.scopeOf(site), value)) {
        truth = both(
          truth,
          this.#checkChild(compiled(rest), value[index] ?? null, within(report, index), report),
        );
      }
    }
    return truth;
  }

  #checkObject(shape: CompiledShape, value: JsonObject, report: FailureReport | null): Truth {
    let truth: Truth = 'yes';
    const names = Object.keys(value);
    const no = (fact: { site: Parameters<typeof fail>[1]; keyword: string }, name?: string) => {
      truth = 'no';
      fail(report, fact.site, fact.keyword, name === undefined ? {} : { name });
    };
    const { minProperties, maxProperties } = shape;
    if (minProperties !== null && names.length < minProperties.value) no(minProperties);
    if (maxProperties !== null && names.length > maxProperties.value) no(maxProperties);
    for (const [name, fact] of shape.required) if (!Object.hasOwn(value, name)) no(fact, name);
    for (const { key, fact } of shape.dependentRequiredOf(names)) {
      if (!Object.hasOwn(value, key)) continue;
      for (const name of fact.value) if (!Object.hasOwn(value, name)) no(fact, name);
    }
    for (const name of names) {
      const part = within(report, name);
      truth = both(truth, this.#checkChild(shape.property(name), value[name] ?? null, part, report, name));
      for (const { shape: allowed, site, keyword } of shape.nameSchemas) {
        const fits = this.truth(compiled(allowed), name);
        if (fits === 'no') no({ site, keyword }, name);
        else truth = both(truth, fits);
      }
    }
    if (names.length > 0 && shape.hasOpaquePatterns()) truth = both(truth, 'maybe');
    for (const { shape: rest, site } of shape.dependentOnValue().properties) {
      for (const name of unevaluatedNames(this, shape.scopeOf(site), value)) {
        const part = within(report, name);
        truth = both(truth, this.#checkChild(compiled(rest), value[name] ?? null, part, report, name));
      }
    }
    return truth;
  }

  /** A part of a value; a `false` that closes the whole is told of the whole. */
  #checkChild(
    shape: CompiledShape,
    value: Json,
    part: FailureReport | null,
    whole: FailureReport | null,
    name?: string,
  ): Truth {
    const { nothing } = shape;
    if (nothing?.parent && typeof nothing.key === 'string' && CLOSING.has(nothing.key)) {
      fail(whole, nothing.parent, nothing.key, name === undefined ? {} : { name });
      return 'no';
    }
    return this.check(shape, value, part);
  }
}
