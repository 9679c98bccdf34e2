import type { Json, JsonObject } from './json-value.ts';

/** Whether a value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key of an object; undefined for anything else. What every object inherits is none. */
export function at(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The text under a key; empty where there is none. */
export function textAt(value: Json | undefined, key: string): string {
  const found = at(value, key);
  return typeof found === 'string' ? found : '';
}

/** The entries of the object under a key. */
export function entriesAt(value: Json | undefined, key: string): [string, Json][] {
  const found = at(value, key);
  return isObject(found) ? Object.entries(found) : [];
}

/** The items of the list under a key. */
export function itemsAt(value: Json | undefined, key: string): readonly Json[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}

/** The value that a reference within the document leads to; undefined where it leads nowhere or elsewhere. */
export function target(root: Json, ref: string): Json | undefined {
  if (!ref.startsWith('#')) return undefined;
  let value: Json | undefined = root;
  for (const part of ref.slice(1).split('/').slice(1)) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(key)] : at(value, key);
  }
  return value;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** References that follow one another before the next one counts as a loop. */
const LONGEST_CHAIN = 20;

/** The value itself, or what its chain of references ends at. */
export function followed(root: Json, value: Json | undefined): Json | undefined {
  let found = value;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const ref = textAt(found, '$ref');
    if (ref === '') return found;
    found = target(root, ref);
  }
  return undefined;
}
