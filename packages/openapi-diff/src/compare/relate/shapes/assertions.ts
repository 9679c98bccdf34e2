import type { Json } from '../../../read/document.ts';

/** The keywords that can rule a value out; whatever else a schema says annotates. */
export const ASSERTIONS: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  'contains',
  'minProperties',
  'maxProperties',
  'required',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'anyOf',
  'oneOf',
  'not',
  'if',
]);

/** Whether a schema object asserts with one keyword alone. */
export function isNothingBut(raw: Json, keyword: string): boolean {
  return Object.keys(raw as object).every((one) => one === keyword || !ASSERTIONS.has(one));
}
