import { lazy } from '../../../contract/lazy.ts';
import { valueAt } from '../../../contract/refs.ts';
import { childSite, type Site } from '../../../contract/site.ts';
import { compilePattern } from '../../pattern/pattern.ts';
import type { Fact, KeyedShape } from '../shape.ts';
import { count } from './bounds.ts';
import type { CompiledShape } from './compiled.ts';
import { isSchema, schemaUnder } from './expand.ts';
import { FAMILY } from './families.ts';
import { keyedShape } from './keyed.ts';
import { entriesUnder, isHidden, readDependentRequired, readProperties, readRequired } from './objects.ts';
import type { ShapeStore } from './store.ts';
import { matchesPattern } from './texts.ts';
import { evaluatesProperty, readUnevaluated } from './unevaluated.ts';

/** What a shape says of objects; made when somebody asks. */
export class ObjectFacts {
  readonly minProperties: Fact<number> | null;
  readonly maxProperties: Fact<number> | null;
  /** The schema sites of every declared property, hidden ones included. */
  readonly declared: ReadonlyMap<string, readonly Site[]>;
  readonly hiddenNames: ReadonlySet<string>;
  readonly propertyNames: readonly string[];
  /** Whether any conjunct says which properties there are. */
  readonly declares: boolean;
  /** Whether any conjunct says that there may be others. */
  readonly opens: boolean;
  readonly #shape: CompiledShape;
  readonly #store: ShapeStore;
  readonly #properties = new Map<string, CompiledShape>();

  constructor(shape: CompiledShape, store: ShapeStore) {
    const { sites } = shape;
    this.#shape = shape;
    this.#store = store;
    const isCounted = shape.says(FAMILY.counts);
    this.minProperties = isCounted ? count(sites, 'minProperties', (a, b) => a > b) : null;
    this.maxProperties = isCounted ? count(sites, 'maxProperties', (a, b) => a < b) : null;
    this.declared = readProperties(sites);
    const hidden = new Set<string>();
    for (const [name, schemas] of this.declared) {
      if (isHidden(schemas, store)) hidden.add(name);
    }
    this.hiddenNames = hidden;
    this.propertyNames = [...this.declared.keys()].filter((name) => !hidden.has(name));
    this.declares = shape.says(FAMILY.properties);
    this.opens =
      shape.says(FAMILY.additional | FAMILY.unevaluated) &&
      sites.some((site) =>
        ['additionalProperties', 'unevaluatedProperties'].some((keyword) => {
          const value = valueAt(site, keyword);
          return isSchema(value) && value !== false;
        }),
      );
  }

  property(name: string): CompiledShape {
    let shape = this.#properties.get(name);
    if (shape === undefined) {
      shape = this.#store.join(this.hiddenNames.has(name) ? [] : this.#schemasOf(name));
      this.#properties.set(name, shape);
    }
    return shape;
  }

  #schemasOf(name: string): Site[] {
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
    for (const { schema, beside } of this.#unevaluated()) {
      if (beside?.every((site) => !evaluatesProperty(site, name, matches))) sites.push(schema);
    }
    return sites;
  }

  readonly required = lazy((): ReadonlyMap<string, Fact<readonly string[]>> => {
    const required = readRequired(this.#shape.sites);
    if (this.#store.promised && this.#store.direction === 'response') {
      for (const [name, [schema]] of this.declared) {
        const site = schema?.parent?.parent;
        if (required.has(name) || !site) continue;
        if (this.#store.inhabited.has(this.property(name))) {
          required.set(name, { value: [name], keyword: 'properties', site });
        }
      }
    }
    for (const name of this.hiddenNames) required.delete(name);
    return required;
  });

  readonly patternProperties = lazy(() =>
    entriesUnder(this.#shape.sites, 'patternProperties').map((one) => keyedShape(this.#store, one)),
  );

  /** Whether a pattern of names is beyond what the engine decides. */
  readonly hasOpaquePatterns = lazy(() =>
    entriesUnder(this.#shape.sites, 'patternProperties').some(({ key }) => compilePattern(key) === null),
  );

  readonly additional = lazy(() => {
    const sites = this.#shape.sites.flatMap((site) => schemaUnder(site, 'additionalProperties') ?? []);
    for (const { schema, beside } of this.#unevaluated()) {
      if (beside?.every((site) => schemaUnder(site, 'additionalProperties') === null)) sites.push(schema);
    }
    return this.#store.join(sites);
  });

  readonly nameSchemas = lazy(() =>
    this.#shape.sites.flatMap((site): KeyedShape[] => {
      const schema = schemaUnder(site, 'propertyNames');
      return schema === null
        ? []
        : [keyedShape(this.#store, { key: '', keyword: 'propertyNames', schema, site })];
    }),
  );

  readonly dependentRequired = lazy(() => readDependentRequired(this.#shape.sites));

  readonly dependentSchemas = lazy(() =>
    ['dependentSchemas', 'dependencies'].flatMap((keyword) =>
      entriesUnder(this.#shape.sites, keyword).map((one) => keyedShape(this.#store, one)),
    ),
  );

  readonly #unevaluated = lazy(() =>
    this.#shape.says(FAMILY.unevaluated)
      ? readUnevaluated(this.#shape.sites, 'unevaluatedProperties', this.#store.documents)
      : [],
  );

  readonly unevaluatedProperties = lazy((): readonly KeyedShape[] =>
    this.#unevaluated().map((one) =>
      keyedShape(this.#store, { ...one, key: '', keyword: 'unevaluatedProperties' }),
    ),
  );

  /** Those whose effect depends on the branches that a value takes. */
  readonly dependentOnValue = lazy((): readonly KeyedShape[] =>
    this.#unevaluated()
      .filter(({ beside }) => beside === null)
      .map((one) => keyedShape(this.#store, { ...one, key: '', keyword: 'unevaluatedProperties' })),
  );
}
