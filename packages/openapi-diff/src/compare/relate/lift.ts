import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
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
      return otherNames(shape)
        .filter((name) => matchesPattern(step.pattern, name) === true)
        .map(withName);
    case 'property-name':
      return typeof value === 'string' ? [{ type: 'object', required: [value] }] : [];
    case 'item':
    case 'contains':
      return [{ type: 'array', contains: { const: value } }];
    case 'tuple-item':
      return [
        {
          type: 'array',
          minItems: step.index + 1,
          prefixItems: [...Array<JsonObject>(step.index).fill({}), { const: value }],
        },
      ];
  }
}

function otherNames(shape: CompiledShape): readonly string[] {
  return namesThatMatter([shape], [shape], () => true).names;
}

/** The shape of the part of a value at a step; null where the shape says nothing of such a part. */
export function partAt(shape: CompiledShape, step: PathStep): CompiledShape | null {
  switch (step.kind) {
    case 'property':
      return shape.property(step.name);
    case 'additional-property':
      return shape.additional;
    case 'pattern-property': {
      const name = otherNames(shape).find((one) => matchesPattern(step.pattern, one) === true);
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
