import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Direction } from '../../src/compare/finding.ts';
import type { Json, JsonObject, SpecVersion } from '../../src/read/document.ts';

/** Which view of a schema an independent validator is asked for. */
export interface View {
  readonly version: SpecVersion;
  readonly direction: Direction;
  /** A sender leaves out what its direction hides; a receiver takes anything there. */
  readonly role: 'sender' | 'receiver';
  /** `declared` closes each object of a sender that names its properties and says nothing of others. */
  readonly world: 'open' | 'declared';
}

/** What ajv makes of a value. */
export type Oracle = (value: Json) => boolean;

/** ajv over one of the named schemas, respelled as JSON Schema 2020-12. It knows nothing of the engine. */
export function oracle(schemas: JsonObject, name: string, view: View): Oracle {
  const ajv = new Ajv2020({ strict: false, logger: false, inlineRefs: false });
  addFormats.default(ajv);
  const validate = ajv.compile(new Speller(schemas, view).spelled(name));
  return (value) => validate(value) === true;
}

const ONE_SCHEMA = [
  'contains',
  'propertyNames',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
];
const SCHEMAS_BY_NAME = ['patternProperties'];
/** Keywords whose schemas describe the same value as the schema around them. */
const SAME_VALUE = ['not', 'if', 'then', 'else'];
const BRANCHES = ['allOf', 'anyOf', 'oneOf'];
const KEPT = [
  'type',
  'const',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
];

class Speller {
  private readonly schemas: JsonObject;
  private readonly view: View;
  private readonly defs = new Map<string, Json>();

  constructor(schemas: JsonObject, view: View) {
    this.schemas = schemas;
    this.view = view;
  }

  spelled(name: string): JsonObject {
    const start = this.whole({ $ref: `#/components/schemas/${name}` });
    return { allOf: [start], $defs: Object.fromEntries(this.defs) };
  }

  /** A schema that stands for a whole value, with everything that is joined to it. */
  private whole(schema: Json): Json {
    const joined = this.joined(schema, new Set());
    const hidden = new Set(joined.flatMap((part) => this.hiddenIn(part)));
    const spelled = this.part(schema, hidden);
    const closed =
      this.view.world === 'declared' &&
      this.view.role === 'sender' &&
      joined.some(({ properties }) => isObject(properties)) &&
      !joined.some((part) => 'additionalProperties' in part || 'unevaluatedProperties' in part);
    return closed ? { allOf: [spelled], unevaluatedProperties: false } : spelled;
  }

  /** The schema objects that `$ref` and `allOf` join to one. */
  private joined(schema: Json | undefined, seen: Set<Json>): JsonObject[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const target = this.target(schema);
    const before = target === undefined ? [] : this.joined(target.schema, seen);
    if (target !== undefined && this.isOld()) return before;
    const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
    return [...before, schema, ...parts.flatMap((part) => this.joined(part, seen))];
  }

  private hiddenIn({ properties }: JsonObject): string[] {
    if (!isObject(properties)) return [];
    const keyword = this.view.direction === 'request' ? 'readOnly' : 'writeOnly';
    return Object.keys(properties).filter((name) =>
      this.joined(properties[name], new Set()).some((part) => part[keyword] === true),
    );
  }

  private target({ $ref }: JsonObject): { name: string; schema: Json } | undefined {
    if (typeof $ref !== 'string') return undefined;
    const name = $ref.split('/').at(-1) ?? '';
    return { name, schema: this.schemas[name] ?? false };
  }

  private isOld(): boolean {
    return this.view.version === '2.0' || this.view.version === '3.0';
  }

  private reference(target: { name: string; schema: Json }, hidden: ReadonlySet<string>): JsonObject {
    const key = [target.name, ...[...hidden].sort()].join('.');
    if (!this.defs.has(key)) {
      this.defs.set(key, true);
      this.defs.set(key, this.part(target.schema, hidden));
    }
    return { $ref: `#/$defs/${key}` };
  }

  /** A schema as one part of the conjunction for its value, of which some names are hidden. */
  private part(schema: Json, hidden: ReadonlySet<string>): Json {
    if (!isObject(schema)) return schema;
    const target = this.target(schema);
    const reference = target === undefined ? {} : this.reference(target, hidden);
    if (target !== undefined && this.isOld()) return reference;
    const out: Record<string, Json> = { ...reference };
    for (const key of KEPT) if (key in schema) out[key] = schema[key] ?? null;
    this.values(schema, out);
    this.bounds(schema, out);
    for (const key of ONE_SCHEMA) if (key in schema) out[key] = this.whole(schema[key] ?? true);
    for (const key of SAME_VALUE) if (key in schema) out[key] = this.part(schema[key] ?? true, hidden);
    for (const key of SCHEMAS_BY_NAME) {
      if (isObject(schema[key])) out[key] = mapped(schema[key], (child) => this.whole(child));
    }
    for (const key of BRANCHES) {
      const list = schema[key];
      if (Array.isArray(list)) out[key] = list.map((child) => this.part(child, hidden));
    }
    this.items(schema, out);
    this.names(schema, out, hidden);
    return out;
  }

  /** `enum`, and the spellings of null before 3.1: a nullable type takes null whatever the `enum` beside it says. */
  private values(schema: JsonObject, out: Record<string, Json>): void {
    const nullable = this.isOld() && (schema.nullable === true || schema['x-nullable'] === true);
    const takesNull = nullable && typeof schema.type === 'string';
    if (Array.isArray(schema.enum)) {
      out.enum = takesNull && !schema.enum.includes(null) ? [...schema.enum, null] : schema.enum;
    }
    if (takesNull) out.type = [schema.type ?? 'null', 'null'];
  }

  /** The bounds of numbers; before 3.1 the exclusive ones are switches of the inclusive ones. */
  private bounds(schema: JsonObject, out: Record<string, Json>): void {
    for (const [bound, exclusive] of [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ] as const) {
      const value = schema[bound];
      const switched = schema[exclusive];
      if (typeof switched === 'number') out[exclusive] = switched;
      if (typeof value === 'number') out[switched === true ? exclusive : bound] = value;
    }
  }

  private items(schema: JsonObject, out: Record<string, Json>): void {
    if (Array.isArray(schema.prefixItems)) {
      out.prefixItems = schema.prefixItems.map((child) => this.whole(child));
    }
    if ('items' in schema) out.items = this.whole(schema.items ?? true);
  }

  private names(schema: JsonObject, out: Record<string, Json>, hidden: ReadonlySet<string>): void {
    const shown = (list: Json): Json[] =>
      Array.isArray(list) ? list.filter((name) => !hidden.has(String(name))) : [];
    if (isObject(schema.properties)) {
      const properties = Object.entries(schema.properties);
      out.properties = Object.fromEntries(
        properties.map(([name, child]) => [
          name,
          hidden.has(name) ? this.view.role === 'receiver' : this.whole(child),
        ]),
      );
    }
    if (Array.isArray(schema.required)) out.required = shown(schema.required);
    if (isObject(schema.dependentRequired)) out.dependentRequired = mapped(schema.dependentRequired, shown);
    if (isObject(schema.dependentSchemas)) {
      out.dependentSchemas = mapped(schema.dependentSchemas, (child) => this.part(child, hidden));
    }
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mapped(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
