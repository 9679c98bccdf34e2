import { DOCUMENT_FIELDS } from './kinds/document-fields.ts';
import { EXCHANGE_FIELDS } from './kinds/exchange-fields.ts';
import { SCHEMA_FIELDS } from './kinds/schema-fields.ts';
import { SECURITY_FIELDS } from './kinds/security-fields.ts';
import type { Fields, KindName, Shape } from './kinds/shape.ts';
import { sortKeys } from './sort-keys.ts';

/**
 * The object kinds of the OpenAPI Specification, each with its fields in the order in
 * which the specification lists them. One table serves every version: the fields that
 * only Swagger 2.0, 3.1 or 3.2 knows stand where that version puts them.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html and, for Swagger 2.0, https://spec.openapis.org/oas/v2.0.html
 */
const FIELDS: Readonly<Record<KindName, Fields>> = {
  ...DOCUMENT_FIELDS,
  ...EXCHANGE_FIELDS,
  ...SCHEMA_FIELDS,
  ...SECURITY_FIELDS,
};

/** Kinds whose keys are patterns (a path, a status, an expression), and what stands under each. */
const PATTERNED: Partial<Record<KindName, Shape>> = {
  paths: 'pathItem',
  responses: 'response',
  callback: 'pathItem',
};

interface Field {
  readonly rank: number;
  readonly shape: Shape;
}

const TABLE: ReadonlyMap<string, ReadonlyMap<string, Field>> = new Map(
  Object.entries(FIELDS).map(([kind, fields]) => [
    kind,
    new Map(Object.entries(fields).map(([name, shape], rank) => [name, { rank, shape }])),
  ]),
);

const ENTRY = new Map<string, Shape>(
  Object.keys(FIELDS).map((kind) => [`map of ${kind}`, kind as KindName] as const),
);

/**
 * What stands under a key of an object of this shape. The items of an array have the
 * array's own shape, so `parameters: [..]` and `parameters: {..}` need no case of their own.
 */
export function shapeUnder(shape: Shape, key: string): Shape {
  const entry = ENTRY.get(shape);
  if (entry !== undefined) return entry;
  const field = TABLE.get(shape)?.get(key);
  if (field !== undefined) return field.shape;
  return (!key.startsWith('x-') && PATTERNED[shape as KindName]) || 'value';
}

/** The keys of an object in canonical order: the specification's fields first, then the others by code unit. */
export function canonicalKeys(object: object, shape: Shape): string[] {
  const keys = Object.keys(object);
  if (keys.length < 2) return keys;
  const fields = TABLE.get(shape);
  if (fields === undefined) return sortKeys(keys);
  const rankOf = (key: string) => fields.get(key)?.rank ?? Number.MAX_SAFE_INTEGER;
  return sortKeys(keys, (a, b) => {
    const rankA = rankOf(a);
    const rankB = rankOf(b);
    return rankA === rankB ? a < b : rankA < rankB;
  });
}
