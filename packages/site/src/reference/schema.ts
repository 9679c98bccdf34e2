import { cut } from '@xano-specs/report';
import { DESCRIPTION_LENGTH, NAME_LENGTH, SCHEMA_DEPTH, VALUES_SHOWN } from '../limits.ts';
import { hashOf } from '../state/hash.ts';
import { isObject, target } from './json.ts';
import type { Json, JsonObject } from './json-value.ts';

/** Keywords whose values are shown as they are. */
const PLAIN = new Set([
  'type',
  'format',
  'const',
  'default',
  'nullable',
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
  /** Those that were referred to and not looked into yet. */
  readonly #waiting: [ref: string, schema: Json][] = [];

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
    // One after the other: a chain of references can be longer than calls can be deep.
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      this.#shared.set(next[0], this.#pruned(next[1], SCHEMA_DEPTH));
    }
    return taken;
  }

  #pruned(schema: Json, levels: number): Json {
    if (!isObject(schema)) return typeof schema === 'boolean' ? schema : {};
    if (levels === 0) return {};
    this.#share(schema);
    return Object.fromEntries(
      Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
        const kept = this.#keyword(key, value, levels);
        return kept === undefined ? [] : [[key, kept]];
      }),
    );
  }

  /** What is kept of a keyword; undefined for one that is not shown, or makes no sense. */
  #keyword(key: string, value: Json, levels: number): Json | undefined {
    if (PLAIN.has(key)) return shortened(value);
    if (SCHEMAS.has(key)) return this.#pruned(value, levels - 1);
    if (LISTS.has(key)) return this.#list(value, levels);
    if (MAPS.has(key)) return isObject(value) ? this.#map(value, levels) : undefined;
    if (key === 'description' && typeof value === 'string') return cut(value, DESCRIPTION_LENGTH);
    if (key === '$ref' && typeof value === 'string') return shortRef(value);
    if (!Array.isArray(value)) return undefined;
    if (key === 'enum') return value.slice(0, VALUES_SHOWN).map(shortened);
    return key === 'required' ? value.map(shortName) : undefined;
  }

  #list(value: Json, levels: number): Json {
    return Array.isArray(value) ? value.map((one: Json) => this.#pruned(one, levels - 1)) : [];
  }

  #map(value: JsonObject, levels: number): Json {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [shortName(name), this.#pruned(inner, levels - 1)]),
    );
  }

  #share({ $ref: ref }: JsonObject): void {
    if (typeof ref !== 'string') return;
    const short = shortRef(ref);
    if (this.#shared.has(short)) return;
    const found = target(this.#root, ref);
    if (found === undefined) return;
    // Known before it is looked into, since it may refer to itself.
    this.#shared.set(short, {});
    this.#waiting.push([short, found]);
  }
}

function shortName(name: Json): string {
  return cut(String(name), NAME_LENGTH);
}

/** A reference whose end nobody would read is told from others by its hash. */
function shortRef(ref: string): string {
  return ref.length <= NAME_LENGTH ? ref : `${ref.slice(0, NAME_LENGTH)}~${hashOf(ref).slice(0, 16)}`;
}

function shortened(value: Json): Json {
  if (typeof value === 'string') return cut(value, VALUE_LENGTH);
  if (typeof value !== 'object' || value === null) return value;
  return JSON.stringify(value).length > VALUE_LENGTH ? '…' : value;
}
