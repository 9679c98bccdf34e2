import { at, entriesAt, followed, itemsAt, textAt } from './json.ts';
import type { Json } from './json-value.ts';

/** The keys of a path item that hold an operation, in the order in which they are listed; `query` is 3.2's. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query'];

/** An operation as it stands in a document. */
export interface DocumentOperation {
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly value: Json;
  /** Of the path and of the operation itself, the latter's first; references are followed. */
  readonly parameters: readonly Json[];
}

/** Every operation of a document, in the document's order of paths. */
export function operationsIn(root: Json): DocumentOperation[] {
  return entriesAt(root, 'paths').flatMap(([path, entry]) => {
    const item = followed(root, entry);
    return METHODS.flatMap((key) => {
      const value = at(item, key);
      if (value === undefined || at(value, 'responses') === undefined) return [];
      return [{ method: key.toUpperCase(), path, value, parameters: parametersOf(root, value, item) }];
    });
  });
}

function parametersOf(root: Json, operation: Json, item: Json | undefined): Json[] {
  const found = new Map<string, Json>();
  for (const one of [...itemsAt(operation, 'parameters'), ...itemsAt(item, 'parameters')]) {
    const parameter = followed(root, one);
    const key = JSON.stringify([textAt(parameter, 'in'), textAt(parameter, 'name')]);
    if (parameter !== undefined && !found.has(key)) found.set(key, parameter);
  }
  return [...found.values()];
}
