import type { Json, JsonObject } from '@xano-specs/openapi-diff';
import { ONE_LINE, UNCHANGED_SHOWN } from '../limits.ts';
import { isAnnotation } from './keywords.ts';
import { isObject } from './pointer.ts';

/** `"price": `, or nothing for an item of a list. */
export function keyText(key: string | null): string {
  return key === null ? '' : `${JSON.stringify(key)}: `;
}

/** A value on one line: whole where it is short, else what tells it from others. */
export function foldedText(value: Json): string {
  if (Array.isArray(value)) return foldedList(value);
  if (isObject(value)) return foldedObject(value);
  return scalarText(value);
}

/** A value that is no list and no object. */
export function scalarText(value: Json): string {
  return JSON.stringify(value);
}

/**
 * A list or an object on one line where it is short; null where it is not. What an object says
 * for people alone is left out, unless its keys are names.
 */
export function shortText(whole: Json, isNames = false): string | null {
  const value = isObject(whole) && !isNames ? withoutAnnotations(whole) : whole;
  if (!isFlat(value)) return null;
  const text = Array.isArray(value)
    ? `[${value.map(scalarText).join(', ')}]`
    : `{ ${Object.entries(value as JsonObject)
        .map(([key, inner]) => keyText(key) + scalarText(inner))
        .join(', ')} }`;
  return text.length <= ONE_LINE ? text : null;
}

function withoutAnnotations(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isAnnotation(key)));
}

/** Whether a list or an object holds few values, none of them a list or an object. */
function isFlat(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  return inner.length > 0 && inner.length <= UNCHANGED_SHOWN && inner.every(isScalar);
}

/** Whether a value is neither a list nor an object. */
export function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function foldedList(value: readonly Json[]): string {
  if (value.length === 0) return '[]';
  return shortText(value) ?? `[ … ${value.length.toLocaleString('en-US')} ]`;
}

/** What tells one part of a document from its neighbours. */
const TELLING = ['$ref', 'name', 'title', 'const', 'type'];

function foldedObject(value: JsonObject): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  const short = shortText(value);
  if (short !== null) return short;
  const telling = TELLING.find((key) => isTelling(value[key]));
  return telling === undefined ? '{ … }' : `{ ${keyText(telling)}${scalarText(value[telling] ?? null)}, … }`;
}

function isTelling(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length <= ONE_LINE;
}
