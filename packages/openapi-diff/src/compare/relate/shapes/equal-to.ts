import type { Json, JsonObject } from '../../../read/document.ts';
import { isArray, objectOf } from '../json.ts';

const equals = new WeakMap<object, JsonObject>();

/** A schema of the values that equal an object or array, told part by part; the same schema for the same value. */
export function schemaOfEqual(value: Json): JsonObject {
  if (value === null || typeof value !== 'object') return { const: value };
  let schema = equals.get(value);
  if (schema === undefined) {
    if (isArray(value)) {
      const prefixItems = value.map((item) => ({ const: item }));
      schema = { type: 'array', minItems: value.length, maxItems: value.length, prefixItems };
    } else {
      const parts = Object.entries(value).map(([name, part]): [string, Json] => [name, { const: part }]);
      const required = Object.keys(value);
      schema = { type: 'object', required, properties: objectOf(parts), additionalProperties: false };
    }
    equals.set(value, schema);
  }
  return schema;
}
