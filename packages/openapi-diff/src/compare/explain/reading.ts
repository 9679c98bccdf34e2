import type { Json } from '../../read/document.ts';
import { isArray } from '../relate/json.ts';
import type { Shape } from '../relate/shape.ts';

/** Keywords whose lists mean the same in any order. */
const UNORDERED: ReadonlySet<string> = new Set(['type', 'enum', 'required', 'allOf', 'anyOf', 'oneOf']);

/** Keywords that only speak to people. */
const WORDS: ReadonlySet<string> = new Set(['title', 'description', 'example', 'examples', '$comment']);

/** No schema that is compared is as deep; what lies deeper reads the same. */
const DEEPEST = 600;

const readings = new WeakMap<object, string>();

/** How a schema reads: equal for schemas that differ in words and in orders that mean nothing. */
export function readingOf({ sites }: Shape): string {
  return sites
    .map(({ raw }) => textOf(raw, '', 0))
    .sort()
    .join('\n');
}

function textOf(value: Json, key: string, depth: number): string {
  if (value === null || typeof value !== 'object' || depth > DEEPEST) return JSON.stringify(value);
  let text = readings.get(value);
  if (text === undefined) {
    text = isArray(value) ? listText(value, key, depth) : objectText(value, key, depth);
    readings.set(value, text);
  }
  return text;
}

function listText(items: readonly Json[], key: string, depth: number): string {
  const texts = items.map((item) => textOf(item, '', depth + 1));
  return `[${(UNORDERED.has(key) ? texts.sort() : texts).join()}]`;
}

function objectText(object: { readonly [key: string]: Json }, key: string, depth: number): string {
  // Under `properties` and the like, keys are names and none of them is a keyword.
  const areNames = NAMING.has(key);
  return `{${Object.keys(object)
    .filter((name) => areNames || !WORDS.has(name))
    .sort()
    .map((name) => `${JSON.stringify(name)}:${textOf(object[name] ?? null, areNames ? '' : name, depth + 1)}`)
    .join()}}`;
}

const NAMING: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  '$defs',
  'definitions',
]);
