import type { Json, JsonObject } from '../../reference/json-value.ts';

/** The schemas of a page that others refer to. */
export type SharedSchemas = ReadonlyMap<string, Json>;

/** A part of a schema that has a line of its own: a property, the items of a list, one of several shapes. */
export interface SchemaPart {
  readonly label: string;
  /** Whether the label is a name from the document. */
  readonly isName: boolean;
  readonly required: boolean;
  readonly schema: Json;
}

/** References that follow one another before they count as a loop. */
const LONGEST_CHAIN = 20;

/** A schema, or what its references end at, with the last name that they gave it. */
export function resolved(
  schema: Json,
  shared: SharedSchemas,
): { readonly schema: Json; readonly name: string | null } {
  let found = schema;
  let name: string | null = null;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const ref = isObject(found) ? found.$ref : undefined;
    if (typeof ref !== 'string') break;
    name = ref.split('/').at(-1) ?? ref;
    found = shared.get(ref) ?? {};
  }
  return { schema: found, name };
}

/** What a value of a schema is, in a word or two: "text (email)", "list of Book", "one of 3 shapes". */
export function typeText(schema: Json, shared: SharedSchemas): string {
  const { schema: found, name } = resolved(schema, shared);
  if (found === true || (isObject(found) && Object.keys(found).length === 0)) return 'anything';
  if (!isObject(found)) return 'nothing';
  const nullable = found.nullable === true ? ' or null' : '';
  return baseText(found, name, shared) + nullable;
}

function baseText(schema: JsonObject, name: string | null, shared: SharedSchemas): string {
  const { type, format, items } = schema;
  const types = Array.isArray(type) ? type.map(String) : typeof type === 'string' ? [type] : [];
  if (types.includes('array')) {
    const inner = items === undefined ? 'anything' : typeText(items, shared);
    return [`list of ${inner}`, ...types.filter((one) => one !== 'array')].join(' or ');
  }
  if (name !== null) return name;
  for (const key of ['oneOf', 'anyOf', 'allOf'] as const) {
    const shapes = schema[key];
    if (Array.isArray(shapes))
      return `${WORDS[key]} ${shapes.length} ${shapes.length === 1 ? 'shape' : 'shapes'}`;
  }
  if (types.length === 0) return schema.properties === undefined ? 'anything' : 'object';
  return types.join(' or ') + (typeof format === 'string' ? ` (${format})` : '');
}

const WORDS = { oneOf: 'one of', anyOf: 'any of', allOf: 'all of' } as const;

/** The parts of a schema that have lines of their own. */
export function partsOf(schema: Json, shared: SharedSchemas): SchemaPart[] {
  const { schema: found } = resolved(schema, shared);
  if (!isObject(found)) return [];
  const required = Array.isArray(found.required) ? found.required : [];
  const part = (label: string, inner: Json, isName = false): SchemaPart => ({
    label,
    isName,
    required: isName && required.includes(label),
    schema: inner,
  });
  const { items, properties, patternProperties, additionalProperties: others } = found;
  // The items of a list are looked through: what is inside them is what a reader asks for.
  const inner = items === undefined ? [] : partsOf(items, shared);
  return [
    ...(isObject(properties) ? Object.entries(properties).map(([name, one]) => part(name, one, true)) : []),
    ...(isObject(patternProperties)
      ? Object.entries(patternProperties).map(([name, one]) => part(`names like ${name}`, one))
      : []),
    ...(isObject(others) && Object.keys(others).length > 0 ? [part('any other name', others)] : []),
    ...inner,
    ...(['allOf', 'oneOf', 'anyOf', 'prefixItems'] as const).flatMap((key) => {
      const shapes = found[key];
      return Array.isArray(shapes)
        ? shapes.map((one, index) => part(`${SHAPES[key]} ${index + 1}`, one))
        : [];
    }),
  ];
}

const SHAPES = { allOf: 'part', oneOf: 'shape', anyOf: 'shape', prefixItems: 'item' } as const;

/** The rules of a schema, each in a few words. */
export function rulesOf(schema: Json, shared: SharedSchemas): string[] {
  const { schema: found } = resolved(schema, shared);
  if (!isObject(found)) return [];
  const rules = RULES.flatMap(([key, word]) => {
    const value = found[key];
    return value === undefined || value === false
      ? []
      : [`${word}${value === true ? '' : ` ${shown(value)}`}`];
  });
  return Array.isArray(found.enum) ? [`one of ${found.enum.map(shown).join(', ')}`, ...rules] : rules;
}

const RULES: readonly (readonly [keyword: string, words: string])[] = [
  ['const', 'always'],
  ['default', 'by default'],
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
  ['multipleOf', 'a multiple of'],
  ['minLength', 'length at least'],
  ['maxLength', 'length at most'],
  ['pattern', 'matches'],
  ['minItems', 'items at least'],
  ['maxItems', 'items at most'],
  ['uniqueItems', 'no item twice'],
  ['minProperties', 'properties at least'],
  ['maxProperties', 'properties at most'],
  ['readOnly', 'only in responses'],
  ['writeOnly', 'only in requests'],
];

function shown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The description of a schema; empty where it has none. */
export function descriptionOf(schema: Json, shared: SharedSchemas): string {
  const own = isObject(schema) ? schema.description : undefined;
  if (typeof own === 'string') return own;
  const { schema: found } = resolved(schema, shared);
  const other = isObject(found) ? found.description : undefined;
  return typeof other === 'string' ? other : '';
}

/** Whether a schema says that it is on its way out. */
export function isDeprecated(schema: Json): boolean {
  return isObject(schema) && schema.deprecated === true;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
