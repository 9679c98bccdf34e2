import { lazy } from '../../../contract/lazy.ts';
import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { Json, JsonObject } from '../../../read/document.ts';
import type { Direction, Side } from '../../finding.ts';
import { compilePattern } from '../../pattern/pattern.ts';
import { isArray, keyOf, objectOf, typesOf } from '../json.ts';
import type { Conditional, Contains, Fact, Group, JsonType, KeyedShape, Shape } from '../shape.ts';
import { itemSitesAt, prefixCountOf, readContains, uniqueOf } from './arrays.ts';
import { count, readScalars } from './bounds.ts';
import { type Expansion, isSchema, schemaUnder } from './expand.ts';
import { readConditionals, readGroups, readNegations } from './groups.ts';
import {
  entriesUnder,
  isHidden,
  type KeyedSite,
  readDependentRequired,
  readProperties,
  readRequired,
} from './objects.ts';
import type { ShapeStore } from './store.ts';
import { matchesPattern } from './texts.ts';
import { evaluatedItems, evaluatesProperty, readUnevaluated, type Unevaluated } from './unevaluated.ts';
import { readValues } from './values.ts';

/** Every shape of a relator is compiled; this gives the engine's own view of one. */
export function compiled(shape: Shape): CompiledShape {
  if (shape instanceof CompiledShape) return shape;
  throw new TypeError('a shape of another relator was handed in');
}

/** A conjunction of schema objects; everything is read when it is first asked for. */
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
  readonly #properties = new Map<string, CompiledShape>();
  readonly #items: CompiledShape[] = [];

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

  readonly #values = lazy(() => readValues(this.sites));
  readonly #scalars = lazy(() => readScalars(this.sites));

  get isNothing(): boolean {
    return this.nothing !== null;
  }

  readonly #isAnything = lazy(
    () =>
      this.nothing === null &&
      this.unresolved.length === 0 &&
      this.sites.every(({ raw }) => Object.keys(raw as object).every((keyword) => !ASSERTIONS.has(keyword))),
  );
  get isAnything(): boolean {
    return this.#isAnything();
  }

  /** The types that are left, as bits. */
  get mask(): number {
    return this.#values().mask;
  }
  readonly #types = lazy((): ReadonlySet<JsonType> => new Set(typesOf(this.mask)));
  get types(): ReadonlySet<JsonType> {
    return this.#types();
  }
  get typeFacts(): readonly Fact<readonly JsonType[]>[] {
    return this.#values().typeFacts;
  }
  get integer(): Fact<true> | null {
    return this.#values().integer ?? this.#scalars().integerFormat;
  }
  get values(): readonly Json[] | null {
    return this.#values().values;
  }
  get valueFacts(): readonly Fact<readonly Json[]>[] {
    return this.#values().valueFacts;
  }
  /** The keys of each list of allowed values, for quick looks. */
  readonly valueKeys = lazy(() =>
    this.valueFacts.map((fact) => ({ fact, keys: new Set(fact.value.map((value) => keyOf(value))) })),
  );

  get minimum() {
    return this.#scalars().minimum;
  }
  get maximum() {
    return this.#scalars().maximum;
  }
  get multipleOf() {
    return this.#scalars().multipleOf;
  }
  get minLength() {
    return this.#scalars().minLength;
  }
  get maxLength() {
    return this.#scalars().maxLength;
  }
  get patterns() {
    return this.#scalars().patterns;
  }
  get formats() {
    return this.#scalars().formats;
  }

  readonly #minItems = lazy(() => count(this.sites, 'minItems', (a, b) => a > b));
  get minItems() {
    return this.#minItems();
  }
  readonly #maxItems = lazy(() => count(this.sites, 'maxItems', (a, b) => a < b));
  get maxItems() {
    return this.#maxItems();
  }
  get uniqueItems(): Fact<true> | null {
    const site = uniqueOf(this.sites);
    return site === null ? null : { value: true, keyword: 'uniqueItems', site };
  }
  readonly #prefixCount = lazy(() =>
    this.#unevaluatedItems().reduce(
      (most, { beside }) => Math.max(most, ...(beside ?? []).map(evaluatedItems).filter(Number.isFinite)),
      prefixCountOf(this.sites),
    ),
  );
  get prefixCount(): number {
    return this.#prefixCount();
  }
  item(index: number): CompiledShape {
    const at = Math.min(index, this.prefixCount);
    const known = this.#items[at];
    if (known !== undefined) return known;
    const sites = [...itemSitesAt(this.sites, at)];
    for (const { schema, beside } of this.#unevaluatedItems()) {
      if (beside?.every((site) => evaluatedItems(site) <= at)) sites.push(schema);
    }
    const shape = this.#store.join(sites);
    this.#items[at] = shape;
    return shape;
  }
  itemSites(index: number): readonly Site[] {
    return itemSitesAt(this.sites, index);
  }
  readonly #contains = lazy((): readonly Contains[] =>
    readContains(this.sites).map(({ schema, ...rest }) => ({ ...rest, shape: this.#store.join([schema]) })),
  );
  get contains(): readonly Contains[] {
    return this.#contains();
  }
  readonly #unevaluatedItems = lazy(() =>
    readUnevaluated(this.sites, 'unevaluatedItems', this.#store.documents),
  );
  get unevaluatedItems(): readonly KeyedShape[] {
    return this.#unevaluatedItems().map((one) => this.#unevaluatedShape(one, 'unevaluatedItems'));
  }

  readonly #minProperties = lazy(() => count(this.sites, 'minProperties', (a, b) => a > b));
  get minProperties() {
    return this.#minProperties();
  }
  readonly #maxProperties = lazy(() => count(this.sites, 'maxProperties', (a, b) => a < b));
  get maxProperties() {
    return this.#maxProperties();
  }
  readonly #declared = lazy(() => readProperties(this.sites));
  readonly #hidden = lazy(() => {
    const hidden = new Set<string>();
    for (const [name, schemas] of this.#declared()) {
      if (isHidden(schemas, this.direction, this.#store.documents)) hidden.add(name);
    }
    return hidden;
  });
  get hiddenNames(): ReadonlySet<string> {
    return this.#hidden();
  }
  readonly #propertyNames = lazy(() => {
    const hidden = this.#hidden();
    return [...this.#declared().keys()].filter((name) => !hidden.has(name));
  });
  get propertyNames(): readonly string[] {
    return this.#propertyNames();
  }
  propertySites(name: string): readonly Site[] {
    return this.#declared().get(name) ?? [];
  }
  property(name: string): CompiledShape {
    let shape = this.#properties.get(name);
    if (shape === undefined) {
      shape = this.#hidden().has(name) ? this.#store.join([]) : this.#store.join(this.#schemasOf(name));
      this.#properties.set(name, shape);
    }
    return shape;
  }
  #schemasOf(name: string): Site[] {
    const sites: Site[] = [];
    const matches = (pattern: string) => matchesPattern(pattern, name) === true;
    for (const site of this.sites) {
      let described = false;
      const properties = childSite(site, 'properties');
      const declared = properties === null ? null : schemaUnder(properties, name);
      if (declared !== null) {
        sites.push(declared);
        described = true;
      }
      const patterns = childSite(site, 'patternProperties');
      for (const { key, schema } of patterns === null ? [] : entriesUnder([site], 'patternProperties')) {
        if (!matches(key)) continue;
        sites.push(schema);
        described = true;
      }
      const additional = described ? null : schemaUnder(site, 'additionalProperties');
      if (additional !== null) sites.push(additional);
    }
    for (const { schema, beside } of this.#unevaluatedProperties()) {
      if (beside?.every((site) => !evaluatesProperty(site, name, matches))) sites.push(schema);
    }
    return sites;
  }
  readonly #required = lazy((): ReadonlyMap<string, Fact<readonly string[]>> => {
    const required = readRequired(this.sites);
    if (this.#store.promised && this.direction === 'response') {
      for (const [name, [schema]] of this.#declared()) {
        const site = schema?.parent?.parent;
        if (required.has(name) || !site) continue;
        if (this.#store.inhabited.has(this.property(name)))
          required.set(name, { value: [name], keyword: 'properties', site });
      }
    }
    for (const name of this.#hidden()) required.delete(name);
    return required;
  });
  get required(): ReadonlyMap<string, Fact<readonly string[]>> {
    return this.#required();
  }
  readonly #patternProperties = lazy(() => this.#keyed(entriesUnder(this.sites, 'patternProperties')));
  get patternProperties(): readonly KeyedShape[] {
    return this.#patternProperties();
  }
  /** Whether a pattern of names is beyond what the engine decides. */
  readonly hasOpaquePatterns = lazy(() =>
    entriesUnder(this.sites, 'patternProperties').some(({ key }) => compilePattern(key) === null),
  );
  readonly #additional = lazy(() => {
    const sites = this.sites.flatMap((site) => schemaUnder(site, 'additionalProperties') ?? []);
    for (const { schema, beside } of this.#unevaluatedProperties()) {
      if (beside?.every((site) => schemaUnder(site, 'additionalProperties') === null)) sites.push(schema);
    }
    return this.#store.join(sites);
  });
  get additional(): CompiledShape {
    return this.#additional();
  }
  get additionalFacts(): readonly Fact<Json>[] {
    return this.annotations('additionalProperties').filter(({ value }) => isSchema(value));
  }

  /** Whether any conjunct says which properties there are. */
  readonly #declares = lazy(() => this.sites.some((site) => valueAt(site, 'properties') !== undefined));
  get declares(): boolean {
    return this.#declares();
  }
  /** Whether any conjunct says that there may be others. */
  readonly #opens = lazy(() =>
    this.sites.some((site) =>
      ['additionalProperties', 'unevaluatedProperties'].some((keyword) => {
        const value = valueAt(site, keyword);
        return isSchema(value) && value !== false;
      }),
    ),
  );
  get opens(): boolean {
    return this.#opens();
  }
  /** Whether this side's documents describe what is sent, and nothing undeclared is. */
  get isClosedSender(): boolean {
    return this.#store.closesSender;
  }
  get open(): boolean {
    return !this.#store.closesSender || this.opens || !this.declares;
  }

  readonly #nameSchemas = lazy(() =>
    this.sites.flatMap((site): KeyedShape[] => {
      const schema = schemaUnder(site, 'propertyNames');
      return schema === null
        ? []
        : [{ key: '', keyword: 'propertyNames', shape: this.#store.join([schema]), site }];
    }),
  );
  get nameSchemas(): readonly KeyedShape[] {
    return this.#nameSchemas();
  }
  readonly #dependentRequired = lazy(() => readDependentRequired(this.sites));
  get dependentRequired() {
    return this.#dependentRequired();
  }
  readonly #dependentSchemas = lazy(() =>
    this.#keyed(['dependentSchemas', 'dependencies'].flatMap((keyword) => entriesUnder(this.sites, keyword))),
  );
  get dependentSchemas(): readonly KeyedShape[] {
    return this.#dependentSchemas();
  }
  readonly #unevaluatedProperties = lazy(() =>
    readUnevaluated(this.sites, 'unevaluatedProperties', this.#store.documents),
  );
  get unevaluatedProperties(): readonly KeyedShape[] {
    return this.#unevaluatedProperties().map((one) => this.#unevaluatedShape(one, 'unevaluatedProperties'));
  }
  /** The unevaluated keywords whose effect depends on the branches that a value takes. */
  readonly dependentOnValue = lazy(() => ({
    properties: this.#unevaluatedProperties()
      .filter(({ beside }) => beside === null)
      .map((one) => this.#unevaluatedShape(one, 'unevaluatedProperties')),
    items: this.#unevaluatedItems()
      .filter(({ beside }) => beside === null)
      .map((one) => this.#unevaluatedShape(one, 'unevaluatedItems')),
  }));

  readonly #groups = lazy((): readonly Group[] =>
    readGroups(this.sites, this.#store.documents, this.#store.join),
  );
  get groups(): readonly Group[] {
    return this.#groups();
  }
  readonly #negations = lazy(() => readNegations(this.sites, this.#store.join));
  get negations(): readonly KeyedShape[] {
    return this.#negations();
  }
  readonly #conditionals = lazy((): readonly Conditional[] => readConditionals(this.sites, this.#store.join));
  get conditionals(): readonly Conditional[] {
    return this.#conditionals();
  }
  /** Whether what it says of a value depends on what other shapes say of the same value. */
  readonly #branches = lazy(
    () => this.groups.length > 0 || this.negations.length > 0 || this.conditionals.length > 0,
  );
  get branches(): boolean {
    return this.#branches();
  }
  annotations(keyword: string): readonly Fact<Json>[] {
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

  readonly #raws = lazy(() => new Set(this.sites.map(({ raw }) => raw)));
  /** Whether this shape says all that another one says, and perhaps more. */
  includes(other: CompiledShape): boolean {
    return (
      this.side === other.side &&
      this.direction === other.direction &&
      other.nothing === null &&
      other.unresolved.length === 0 &&
      other.sites.every(({ raw }) => this.#raws().has(raw))
    );
  }

  /** The shape of one schema object alone, with what it refers to: for what is scoped to it. */
  scopeOf(site: Site): CompiledShape {
    return this.#store.join([site]);
  }

  #keyed(sites: readonly KeyedSite[]): readonly KeyedShape[] {
    return sites.map(({ key, keyword, schema, site }) => ({
      key,
      keyword,
      shape: this.#store.join([schema]),
      site,
    }));
  }

  #unevaluatedShape({ site, schema }: Unevaluated, keyword: string): KeyedShape {
    return { key: '', keyword, shape: this.#store.join([schema]), site };
  }
}

const TEXT = { type: 'string' };

const equals = new WeakMap<object, JsonObject>();

function schemaOfEqual(value: Json): JsonObject {
  if (value === null || typeof value !== 'object') return { const: value };
  let schema = equals.get(value);
  if (schema === undefined) {
    if (isArray(value)) {
      const prefixItems = value.map((item) => ({ const: item }));
      schema = { type: 'array', minItems: value.length, maxItems: value.length, prefixItems };
    } else {
      const parts = Object.entries(value).map(([name, part]): [string, Json] => [name, { const: part }]);
      const required = Object.keys(value);
      schema = { type: 'object', required, properties: objectOf(parts), additionalProperties: false };
    }
    equals.set(value, schema);
  }
  return schema;
}

/** The keywords that can rule a value out; whatever else a schema says annotates. */
const ASSERTIONS: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'contains',
  'minProperties',
  'maxProperties',
  'required',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'anyOf',
  'oneOf',
  'not',
  'if',
]);
