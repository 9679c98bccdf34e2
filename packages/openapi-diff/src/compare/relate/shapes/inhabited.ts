import { ARRAY, OBJECT } from '../json.ts';
import { type CompiledShape, compiled } from './compiled.ts';

/**
 * Tells which shapes have a finite value even if every property that is declared is there.
 * An object that would have to hold one of its own kind without an end has none, so a
 * response that promises all its properties can't mean the property that leads back.
 *
 * A least fixpoint over the graph of shapes: it depends on what the schemas say and not on
 * how `$ref`s divide it.
 */
export class Inhabited {
  readonly #known = new Map<CompiledShape, boolean>();

  /** Whether a shape has a finite value with all its properties. */
  has(shape: CompiledShape): boolean {
    const known = this.#known.get(shape);
    if (known !== undefined) return known;
    const open = this.#reachable(shape);
    const yes = new Set<CompiledShape>();
    const holds = (one: CompiledShape) => this.#known.get(one) ?? yes.has(one);
    for (let size = -1; size !== yes.size; ) {
      size = yes.size;
      // What was reached last is nearest to the leaves.
      for (const one of open.toReversed()) if (!yes.has(one) && isInhabited(one, holds)) yes.add(one);
    }
    for (const one of open) this.#known.set(one, yes.has(one));
    return yes.has(shape);
  }

  #reachable(start: CompiledShape): readonly CompiledShape[] {
    const found = new Set([start]);
    for (const shape of found) {
      for (const part of partsOf(shape)) if (!this.#known.has(part)) found.add(part);
    }
    return [...found];
  }
}

function partsOf(shape: CompiledShape): CompiledShape[] {
  return [
    ...shape.propertyNames.map((name) => shape.property(name)),
    ...(demandsItems(shape) ? [shape.item(0)] : []),
    ...shape.groups.flatMap(({ branches }) => branches.map((branch) => compiled(branch.shape))),
  ];
}

function demandsItems({ minItems }: CompiledShape): boolean {
  return minItems !== null && minItems.value > 0;
}

function isInhabited(shape: CompiledShape, holds: (one: CompiledShape) => boolean): boolean {
  if (shape.isNothing) return false;
  const { values, mask } = shape;
  if (values !== null) return values.length > 0;
  const own =
    (mask & ~(ARRAY | OBJECT)) !== 0 ||
    ((mask & ARRAY) !== 0 && (!demandsItems(shape) || holds(shape.item(0)))) ||
    ((mask & OBJECT) !== 0 && shape.propertyNames.every((name) => holds(shape.property(name))));
  return (
    own && shape.groups.every(({ branches }) => branches.some((branch) => holds(compiled(branch.shape))))
  );
}
