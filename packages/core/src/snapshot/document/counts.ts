import { isObject } from './json.ts';
import { OPERATION_FIELDS } from './kinds/document-fields.ts';

/** How much a document holds. */
export interface DocumentCounts {
  readonly paths: number;
  readonly operations: number;
  /** Named schemas: `components.schemas`, or `definitions` in Swagger 2.0. */
  readonly schemas: number;
}

/** Counts the paths, operations and named schemas of a document; what isn't well formed counts as nothing. */
export function countDocument(document: Readonly<Record<string, unknown>>): DocumentCounts {
  const pathItems = entriesOf(document.paths)
    .filter(([path]) => !path.startsWith('x-'))
    .map(([, item]) => item);
  const components = isObject(document.components) ? document.components : {};
  return {
    paths: pathItems.length,
    operations: pathItems.reduce<number>((sum, item) => sum + countOperations(item), 0),
    schemas: entriesOf(components.schemas).length + entriesOf(document.definitions).length,
  };
}

function countOperations(pathItem: unknown): number {
  if (!isObject(pathItem)) return 0;
  const named = OPERATION_FIELDS.filter((field) => isObject(pathItem[field])).length;
  return named + entriesOf(pathItem.additionalOperations).length;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
