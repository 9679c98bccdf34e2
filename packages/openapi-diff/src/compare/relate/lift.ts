import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
import { compilePattern, findString } from '../pattern/index.ts';
import { isDeclared } from './evaluate/sendable.ts';
import { objectOf } from './json.ts';
import type { CompiledShape } from './shapes/compiled.ts';
import { matchesPattern } from './shapes/texts.ts';
import { namesThatMatter } from './solve/names.ts';

/** Schemas of values that hold a given value at a step; each is worth a try. */
export function holding(shape: CompiledShape, step: PathStep, value: Json): readonly JsonObject[] {
  const withName = (name: string): JsonObject => ({
    type: 'object',
    required: [name],
    properties: objectOf([[name, { const: value }]]),
  });
  switch (step.kind) {
    case 'property':
      return [withName(step.name)];
    case 'additional-property':
      return otherNames(shape)
        .filter((name) => !isDeclared(shape, name))
        .map(withName);
    case 'pattern-property':
      return matchingNames(shape, step.pattern).map(withName);
    case 'property-name':
      return typeof value === 'string' ? [{ type: 'object', required: [value] }] : [];
    case 'item':
      // After the first items, which have schemas of their own.
      return [withItem(shape.prefixCount, value), containing(value)];
    case 'contains':
      return [containing(value)];
    case 'tuple-item':
      return [withItem(step.index, value)];
  }
}

function containing(value: Json): JsonObject {
  return { type: 'array', contains: { const: value } };
}

function withItem(index: number, value: Json): JsonObject {
  return {
    type: 'array',
    minItems: index + 1,
    prefixItems: [...Array<JsonObject>(index).fill({}), { const: value }],
  };
}

function otherNames(shape: CompiledShape): readonly string[] {
  return namesThatMatter([shape], [shape], () => true).names;
}

/** Names that match a pattern: those that the shape tells apart, else one that is made up for it. */
function matchingNames(shape: CompiledShape, source: string): readonly string[] {
  const known = otherNames(shape).filter((name) => matchesPattern(source, name) === true);
  if (known.length > 0) return known;
  const pattern = compilePattern(source);
  const made = pattern === null ? null : findString({ all: [pattern] });
  return made?.kind === 'found' ? [made.value] : [];
}

/** The shape of the part of a value at a step; null where the shape says nothing of such a part. */
export function partAt(shape: CompiledShape, step: PathStep): CompiledShape | null {
  switch (step.kind) {
    case 'property':
      return shape.property(step.name);
    case 'additional-property':
      return shape.additional;
    case 'pattern-property': {
      const [name] = matchingNames(shape, step.pattern);
      return name === undefined ? null : shape.property(name);
    }
    case 'item':
      return shape.item(shape.prefixCount);
    case 'tuple-item':
      return shape.item(step.index);
    case 'property-name':
    case 'contains':
      return null;
  }
}
