import { valueAt } from '../../../contract/refs.ts';
import type { Site } from '../../../contract/site.ts';
import type { Json } from '../../../read/document.ts';
import type { Direction, Side } from '../../finding.ts';
import { typesOf } from '../json.ts';
import type { Conditional, Contains, Fact, Group, JsonType, KeyedShape, Shape } from '../shape.ts';
import { ArrayFacts } from './array-facts.ts';
import { itemSitesAt } from './arrays.ts';
import { NO_SCALARS, readScalars, type ScalarFacts } from './bounds.ts';
import { schemaOfEqual } from './equal-to.ts';
import { type Expansion, isSchema } from './expand.ts';
import { ASSERTING, FAMILY, familiesOf, familyOf } from './families.ts';
import { readConditionals, readGroups, readNegations } from './groups.ts';
import { ObjectFacts } from './object-facts.ts';
import type { DependentNames } from './objects.ts';
import type { ShapeStore } from './store.ts';
import { readValues, type ValueFacts } from './values.ts';

/** Every shape of a relator is compiled; this gives the engine's own view of one. */
export function compiled(shape: Shape): CompiledShape {
  if (shape instanceof CompiledShape) return shape;
  throw new TypeError('a shape of another relator was handed in');
}

/** What a shape says of a value whatever its type, beside its own keywords. */
interface Compositions {
  readonly groups: readonly Group[];
  readonly negations: readonly KeyedShape[];
  readonly conditionals: readonly Conditional[];
}

/**
 * A conjunction of schema objects. What it says of numbers and texts, of arrays, of objects
 * and by composition is read when it is first asked for: most schemas are asked for little.
 */
export class CompiledShape implements Shape {
  readonly id: number;
  readonly side: Side;
  readonly direction: Direction;
  readonly sites: readonly Site[];
  /** The schemas that this shape was asked for by, before `$ref` and `allOf` were followed. */
  readonly origins: readonly Site[];
  readonly unresolved: readonly Fact<string>[];
  /** A `false` among the conjuncts. */
  readonly nothing: Site | null;
  readonly #store: ShapeStore;
  #families = -1;
  #types: ReadonlySet<JsonType> | undefined;
  #keptValues: ValueFacts | undefined;
  #keptScalars: ScalarFacts | undefined;
  #keptArrays: ArrayFacts | undefined;
  #keptObjects: ObjectFacts | undefined;
  #keptCompositions: Compositions | undefined;
  #raws: ReadonlySet<Json> | undefined;

  constructor(id: number, store: ShapeStore, origins: readonly Site[], expansion: Expansion) {
    this.id = id;
    this.side = store.side;
    this.direction = store.direction;
    this.#store = store;
    this.origins = origins;
    this.sites = expansion.sites;
    this.nothing = expansion.nothing;
    this.unresolved = expansion.unresolved;
  }

  get #values(): ValueFacts {
    this.#keptValues ??= readValues(this.sites);
    return this.#keptValues;
  }
  get #scalars(): ScalarFacts {
    this.#keptScalars ??= this.says(FAMILY.scalars) ? readScalars(this.sites) : NO_SCALARS;
    return this.#keptScalars;
  }
  get #arrays(): ArrayFacts {
    this.#keptArrays ??= new ArrayFacts(this, this.#store);
    return this.#keptArrays;
  }
  get #objects(): ObjectFacts {
    this.#keptObjects ??= new ObjectFacts(this, this.#store);
    return this.#keptObjects;
  }
  get #compositions(): Compositions {
    this.#keptCompositions ??= this.says(FAMILY.choices | FAMILY.negation | FAMILY.condition)
      ? {
          groups: readGroups(this.sites, this.#store.documents, this.#store.join),
          negations: readNegations(this.sites, this.#store.join),
          conditionals: readConditionals(this.sites, this.#store.join),
        }
      : NO_COMPOSITIONS;
    return this.#keptCompositions;
  }

  /** Whether any of its schema objects has a keyword of one of these families; see `FAMILY`. */
  says(families: number): boolean {
    if (this.#families < 0) this.#families = familiesOf(this.sites);
    return (this.#families & families) !== 0;
  }

  get isNothing(): boolean {
    return this.nothing !== null;
  }
  get isAnything(): boolean {
    return this.nothing === null && this.unresolved.length === 0 && !this.says(ASSERTING);
  }

  /** The types that are left, as bits. */
  get mask(): number {
    return this.#values.mask;
  }
  get types(): ReadonlySet<JsonType> {
    this.#types ??= new Set(typesOf(this.mask));
    return this.#types;
  }
  get typeFacts(): readonly Fact<readonly JsonType[]>[] {
    return this.#values.typeFacts;
  }
  get integer(): Fact<true> | null {
    return this.#values.integer ?? this.#scalars.integerFormat;
  }
  get values(): readonly Json[] | null {
    return this.#values.values;
  }
  get valueFacts(): readonly Fact<readonly Json[]>[] {
    return this.#values.valueFacts;
  }
  get minimum() {
    return this.#scalars.minimum;
  }
  get maximum() {
    return this.#scalars.maximum;
  }
  get multipleOf() {
    return this.#scalars.multipleOf;
  }
  get minLength() {
    return this.#scalars.minLength;
  }
  get maxLength() {
    return this.#scalars.maxLength;
  }
  get patterns() {
    return this.#scalars.patterns;
  }
  get formats() {
    return this.#scalars.formats;
  }

  get minItems(): Fact<number> | null {
    return this.says(FAMILY.items) ? this.#arrays.minItems : null;
  }
  get maxItems(): Fact<number> | null {
    return this.says(FAMILY.items) ? this.#arrays.maxItems : null;
  }
  get uniqueItems(): Fact<true> | null {
    return this.says(FAMILY.items) ? this.#arrays.uniqueItems : null;
  }
  get prefixCount(): number {
    return this.says(FAMILY.items | FAMILY.unevaluated) ? this.#arrays.prefixCount : 0;
  }
  item(index: number): CompiledShape {
    return this.#arrays.item(index);
  }
  itemSites(index: number): readonly Site[] {
    return itemSitesAt(this.sites, index);
  }
  get contains(): readonly Contains[] {
    return this.says(FAMILY.items) ? this.#arrays.contains() : NONE;
  }
  get unevaluatedItems(): readonly KeyedShape[] {
    return this.says(FAMILY.unevaluated) ? this.#arrays.unevaluatedItems() : NONE;
  }

  get minProperties(): Fact<number> | null {
    return this.says(FAMILY.counts) ? this.#objects.minProperties : null;
  }
  get maxProperties(): Fact<number> | null {
    return this.says(FAMILY.counts) ? this.#objects.maxProperties : null;
  }
  get hiddenNames(): ReadonlySet<string> {
    return this.#objects.hiddenNames;
  }
  get propertyNames(): readonly string[] {
    return this.#objects.propertyNames;
  }
  propertySites(name: string): readonly Site[] {
    return this.#objects.propertySites(name);
  }
  property(name: string): CompiledShape {
    return this.#objects.property(name);
  }
  get required(): ReadonlyMap<string, Fact<readonly string[]>> {
    return this.#objects.required;
  }
  get patternProperties(): readonly KeyedShape[] {
    return this.says(FAMILY.patterns) ? this.#objects.patternProperties : NONE;
  }
  /** Whether a pattern of names is beyond what the engine decides. */
  hasOpaquePatterns(): boolean {
    return this.says(FAMILY.patterns) && this.#objects.hasOpaquePatterns;
  }
  get additional(): CompiledShape {
    return this.#objects.additional;
  }
  get additionalFacts(): readonly Fact<Json>[] {
    if (!this.says(FAMILY.additional)) return NONE;
    return this.annotations('additionalProperties').filter(({ value }) => isSchema(value));
  }
  /** Whether any conjunct says which properties there are. */
  get declares(): boolean {
    return this.#objects.declares;
  }
  /** Whether any conjunct says that there may be others. */
  get opens(): boolean {
    return this.#objects.opens;
  }
  /** Whether this side's documents describe what is sent, and nothing undeclared is. */
  get isClosedSender(): boolean {
    return this.#store.closesSender;
  }
  get open(): boolean {
    return !this.#store.closesSender || this.opens || !this.declares;
  }
  get nameSchemas(): readonly KeyedShape[] {
    return this.says(FAMILY.names) ? this.#objects.nameSchemas : NONE;
  }
  get dependentRequired(): readonly DependentNames[] {
    return this.says(FAMILY.dependents) ? this.#objects.dependentRequired : NONE;
  }
  /** Those that may say something of an object with these properties. */
  dependentRequiredOf(names: readonly string[]): readonly DependentNames[] {
    return this.says(FAMILY.dependents) ? this.#objects.dependentRequiredOf(names) : NONE;
  }
  get dependentSchemas(): readonly KeyedShape[] {
    return this.says(FAMILY.dependents) ? this.#objects.dependentSchemas : NONE;
  }
  get unevaluatedProperties(): readonly KeyedShape[] {
    return this.says(FAMILY.unevaluated) ? this.#objects.unevaluatedProperties : NONE;
  }
  /** The unevaluated keywords whose effect depends on the branches that a value takes. */
  dependentOnValue(): { readonly properties: readonly KeyedShape[]; readonly items: readonly KeyedShape[] } {
    if (!this.says(FAMILY.unevaluated)) return NO_DEPENDENT;
    return { properties: this.#objects.dependentOnValue, items: this.#arrays.dependentOnValue() };
  }

  get groups(): readonly Group[] {
    return this.#compositions.groups;
  }
  get negations(): readonly KeyedShape[] {
    return this.#compositions.negations;
  }
  get conditionals(): readonly Conditional[] {
    return this.#compositions.conditionals;
  }
  /** Whether what it says of a value depends on what other shapes say of the same value. */
  get branches(): boolean {
    return this.groups.length > 0 || this.negations.length > 0 || this.conditionals.length > 0;
  }
  annotations(keyword: string): readonly Fact<Json>[] {
    const family = familyOf(keyword);
    if (family !== 0 && !this.says(family)) return NONE;
    return this.sites.flatMap((site): Fact<Json>[] => {
      const value = valueAt(site, keyword);
      return value === undefined ? [] : [{ value, keyword, site }];
    });
  }

  /** This shape and another one of the same side, as one. */
  and(other: CompiledShape): CompiledShape {
    return this.#store.join([...this.origins, ...other.origins]);
  }

  /** Any text, as a shape of the same side. */
  get text(): CompiledShape {
    return this.#store.invented(TEXT);
  }

  /** The values that equal an object or array, as a shape of the same side that is told part by part. */
  equalTo(value: Json): CompiledShape {
    return this.#store.invented(schemaOfEqual(value));
  }

  /** Whether this shape says all that another one says, and perhaps more. */
  includes(other: CompiledShape): boolean {
    if (this.side !== other.side || this.direction !== other.direction) return false;
    if (other.nothing !== null || other.unresolved.length > 0) return false;
    this.#raws ??= new Set(this.sites.map(({ raw }) => raw));
    const raws = this.#raws;
    return other.sites.every(({ raw }) => raws.has(raw));
  }

  /** The shape of one schema object alone, with what it refers to: for what is scoped to it. */
  scopeOf(site: Site): CompiledShape {
    return this.#store.join([site]);
  }
}

const TEXT = { type: 'string' };

const NONE: readonly never[] = [];
const NO_COMPOSITIONS: Compositions = { groups: NONE, negations: NONE, conditionals: NONE };
const NO_DEPENDENT = { properties: NONE, items: NONE };
