import type { Json } from '../../read/document.ts';
import type { Shape } from '../relate/shape.ts';
import { code, list, MOST_NAMED } from '../words.ts';
import { EVERY_KIND, type Kind } from './view.ts';

const WORDS: Readonly<Record<Kind, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const ORDER: readonly Kind[] = ['string', 'integer', 'number', 'boolean', 'object', 'array'];

/** Kinds of values in words: "text", "a number or text", "anything". */
export function kindWords(kinds: ReadonlySet<Kind>, formats: readonly string[] = []): string {
  if (EVERY_KIND.every((kind) => kinds.has(kind))) return 'anything';
  if (kinds.size === 0) return 'null';
  const names = ORDER.filter((kind) => kinds.has(kind)).map((kind) => WORDS[kind]);
  const format = formats.length === 0 ? '' : ` in the format ${list(formats.map(code))}`;
  return `${either(names)}${format}`;
}

/** "a", "a or b", "a, b or c". */
export function either(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** A value as a code span; texts stand without quotes where nothing else can be meant. */
export function valueWords(value: Json): string {
  if (typeof value !== 'string') return code(JSON.stringify(value));
  return code(/^(?:-?\d|true$|false$|null$|["{[]|$)/.test(value) ? JSON.stringify(value) : value);
}

/** Values as code spans. */
export function valuesWords(values: readonly Json[]): string {
  // In an order of their own: the document's means nothing, and messages must not depend on it.
  return list(least(values, MOST_NAMED + 1).map(valueWords), MOST_NAMED, values.length);
}

/** The first values in order, without putting a long list in order. */
function least(values: readonly Json[], count: number): readonly Json[] {
  let first: Json[] = [];
  for (const value of values) {
    const last = first[count - 1];
    if (last !== undefined && compareValues(value, last) >= 0) continue;
    first = [...first, value].sort(compareValues).slice(0, count);
  }
  return first;
}

function compareValues(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** The most names of an object's properties, and listed values, that describe a branch. */
const MOST_NAMES = 3;

/** "`a`, `b`, `c` or 2 more". */
function eitherOf(values: readonly Json[]): string {
  const named = least(values, MOST_NAMES).map(valueWords);
  const more = values.length - named.length;
  return either(more === 0 ? named : [...named, `${more} more`]);
}

/** A branch in words: "an object with `card` and `name`", "text". */
export function branchWords(shape: Shape, kinds: ReadonlySet<Kind>): string {
  const [title] = shape.annotations('title');
  if (title !== undefined && typeof title.value === 'string' && title.value.trim() !== '')
    return code(title.value);
  if (shape.values !== null && shape.values.length > 0) return eitherOf(shape.values);
  const formats = kinds.size === 1 ? shape.formats.map(({ value }) => value) : [];
  const words = kindWords(kinds, formats);
  const names = new Set([...shape.propertyNames, ...shape.required.keys()]);
  // What only asks for properties tells itself apart by them, though it lets other kinds of values pass.
  const isTold =
    kinds.has('object') && (kinds.size === 1 || (shape.required.size > 0 && words === 'anything'));
  return isTold && names.size > 0 ? `${words} with ${list([...names].sort().map(code), MOST_NAMES)}` : words;
}
