import type { Json, JsonObject } from '../../src/read/document.ts';
import type { Dice } from './dice.ts';

/** The spelling that a schema is drawn in. */
export type Dialect = '3.0' | '3.1';

/** Named schemas; the first is the one that is asked about. */
export const NAMES = ['Subject', 'Author', 'Book', 'Chapter'] as const;

/** Names of properties: few, so that both sides of a comparison meet. */
export const PROPERTY_NAMES = ['id', 'name', 'kind', 'next', 'x-1'] as const;

/** Patterns of strings with a string of each. */
export const PATTERNS = {
  '^[a-z]+$': 'abc',
  '^[a-z]{2,4}$': 'ab',
  '^\\d+$': '12',
  '^x-': 'x-1',
  a: 'bab',
  '^(?:cat|dog)$': 'cat',
} as const;

/** Formats with a string of each. */
export const FORMATS = {
  date: '2024-01-31',
  'date-time': '2024-01-31T12:00:00Z',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  email: 'a@example.com',
  ipv4: '192.0.2.1',
} as const;

/** Values for `enum` and `const`. */
export const VALUES: readonly [Json, ...Json[]] = [
  'a',
  'cat',
  'dog',
  '12',
  '',
  0,
  1,
  2.5,
  -3,
  10,
  true,
  false,
  null,
  [],
  [1],
  ['a', 'a'],
  {},
  { id: 1 },
  { name: 'cat' },
];

const NUMBERS: readonly [number, ...number[]] = [0, 1, 2, 3, 5, 10, -2, 0.5, 2.5];
const COUNTS: readonly [number, ...number[]] = [0, 1, 2, 3];
const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const;

/** A whole set of named schemas that may refer to each other, in circles too where a circle means something. */
export function drawSchemas(dice: Dice, dialect: Dialect): JsonObject {
  const drawn = NAMES.map((name, index) => {
    const schema = new Drawer(dice, dialect).schema(index === 0 ? 3 : 2);
    return [name, schema] as const;
  });
  return untangled(Object.fromEntries(drawn));
}

/** One schema in which no name may stand that its place can't have; for edits. */
export function drawSchema(dice: Dice, dialect: Dialect, depth: number): Json {
  return new Drawer(dice, dialect).schema(depth);
}

const SAME_VALUE = ['not', 'if', 'then', 'else'];
const SAME_VALUE_LISTS = ['allOf', 'anyOf', 'oneOf'];

/**
 * The schemas without the references that lead back to their own place: a schema that is
 * defined as itself means nothing, and a validator would go round for ever. References
 * into the parts of a value may go round.
 */
export function untangled(schemas: JsonObject): JsonObject {
  const names = Object.keys(schemas);
  const clean = (schema: Json, index: number): Json => {
    if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return schema;
    const out: Record<string, Json> = { ...(schema as JsonObject) };
    if (typeof out.$ref === 'string') {
      const target = names.indexOf(out.$ref.split('/').at(-1) ?? '');
      if (target <= index) {
        const later = names[index + 1];
        if (later === undefined) delete out.$ref;
        else out.$ref = `#/components/schemas/${later}`;
      }
    }
    for (const key of SAME_VALUE) if (out[key] !== undefined) out[key] = clean(out[key], index);
    for (const key of SAME_VALUE_LISTS) {
      if (Array.isArray(out[key])) out[key] = (out[key] as Json[]).map((branch) => clean(branch, index));
    }
    const dependent = out.dependentSchemas;
    if (dependent !== undefined && dependent !== null && typeof dependent === 'object') {
      out.dependentSchemas = Object.fromEntries(
        Object.entries(dependent).map(([name, child]) => [name, clean(child as Json, index)]),
      );
    }
    return out;
  };
  return Object.fromEntries(names.map((name, index) => [name, clean(schemas[name] ?? {}, index)]));
}

class Drawer {
  private readonly dice: Dice;
  private readonly dialect: Dialect;

  constructor(dice: Dice, dialect: Dialect) {
    this.dice = dice;
    this.dialect = dialect;
  }

  schema(depth: number): Json {
    const { dice } = this;
    if (depth <= 0) return this.leaf();
    const kinds: readonly [() => Json, ...(() => Json)[]] = [
      () => this.leaf(),
      () => this.object(depth),
      () => this.leaf(),
      () => this.object(depth),
      () => this.array(depth),
      () => this.reference(),
      () => this.composition(depth),
      () => this.composition(depth),
      () => this.object(depth),
      () => this.mixed(depth),
      () => (this.dialect === '3.1' ? this.newer(depth) : this.leaf()),
      () => (this.dialect === '3.1' ? dice.once(2) : {}),
    ];
    return dice.pick(kinds)();
  }

  private leaf(): Json {
    const { dice } = this;
    return dice.pick([
      () => this.text(),
      () => this.number(),
      () => this.nullable({ type: 'boolean' }),
      () => this.values(),
      (): JsonObject => ({}),
    ])();
  }

  private text(): JsonObject {
    const { dice } = this;
    return this.nullable({ type: 'string', ...this.textBounds(), ...(dice.once(4) ? this.values() : {}) });
  }

  private textBounds(): JsonObject {
    const { dice } = this;
    return {
      ...(dice.once(3) ? { minLength: dice.pick(COUNTS) } : {}),
      ...(dice.once(3) ? { maxLength: dice.pick([1, 2, 3, 5]) } : {}),
      ...(dice.once(3) ? { pattern: dice.pick(keys(PATTERNS)) } : {}),
      ...(dice.once(5) ? { format: dice.pick(keys(FORMATS)) } : {}),
    };
  }

  private number(): JsonObject {
    return this.nullable({ type: this.dice.pick(['integer', 'number']), ...this.numberBounds() });
  }

  private numberBounds(): JsonObject {
    const { dice } = this;
    return {
      ...(dice.once(2) ? this.bound('minimum', 'exclusiveMinimum') : {}),
      ...(dice.once(3) ? this.bound('maximum', 'exclusiveMaximum') : {}),
      ...(dice.once(4) ? { multipleOf: dice.pick([1, 2, 3, 0.5]) } : {}),
    };
  }

  private bound(inclusive: string, exclusive: string): JsonObject {
    const { dice } = this;
    const value = dice.pick(NUMBERS);
    if (!dice.once(3)) return { [inclusive]: value };
    return this.dialect === '3.0' ? { [inclusive]: value, [exclusive]: true } : { [exclusive]: value };
  }

  private values(): JsonObject {
    const { dice } = this;
    if (this.dialect === '3.1' && dice.once(4)) return { const: dice.pick(VALUES) };
    const count = 1 + dice.below(4);
    const values = Array.from({ length: count }, () => dice.pick(VALUES));
    const distinct = values.filter(
      (value, index) =>
        values.findIndex((other) => JSON.stringify(other) === JSON.stringify(value)) === index,
    );
    return { enum: distinct };
  }

  private nullable(schema: JsonObject): JsonObject {
    if (!this.dice.once(5)) return schema;
    if (this.dialect === '3.0') return { ...schema, nullable: true };
    return { ...schema, type: [schema.type ?? 'string', 'null'] };
  }

  private reference(): JsonObject {
    const { dice } = this;
    const $ref = `#/components/schemas/${dice.pick(NAMES)}`;
    return this.dialect === '3.1' && dice.once(4) ? { $ref, ...this.objectParts(0) } : { $ref };
  }

  private object(depth: number): JsonObject {
    return this.nullable({ type: 'object', ...this.objectParts(depth) });
  }

  private objectParts(depth: number): JsonObject {
    const { dice } = this;
    const names = PROPERTY_NAMES.filter(() => dice.once(2));
    const properties = Object.fromEntries(names.map((name) => [name, this.property(depth - 1)]));
    const required = PROPERTY_NAMES.filter(() => dice.once(4));
    return {
      ...(dice.once(8) ? {} : { properties }),
      ...(required.length > 0 ? { required } : {}),
      ...(dice.once(4) ? { additionalProperties: dice.pick([false, true, this.schema(0)]) } : {}),
      ...(dice.once(8) ? { minProperties: dice.pick(COUNTS) } : {}),
      ...(dice.once(8) ? { maxProperties: dice.pick(COUNTS) } : {}),
    };
  }

  /** Now and then one that a direction doesn't see. */
  private property(depth: number): Json {
    const { dice } = this;
    const schema = this.schema(depth);
    if (!dice.once(12) || typeof schema !== 'object' || schema === null || '$ref' in schema) return schema;
    return { ...(schema as JsonObject), [dice.pick(['readOnly', 'writeOnly'])]: true };
  }

  private array(depth: number): JsonObject {
    return this.nullable({ type: 'array', ...this.arrayParts(depth) });
  }

  private arrayParts(depth: number): JsonObject {
    const { dice } = this;
    const newer = this.dialect === '3.1';
    return {
      items: this.schema(depth - 1),
      ...(dice.once(4) ? { minItems: dice.pick(COUNTS) } : {}),
      ...(dice.once(4) ? { maxItems: dice.pick(COUNTS) } : {}),
      ...(dice.once(5) ? { uniqueItems: true } : {}),
      ...(newer && dice.once(4) ? { prefixItems: [this.schema(0), this.schema(0)] } : {}),
      ...(newer && dice.once(4) ? { contains: this.schema(0), ...this.containsBounds() } : {}),
    };
  }

  private containsBounds(): JsonObject {
    const { dice } = this;
    return {
      ...(dice.once(3) ? { minContains: dice.pick([0, 1, 2]) } : {}),
      ...(dice.once(3) ? { maxContains: dice.pick([1, 2, 3]) } : {}),
    };
  }

  private composition(depth: number): JsonObject {
    const { dice } = this;
    const keyword = dice.pick(['allOf', 'anyOf', 'oneOf', 'not', 'allOf', 'anyOf', 'oneOf']);
    if (keyword === 'not') return { ...this.beside(), not: this.schema(depth - 1) };
    const branches = Array.from({ length: 1 + dice.below(3) }, () => this.schema(depth - 1));
    return { ...this.beside(), [keyword]: branches };
  }

  /** What stands beside a composition. */
  private beside(): JsonObject {
    const { dice } = this;
    if (!dice.once(3)) return {};
    return dice.pick([() => this.objectParts(0), () => this.text(), () => this.number()])();
  }

  /** Keywords of several types at once, without a type or with a list of them. */
  private mixed(depth: number): JsonObject {
    const { dice } = this;
    const list = [dice.pick(TYPES), dice.pick(TYPES)];
    return {
      ...(this.dialect === '3.1' && dice.once(2) ? { type: [...new Set(list)] } : {}),
      ...this.textBounds(),
      ...this.numberBounds(),
      ...(dice.once(2) ? this.objectParts(depth - 1) : {}),
      ...(dice.once(2) ? { items: this.schema(0) } : {}),
      ...(dice.once(4) ? { maxItems: dice.pick(COUNTS) } : {}),
    };
  }

  /** Keywords that only JSON Schema 2020-12 has. */
  private newer(depth: number): JsonObject {
    const { dice } = this;
    const name = dice.pick(PROPERTY_NAMES);
    const kinds: readonly [() => JsonObject, ...(() => JsonObject)[]] = [
      () => ({ ...this.object(depth), patternProperties: { '^x-': this.schema(0) } }),
      () => ({ ...this.object(depth), propertyNames: this.textBounds() }),
      () => ({ ...this.object(depth), dependentRequired: { [name]: [dice.pick(PROPERTY_NAMES)] } }),
      () => ({ ...this.object(depth), dependentSchemas: { [name]: this.object(0) } }),
      () => ({
        ...this.composition(depth),
        type: 'object',
        unevaluatedProperties: dice.pick([false, this.schema(0)]),
      }),
      () => ({
        type: 'array',
        prefixItems: [this.schema(0)],
        unevaluatedItems: dice.pick([false, this.schema(0)]),
      }),
      () => this.conditional(),
    ];
    return dice.pick(kinds)();
  }

  private conditional(): JsonObject {
    const outcome = keyed(this.dice.once(3) ? 'else' : 'then', this.schema(1));
    return { if: this.schema(1), ...outcome, ...(this.dice.once(2) ? keyed('else', this.schema(1)) : {}) };
  }
}

/** An object with a keyword that can't stand in an object that is written out. */
function keyed(keyword: string, schema: Json): JsonObject {
  return { [keyword]: schema };
}

function keys<T extends object>(object: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(object) as [keyof T & string, ...(keyof T & string)[]];
}
