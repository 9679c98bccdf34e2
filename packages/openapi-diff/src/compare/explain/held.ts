import { lazy } from '../../contract/lazy.ts';
import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
import type { Shape } from '../relate/shape.ts';
import type { Edge, Node } from './graph.ts';

/** A value that the sender of a pair sends and its receiver turns away. */
export interface Breaking {
  readonly kind: 'breaking';
  /** Made when it is asked for: around a small part it may be large. */
  readonly value: Json;
  /** Why no value was found, where the keywords alone show that the pair breaks; `value` is then null. */
  readonly unshown?: string;
  /** Where the value is a part that breaks in the least value around it. */
  readonly held?: Held;
}

/** A part that breaks, and what stands around it. */
export interface Held {
  readonly part: Breaking;
  readonly edge: Edge;
  readonly step: PathStep;
  /** The other properties of the object that holds it; null for a list of it alone. */
  readonly rest: JsonObject | null;
}

/**
 * The proof for a parent that says nothing of an object but its properties, or of a list but its
 * items, where a part breaks: the least value with the part put in its place. It needs no look
 * at the whole: the sender sends every other part, and a receiver that turns away a part turns
 * away all that holds it. So a thousand changed properties cost a thousand steps and not a
 * million. null where the form of the schemas doesn't show it.
 */
export function heldByForm(edge: Edge, part: Breaking): Breaking | null {
  const { step, parent, node } = edge;
  const { sender, receiver, relator } = parent.sides;
  const { core } = sender;
  if (step === null || !sender.isPlain || core !== sender.shape || core.values !== null || core.isNothing)
    return null;
  const [sent, taken] = [partAt(core, step), partAt(receiver.core, step)];
  if (sent === null || sent !== node.sides.sender.shape || taken !== node.sides.receiver.shape) return null;
  if (step.kind === 'item') return holds(core) ? whole({ part, edge, step, rest: null }) : null;
  const rest = relator.leastObject(core);
  return rest === undefined ? null : whole({ part, edge, step, rest });
}

function whole(held: Held): Breaking {
  const value = lazy((): Json => {
    const { part, step, rest } = held;
    return rest === null || step.kind !== 'property' ? [part.value] : { ...rest, [step.name]: part.value };
  });
  return {
    kind: 'breaking',
    held,
    get value() {
      return value();
    },
  };
}

/** The shape of a declared property, or of each item of a list whose items are all alike. */
function partAt(shape: Shape, step: PathStep): Shape | null {
  if (step.kind === 'item') return shape.prefixCount === 0 ? shape.item(0) : null;
  if (step.kind !== 'property' || shape.propertySites(step.name).length === 0) return null;
  return shape.property(step.name);
}

/** Whether a list may have a single item. */
function holds({ types, minItems, maxItems }: Shape): boolean {
  return types.has('array') && (minItems?.value ?? 0) <= 1 && (maxItems?.value ?? 1) >= 1;
}

/** The part that breaks by itself, without what was put around it, and the pair that it breaks; from a whole value's pair. */
export function innermost(proof: Breaking, pair: Node): { readonly part: Breaking; readonly node: Node } {
  let [part, node] = [proof, pair];
  while (part.held !== undefined) [part, node] = [part.held.part, part.held.edge.node];
  return { part, node };
}
