import { cut } from '@xano-specs/report';
import { DESCRIPTION_LENGTH, SCHEMA_DEPTH, VALUES_SHOWN } from '../limits.ts';
import { isObject, target } from './json.ts';
import type { Json, JsonObject } from './json-value.ts';

/** Keywords whose values are shown as they are. */
const PLAIN = new Set([
  '$ref',
  'type',
  'format',
  'const',
  'default',
  'title',
  'nullable',
  'required',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'readOnly',
  'writeOnly',
  'deprecated',
]);
const SCHEMAS = new Set(['items', 'additionalProperties', 'not']);
const LISTS = new Set(['allOf', 'oneOf', 'anyOf', 'prefixItems']);
const MAPS = new Set(['properties', 'patternProperties']);

/** The longest value of a keyword that is shown, as JSON: defaults can be whole documents. */
const VALUE_LENGTH = 2_000;

/**
 * What a reference page shows of a document's schemas: each as far as a reader is told of it, and once
 * those that are referred to, so that schemas that refer to themselves end.
 */
export class Schemas {
  readonly #root: Json;
  readonly #shared = new Map<string, Json>();

  constructor(root: Json) {
    this.#root = root;
  }

  /** Every schema that those taken refer to, by its reference. */
  get shared(): readonly (readonly [ref: string, schema: Json])[] {
    return [...this.#shared];
  }

  /** Takes a schema, and those that it refers to. */
  take(schema: Json): Json {
    const taken = this.#pruned(schema, SCHEMA_DEPTH);
    return taken;
  }

  #pruned(schema: Json, levels: number): Json {
    if (!isObject(schema)) return typeof schema === 'boolean' ? schema : {};
    if (levels === 0) return {};
    const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
      if (key === 'description')
        return typeof value === 'string' ? [[key, cut(value, DESCRIPTION_LENGTH)]] : [];
      if (key === 'enum')
        return Array.isArray(value) ? [[key, value.slice(0, VALUES_SHOWN).map(shortened)]] : [];
      if (PLAIN.has(key)) return [[key, shortened(value)]];
      if (SCHEMAS.has(key)) return [[key, this.#pruned(value, levels - 1)]];
      if (LISTS.has(key)) return [[key, this.#list(value, levels)]];
      if (MAPS.has(key)) return isObject(value) ? [[key, this.#map(value, levels)]] : [];
      return [];
    });
    this.#share(schema);
    return Object.fromEntries(kept);
  }

  #list(value: Json, levels: number): Json {
    return Array.isArray(value) ? value.map((one: Json) => this.#pruned(one, levels - 1)) : [];
  }

  #map(value: JsonObject, levels: number): Json {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, this.#pruned(inner, levels - 1)]),
    );
  }

  #share({ $ref: ref }: JsonObject): void {
    if (typeof ref !== 'string' || this.#shared.has(ref)) return;
    const found = target(this.#root, ref);
    if (found === undefined) return;
    // Known before it is looked into, since it may refer to itself.
    this.#shared.set(ref, {});
    this.#shared.set(ref, this.#pruned(found, SCHEMA_DEPTH));
  }
}

function shortened(value: Json): Json {
  if (typeof value === 'string') return cut(value, VALUE_LENGTH);
  if (typeof value !== 'object' || value === null) return value;
  return JSON.stringify(value).length > VALUE_LENGTH ? '…' : value;
}
