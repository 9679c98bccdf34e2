import { keyOf, OBJECT } from './json.ts';
import type { CompiledShape } from './shapes/compiled.ts';

/** Whether two shapes of the two sides are known to say the same. */
export type IsSame = (a: CompiledShape, b: CompiledShape) => boolean;

/** Whether an object of a sender holds nothing but what this shape declares. */
export function isClosed(shape: CompiledShape): boolean {
  return (
    !shape.open &&
    !shape.branches &&
    shape.patternProperties.length === 0 &&
    shape.dependentSchemas.length === 0
  );
}

/** Whether an object that fits this shape may have a property of this name. */
function mayHold(sent: CompiledShape, name: string): boolean {
  return sent.required.has(name) || sent.propertySites(name).length > 0 || !isClosed(sent);
}

/** Whether nothing that one shape sends is what another one takes, as their types and required properties show. */
export function areDisjoint(sent: CompiledShape, taken: CompiledShape): boolean {
  const shared = sent.mask & taken.mask;
  if (shared === 0 || haveOtherValues(sent, taken)) return true;
  if (shared !== OBJECT) return false;
  for (const name of taken.required.keys()) {
    if (!mayHold(sent, name) || areOthers(sent.property(name), taken.property(name))) return true;
  }
  for (const name of sent.required.keys()) {
    if (areOthers(sent.property(name), taken.property(name))) return true;
  }
  return false;
}

function areOthers(sent: CompiledShape, taken: CompiledShape): boolean {
  return taken.isNothing || (sent.mask & taken.mask) === 0 || haveOtherValues(sent, taken);
}

/** The most listed values that are held against one another. */
const MOST_VALUES = 200;

function haveOtherValues({ values: sent }: CompiledShape, { values: taken }: CompiledShape): boolean {
  if (sent === null || taken === null || sent.length + taken.length > MOST_VALUES) return false;
  const keys = new Set(sent.map((value) => keyOf(value)));
  return !taken.some((value) => keys.has(keyOf(value)));
}

/** Whether a shape takes objects, or null, by their properties alone. */
function isRecord(shape: CompiledShape): boolean {
  return (
    shape.types.has('object') &&
    shape.types.size === (shape.types.has('null') ? 2 : 1) &&
    shape.values === null &&
    !shape.isNothing &&
    shape.unresolved.length === 0 &&
    !shape.branches &&
    shape.minProperties === null &&
    shape.maxProperties === null &&
    shape.hiddenNames.size === 0 &&
    shape.additionalFacts.length === 0 &&
    shape.patternProperties.length === 0 &&
    shape.nameSchemas.length === 0 &&
    shape.dependentRequired.length === 0 &&
    shape.dependentSchemas.length === 0 &&
    shape.unevaluatedProperties.length === 0
  );
}

/**
 * Whether a value of `sent` that `taken` takes is sure to fit another of the sender's branches
 * too: then it fits two, and is no value of the sender's `oneOf`.
 */
export function fitsToo(
  sent: CompiledShape,
  taken: CompiledShape,
  other: CompiledShape,
  isSame: IsSame,
): boolean {
  if (isSame(other, taken)) return true;
  if (!isRecord(taken) || !isRecord(other) || (taken.mask & ~other.mask) !== 0) return false;
  for (const name of other.required.keys()) {
    if (!taken.required.has(name) && !sent.required.has(name)) return false;
  }
  for (const name of other.propertyNames) {
    if (!mayHold(sent, name)) continue;
    const part = other.property(name);
    if (!isSame(part, taken.property(name)) && !isWithin(sent, name, part)) return false;
  }
  return true;
}

/** Whether what a record sends under a name is just what another branch of the same side has there. */
function isWithin(sent: CompiledShape, name: string, part: CompiledShape): boolean {
  return !sent.branches && sent.property(name) === part;
}
