import { assertDepth, isObject } from '../snapshot/document/json.ts';
import { sortKeys } from '../snapshot/document/sort-keys.ts';
import type { StringContext } from './detectors/detector.ts';

/** Changes one string of a document; the keys lead to it. */
export type StringChange = (
  text: string,
  keys: readonly (string | number)[],
  context: StringContext,
) => string;

/** Keys whose strings are the document's own mechanics: changing one would break it, and none is a secret. */
const MECHANICS: ReadonlySet<string> = new Set(['$ref', 'operationRef', 'pattern', 'required']);

const ILLUSTRATIONS: ReadonlySet<string> = new Set(['default', 'example', 'examples']);

/**
 * The document with every string value changed by `change`, visited in an order that does
 * not depend on that of the keys. What stays the same is shared with the original; keys
 * themselves are left alone.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function mapStrings(
  document: Readonly<Record<string, unknown>>,
  change: StringChange,
): Readonly<Record<string, unknown>> {
  const keys: (string | number)[] = [];

  const visit = (value: unknown, context: StringContext): unknown => {
    if (typeof value === 'string') return change(value, keys, context);
    assertDepth(keys.length, keys);
    if (Array.isArray(value)) return visitArray(value, context);
    return isObject(value) ? visitObject(value, context) : value;
  };

  // Copies are made of what changes alone: of most documents, nothing does.
  const visitArray = (items: readonly unknown[], context: StringContext): readonly unknown[] => {
    let changed: unknown[] | null = null;
    for (let index = 0; index < items.length; index += 1) {
      const item = under(index, items[index], context);
      if (item !== items[index]) changed ??= items.slice(0, index);
      changed?.push(item);
    }
    return changed ?? items;
  };

  const visitObject = (object: Readonly<Record<string, unknown>>, context: StringContext): unknown => {
    const inProperties = keys.at(-1) === 'properties' && !context.illustrates;
    const names = sortKeys(Object.keys(object));
    let changed: [string, unknown][] | null = null;
    for (const [index, key] of names.entries()) {
      const value = object[key];
      const isMechanics = MECHANICS.has(key) && !inProperties && !context.illustrates;
      const next = isMechanics ? value : under(key, value, contextUnder(object, key, context, inProperties));
      if (next !== value) changed ??= names.slice(0, index).map((name) => [name, object[name]]);
      changed?.push([key, next]);
    }
    return changed === null ? object : Object.fromEntries(changed);
  };

  const under = (key: string | number, value: unknown, context: StringContext): unknown => {
    keys.push(key);
    const changed = visit(value, context);
    keys.pop();
    return changed;
  };

  return visit(document, { name: null, illustrates: false }) as Readonly<Record<string, unknown>>;
}

function contextUnder(
  object: Readonly<Record<string, unknown>>,
  key: string,
  context: StringContext,
  inProperties: boolean,
): StringContext {
  if (inProperties) return { name: key, illustrates: false };
  if (context.illustrates) return { name: key === 'value' ? context.name : key, illustrates: true };
  const illustrates = ILLUSTRATIONS.has(key);
  if (object.format === 'password') return { name: 'password', illustrates };
  if (typeof object.in === 'string' && typeof object.name === 'string')
    return { name: object.name, illustrates };
  return illustrates === context.illustrates ? context : { name: context.name, illustrates };
}
