import { type CompiledShape, compiled } from './compiled.ts';

/**
 * Finds the properties through which an object would have to hold an object of its own
 * kind, without an end. A response that promises all its properties can't mean those.
 *
 * Strongly connected components of the graph "declares a property of" (R. Tarjan, 1972),
 * without recursion, since schemas may be nested deeply.
 */
export class Recursion {
  readonly #component = new Map<CompiledShape, number>();
  #components = 0;

  /** Whether a property leads back to the shape that declares it. */
  leadsBack(shape: CompiledShape, property: CompiledShape): boolean {
    if (!this.#component.has(shape)) this.#explore(shape);
    return this.#component.get(shape) === this.#component.get(property);
  }

  #explore(start: CompiledShape): void {
    const index = new Map<CompiledShape, number>();
    const low = new Map<CompiledShape, number>();
    const stack: CompiledShape[] = [];
    const work: { shape: CompiledShape; next: CompiledShape[] }[] = [];
    const enter = (shape: CompiledShape) => {
      index.set(shape, index.size);
      low.set(shape, index.get(shape) ?? 0);
      stack.push(shape);
      work.push({ shape, next: partsOf(shape) });
    };
    enter(start);
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const { shape, next } = frame;
      const part = next.pop();
      if (part !== undefined) {
        if (this.#component.has(part)) continue;
        const known = index.get(part);
        if (known === undefined) enter(part);
        else low.set(shape, Math.min(low.get(shape) ?? known, known));
        continue;
      }
      work.pop();
      const lowest = low.get(shape) ?? 0;
      const parent = work.at(-1)?.shape;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? lowest, lowest));
      if (lowest === index.get(shape)) this.#close(shape, stack);
    }
  }

  #close(shape: CompiledShape, stack: CompiledShape[]): void {
    this.#components += 1;
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      this.#component.set(one, this.#components);
      if (one === shape) return;
    }
  }
}

/** What a value of a shape holds at once: its properties, and what holds of it in place. */
function partsOf(shape: CompiledShape): CompiledShape[] {
  return [
    ...shape.propertyNames.map((name) => shape.property(name)),
    ...shape.groups.flatMap(({ branches }) => branches.map((branch) => compiled(branch.shape))),
    ...shape.conditionals.flatMap(({ whenMet, otherwise }) => [compiled(whenMet), compiled(otherwise)]),
  ];
}
