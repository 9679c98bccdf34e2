import type { Json, JsonObject } from '../../src/read/document.ts';
import type { Dice } from './dice.ts';
import { FORMATS, PATTERNS, PROPERTY_NAMES, VALUES } from './schemas.ts';

const STRINGS: readonly [string, ...string[]] = [
  '',
  'a',
  'ab',
  'abc',
  'abcdef',
  '12',
  'x-1',
  'B',
  ...Object.values(PATTERNS),
  ...Object.values(FORMATS),
];
const NUMBERS: readonly [number, ...number[]] = [0, 1, 2, 3, 4, 5, 6, 10, 12, -1, -2, -3, 0.5, 1.5, 2.5, 100];
const MAX_DEPTH = 4;

/** A value that comes near to what a schema says: often inside, often just beside. */
export function drawValue(schemas: JsonObject, schema: Json | undefined, dice: Dice, depth = 0): Json {
  if (dice.once(15) || depth > MAX_DEPTH) return anything(dice);
  const parts = gathered(schemas, schema, dice, new Set());
  const listed = parts.flatMap((part) => listedValues(part));
  if (listed.length > 0 && !dice.once(6)) return dice.pick(listed as [Json, ...Json[]]);
  const type = typeFor(parts, dice);
  switch (type) {
    case 'string':
      return textFor(parts, dice);
    case 'integer':
    case 'number':
      return numberFor(parts, dice);
    case 'boolean':
      return dice.once(2);
    case 'object':
      return objectFor(schemas, parts, dice, depth);
    case 'array':
      return arrayFor(schemas, parts, dice, depth);
    default:
      return null;
  }
}

/** Any small value. */
function anything(dice: Dice): Json {
  return dice.pick([
    (): Json => dice.pick(VALUES),
    (): Json => dice.pick(STRINGS),
    (): Json => dice.pick(NUMBERS),
    (): Json => ({ [dice.pick(PROPERTY_NAMES)]: dice.pick(VALUES) }),
    (): Json => [dice.pick(VALUES), dice.pick(VALUES)],
  ])();
}

/** The schema objects that speak of the same value: one branch of each group, chosen by the dice. */
function gathered(schemas: JsonObject, schema: Json | undefined, dice: Dice, seen: Set<Json>): JsonObject[] {
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const parts: JsonObject[] = [schema];
  const visit = (next: Json | undefined) => parts.push(...gathered(schemas, next, dice, seen));
  if (typeof schema.$ref === 'string') visit(schemas[schema.$ref.split('/').at(-1) ?? '']);
  for (const part of listAt(schema, 'allOf')) visit(part);
  for (const keyword of ['anyOf', 'oneOf']) {
    const branches = listAt(schema, keyword);
    if (branches.length > 0) visit(branches[dice.below(branches.length)]);
  }
  if (dice.once(2)) for (const keyword of ['if', 'then']) visit(schema[keyword]);
  else visit(schema.else);
  if (dice.once(4)) visit(schema.not);
  for (const child of Object.values(objectAt(schema, 'dependentSchemas'))) if (dice.once(2)) visit(child);
  return parts;
}

function listedValues(part: JsonObject): Json[] {
  return [...('const' in part ? [part.const ?? null] : []), ...listAt(part, 'enum')];
}

function typeFor(parts: readonly JsonObject[], dice: Dice): string {
  const types = parts.flatMap(({ type, nullable }) => [
    ...(Array.isArray(type) ? type : type === undefined ? [] : [type, type, type]),
    ...(nullable === true ? ['null'] : []),
  ]);
  if (types.length > 0) return String(dice.pick(types as [Json, ...Json[]]));
  const hints = parts.flatMap((part) => [
    ...('properties' in part || 'required' in part || 'additionalProperties' in part ? ['object'] : []),
    ...('items' in part || 'prefixItems' in part ? ['array'] : []),
    ...('minLength' in part || 'pattern' in part ? ['string'] : []),
    ...('minimum' in part || 'multipleOf' in part ? ['number'] : []),
  ]);
  return dice.pick(['string', 'object', 'number', 'boolean', 'null', ...hints, ...hints]);
}

function textFor(parts: readonly JsonObject[], dice: Dice): string {
  const fitting = parts.flatMap(({ pattern, format }) => [
    ...(typeof pattern === 'string' && pattern in PATTERNS
      ? [PATTERNS[pattern as keyof typeof PATTERNS]]
      : []),
    ...(typeof format === 'string' && format in FORMATS ? [FORMATS[format as keyof typeof FORMATS]] : []),
  ]);
  const text =
    fitting.length > 0 && !dice.once(4) ? dice.pick(fitting as unknown as [string]) : dice.pick(STRINGS);
  const lengths = numbersAt(parts, ['minLength', 'maxLength']);
  if (lengths.length === 0 || dice.once(3)) return text;
  const length = Math.max(0, dice.pick(lengths as [number, ...number[]]) + dice.pick([0, 0, 1, -1]));
  return (text === '' ? 'a' : text).repeat(length + 1).slice(0, length);
}

function numberFor(parts: readonly JsonObject[], dice: Dice): number {
  const bounds = numbersAt(parts, [
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
  ]);
  if (bounds.length === 0 || dice.once(3)) return dice.pick(NUMBERS);
  return dice.pick(bounds as [number, ...number[]]) + dice.pick([0, 1, -1, 0.5, 6]);
}

function objectFor(schemas: JsonObject, parts: readonly JsonObject[], dice: Dice, depth: number): JsonObject {
  const declared = parts.flatMap((part) => Object.entries(objectAt(part, 'properties')));
  const required = new Set(parts.flatMap((part) => listAt(part, 'required').map(String)));
  const out: Record<string, Json> = {};
  for (const [name, schema] of declared) {
    if (required.has(name) ? !dice.once(8) : dice.once(2))
      out[name] = drawValue(schemas, schema, dice, depth + 1);
  }
  for (const name of required) {
    if (!(name in out) && !dice.once(8))
      out[name] = drawValue(schemas, additional(parts, name), dice, depth + 1);
  }
  if (dice.once(4)) {
    const name = dice.pick([...PROPERTY_NAMES, 'other', 'x-2']);
    if (!(name in out)) out[name] = drawValue(schemas, additional(parts, name), dice, depth + 1);
  }
  return out;
}

function additional(parts: readonly JsonObject[], name: string): Json | undefined {
  const found = parts.find(({ additionalProperties }) => isObject(additionalProperties));
  const matching = parts.find((part) => name.startsWith('x-') && 'patternProperties' in part);
  return matching === undefined
    ? found?.additionalProperties
    : objectAt(matching, 'patternProperties')['^x-'];
}

function arrayFor(schemas: JsonObject, parts: readonly JsonObject[], dice: Dice, depth: number): Json[] {
  const lengths = numbersAt(parts, ['minItems', 'maxItems']);
  const length =
    lengths.length === 0 || dice.once(3)
      ? dice.below(4)
      : Math.max(0, dice.pick(lengths as [number, ...number[]]) + dice.pick([0, 0, 1, -1]));
  const containing = parts.find((part) => 'contains' in part);
  return Array.from({ length }, (_, index) => {
    if (containing !== undefined && dice.once(3))
      return drawValue(schemas, containing.contains, dice, depth + 1);
    const holder = parts.find((part) => listAt(part, 'prefixItems')[index] !== undefined);
    const rest = parts.find((part) => 'items' in part);
    const schema = holder === undefined ? rest?.items : listAt(holder, 'prefixItems')[index];
    return drawValue(schemas, schema, dice, depth + 1);
  });
}

function numbersAt(parts: readonly JsonObject[], keywords: readonly string[]): number[] {
  return parts.flatMap((part) =>
    keywords.map((keyword) => part[keyword]).filter((value) => typeof value === 'number'),
  );
}

function listAt(schema: JsonObject, key: string): readonly Json[] {
  const list = schema[key];
  return Array.isArray(list) ? list : [];
}

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
