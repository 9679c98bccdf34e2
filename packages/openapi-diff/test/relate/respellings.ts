import type { Json, JsonObject } from '../../src/read/document.ts';
import type { Dialect } from './schemas.ts';

/** Another spelling of the same sets. */
export type Respelling = (schemas: JsonObject, dialect: Dialect) => JsonObject;

/** Changes each schema object among some schemas, from the inside out. */
function mapSchemas(schemas: JsonObject, change: (schema: JsonObject) => Json): JsonObject {
  const visit = (schema: Json): Json => {
    if (!isObject(schema)) return schema;
    const out: Record<string, Json> = { ...schema };
    for (const key of ['properties', 'patternProperties', 'dependentSchemas']) {
      const named = schema[key];
      if (isObject(named)) out[key] = mapValues(named, visit);
    }
    for (const key of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) {
      const list = schema[key];
      if (Array.isArray(list)) out[key] = list.map(visit);
    }
    for (const key of SINGLE) if (key in schema) out[key] = visit(schema[key] ?? true);
    return change(out);
  };
  return mapValues(schemas, visit);
}

const SINGLE = [
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
];

/** Keywords that read each other, and so stay together when a schema is taken apart. */
const TOGETHER: readonly (readonly string[])[] = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['items', 'prefixItems'],
  ['contains', 'minContains', 'maxContains'],
  ['type', 'enum', 'nullable'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
  ['if', 'then', 'else'],
];

/** Every keyword in an `allOf` part of its own. */
export const split: Respelling = (schemas) =>
  mapSchemas(schemas, (schema) => {
    if ('$ref' in schema || 'unevaluatedProperties' in schema || 'unevaluatedItems' in schema) return schema;
    const left = new Map(Object.entries(schema));
    const parts: JsonObject[] = [];
    for (const group of [...TOGETHER, ...Object.keys(schema).map((key) => [key])]) {
      const part = group.flatMap((key) => (left.has(key) ? [[key, left.get(key) ?? null] as const] : []));
      for (const [key] of part) left.delete(key);
      if (part.length > 0) parts.push(Object.fromEntries(part));
    }
    return parts.length < 2 ? schema : { allOf: parts.reverse() };
  });

/** Every list whose order means nothing turned round. */
export const reversed: Respelling = (schemas) =>
  mapSchemas(schemas, (schema) => {
    const turned = ['enum', 'required', 'oneOf', 'anyOf', 'allOf'].filter((key) =>
      Array.isArray(schema[key]),
    );
    const properties = isObject(schema.properties)
      ? { properties: Object.fromEntries(Object.entries(schema.properties).reverse()) }
      : {};
    const lists = Object.fromEntries(turned.map((key) => [key, [...(schema[key] as Json[])].reverse()]));
    return { ...schema, ...lists, ...properties };
  });

/** One step of references written out; a reference with something beside it becomes a part of an `allOf`, where anything beside it counts. */
export const inlined: Respelling = (schemas, dialect) =>
  mapSchemas(schemas, (schema) => {
    if (typeof schema.$ref !== 'string' || 'unevaluatedProperties' in schema) return schema;
    const { $ref: ref, ...rest } = schema;
    const target = schemas[String(ref).split('/').at(-1) ?? ''] ?? {};
    if (Object.keys(rest).length === 0 || dialect === '3.0') return target;
    const { allOf, ...others } = rest;
    return { ...others, allOf: [target, ...(Array.isArray(allOf) ? allOf : [])] };
  });

/** Every property's schema in a component of its own. */
export const extracted: Respelling = (schemas) => {
  const added: Record<string, Json> = {};
  const out = mapSchemas(schemas, (schema) => {
    if (!isObject(schema.properties)) return schema;
    const properties = Object.entries(schema.properties).map(([name, child]) => {
      const key = `Extracted${Object.keys(added).length}`;
      added[key] = child;
      return [name, { $ref: `#/components/schemas/${key}` }] as const;
    });
    return { ...schema, properties: Object.fromEntries(properties) };
  });
  return { ...out, ...added };
};

/** Each schema wrapped in compositions of one branch. */
export const wrapped: Respelling = (schemas) =>
  mapSchemas(schemas, (schema) =>
    'unevaluatedProperties' in schema || 'unevaluatedItems' in schema
      ? schema
      : { anyOf: [{ oneOf: [{ allOf: [schema] }] }] },
  );

/** OpenAPI 3.0 in the words of 3.1. */
export const inNewerWords: Respelling = (schemas) =>
  mapSchemas(schemas, (schema) => {
    if ('$ref' in schema) return { $ref: schema.$ref ?? '' };
    const { nullable, ...out }: { [key: string]: Json } = { ...schema };
    for (const [bound, exclusive] of [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ] as const) {
      if (out[exclusive] === true && out[bound] !== undefined) {
        out[exclusive] = out[bound];
        delete out[bound];
      } else delete out[exclusive];
    }
    if (nullable === true && typeof out.type === 'string') {
      out.type = [out.type, 'null'];
      if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
    }
    return out;
  });

/** Without what only one direction sees, so that turning the direction round changes nothing. */
export const withoutAccess: Respelling = (schemas) =>
  mapSchemas(schemas, ({ readOnly: _, writeOnly: __, ...schema }) => schema);

function mapValues(object: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
