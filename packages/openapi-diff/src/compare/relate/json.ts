import type { Json, JsonObject } from '../../read/document.ts';
import { BOUNDS, Exhausted } from './limits.ts';
import type { JsonType } from './shape.ts';

/** The types of JSON as bits, so that sets of types are numbers. */
export const NULL = 1;
export const BOOLEAN = 2;
export const NUMBER = 4;
export const STRING = 8;
export const ARRAY = 16;
export const OBJECT = 32;
export const EVERY_TYPE = 63;

/** The bits in the order in which examples prefer them: what a reader takes in at a glance first. */
export const TYPE_ORDER: readonly number[] = [STRING, NUMBER, BOOLEAN, NULL, OBJECT, ARRAY];

const NAMES: readonly (readonly [number, JsonType])[] = [
  [NULL, 'null'],
  [BOOLEAN, 'boolean'],
  [NUMBER, 'number'],
  [STRING, 'string'],
  [ARRAY, 'array'],
  [OBJECT, 'object'],
];

/** The names of a set of types. */
export function typesOf(mask: number): JsonType[] {
  return NAMES.filter(([bit]) => (mask & bit) !== 0).map(([, name]) => name);
}

/** The bit of a type's name as schemas spell it; `file` is Swagger 2.0's; 0 for a word that is no type. */
export function bitOf(name: Json): number {
  switch (name) {
    case 'null':
      return NULL;
    case 'boolean':
      return BOOLEAN;
    case 'number':
    case 'integer':
      return NUMBER;
    case 'string':
    case 'file':
      return STRING;
    case 'array':
      return ARRAY;
    case 'object':
      return OBJECT;
    default:
      return 0;
  }
}

/** The bit of a value's type. */
export function typeOf(value: Json): number {
  if (value === null) return NULL;
  if (typeof value === 'string') return STRING;
  if (typeof value === 'number') return NUMBER;
  if (typeof value === 'boolean') return BOOLEAN;
  return Array.isArray(value) ? ARRAY : OBJECT;
}

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is a JSON array. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** An object of JSON with every key its own, `__proto__` included. */
export function objectOf(entries: Iterable<readonly [string, Json]>): JsonObject {
  return Object.fromEntries(entries);
}

/** How deep a value may be that is compared, keyed or checked. */
const DEEPEST = 400;

/** A text that two values share exactly when JSON Schema calls them equal. */
export function keyOf(value: Json, depth = 0): string {
  if (depth > DEEPEST) throw new Exhausted(BOUNDS.valueDepth);
  if (typeof value === 'number') return value === 0 ? '0' : String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item) => keyOf(item, depth + 1)).join(',')}]`;
  const entries = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${keyOf(value[name] ?? null, depth + 1)}`);
  return `{${entries.join(',')}}`;
}

/** Whether JSON Schema calls two values equal. */
export function jsonEqual(a: Json, b: Json, depth = 0): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (depth > DEEPEST) throw new Exhausted(BOUNDS.valueDepth);
  if (isArray(a)) {
    if (!isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => jsonEqual(item, b[index] ?? null, depth + 1));
  }
  // What is told apart by its size isn't looked into, where shared parts make it large.
  if (isArray(b) || (depth === 0 && writtenSize(a) !== writtenSize(b))) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) => Object.hasOwn(b, name) && jsonEqual(a[name] ?? null, b[name] ?? null, depth + 1),
  );
}

/** How many values stand in a value, itself included; what "smallest" is measured by, with text lengths after. */
export function sizeOf(value: Json): number {
  if (typeof value === 'string') return 1 + Math.min(value.length, 1000) / 1000;
  if (value === null || typeof value !== 'object') return 1;
  let size = 1;
  for (const child of isArray(value) ? value : Object.values(value)) size += sizeOf(child);
  return size;
}

/** The length of a string as JSON Schema counts it: in code points. */
export function lengthOf(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      i++;
    }
  }
  return count;
}

const counts = new WeakMap<object, number>();

/**
 * How many values stand in a value, as if it were written out. Parts are counted once: an
 * example may share its parts, and be larger on paper than any paper.
 */
export function writtenSize(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  let count = counts.get(value);
  if (count === undefined) {
    count = 1;
    for (const child of isArray(value) ? value : Object.values(value)) count += writtenSize(child);
    counts.set(value, count);
  }
  return count;
}
