import { canonicalTextOf } from './canonical-text.ts';
import { assertDepth, isObject } from './json.ts';
import type { Shape } from './kinds/shape.ts';
import { canonicalKeys, shapeUnder } from './object-kinds.ts';
import { schemaName } from './schema-name.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** A schema of fewer properties is no shorter as a reference. */
const MIN_PROPERTIES = 2;

/** A schema with one of these is known by its place or name already. */
const IDENTITIES = ['$id', '$anchor', '$dynamicAnchor', '$ref', '$dynamicRef'];

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
  const survey = surveyOf(document, home);
  if (survey.hasOtherReferences) return document;

  const names = new Map<string, string>();
  for (const name of Object.keys(home.schemas).toSorted()) {
    const text = shareable(home.schemas[name]);
    if (text !== null && !names.has(text)) names.set(text, name);
  }
  const taken = new Set(Object.keys(home.schemas));
  const extracted = new Map<string, unknown>();
  for (const [text, { count, schema, keys }] of survey.schemas) {
    if (count < 2 || names.has(text)) continue;
    const name = schemaName(schema, keys, taken);
    taken.add(name);
    names.set(text, name);
    extracted.set(name, schema);
  }

  const rewrite = (
    value: unknown,
    shape: Shape,
    keys: readonly (string | number)[],
    isNamed: boolean,
  ): unknown => {
    assertDepth(keys.length, keys);
    if (Array.isArray(value))
      return value.map((item, index) => rewrite(item, shape, [...keys, index], false));
    if (!isObject(value) || shape === 'value') return value;
    const name = shape === 'schema' && !isNamed ? names.get(shareable(value) ?? '') : undefined;
    if (name !== undefined) return { $ref: `${prefix}${name}` };
    return Object.fromEntries(
      Object.keys(value).map((key) => [
        key,
        rewrite(value[key], shapeUnder(shape, key), [...keys, key], isHome(keys, home)),
      ]),
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

/** What is counted of a schema: how many places would refer to it, and the first of them. */
interface Sighting {
  readonly schema: JsonObject;
  readonly keys: readonly (string | number)[];
  count: number;
}

/**
 * Counts the places of each schema, in canonical order. A schema that was seen before is
 * not entered again: what stands only inside it needs no name of its own.
 */
function surveyOf(document: JsonObject, home: Home) {
  const schemas = new Map<string, Sighting>();
  let hasOtherReferences = false;
  const visit = (
    value: unknown,
    shape: Shape,
    keys: readonly (string | number)[],
    isNamed: boolean,
  ): void => {
    assertDepth(keys.length, keys);
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, shape, [...keys, index], false);
      return;
    }
    if (!isObject(value) || shape === 'value') return;
    if (
      typeof value.$ref === 'string' &&
      !/^#\/(?:components|definitions|parameters|responses)\/[^/]+(?:\/[^/]+)?$/.test(value.$ref)
    ) {
      hasOtherReferences = true;
    }
    const text = shape === 'schema' && !isNamed ? shareable(value) : null;
    if (text !== null) {
      const seen = schemas.get(text);
      if (seen !== undefined) {
        seen.count += 1;
        return;
      }
      schemas.set(text, { schema: value, keys, count: 1 });
    }
    for (const key of canonicalKeys(value, shape)) {
      visit(value[key], shapeUnder(shape, key), [...keys, key], isHome(keys, home));
    }
  };
  visit(document, 'document', [], false);
  return { schemas, hasOtherReferences };
}

/** The text by which equal schemas are known, or null for a schema that is not worth a name. */
function shareable(schema: unknown): string | null {
  if (!isObject(schema) || !isObject(schema.properties)) return null;
  if (Object.keys(schema.properties).length < MIN_PROPERTIES) return null;
  if (IDENTITIES.some((key) => Object.hasOwn(schema, key))) return null;
  return canonicalTextOf(schema, 'schema');
}

/** The document with these schemas added to those that have a name. */
function withNamed(document: JsonObject, keys: readonly string[], additions: JsonObject): JsonObject {
  const [key, ...rest] = keys;
  if (key === undefined) return { ...document, ...additions };
  const child = document[key];
  return { ...document, [key]: withNamed(isObject(child) ? child : {}, rest, additions) };
}
