import { assertDepth, isObject } from './json.ts';
import type { Shape } from './kinds/shape.ts';
import { canonicalKeys, shapeUnder } from './object-kinds.ts';
import { SchemaIdentities } from './schema-identities.ts';
import { schemaName, TakenNames } from './schema-name.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A schema of fewer properties is no shorter as a reference. */
const MIN_PROPERTIES = 2;

/** A schema with one of these is known by its place or name already. */
const IDENTITIES = ['$id', '$anchor', '$dynamicAnchor', '$ref', '$dynamicRef'];

/** What a reference to a named part looks like. */
const NAMED_PART = /^#\/(?:components|definitions|parameters|responses)\/[^/]+(?:\/[^/]+)?$/;

/** Where a document keeps its named schemas. */
interface Home {
  /** The keys that lead there. */
  readonly keys: readonly string[];
  readonly schemas: JsonObject;
}

/**
 * The document with a name for every object schema that stands in several places, or is
 * the same as one that has a name, and a reference in each of these places. Resolving the
 * references gives the document again. A document that refers to anything but its named
 * parts is left as it is, since a place that is referred to must not move.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function withSharedSchemas(document: JsonObject): JsonObject {
  const home = homeOf(document);
  const prefix = `#/${home.keys.join('/')}/`;
  const identities = new SchemaIdentities();
  const identityOf = (schema: unknown, keys: (string | number)[]) =>
    isShareable(schema) ? identities.of(schema, keys) : null;
  const counts = countPlaces(document, home, identityOf);
  if (counts === null) return document;

  const names = new Map<string, string>();
  for (const name of Object.keys(home.schemas).toSorted()) {
    const identity = identityOf(home.schemas[name], [...home.keys, name]);
    if (identity !== null && !names.has(identity)) names.set(identity, name);
  }
  const taken = new TakenNames(Object.keys(home.schemas));
  const extracted = new Map<string, unknown>();
  const seen = new Set<string>();
  // A walk of its own: to remember where each schema stands until all are counted would take
  // memory for every one of them as deep as it stands.
  walk(document, home, (schema, keys, canBeShared) => {
    const identity = canBeShared ? identityOf(schema, keys) : null;
    if (identity === null) return true;
    if (seen.has(identity)) return false;
    seen.add(identity);
    if ((counts.get(identity) ?? 0) > 1 && !names.has(identity)) {
      const name = taken.add(schemaName(schema, keys));
      names.set(identity, name);
      extracted.set(name, schema);
    }
    return true;
  });

  const rewrite = (value: unknown, shape: Shape, keys: (string | number)[], isNamed: boolean): unknown => {
    assertDepth(keys.length, keys);
    const rewriteUnder = (key: string | number, child: unknown, childShape: Shape, isChildNamed: boolean) => {
      keys.push(key);
      const rewritten = rewrite(child, childShape, keys, isChildNamed);
      keys.pop();
      return rewritten;
    };
    if (Array.isArray(value)) return value.map((item, index) => rewriteUnder(index, item, shape, false));
    if (!isObject(value) || shape === 'value') return value;
    const identity = shape === 'schema' && !isNamed ? identityOf(value, keys) : null;
    const name = identity === null ? undefined : names.get(identity);
    if (name !== undefined) return { $ref: `${prefix}${name}` };
    const areNamed = isHome(keys, home);
    return Object.fromEntries(
      Object.keys(value).map((key) => [key, rewriteUnder(key, value[key], shapeUnder(shape, key), areNamed)]),
    );
  };
  const additions = [...extracted].map(([name, schema]) => [name, rewrite(schema, 'schema', [], true)]);
  const rewritten = rewrite(document, 'document', [], false) as JsonObject;
  return additions.length === 0 ? rewritten : withNamed(rewritten, home.keys, Object.fromEntries(additions));
}

function homeOf(document: JsonObject): Home {
  if (document.swagger !== undefined) {
    return { keys: ['definitions'], schemas: isObject(document.definitions) ? document.definitions : {} };
  }
  const components = isObject(document.components) ? document.components : {};
  return {
    keys: ['components', 'schemas'],
    schemas: isObject(components.schemas) ? components.schemas : {},
  };
}

function isHome(keys: readonly (string | number)[], home: Home): boolean {
  return keys.length === home.keys.length && keys.every((key, index) => key === home.keys[index]);
}

/**
 * In how many places each schema stands, by its identity; null for a document that refers to
 * anything but its named parts. A schema that was seen before is not entered again: what stands
 * only inside it needs no name of its own.
 */
function countPlaces(
  document: JsonObject,
  home: Home,
  identityOf: (schema: unknown, keys: (string | number)[]) => string | null,
): ReadonlyMap<string, number> | null {
  const counts = new Map<string, number>();
  let hasOtherReferences = false;
  walk(document, home, (object, keys, canBeShared) => {
    if (typeof object.$ref === 'string' && !NAMED_PART.test(object.$ref)) hasOtherReferences = true;
    const identity = canBeShared ? identityOf(object, keys) : null;
    if (identity === null) return true;
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return count === 0;
  });
  return hasOtherReferences ? null : counts;
}

/**
 * Goes through the objects of a document in canonical order, but for those without a kind.
 *
 * @param enter told of each, what leads to it, and whether it is a schema that has no name; says whether to go on into it
 */
function walk(
  document: JsonObject,
  home: Home,
  enter: (object: JsonObject, keys: (string | number)[], canBeShared: boolean) => boolean,
): void {
  const keys: (string | number)[] = [];
  const visitUnder = (key: string | number, value: unknown, shape: Shape, isNamed: boolean): void => {
    keys.push(key);
    visit(value, shape, isNamed);
    keys.pop();
  };
  const visit = (value: unknown, shape: Shape, isNamed: boolean): void => {
    assertDepth(keys.length, keys);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visitUnder(index, item, shape, false);
      return;
    }
    if (!isObject(value) || shape === 'value') return;
    if (!enter(value, keys, shape === 'schema' && !isNamed)) return;
    const areNamed = isHome(keys, home);
    for (const key of canonicalKeys(value, shape)) {
      visitUnder(key, value[key], shapeUnder(shape, key), areNamed);
    }
  };
  visit(document, 'document', false);
}

/** Whether a schema is worth a name, and may get one. */
function isShareable(schema: unknown): schema is JsonObject {
  if (!isObject(schema) || !isObject(schema.properties)) return false;
  if (Object.keys(schema.properties).length < MIN_PROPERTIES) return false;
  return !IDENTITIES.some((key) => Object.hasOwn(schema, key));
}

/** The document with these schemas added to those that have a name. */
function withNamed(document: JsonObject, keys: readonly string[], additions: JsonObject): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) return { ...document, ...additions };
  const child = document[key];
  return { ...document, [key]: withNamed(isObject(child) ? child : {}, rest, additions) };
}
