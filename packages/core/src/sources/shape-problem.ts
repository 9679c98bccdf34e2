import type * as z from 'zod';
import { count, plain } from '../http/words.ts';

/**
 * Says which field of a value is not as its schema has it, and what was found there: the
 * kind of value, not the value itself, which may be a secret.
 */
export function shapeProblem(error: z.ZodError, value: unknown, at: string): string {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const field = `${at}${fieldOf(path)}`;
  const found = describeValue(valueAt(value, path));
  const expected = issue?.code === 'invalid_type' ? ` where ${expectation(issue.expected)} was expected` : '';
  const further = error.issues.length > 1 ? ` (and ${count(error.issues.length - 1, 'further field')})` : '';
  const rule = expected === '' && issue !== undefined ? `: ${plain(issue.message)}` : '';
  return `${field === '' ? 'it' : field} is ${found}${expected}${rule}${further}`;
}

/** Says of what kind a value is. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${count(value.length, 'entry', 'entries')}`;
  if (typeof value === 'object') {
    return describeKeys(Object.keys(value));
  }
  if (typeof value === 'string') {
    return value === '' ? 'an empty text' : `a text of ${count(value.length, 'character')}`;
  }
  return typeof value === 'boolean' ? `${value}` : `a ${typeof value}`;
}

/** What the name of a field looks like, and no secret does. */
const FIELD_NAME = /^[A-Za-z]+(?:_[A-Za-z]+)*$/;
const LONGEST_FIELD_NAME = 24;

/** A server may say anything, also what it was sent: a key that may be a secret is counted and not shown. */
function describeKeys(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty object';
  const named = keys.filter((key) => key.length <= LONGEST_FIELD_NAME && FIELD_NAME.test(key)).slice(0, 5);
  if (named.length === 0) return `an object with ${count(keys.length, 'field')}`;
  const others = keys.length - named.length;
  return `an object with ${named.join(', ')}${others === 0 ? '' : ` and ${count(others, 'further field')}`}`;
}

function expectation(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  };
  return names[type] ?? `a value of type ${type}`;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${plain(String(key), 40)}`,
    )
    .join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return current;
}
