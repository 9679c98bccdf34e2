import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
import { objectOf } from './json.ts';
import { holding } from './lift.ts';
import type { CompiledShape } from './shapes/compiled.ts';

/** The most required properties of an object that is put together: a search would end at its bounds, after as much work. */
const MOST_REQUIRED = 50_000;

/** What a lifter asks of the relator. */
export interface LifterEdges {
  /** A value of a shape that another schema, made up here, accepts as well; undefined where none is found. */
  readonly sample: (shape: CompiledShape, within?: JsonObject) => Json | undefined;
  /** Whether a value is one of a shape's: sent, for a sender, or accepted. */
  readonly isValue: (shape: CompiledShape, value: Json) => boolean;
}

/** Puts values into greater ones that hold them. */
export class Lifter {
  readonly #edges: LifterEdges;
  readonly #required = new Map<CompiledShape, JsonObject | undefined>();

  constructor(edges: LifterEdges) {
    this.#edges = edges;
  }

  /** A value of a shape that holds the given one at a step; undefined where none is found. */
  lift(holder: CompiledShape, step: PathStep, value: Json): Json | undefined {
    const simple = this.#simplyHolding(holder, step, value);
    if (simple !== undefined && this.#edges.isValue(holder, simple)) return simple;
    if (holder.required.size > MOST_REQUIRED) return undefined;
    for (const schema of holding(holder, step, value)) {
      const whole = this.#edges.sample(holder, schema);
      if (whole !== undefined) return whole;
    }
    return undefined;
  }

  /** An object of a shape that has what is required and nothing else; undefined where that is none. */
  leastObject(shape: CompiledShape): JsonObject | undefined {
    const object = this.#requiredOf(shape);
    return object !== undefined && this.#edges.isValue(shape, object) ? object : undefined;
  }

  /** What mostly is the value that is looked for: what is required, with the given value in its place. */
  #simplyHolding(holder: CompiledShape, step: PathStep, value: Json): Json | undefined {
    if (step.kind === 'item') return holder.prefixCount === 0 ? [value] : undefined;
    if (step.kind !== 'property') return undefined;
    const rest = this.#requiredOf(holder);
    return rest === undefined ? undefined : { ...rest, [step.name]: value };
  }

  /** An object of all required properties; undefined where one of them has no value or they are too many. */
  #requiredOf(holder: CompiledShape): JsonObject | undefined {
    if (this.#required.has(holder)) return this.#required.get(holder);
    const entries: (readonly [string, Json])[] = [];
    let whole: JsonObject | undefined;
    if (holder.required.size <= MOST_REQUIRED) {
      for (const name of holder.required.keys()) {
        const part = this.#edges.sample(holder.property(name));
        if (part === undefined) break;
        entries.push([name, part]);
      }
      if (entries.length === holder.required.size) whole = objectOf(entries);
    }
    this.#required.set(holder, whole);
    return whole;
  }
}
