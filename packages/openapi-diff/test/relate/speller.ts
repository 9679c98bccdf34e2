import type { Direction } from '../../src/compare/finding.ts';
import type { Json, JsonObject, SpecVersion } from '../../src/read/document.ts';

/**
 * What a respelled schema says: what a schema accepts, or which values have only parts that
 * are sent. The latter knows no negation, so that closing an object can't let others in.
 */
export type Reading = 'accepted' | 'sent' | 'possibly-sent';

interface SpellerView {
  readonly version: SpecVersion;
  readonly direction: Direction;
  readonly world: 'open' | 'declared';
  readonly reading: Reading;
}

/** The names that one place hides. */
type Hidden = ReadonlySet<string>;

/** What is known of a value around a part that speaks of it: the names that are hidden, and all parts that are joined. */
interface Around {
  readonly hidden: Hidden;
  readonly joined: readonly JsonObject[];
}

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
  'minProperties',
  'maxProperties',
];
const ONE_SCHEMA = ['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems'];
const NEGATING = ['not', 'propertyNames'];
/** More items than any value here has. */
const MOST_ITEMS = 1_000_000;
const BRANCHES = ['anyOf', 'oneOf'];
const IN_PLACE = ['then', 'else', 'dependentSchemas', 'not', 'if', ...BRANCHES];

/** Respells named schemas of any dialect as JSON Schema 2020-12, as one direction sees them. */
export class Speller {
  private readonly schemas: JsonObject;
  private readonly view: SpellerView;
  private readonly defs = new Map<string, Json>();
  private readonly ids = new Map<JsonObject, number>();
  private readonly accepts: boolean;

  constructor(schemas: JsonObject, view: SpellerView) {
    this.schemas = schemas;
    this.view = view;
    this.accepts = view.reading === 'accepted';
  }

  spelled(name: string): JsonObject {
    const start = this.whole({ $ref: `#/components/schemas/${name}` }, true);
    return { allOf: [start], $defs: Object.fromEntries(this.defs) };
  }

  /**
   * A schema that stands for a whole value; `alone` where no other schema speaks of that value.
   * What hides one of its properties may stand in the schemas `beside` it, which other parts have for
   * the same value.
   */
  private whole(schema: Json, alone: boolean, beside: readonly Json[] = []): Json {
    const joined = [...new Set([schema, ...beside].flatMap((one) => this.joined(one)))];
    const reading = this.view.reading;
    const inPlace =
      reading === 'sent' ? [schema, ...beside].flatMap((one) => this.inPlace(one, new Set())) : joined;
    const isPlain =
      alone && joined.length === 1 && !joined.some((part) => IN_PLACE.some((key) => key in part));
    const spelled = this.part(schema, { hidden: this.hiddenIn(inPlace), joined }, isPlain);
    const closes =
      this.view.world === 'declared' &&
      (reading === 'sent' || (reading === 'possibly-sent' && isPlain)) &&
      inPlace.some((part) => isObject(part.properties) || 'discriminator' in part) &&
      !joined.some((part) => opens(part.additionalProperties) || opens(part.unevaluatedProperties));
    if (!closes) return spelled;
    // What must be there is sent, declared or not.
    const needed = joined.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []));
    const properties = Object.fromEntries(needed.map((name) => [name, true]));
    return { allOf: [spelled, { properties }], unevaluatedProperties: false };
  }

  /** A schema that speaks of the value around it without being joined to what stands there. */
  private branch(schema: Json): Json {
    const joined = this.joined(schema);
    return this.part(schema, { hidden: this.hiddenIn(joined), joined }, false);
  }

  /** The schema objects that `$ref` and `allOf` join to one. */
  private joined(schema: Json | undefined, seen = new Set<Json>()): JsonObject[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const target = this.target(schema);
    const before = target === undefined ? [] : this.joined(target.schema, seen);
    if (target !== undefined && this.isOld()) return before;
    return [...before, schema, ...listAt(schema, 'allOf').flatMap((part) => this.joined(part, seen))];
  }

  /** Those, and all that may come to speak of the same value. */
  private inPlace(schema: Json, seen: Set<Json>): JsonObject[] {
    return this.joined(schema).flatMap((part) => {
      if (seen.has(part)) return [];
      seen.add(part);
      const named = isObject(part.dependentSchemas) ? Object.values(part.dependentSchemas) : [];
      const single = ['if', 'then', 'else'].flatMap((key) => (key in part ? [part[key] ?? true] : []));
      const next = [...BRANCHES.flatMap((key) => listAt(part, key)), ...named, ...single];
      return [part, ...next.flatMap((child) => this.inPlace(child, seen))];
    });
  }

  private hiddenIn(parts: readonly JsonObject[]): Hidden {
    const keyword = this.view.direction === 'request' ? 'readOnly' : 'writeOnly';
    const names = parts.flatMap(({ properties }) =>
      Object.entries(isObject(properties) ? properties : {}).filter(([, child]) =>
        this.joined(child).some((part) => part[keyword] === true),
      ),
    );
    return new Set(names.map(([name]) => name));
  }

  private target({ $ref }: JsonObject): { name: string; schema: Json } | undefined {
    if (typeof $ref !== 'string') return undefined;
    const name = $ref.split('/').at(-1) ?? '';
    return { name, schema: this.schemas[name] ?? false };
  }

  private isOld(): boolean {
    return this.view.version === '2.0' || this.view.version === '3.0';
  }

  private reference(target: { name: string; schema: Json }, around: Around, alone: boolean): JsonObject {
    const others = around.joined.map((one) => this.idOf(one)).sort((a, b) => a - b);
    const kind = alone ? 'alone' : `with-${others.join('-')}`;
    const key = [target.name, kind, ...[...around.hidden].sort()].join('.');
    if (!this.defs.has(key)) {
      this.defs.set(key, true);
      this.defs.set(key, this.part(target.schema, around, alone));
    }
    return { $ref: `#/$defs/${key}` };
  }

  private idOf(schema: JsonObject): number {
    const id = this.ids.get(schema) ?? this.ids.size;
    this.ids.set(schema, id);
    return id;
  }

  /** A schema as one part of the conjunction for its value. */
  private part(schema: Json, around: Around, alone: boolean): Json {
    if (!isObject(schema)) return schema;
    const { hidden } = around;
    const target = this.target(schema);
    const out: Record<string, Json> = target === undefined ? {} : this.reference(target, around, alone);
    if (target !== undefined && this.isOld()) return out;
    for (const key of KEPT) if (key in schema) out[key] = schema[key] ?? null;
    this.values(schema, out);
    bounds(schema, out);
    this.apart(schema, out);
    for (const key of ONE_SCHEMA) {
      if (key in schema && !this.isUnsure(key, schema)) out[key] = this.whole(schema[key] ?? true, alone);
    }
    if (this.accepts) {
      for (const key of NEGATING) if (key in schema) out[key] = this.branch(schema[key] ?? true);
    }
    if (isObject(schema.patternProperties)) {
      const patterns = Object.entries(schema.patternProperties);
      out.patternProperties = Object.fromEntries(
        patterns.map(([pattern, child]) => [beyond(pattern, hidden), this.whole(child, false)]),
      );
    }
    if ('allOf' in schema)
      out.allOf = [
        ...listAt(out, 'allOf'),
        ...listAt(schema, 'allOf').map((child) => this.part(child, around, false)),
      ];
    this.branches(schema, out);
    this.items(schema, out, around, alone);
    this.names(schema, out, around, alone);
    return out;
  }

  /** Whether what is evaluated depends on keywords that this reading leaves out, and what is sent for sure isn't wanted. */
  private isUnsure(key: string, schema: JsonObject): boolean {
    return (
      key.startsWith('unevaluated') &&
      this.view.reading === 'possibly-sent' &&
      this.inPlace(schema, new Set()).some((part) => 'if' in part || 'contains' in part)
    );
  }

  /**
   * In parts of their own: beside `prefixItems`, ajv takes a `contains` for met where an `if`
   * asks about an empty array, and a `uniqueItems` to be about what `items` describes alone. What
   * an `if` with `additionalProperties` describes counts as evaluated there though it is not met.
   */
  private apart(schema: JsonObject, out: Record<string, Json>): void {
    const parts: JsonObject[] = [];
    if (schema.uniqueItems === true) parts.push({ uniqueItems: true });
    if ('contains' in schema && this.accepts) {
      const part: Record<string, Json> = { contains: this.branch(schema.contains ?? true) };
      for (const key of ['minContains', 'maxContains']) if (key in schema) part[key] = schema[key] ?? 0;
      // Without it ajv takes an empty array for what the array before it was, where both are items of one.
      part.maxContains ??= MOST_ITEMS;
      parts.push(part);
    }
    if ('if' in schema && this.accepts) {
      const [condition, met, unmet] = ['if', 'then', 'else'].map((key) => this.branch(schema[key] ?? true));
      parts.push({
        anyOf: [
          this.byReference({ allOf: [condition ?? true, met ?? true] }),
          this.byReference({ allOf: [{ not: condition ?? true }, unmet ?? true] }),
        ],
      });
    }
    if (parts.length > 0) out.allOf = parts;
  }

  private branches(schema: JsonObject, out: Record<string, Json>): void {
    for (const key of BRANCHES) {
      if (!Array.isArray(schema[key])) continue;
      const spelled = listAt(schema, key).map((child) => this.byReference(this.selected(schema, key, child)));
      // What is sent by one branch is sent, whatever others take it too.
      if (this.accepts || key === 'anyOf') out[key] = spelled;
      else out.allOf = [...listAt(out, 'allOf'), { anyOf: spelled }];
    }
  }

  /**
   * A schema for objects that have a property, as a choice: of one under `dependentSchemas` that isn't
   * asked, ajv forgets what stands beside it and counts what it says of other properties.
   */
  private whereThere(key: string, schema: Json): Json {
    const isThere = { type: 'object', required: [key] };
    return { anyOf: [this.byReference({ allOf: [isThere, schema] }), { not: isThere }] };
  }

  /** A branch behind a reference: of one that is written out and fails, ajv may keep what it evaluated. */
  private byReference(branch: Json): Json {
    if (!isObject(branch)) return branch;
    const key = `branch.${this.defs.size}`;
    this.defs.set(key, branch);
    return { $ref: `#/$defs/${key}` };
  }

  /** A branch with the values of the discriminator that select it, where every branch is a reference. */
  private selected(schema: JsonObject, keyword: string, branch: Json): Json {
    const spelled = this.branch(branch);
    const { discriminator } = schema;
    const all = listAt(schema, keyword);
    if (!isObject(discriminator) || !all.every((one) => isObject(one) && '$ref' in one)) return spelled;
    const name = isObject(branch) ? (this.target(branch)?.name ?? '') : '';
    const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
    const given = mapping.filter(([, to]) => String(to).split('/').at(-1) === name).map(([key]) => key);
    const pin = { properties: { [String(discriminator.propertyName)]: { enum: [name, ...given] } } };
    return { allOf: [spelled, pin] };
  }

  /** `enum`, and the spellings of null before 3.1: a nullable type takes null whatever the `enum` beside it says. */
  private values(schema: JsonObject, out: Record<string, Json>): void {
    const nullable = this.isOld() && (schema.nullable === true || schema['x-nullable'] === true);
    const takesNull = nullable && typeof schema.type === 'string';
    if (schema.type === 'file') out.type = 'string';
    if (Array.isArray(schema.enum)) {
      out.enum = takesNull && !schema.enum.includes(null) ? [...schema.enum, null] : schema.enum;
      if (schema.enum.length === 0) out.not = {};
      if (schema.enum.length === 0) delete out.enum;
    }
    if (takesNull) out.type = [out.type ?? 'null', 'null'];
  }

  private items(schema: JsonObject, out: Record<string, Json>, { joined }: Around, alone: boolean): void {
    const isOldTuple = Array.isArray(schema.items);
    const prefix = listAt(schema, isOldTuple ? 'items' : 'prefixItems');
    const rest = schema[isOldTuple ? 'additionalItems' : 'items'];
    if (prefix.length > 0) out.prefixItems = prefix.map((child) => this.whole(child, alone));
    const others = joined.flatMap(({ items }) => (isObject(items) && items !== rest ? [items] : []));
    if (rest !== undefined) out.items = this.whole(rest, alone, others);
  }

  private names(
    schema: JsonObject,
    out: Record<string, Json>,
    { hidden, joined }: Around,
    alone: boolean,
  ): void {
    const shown = (list: Json): Json[] =>
      Array.isArray(list) ? list.filter((name) => !hidden.has(String(name))) : [];
    const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
    // What is hidden is ignored, by parts that don't declare it as well.
    const ignored = [...hidden].map((name): [string, Json] => [name, this.accepts]);
    if (isObject(schema.properties) || ignored.length > 0) {
      const single = alone && !('patternProperties' in schema);
      const othersFor = (name: string, child: Json) =>
        joined
          .map((part) => (isObject(part.properties) ? part.properties[name] : undefined))
          .filter((other) => other !== undefined && other !== child) as Json[];
      const shownOnes = properties.map(([name, child]): [string, Json] => [
        name,
        this.whole(child, single, othersFor(name, child)),
      ]);
      out.properties = Object.fromEntries([...shownOnes, ...ignored]);
    }
    if (Array.isArray(schema.required)) out.required = shown(schema.required);
    if (isObject(schema.dependentRequired)) out.dependentRequired = schema.dependentRequired;
    if (isObject(schema.dependentSchemas)) {
      const dependents = Object.entries(schema.dependentSchemas);
      out.allOf = [
        ...listAt(out, 'allOf'),
        ...dependents.map(([key, child]) => this.whereThere(key, this.branch(child))),
      ];
    }
  }
}

/** The bounds of numbers; before 3.1 the exclusive ones are switches of the inclusive ones. */
function bounds(schema: JsonObject, out: Record<string, Json>): void {
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

/** A pattern that leaves some names out. */
function beyond(pattern: string, names: Hidden): string {
  return names.size === 0 ? pattern : `^(?!(?:${[...names].join('|')})$)(?=[^]*?(?:${pattern}))`;
}

function opens(value: Json | undefined): boolean {
  return value !== undefined && value !== false;
}

function listAt(schema: { readonly [key: string]: Json }, key: string): readonly Json[] {
  const list = schema[key];
  return Array.isArray(list) ? list : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
