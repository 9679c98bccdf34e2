import type { Site } from '../../contract/site.ts';
import type { Json, JsonObject } from '../../read/document.ts';
import type { Direction, PathStep, Side } from '../finding.ts';

/** The types of a JSON value; whole numbers are numbers with a `multipleOf` of 1. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** What one schema object says with one keyword, and where. */
export interface Fact<T> {
  readonly value: T;
  /** As the document spells it: `exclusiveMinimum`, `nullable`, `x-nullable`. */
  readonly keyword: string;
  /** The schema object that holds the keyword. */
  readonly site: Site;
}

/** A numeric bound; `exclusive` in either dialect's spelling. */
export interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/** A `contains` with its bounds; `min` is 1 and `max` infinite where nothing is said. */
export interface Contains {
  readonly shape: Shape;
  readonly min: number;
  readonly max: number;
  readonly site: Site;
}

/** A branch of an `anyOf` or `oneOf`. */
export interface Branch {
  /** The branch alone, its discriminator value included, without what stands beside the group. */
  readonly shape: Shape;
  /** The array's element, before its `$ref` is followed. */
  readonly site: Site;
  /** The values of the discriminator that select this branch; empty where no discriminator selects. */
  readonly names: readonly string[];
}

/** An `anyOf` or `oneOf`. */
export interface Group {
  readonly keyword: 'anyOf' | 'oneOf';
  /** The schema object that holds the keyword. */
  readonly site: Site;
  readonly branches: readonly Branch[];
  /** The property that the discriminator names, or null where none really selects a branch. */
  readonly discriminator: string | null;
}

/** An `if` with its `then` and `else`; a side that is left out accepts everything. */
export interface Conditional {
  readonly site: Site;
  readonly condition: Shape;
  readonly whenMet: Shape;
  readonly otherwise: Shape;
}

/** A schema under a keyword whose key is a property's name: `dependentSchemas`, `patternProperties`. */
export interface KeyedShape {
  readonly key: string;
  readonly keyword: string;
  readonly shape: Shape;
  readonly site: Site;
}

/**
 * The conjunction of everything that a schema says at one place: its own keywords and those
 * of every schema that `$ref` and `allOf` bring in, in any dialect, seen from one direction
 * (what is hidden there is gone) and with each keyword's place. Shapes are interned: the
 * same conjunction is the same object, so a cyclic schema is a cyclic graph of shapes.
 * Everything is worked out when it is first asked for.
 */
export interface Shape {
  /** Distinct for distinct conjunctions of one relator. */
  readonly id: number;
  readonly side: Side;
  readonly direction: Direction;
  /** Whether any of its schema objects has a keyword of one of these families; see `FAMILY`. */
  says(families: number): boolean;
  /** The schema objects whose keywords are joined here, in the order of the document. */
  readonly sites: readonly Site[];
  /** The schema objects that the shape was asked for with, before `$ref`s and `allOf`s are followed. */
  readonly origins: readonly Site[];
  /** `true`, `{}` and what only annotates. */
  readonly isAnything: boolean;
  /** A `false` schema is among the conjuncts. */
  readonly isNothing: boolean;

  /** What the type keywords leave, all conjuncts together; every type where none is given. */
  readonly types: ReadonlySet<JsonType>;
  /** Each type keyword's own list, nullability included; `integer` counts as number here. */
  readonly typeFacts: readonly Fact<readonly JsonType[]>[];
  /** Where the numbers are whole by type; null otherwise. */
  readonly integer: Fact<true> | null;
  /** The values that `enum` and `const` leave, all conjuncts together; null where none is given. */
  readonly values: readonly Json[] | null;
  readonly valueFacts: readonly Fact<readonly Json[]>[];

  readonly minimum: Fact<Bound> | null;
  readonly maximum: Fact<Bound> | null;
  /** Without the 1 of `integer`. */
  readonly multipleOf: readonly Fact<number>[];
  readonly minLength: Fact<number> | null;
  readonly maxLength: Fact<number> | null;
  readonly patterns: readonly Fact<string>[];
  readonly formats: readonly Fact<string>[];

  readonly minItems: Fact<number> | null;
  readonly maxItems: Fact<number> | null;
  readonly uniqueItems: Fact<true> | null;
  /** The number of leading items that have a schema of their own in any conjunct. */
  readonly prefixCount: number;
  /** The effective schema of the item at an index; any index from `prefixCount` on gives the rest's. */
  item(index: number): Shape;
  /** The schema sites that the item at an index gets its shape from, before `$ref`s. */
  itemSites(index: number): readonly Site[];
  readonly contains: readonly Contains[];

  readonly minProperties: Fact<number> | null;
  readonly maxProperties: Fact<number> | null;
  /** The names that `properties` declares in any conjunct, hidden ones left out, in order. */
  readonly propertyNames: readonly string[];
  /** The names that this direction hides: `readOnly` in requests, `writeOnly` in responses. */
  readonly hiddenNames: ReadonlySet<string>;
  /** The effective schema of a property: its declarations, matching patterns and what `additionalProperties` adds. */
  property(name: string): Shape;
  /** The schema sites under `properties` for a name, before `$ref`s; empty where the name isn't declared. */
  propertySites(name: string): readonly Site[];
  /** Every name that must be there, with the keyword that says so. */
  readonly required: ReadonlyMap<string, Fact<readonly string[]>>;
  readonly patternProperties: readonly KeyedShape[];
  /** The schema of properties that no conjunct declares and no pattern matches. */
  readonly additional: Shape;
  /** Every `additionalProperties` that is written, by conjunct. */
  readonly additionalFacts: readonly Fact<Json>[];
  /** Whether the sender of this shape may send names that it does not declare. */
  readonly open: boolean;
  /** Every `propertyNames`. */
  readonly nameSchemas: readonly KeyedShape[];
  readonly dependentRequired: readonly { readonly key: string; readonly fact: Fact<readonly string[]> }[];
  readonly dependentSchemas: readonly KeyedShape[];
  readonly unevaluatedProperties: readonly KeyedShape[];
  readonly unevaluatedItems: readonly KeyedShape[];

  readonly groups: readonly Group[];
  readonly negations: readonly KeyedShape[];
  readonly conditionals: readonly Conditional[];
  /** Every fact about a keyword that carries no meaning of its own: `default`, `deprecated`, `title`, `x-…`. */
  annotations(keyword: string): readonly Fact<Json>[];
  /** `$ref`s that lead nowhere; each is a set of its own that nothing is known of. */
  readonly unresolved: readonly Fact<string>[];
}

/** Whether every value of the sender is one that the receiver takes. */
export type Verdict =
  | { readonly kind: 'safe' }
  | {
      readonly kind: 'breaking';
      /** The sender's shape accepts it, the receiver's rejects it: checked by the evaluator. */
      readonly witness: Json;
      /** What the receiver objects to in the witness. */
      readonly failures: readonly Failure[];
      /** The witness is rejected for the one reason that it, or a part, fits several branches of a `oneOf`. */
      readonly overlapOnly: boolean;
    }
  /** One clause in plain words that says what stood in the way. */
  | { readonly kind: 'undecided'; readonly reason: string };

/** An assertion that a value does not meet. */
export interface Failure {
  /** The schema object whose keyword failed. */
  readonly site: Site;
  readonly keyword: string;
  /** Property names and indices from the whole value to the part that failed. */
  readonly at: readonly (string | number)[];
  /** The name that the failure is about: a missing property, a property too many, a bad name. */
  readonly name: string | null;
  /** For a `oneOf`: the number of branches that took the value. */
  readonly matches: number | null;
}

/** The assertion of the receiver that a wanted witness has to fail. */
export interface Goal {
  /** The schema object that holds the keyword. */
  readonly site: Site;
  readonly keyword: string;
  /** For `required`, `properties` and the like: the name it is about. */
  readonly name?: string;
}

/** Bounds on the engine's work; each one that is reached ends in `undecided` with its reason. */
export interface Limits {
  /** Steps of the solver for one question that is asked from outside. */
  readonly steps: number;
  /** How deep solving may nest, and how deep a value may be. */
  readonly depth: number;
  /** Values that are tried one by one: an `enum`'s, or the numbers in an interval. */
  readonly values: number;
  /** Nodes of a value that is built. */
  readonly size: number;
}

/** A value, the proof that there is none, or why neither could be found. */
export type Answer =
  | { readonly kind: 'found'; readonly value: Json }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Decides about schemas of two documents. Everything it works out is kept for as long as it lives. */
export interface Relator {
  /** The shape of a schema as one side writes it and one direction sees it. */
  shape(side: Side, direction: Direction, site: Site): Shape;
  /** The conjunction of several shapes of one side and direction. */
  conjoin(shapes: readonly [Shape, ...Shape[]]): Shape;
  /** Whether the sender's set lies in the receiver's; a request's sender is the base, a response's the head. */
  relate(base: Shape, head: Shape, direction: Direction): Verdict;
  /** What in the shape a value fails; empty when the shape accepts it. */
  evaluate(shape: Shape, value: Json): readonly Failure[];
  /** Whether a value would not be rejected for certain if several branches of each `oneOf` might hold. */
  overlaps(shape: Shape, value: Json): boolean;
  /** Whether there is no such failure; quicker than to list them. */
  accepts(shape: Shape, value: Json): boolean;
  /** The smallest value found in a shape; undefined where none was found or none exists. */
  sample(shape: Shape): Json | undefined;
  /** A small value that the sender's shape sends and each of the others takes as well. */
  common(sent: Shape, taken: readonly Shape[]): Answer;
  /** An object of the required properties alone, where that is a value of the shape. */
  leastObject(shape: Shape): JsonObject | undefined;
  /**
   * The smallest value found that the sender accepts and the receiver rejects because of one
   * assertion at the end of a path; undefined where there is none or none was found. Without
   * a path the goal stands at the top; without a goal any assertion there will do.
   */
  witness(question: WitnessQuestion): Json | undefined;
  /**
   * A small value of the shape that holds a given value at a step: `lift(S, {kind:
   * 'property', name: 'a'}, 1)` is S's smallest object with `a` being 1. Undefined where
   * none was found.
   */
  lift(shape: Shape, step: PathStep, value: Json): Json | undefined;
}

/** What `Relator.witness` is asked. */
export interface WitnessQuestion {
  readonly base: Shape;
  readonly head: Shape;
  readonly direction: Direction;
  readonly path?: readonly PathStep[];
  readonly goal?: Goal;
}
