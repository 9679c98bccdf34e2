import type { Draft, DraftObject } from './documents.ts';

/** A schema object of a document with what holds it, so that it can be replaced. */
export interface SchemaSlot {
  readonly schema: DraftObject;
  readonly replace: (schema: DraftObject) => void;
  /** `property` for one under `properties`, `component`, `branch`, or `other`. */
  readonly role: 'property' | 'component' | 'branch' | 'other';
}

/** Whether a JSON value is an object. */
export function isObject(value: Draft | undefined): value is DraftObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The object under a key, or an empty one that isn't part of anything. */
export function objectAt(value: DraftObject, ...keys: string[]): DraftObject {
  let at = value;
  for (const key of keys) {
    const next = at[key];
    if (!isObject(next)) return {};
    at = next;
  }
  return at;
}

/** Every schema of a document, with those inside of others, in the order of the document. */
export function schemasOf(document: DraftObject): SchemaSlot[] {
  const slots: SchemaSlot[] = [];
  const visit = (holder: DraftObject | Draft[], key: string | number, role: SchemaSlot['role']): void => {
    const schema = (holder as { [key: string | number]: Draft })[key];
    if (!isObject(schema)) return;
    slots.push({
      schema,
      role,
      replace: (other) => {
        (holder as { [key: string | number]: Draft })[key] = other;
      },
    });
    const properties = schema.properties;
    if (isObject(properties)) for (const name of Object.keys(properties)) visit(properties, name, 'property');
    for (const keyword of ['items', 'additionalProperties', 'not']) visit(schema, keyword, 'other');
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = schema[keyword];
      if (Array.isArray(branches)) for (const index of branches.keys()) visit(branches, index, 'branch');
    }
  };
  for (const { object } of valuesWithSchemas(document)) visit(object, 'schema', 'other');
  const components = objectAt(document, 'components', 'schemas');
  for (const name of Object.keys(components)) visit(components, name, 'component');
  return slots;
}

/** The parameters, headers and media types of a document's operations. */
function valuesWithSchemas(document: DraftObject): { object: DraftObject }[] {
  const found: DraftObject[] = [];
  for (const { operation, item } of operationsOf(document)) {
    for (const list of [operation.parameters, item.parameters]) {
      if (Array.isArray(list)) found.push(...list.filter(isObject));
    }
    const bodies = [
      objectAt(operation, 'requestBody'),
      ...Object.values(objectAt(operation, 'responses')).filter(isObject),
    ];
    for (const body of bodies) {
      found.push(...Object.values(objectAt(body, 'content')).filter(isObject));
      found.push(...Object.values(objectAt(body, 'headers')).filter(isObject));
    }
  }
  return [...new Set(found)].map((object) => ({ object }));
}

/** An operation with where it stands. */
export interface OperationSlot {
  readonly path: string;
  readonly method: string;
  readonly item: DraftObject;
  readonly operation: DraftObject;
}

/** Every operation of a document. */
export function operationsOf(document: DraftObject): OperationSlot[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    isObject(item)
      ? Object.entries(item).flatMap(([method, operation]) =>
          isObject(operation) && method !== 'parameters' ? [{ path, method, item, operation }] : [],
        )
      : [],
  );
}

/** The component that a reference names. */
export function componentOf(document: DraftObject, schema: DraftObject): DraftObject | null {
  if (typeof schema.$ref !== 'string') return null;
  const component = objectAt(document, 'components', 'schemas')[schema.$ref.split('/').at(-1) ?? ''];
  return isObject(component) ? component : null;
}

/** The document with each object changed by a function, from the inside out; the function may give back another object. */
export function mapObjects(value: Draft, change: (object: DraftObject) => DraftObject): Draft {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  return change(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)])),
  );
}
