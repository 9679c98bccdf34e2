import type { Json, JsonObject } from '../../../read/document.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import { matchesPattern } from '../shapes/texts.ts';
import type { Check } from './check.ts';

/**
 * The shapes that hold of a value without stepping into it: the shape itself, the branches
 * that the value takes, and what those bring in (JSON Schema 2020-12 core, 7.7.1: what
 * annotates is what a value is valid against).
 */
export function shapesInPlace(check: Check, shape: CompiledShape, value: Json): readonly CompiledShape[] {
  const found: CompiledShape[] = [];
  const seen = new Set<CompiledShape>();
  const visit = (one: CompiledShape) => {
    if (seen.has(one)) return;
    seen.add(one);
    found.push(one);
    const visitIfMet = (next: CompiledShape) => {
      if (check.truth(next, value) !== 'no') visit(next);
    };
    for (const { branches } of one.groups) for (const branch of branches) visitIfMet(compiled(branch.shape));
    for (const { condition, whenMet, otherwise } of one.conditionals) {
      if (check.truth(compiled(condition), value) === 'no') visit(compiled(otherwise));
      else {
        visit(compiled(condition));
        visit(compiled(whenMet));
      }
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    for (const { key, shape: dependent } of one.dependentSchemas) {
      if (Object.hasOwn(value, key)) visit(compiled(dependent));
    }
  };
  visit(shape);
  return found;
}

/** Whether a shape's own keywords evaluate a property. */
export function evaluates(shape: CompiledShape, name: string): boolean {
  return (
    shape.propertySites(name).length > 0 ||
    shape.additionalFacts.length > 0 ||
    shape.patternProperties.some(({ key }) => matchesPattern(key, name) === true)
  );
}

/** Whether a branch that holds evaluates by itself whatever is left over (core, 11.2 and 11.3). */
function evaluatesRest(
  shape: CompiledShape,
  scope: CompiledShape,
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
): boolean {
  return shape !== scope && shape[keyword].length > 0;
}

/** The names of an object that nothing in place evaluates. */
export function unevaluatedNames(check: Check, scope: CompiledShape, value: JsonObject): readonly string[] {
  const inPlace = shapesInPlace(check, scope, value);
  if (inPlace.some((shape) => evaluatesRest(shape, scope, 'unevaluatedProperties'))) return [];
  return Object.keys(value).filter((name) => !inPlace.some((shape) => evaluates(shape, name)));
}

/** The indices of an array that nothing in place evaluates; `contains` evaluates what it takes. */
export function unevaluatedIndices(
  check: Check,
  scope: CompiledShape,
  value: readonly Json[],
): readonly number[] {
  const inPlace = shapesInPlace(check, scope, value);
  if (inPlace.some((shape) => evaluatesRest(shape, scope, 'unevaluatedItems'))) return [];
  return [...value.keys()].filter(
    (index) =>
      !inPlace.some(
        (shape) =>
          shape.itemSites(index).length > 0 ||
          shape.contains.some((one) => check.truth(compiled(one.shape), value[index] ?? null) !== 'no'),
      ),
  );
}
