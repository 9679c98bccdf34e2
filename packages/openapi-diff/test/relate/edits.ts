import type { Json, JsonObject } from '../../src/read/document.ts';
import type { Dice } from './dice.ts';
import { type Dialect, drawSchema, PROPERTY_NAMES, untangled, VALUES } from './schemas.ts';

/** Where a schema stands in a set of named ones: keys from the top. */
type Path = readonly (string | number)[];

/** The same schemas with one small change somewhere, as people make them. */
export function edited(schemas: JsonObject, dice: Dice, dialect: Dialect): JsonObject {
  const places = placesOf(schemas);
  const path = places[dice.below(places.length)] ?? ['Subject'];
  const before = valueAt(schemas, path);
  const after = isObject(before) ? editOf(before, schemas, dice, dialect) : drawSchema(dice, dialect, 1);
  return untangled(replaced(schemas, path, after) as JsonObject);
}

/** The places of all schemas, the subject's first and twice as many of them. */
function placesOf(schemas: JsonObject): Path[] {
  const places: Path[] = [];
  const visit = (schema: Json | undefined, path: Path): void => {
    if (schema === undefined || Array.isArray(schema)) return;
    places.push(path);
    if (!isObject(schema)) return;
    for (const key of ['properties', 'patternProperties', 'dependentSchemas']) {
      const named = schema[key];
      if (isObject(named)) for (const name of Object.keys(named)) visit(named[name], [...path, key, name]);
    }
    for (const key of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) {
      const list = schema[key];
      if (Array.isArray(list)) for (const index of list.keys()) visit(list[index], [...path, key, index]);
    }
    for (const key of ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains']) {
      if (key in schema) visit(schema[key], [...path, key]);
    }
  };
  const [first, ...others] = Object.keys(schemas);
  if (first !== undefined) visit(schemas[first], [first]);
  places.push(...places);
  for (const name of others) visit(schemas[name], [name]);
  return places;
}

type Edit = (schema: JsonObject, dice: Dice, dialect: Dialect) => Json;

const tweakBound: Edit = (schema, dice) => {
  const numeric = Object.keys(schema).filter(
    (key) => typeof schema[key] === 'number' && key !== 'multipleOf',
  );
  const [key] = numeric.length > 0 ? [dice.pick(numeric as [string])] : ['maxLength'];
  const value = Number(schema[key] ?? 3) + dice.pick([1, -1, 2]);
  const isCount = key.startsWith('min') || key.startsWith('max');
  const isNumber = key === 'minimum' || key === 'maximum';
  return { ...schema, [key]: isCount && !isNumber ? Math.max(0, value) : value };
};

const addBound: Edit = (schema, dice) => {
  const bounds = dice.pick<JsonObject>([
    { minLength: 1 },
    { maxLength: 3 },
    { minimum: 1 },
    { maximum: 5 },
    { multipleOf: 2 },
    { pattern: '^[a-z]+$' },
    { format: 'date' },
    { minItems: 1 },
    { maxItems: 2 },
    { uniqueItems: true },
    { minProperties: 1 },
    { maxProperties: 2 },
  ]);
  return { ...schema, ...bounds };
};

const dropKeyword: Edit = (schema, dice) => {
  const keywords = Object.keys(schema).filter((key) => key !== '$ref' && key !== 'properties');
  if (keywords.length === 0) return { ...schema, type: 'string' };
  const dropped = dice.pick(keywords as [string]);
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== dropped));
};

const changeType: Edit = (schema, dice, dialect) => {
  const type = dice.pick(['string', 'number', 'integer', 'object', 'array', 'boolean']);
  if (dialect === '3.1' && dice.once(2)) {
    const old = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'null'];
    return { ...schema, type: [...new Set([...old, type])] };
  }
  return { ...schema, type };
};

const toggleNull: Edit = (schema, _, dialect) => {
  if (dialect === '3.0') return { ...schema, nullable: schema.nullable !== true };
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  if (types.length === 0) return schema;
  const others = types.filter((type) => type !== 'null');
  return { ...schema, type: types.includes('null') && others.length > 0 ? others : [...types, 'null'] };
};

const changeEnum: Edit = (schema, dice) => {
  const values = Array.isArray(schema.enum) ? schema.enum : [];
  if (values.length > 1 && dice.once(2)) return { ...schema, enum: values.slice(1) };
  const added = dice.pick(VALUES);
  const isThere = values.some((value) => JSON.stringify(value) === JSON.stringify(added));
  return { ...schema, enum: isThere ? [...values].reverse() : [...values, added] };
};

const changeRequired: Edit = (schema, dice) => {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const name = dice.pick(PROPERTY_NAMES);
  const next = required.includes(name) ? required.filter((other) => other !== name) : [...required, name];
  return { ...schema, required: next };
};

const changeProperty: Edit = (schema, dice, dialect) => {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const name = dice.pick(PROPERTY_NAMES);
  const others = Object.entries(properties).filter(([other]) => other !== name);
  if (name in properties && dice.once(2)) return { ...schema, properties: Object.fromEntries(others) };
  return { ...schema, properties: { ...properties, [name]: drawSchema(dice, dialect, 1) } };
};

const changeAdditional: Edit = (schema, dice, dialect) => ({
  ...schema,
  additionalProperties: dice.pick<Json>([false, true, drawSchema(dice, dialect, 0)]),
});

const changeBranches: Edit = (schema, dice, dialect) => {
  const keyword = ['oneOf', 'anyOf', 'allOf'].find((key) => key in schema);
  const list = keyword === undefined ? undefined : schema[keyword];
  if (keyword === undefined || !Array.isArray(list)) {
    const wrapper = dice.pick(['allOf', 'anyOf', 'oneOf', 'not']);
    if (wrapper === 'not') return { not: schema };
    return { [wrapper]: dice.once(2) ? [schema] : [schema, drawSchema(dice, dialect, 1)] };
  }
  const branches = list as readonly Json[];
  if (branches.length > 1 && dice.once(3)) return { ...schema, [keyword]: branches.slice(1) };
  if (dice.once(3)) return { ...schema, [keyword]: [...branches].reverse() };
  return { ...schema, [keyword]: [...branches, drawSchema(dice, dialect, 1)] };
};

const EDITS: readonly [Edit, ...Edit[]] = [
  tweakBound,
  addBound,
  dropKeyword,
  changeType,
  toggleNull,
  changeEnum,
  changeRequired,
  changeProperty,
  changeProperty,
  changeAdditional,
  changeBranches,
  changeBranches,
  (_, dice, dialect) => drawSchema(dice, dialect, 1),
];

function editOf(schema: JsonObject, schemas: JsonObject, dice: Dice, dialect: Dialect): Json {
  if (typeof schema.$ref === 'string' && dice.once(2)) {
    return schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
  }
  return dice.pick(EDITS)(schema, dice, dialect);
}

function valueAt(value: Json, path: Path): Json {
  let at = value;
  for (const key of path) at = (at as { readonly [key: string | number]: Json })[key] ?? null;
  return at;
}

/** A copy with another value at a place. */
export function replaced(value: Json, path: Path, next: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    return value.map((child: Json, index) => (index === key ? replaced(child, rest, next) : child));
  }
  const object = value as JsonObject;
  return { ...object, [key]: replaced(object[key] ?? null, rest, next) };
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
