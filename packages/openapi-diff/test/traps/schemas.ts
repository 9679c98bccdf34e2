import type { Json, JsonObject } from '../../src/read/document.ts';
import { getOrders, postOrders } from './trap.ts';

/** What stands around the schema of a trap. */
export interface Around {
  /** `components/schemas` beside it. */
  readonly schemas?: JsonObject;
  readonly version?: string;
}

/** A document in which a client sends what a schema describes. */
export function sent(schema: Json, { schemas, version }: Around = {}): JsonObject {
  const document = postOrders({ requestBody: { required: true, content: json(schema) } }, version);
  return withSchemas(document, schemas);
}

/** A document in which a client receives what a schema describes. */
export function received(schema: Json, { schemas, version }: Around = {}): JsonObject {
  const responses = { '200': { description: 'Done', content: json(schema) } };
  return withSchemas(getOrders({ responses }, version), schemas);
}

function json(schema: Json): JsonObject {
  return { 'application/json': { schema } };
}

function withSchemas(document: JsonObject, schemas: JsonObject | undefined): JsonObject {
  return schemas === undefined ? document : { ...document, components: { schemas } };
}

/** A reference to a schema of `components`. */
export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

export const STRING: JsonObject = { type: 'string' };
export const INTEGER: JsonObject = { type: 'integer' };
