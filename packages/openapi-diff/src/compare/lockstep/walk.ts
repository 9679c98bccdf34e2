import type { Json, JsonObject } from '../../read/document.ts';
import { isAnnotation } from './keys.ts';

/** Thrown where values are nested deeper than the limit; whoever walks knows the document. */
export class TooDeep extends Error {}

/** A walker over pairs of values that notes the references that it meets. */
export interface Walker {
  /**
   * Whether two values are equal but for annotations and the order of keys. The `$ref`s on
   * the way go to `refs`; they are complete only where the answer is yes.
   */
  readonly equal: (a: Json, b: Json, refs: Set<string>) => boolean;
  /** Notes all `$ref`s in a value, those of discriminator mappings included. */
  readonly collect: (value: Json, refs: Set<string>) => void;
}

/** A walker that goes no deeper than the limit. It throws `TooDeep` there. */
export function createWalker(maxDepth: number): Walker {
  const above: string[] = [];
  let found = new Set<string>();

  const same = (a: Json, b: Json, depth: number): boolean => {
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
    if (depth > maxDepth) throw new TooDeep();
    if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, depth);
    return !Array.isArray(b) && sameMembers(a as JsonObject, b as JsonObject, depth);
  };

  const sameItems = (a: readonly Json[], b: readonly Json[], depth: number): boolean => {
    if (a.length !== b.length) return false;
    above[depth] = '';
    for (let index = 0; index < a.length; index += 1) {
      if (!same(a[index] ?? null, b[index] ?? null, depth + 1)) return false;
    }
    return true;
  };

  // Without lists of keys: this is where all of both documents goes through.
  const sameMembers = (a: JsonObject, b: JsonObject, depth: number): boolean => {
    let shared = 0;
    for (const key in a) {
      const value = a[key] as Json;
      const other = memberOf(b, key);
      if (other === undefined) {
        if (!isAnnotation(key, above, depth)) return false;
        continue;
      }
      shared += 1;
      if (typeof value !== 'object' && value === other) {
        if (key === '$ref' && typeof value === 'string') found.add(value);
        continue;
      }
      if (!sameUnder(key, value, other, depth)) return false;
    }
    for (const _ in b) shared -= 1;
    return shared === 0 || onlyAnnotates(a, b, depth);
  };

  const sameUnder = (key: string, value: Json, other: Json, depth: number): boolean => {
    if (isExample(key) && isAnnotation(key, above, depth)) return true;
    above[depth] = key;
    if (!same(value, other, depth + 1)) return isAnnotation(key, above, depth);
    if (key === 'discriminator') noteMapping(value, found);
    return true;
  };

  const onlyAnnotates = (a: JsonObject, b: JsonObject, depth: number): boolean => {
    for (const key in b) if (memberOf(a, key) === undefined && !isAnnotation(key, above, depth)) return false;
    return true;
  };

  const collect = (value: Json, depth: number): void => {
    if (value === null || typeof value !== 'object') return;
    if (depth > maxDepth) throw new TooDeep();
    if (Array.isArray(value)) {
      above[depth] = '';
      for (const item of value) collect(item, depth + 1);
      return;
    }
    for (const key in value) {
      const member = (value as JsonObject)[key] as Json;
      if (key === '$ref' && typeof member === 'string') found.add(member);
      if (typeof member !== 'object' || (isExample(key) && isAnnotation(key, above, depth))) continue;
      above[depth] = key;
      collect(member, depth + 1);
      if (key === 'discriminator') noteMapping(member, found);
    }
  };

  return {
    equal: (a, b, refs) => {
      found = refs;
      return same(a, b, 0);
    },
    collect: (value, refs) => {
      found = refs;
      collect(value, 0);
    },
  };
}

/** The value under a key; what every object inherits is no member of its own. */
function memberOf(object: JsonObject, key: string): Json | undefined {
  const value: unknown = object[key];
  if (typeof value === 'function' || key === '__proto__')
    return Object.hasOwn(object, key) ? (value as Json) : undefined;
  return value as Json | undefined;
}

/** Whether a key may hold examples, the bulk of many documents: not worth the walk. */
function isExample(key: string): boolean {
  return key === 'example' || key === 'examples';
}

/** A mapping's values are references, or names of schemas. */
function noteMapping(discriminator: Json, refs: Set<string>): void {
  if (
    discriminator === null ||
    typeof discriminator !== 'object' ||
    !Object.hasOwn(discriminator, 'mapping')
  ) {
    return;
  }
  const { mapping } = discriminator as JsonObject;
  if (mapping === null || typeof mapping !== 'object') return;
  for (const target of Object.values(mapping ?? {})) {
    if (typeof target === 'string')
      refs.add(/[#/.]/.test(target) ? target : `#/components/schemas/${target}`);
  }
}
