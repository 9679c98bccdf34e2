import { SnapshotError } from '../errors.ts';
import { MAX_DEPTH, MAX_POINTER_LENGTH } from '../limits.ts';

/** A value that JSON can express. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value is an object with keys of its own: no array, no date, no other class. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** The JSON pointer (RFC 6901) of a place, from the keys and indices that lead to it. */
export function jsonPointer(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What the cut of a pointer can leave at its end: half of a character, or of what stands for a sign in a key. */
const HALF_AT_END = /[\uD800-\uDBFF~]$/;

/** The JSON pointer of a place as people are told of it: one that is too long to read ends with an ellipsis. */
export function shownPointer(keys: readonly (string | number)[]): string {
  let pointer = '';
  for (const key of keys) {
    pointer += jsonPointer([String(key).slice(0, MAX_POINTER_LENGTH)]);
    if (pointer.length > MAX_POINTER_LENGTH)
      return `${pointer.slice(0, MAX_POINTER_LENGTH - 1).replace(HALF_AT_END, '')}…`;
  }
  return pointer;
}

/** The longest key that is shown in a message. */
const LONGEST_SHOWN_KEY = 100;

/** A key as a message shows it. Of one that is too long nothing is left: a part of a secret is not known for one. */
function shownKey(key: string | number): string | number {
  return String(key).length > LONGEST_SHOWN_KEY ? '…' : key;
}

/**
 * Refuses to go deeper than the limit, before the stack would.
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function assertDepth(depth: number, keys: readonly (string | number)[]): void {
  if (depth <= MAX_DEPTH) return;
  throw new SnapshotError(
    'DOCUMENT_TOO_DEEP',
    `The document nests more than ${MAX_DEPTH} levels deep (at ${jsonPointer(keys.slice(0, 6).map(shownKey))}/…), or contains itself.`,
    { hint: 'Look for a schema that repeats itself without end at that place, and shorten it in Xano.' },
  );
}
