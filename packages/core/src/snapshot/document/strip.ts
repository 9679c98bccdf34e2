import { assertDepth, isObject } from './json.ts';
import type { Shape } from './kinds/shape.ts';
import { shapeUnder } from './object-kinds.ts';

/** The fields that only illustrate, by the kind of object they stand in. */
const ILLUSTRATIONS: ReadonlyMap<Shape, readonly string[]> = new Map<Shape, readonly string[]>([
  ['schema', ['default', 'example', 'examples']],
  ['parameter', ['default', 'example', 'examples']],
  ['header', ['default', 'example', 'examples']],
  ['mediaType', ['example', 'examples']],
  ['response', ['examples']],
  ['components', ['examples']],
]);

/**
 * The document without its examples and default values, which often hold live data.
 * Only the specification's own fields go: a property that is called `example` or
 * `default` stays, and so does the default of a server variable, which is required.
 *
 * @throws SnapshotError DOCUMENT_TOO_DEEP
 */
export function withoutExamplesAndDefaults(
  document: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return strip(document, 'document', []) as Readonly<Record<string, unknown>>;
}

function strip(value: unknown, shape: Shape, keys: (string | number)[]): unknown {
  assertDepth(keys.length, keys);
  if (shape === 'value') return value;
  if (Array.isArray(value)) return value.map((item, index) => strip(item, shape, [...keys, index]));
  if (!isObject(value)) return value;
  const unwanted = ILLUSTRATIONS.get(shape) ?? [];
  // Object.fromEntries defines each key, so "__proto__" stays a key like any other.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !unwanted.includes(key))
      .map(([key, child]) => [key, strip(child, shapeUnder(shape, key), [...keys, key])]),
  );
}
