import type { Json } from './document.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
}

/** One member of an object as it is written. */
export interface WrittenMember extends Range {
  /** Equal for keys that are spelled alike; what a key means is known once it is read. */
  readonly label: string;
}

/** A member by what it means. */
export interface Named {
  readonly name: string;
  readonly value: Json;
}

/** A member as it was read, and where it stands. */
export interface Part extends Named, Range {
  /** The parts that its value was put together of; null where it was read whole. */
  readonly parts: readonly Part[] | null;
}

/** An object with these members; null where one of them stands twice. */
export function objectOf(parts: readonly Named[]): Json | null {
  const object: Record<string, Json> = {};
  for (const { name, value } of parts) {
    if (Object.hasOwn(object, name)) return null;
    if (name === '__proto__') {
      Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
    } else {
      object[name] = value;
    }
  }
  return object;
}
