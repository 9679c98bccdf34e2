import type { Json } from '../../read/document.ts';
import { keyOf } from '../relate/json.ts';
import type { Failure, Verdict, WitnessQuestion } from '../relate/shape.ts';
import { type Difference, isFailureOf } from './difference.ts';
import type { Edge, Node } from './graph.ts';

/** What is known of a difference within its pair. */
export type Proof =
  | { readonly kind: 'breaking'; readonly value: Json }
  | { readonly kind: 'safe' }
  | { readonly kind: 'undecided'; readonly reason: string };

const SAFE: Proof = { kind: 'safe' };

/** Finds the values that prove a difference, and lifts them to the schemas around. Everything is found once. */
export interface Prover {
  /** Whether a difference breaks its pair by itself. */
  proofOf(node: Node, difference: Difference): Proof;
  /** A value of the edge's parent that breaks it because of a value that breaks its child; undefined where none was found. */
  lift(edge: Edge, value: Json): Json | undefined;
}

/** A prover without memories. */
export function createProver(): Prover {
  const proofs = new Map<Difference, Proof>();
  const lifted = new Map<Edge, Map<string, Json | undefined>>();

  const proofOf = (node: Node, difference: Difference): Proof => {
    let proof = proofs.get(difference);
    if (proof === undefined) {
      proof = prove(node, difference);
      proofs.set(difference, proof);
    }
    return proof;
  };

  const prove = (node: Node, difference: Difference): Proof => {
    if (!difference.mayBreak) return SAFE;
    const value = witnessOf(node, difference);
    if (value !== undefined) return { kind: 'breaking', value };
    const verdict = node.verdict();
    if (verdict.kind === 'safe') return SAFE;
    const carried = carriedBy(node, difference);
    if (carried !== undefined) return { kind: 'breaking', value: carried };
    if (difference.unknown !== undefined) return { kind: 'undecided', reason: difference.unknown };
    if (verdict.kind === 'breaking' || node.edges.some((edge) => !edge.node.isSafe())) return SAFE;
    return { kind: 'undecided', reason: verdict.reason };
  };

  const lift = (edge: Edge, value: Json): Json | undefined => {
    let values = lifted.get(edge);
    if (values === undefined) {
      values = new Map();
      lifted.set(edge, values);
    }
    const key = keyOf(value);
    if (!values.has(key)) values.set(key, liftOver(edge, value));
    return values.get(key);
  };

  return { proofOf, lift };
}

/** Whether the sender of a pair sends a value and its receiver turns it away. */
export function breaks({ sides }: Node, value: Json): boolean {
  const { relator, sender, receiver } = sides;
  return (
    relator.evaluate(sender.shape, value).length === 0 && relator.evaluate(receiver.shape, value).length > 0
  );
}

function witnessOf(node: Node, difference: Difference): Json | undefined {
  for (const value of candidatesOf(node, difference)) {
    if (value !== undefined && breaks(node, value)) return value;
  }
  return undefined;
}

/** Values to try, from the cheapest to find to the dearest. */
function* candidatesOf(node: Node, difference: Difference): Iterable<Json | undefined> {
  const { sides } = node;
  const { relator, direction } = sides;
  yield* difference.candidates ?? [];
  const question: WitnessQuestion = { base: sides.base.core, head: sides.head.core, direction };
  for (const goal of difference.goals ?? [])
    yield confirmed(node, difference, relator.witness({ ...question, goal }));
  if (difference.below !== undefined) {
    yield confirmed(node, difference, relator.witness({ ...question, path: [difference.below] }));
  }
  if (difference.within === undefined) return;
  const part = difference.within();
  const verdict =
    direction === 'request'
      ? relator.relate(part, sides.head.shape, direction)
      : relator.relate(sides.base.shape, part, direction);
  if (verdict.kind === 'breaking' && isCarried(difference, verdict)) yield verdict.witness;
}

/** The value that shows that the pair breaks, if it is this difference that it shows. */
function carriedBy(node: Node, difference: Difference): Json | undefined {
  for (const verdict of new Set([node.verdict(), node.coreVerdict()])) {
    if (verdict.kind !== 'breaking' || !isCarried(difference, verdict)) continue;
    if (breaks(node, verdict.witness)) return verdict.witness;
  }
  return undefined;
}

/** A value that was asked for, if the rule agrees that it is its own. */
function confirmed({ sides }: Node, { carries }: Difference, value: Json | undefined): Json | undefined {
  if (value === undefined || carries === undefined) return value;
  return carries(value, sides.relator.evaluate(sides.receiver.core, value)) ? value : undefined;
}

type Breaking = Extract<Verdict, { readonly kind: 'breaking' }>;

function isCarried({ goals, carries }: Difference, { witness, failures }: Breaking): boolean {
  if (carries !== undefined) return carries(witness, failures);
  return (
    goals !== undefined &&
    failures.some((failure) => isTop(failure) && goals.some((goal) => isFailureOf(failure, goal)))
  );
}

function isTop({ at }: Failure): boolean {
  return at.length === 0;
}

function liftOver({ step, parent, node }: Edge, value: Json): Json | undefined {
  const { relator, sender, direction } = parent.sides;
  if (step !== null) {
    for (const shape of new Set([sender.core, sender.shape])) {
      const whole = relator.lift(shape, step, value);
      if (whole !== undefined && breaks(parent, whole)) return whole;
    }
    return undefined;
  }
  if (breaks(parent, value)) return value;
  // The value fits another branch of the receiver: one that lies in the sender's branch and in none of them may still be found.
  const part = relator.conjoin([sender.core, node.sides.sender.shape]);
  const verdict =
    direction === 'request'
      ? relator.relate(part, parent.sides.head.shape, direction)
      : relator.relate(parent.sides.base.shape, part, direction);
  if (verdict.kind !== 'breaking') return undefined;
  const isTheReason = relator.evaluate(node.sides.receiver.shape, verdict.witness).length > 0;
  return isTheReason && breaks(parent, verdict.witness) ? verdict.witness : undefined;
}
