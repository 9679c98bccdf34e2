import type { Json } from '../../../read/document.ts';
import { keyOf, NULL } from '../json.ts';
import type { Fact } from '../shape.ts';
import type { CompiledShape } from './compiled.ts';

const words = new WeakMap<CompiledShape, string>();

/** All that a shape says itself but for null, without its parts, as one text. */
export function wordsOf(shape: CompiledShape): string {
  let text = words.get(shape);
  if (text === undefined) {
    text = JSON.stringify([
      shape.isNothing,
      shape.mask & ~NULL,
      shape.integer !== null,
      shape.values === null ? null : listed(shape.values),
      shape.minimum?.value ?? null,
      shape.maximum?.value ?? null,
      ...[shape.multipleOf, shape.patterns, shape.formats, shape.unresolved].map(distinct),
      ...[shape.minLength, shape.maxLength, shape.minItems, shape.maxItems].map(said),
      ...[shape.minProperties, shape.maxProperties].map(said),
      shape.uniqueItems !== null,
      shape.prefixCount,
      [...shape.propertyNames].sort(),
      [...shape.hiddenNames].sort(),
      [...shape.required.keys()].sort(),
      shape.dependentRequired.map(({ key, fact }) => JSON.stringify([key, [...fact.value].sort()])).sort(),
      shape.opens,
      shape.declares,
      shape.patternProperties.length === 0 ? [] : scopesOf(shape),
    ]);
    words.set(shape, text);
  }
  return text;
}

function listed(values: readonly Json[]): readonly string[] {
  return values
    .filter((value) => value !== null)
    .map((value) => keyOf(value))
    .sort();
}

function said(fact: Fact<unknown> | null): unknown {
  return fact?.value ?? null;
}

function distinct(facts: readonly Fact<number | string>[]): readonly string[] {
  return [...new Set(facts.map(({ value }) => String(value)))].sort();
}

/** Which names each schema object knows: what the others leave to `additionalProperties` depends on it. */
function scopesOf(shape: CompiledShape): readonly string[] {
  return shape.sites
    .map((site) => {
      const { properties, patternProperties, additionalProperties, unevaluatedProperties } =
        site.raw as Record<string, unknown>;
      return JSON.stringify([
        Object.keys(properties ?? {}).sort(),
        Object.keys(patternProperties ?? {}).sort(),
        additionalProperties !== undefined,
        unevaluatedProperties !== undefined,
      ]);
    })
    .filter((scope) => scope !== '[[],[],false,false]')
    .sort();
}
