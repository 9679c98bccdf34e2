import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import type { JsonObject } from '../../../read/document.ts';
import { getOrMake } from '../../get-or-make.ts';
import { compilePattern } from '../../pattern/pattern.ts';
import { isObject } from '../json.ts';
import type { Fact, KeyedShape } from '../shape.ts';
import { count } from './bounds.ts';
import type { CompiledShape } from './compiled.ts';
import { isSchema, schemaUnder } from './expand.ts';
import { FAMILY } from './families.ts';
import { keyedShape } from './keyed.ts';
import {
  type DependentNames,
  entriesUnder,
  isHidden,
  readDependentRequired,
  readRequired,
} from './objects.ts';
import type { ShapeStore } from './store.ts';
import { matchesPattern } from './texts.ts';
import { evaluatesProperty, readUnevaluated, type Unevaluated } from './unevaluated.ts';

/**
 * What a shape says of objects; made when somebody asks. Of a property nothing is made before
 * somebody asks for that property: most of those of an object that changed have not.
 */
export class ObjectFacts {
  readonly minProperties: Fact<number> | null;
  readonly maxProperties: Fact<number> | null;
  readonly hiddenNames: ReadonlySet<string>;
  readonly propertyNames: readonly string[];
  /** Whether any conjunct says which properties there are. */
  readonly declares: boolean;
  /** Whether any conjunct says that there may be others. */
  readonly opens: boolean;
  readonly #shape: CompiledShape;
  readonly #store: ShapeStore;
  /** The `properties` of each conjunct that has them. */
  readonly #declared: readonly Site[];
  #declaring: Map<string, Site[]> | undefined;
  #properties: Map<string, CompiledShape> | undefined;
  #required: ReadonlyMap<string, Fact<readonly string[]>> | undefined;
  #patternProperties: readonly KeyedShape[] | undefined;
  #hasOpaquePatterns: boolean | undefined;
  #additional: CompiledShape | undefined;
  #nameSchemas: readonly KeyedShape[] | undefined;
  #dependentRequired: readonly DependentNames[] | undefined;
  #dependentByKey: ReadonlyMap<string, readonly DependentNames[]> | undefined;
  #dependentSchemas: readonly KeyedShape[] | undefined;
  #unevaluated: readonly Unevaluated[] | undefined;
  #unevaluatedProperties: readonly KeyedShape[] | undefined;
  #dependentOnValue: readonly KeyedShape[] | undefined;

  constructor(shape: CompiledShape, store: ShapeStore) {
    const { sites } = shape;
    this.#shape = shape;
    this.#store = store;
    const isCounted = shape.says(FAMILY.counts);
    this.minProperties = isCounted ? count(sites, 'minProperties', (a, b) => a > b) : null;
    this.maxProperties = isCounted ? count(sites, 'maxProperties', (a, b) => a < b) : null;
    this.declares = shape.says(FAMILY.properties);
    this.#declared = this.declares ? mapsUnder(sites, 'properties') : NONE;
    const names = namesIn(this.#declared);
    const hidden = new Set<string>();
    for (const map of this.#declared) {
      for (const name of this.#declared.length === 1 ? names : namesIn([map])) {
        if (isHidden(map, name, store)) hidden.add(name);
      }
    }
    this.hiddenNames = hidden.size === 0 ? NO_NAMES : hidden;
    this.propertyNames = hidden.size === 0 ? names : names.filter((name) => !hidden.has(name));
    this.opens =
      shape.says(FAMILY.additional | FAMILY.unevaluated) &&
      sites.some((site) =>
        ['additionalProperties', 'unevaluatedProperties'].some((keyword) => {
          const value = valueAt(site, keyword);
          return isSchema(value) && value !== false;
        }),
      );
  }

  /** The schema sites of a declared property, of a hidden one as well. */
  propertySites(name: string): readonly Site[] {
    const [only] = this.#declared;
    if (only === undefined) return NONE;
    if (this.#declared.length > 1) {
      return this.#mapsWith(name).flatMap((map) => schemaUnder(map, name) ?? []);
    }
    const schema = schemaUnder(only, name);
    return schema === null ? NONE : [schema];
  }

  /** Those of many `properties` that have a name, without a look at all of them for each name. */
  #mapsWith(name: string): readonly Site[] {
    if (this.#declaring === undefined) {
      this.#declaring = new Map();
      for (const map of this.#declared) {
        for (const key of namesIn([map])) getOrMake(this.#declaring, key, (): Site[] => []).push(map);
      }
    }
    return this.#declaring.get(name) ?? NONE;
  }

  property(name: string): CompiledShape {
    this.#properties ??= new Map();
    let shape = this.#properties.get(name);
    if (shape === undefined) {
      shape = this.#store.join(this.hiddenNames.has(name) ? [] : this.#schemasOf(name));
      this.#properties.set(name, shape);
    }
    return shape;
  }

  #schemasOf(name: string): readonly Site[] {
    if (!this.#shape.says(FAMILY.patterns | FAMILY.additional | FAMILY.unevaluated))
      return this.propertySites(name);
    const sites: Site[] = [];
    const matches = (pattern: string) => matchesPattern(pattern, name) === true;
    for (const site of this.#shape.sites) {
      let described = false;
      const properties = childSite(site, 'properties');
      const declared = properties === null ? null : schemaUnder(properties, name);
      if (declared !== null) {
        sites.push(declared);
        described = true;
      }
      if (valueAt(site, 'patternProperties') !== undefined) {
        for (const { key, schema } of entriesUnder([site], 'patternProperties')) {
          if (!matches(key)) continue;
          sites.push(schema);
          described = true;
        }
      }
      const additional = described ? null : schemaUnder(site, 'additionalProperties');
      if (additional !== null) sites.push(additional);
    }
    for (const { schema, beside } of this.#unevaluatedSites()) {
      if (beside?.every((site) => !evaluatesProperty(site, name, matches))) sites.push(schema);
    }
    return sites;
  }

  get required(): ReadonlyMap<string, Fact<readonly string[]>> {
    this.#required ??= this.#readRequired();
    return this.#required;
  }

  #readRequired(): ReadonlyMap<string, Fact<readonly string[]>> {
    const required = readRequired(this.#shape.sites);
    if (this.#store.promised && this.#store.direction === 'response') {
      for (const name of this.propertyNames) {
        if (required.has(name)) continue;
        const site = this.propertySites(name)[0]?.parent?.parent;
        if (site && this.#store.inhabited.has(this.property(name))) {
          required.set(name, { value: [name], keyword: 'properties', site });
        }
      }
    }
    for (const name of this.hiddenNames) required.delete(name);
    return required;
  }

  get patternProperties(): readonly KeyedShape[] {
    this.#patternProperties ??= this.#keyed('patternProperties');
    return this.#patternProperties;
  }

  /** Whether a pattern of names is beyond what the engine decides. */
  get hasOpaquePatterns(): boolean {
    this.#hasOpaquePatterns ??= entriesUnder(this.#shape.sites, 'patternProperties').some(
      ({ key }) => compilePattern(key) === null,
    );
    return this.#hasOpaquePatterns;
  }

  get additional(): CompiledShape {
    this.#additional ??= this.#joinAdditional();
    return this.#additional;
  }

  #joinAdditional(): CompiledShape {
    const sites = this.#shape.sites.flatMap((site) => schemaUnder(site, 'additionalProperties') ?? []);
    for (const { schema, beside } of this.#unevaluatedSites()) {
      if (beside?.every((site) => schemaUnder(site, 'additionalProperties') === null)) sites.push(schema);
    }
    return this.#store.join(sites);
  }

  get nameSchemas(): readonly KeyedShape[] {
    this.#nameSchemas ??= this.#shape.sites.flatMap((site): KeyedShape[] => {
      const schema = schemaUnder(site, 'propertyNames');
      return schema === null
        ? []
        : [keyedShape(this.#store, { key: '', keyword: 'propertyNames', schema, site })];
    });
    return this.#nameSchemas;
  }

  get dependentRequired(): readonly DependentNames[] {
    this.#dependentRequired ??= readDependentRequired(this.#shape.sites);
    return this.#dependentRequired;
  }

  dependentRequiredOf(names: readonly string[]): readonly DependentNames[] {
    const all = this.dependentRequired;
    if (all.length <= names.length) return all;
    this.#dependentByKey ??= Map.groupBy(all, ({ key }) => key);
    const byKey = this.#dependentByKey;
    return names.flatMap((name) => byKey.get(name) ?? []);
  }

  get dependentSchemas(): readonly KeyedShape[] {
    this.#dependentSchemas ??= ['dependentSchemas', 'dependencies'].flatMap((keyword) =>
      this.#keyed(keyword),
    );
    return this.#dependentSchemas;
  }

  get unevaluatedProperties(): readonly KeyedShape[] {
    this.#unevaluatedProperties ??= this.#unevaluatedSites().map((one) => this.#unevaluatedShape(one));
    return this.#unevaluatedProperties;
  }

  /** Those whose effect depends on the branches that a value takes. */
  get dependentOnValue(): readonly KeyedShape[] {
    this.#dependentOnValue ??= this.#unevaluatedSites()
      .filter(({ beside }) => beside === null)
      .map((one) => this.#unevaluatedShape(one));
    return this.#dependentOnValue;
  }

  #unevaluatedSites(): readonly Unevaluated[] {
    this.#unevaluated ??= this.#shape.says(FAMILY.unevaluated)
      ? readUnevaluated(this.#shape.sites, 'unevaluatedProperties', this.#store.documents)
      : NONE;
    return this.#unevaluated;
  }

  #unevaluatedShape(one: Unevaluated): KeyedShape {
    return keyedShape(this.#store, { ...one, key: '', keyword: 'unevaluatedProperties' });
  }

  #keyed(keyword: string): readonly KeyedShape[] {
    return entriesUnder(this.#shape.sites, keyword).map((one) => keyedShape(this.#store, one));
  }
}

const NONE: readonly never[] = [];
const NO_NAMES: ReadonlySet<string> = new Set();

/** The objects under a keyword that maps names to schemas. */
function mapsUnder(sites: readonly Site[], keyword: string): readonly Site[] {
  return sites.flatMap((site) => {
    const map = childSite(site, keyword);
    return map !== null && isObject(map.raw) ? [map] : [];
  });
}

/** Every name that has a schema in one of the maps. */
function namesIn(maps: readonly Site[]): readonly string[] {
  const lists = maps.map(({ raw }) => {
    const map = raw as JsonObject;
    return Object.keys(map).filter((name) => isSchema(map[name]));
  });
  return lists.length === 1 ? (lists[0] ?? NONE) : [...new Set(lists.flat())];
}
