import type { Json, JsonObject } from '../../read/document.ts';
import type { PathStep } from '../finding.ts';
import { getOrMake } from '../get-or-make.ts';
import { isObject } from '../relate/json.ts';
import type { Failure, Shape, Verdict, WitnessQuestion } from '../relate/shape.ts';
import { type Difference, isFailureOf } from './difference.ts';
import type { Edge, Node } from './graph.ts';
import { type Breaking, heldByForm } from './held.ts';
import { ownShape } from './meaning.ts';

/** What is known of a difference within its pair. */
export type Proof =
  | Breaking
  | { readonly kind: 'safe' }
  | { readonly kind: 'undecided'; readonly reason: string };

const SAFE: Proof = { kind: 'safe' };

/** Finds the values that prove a difference, and lifts them to the schemas around. Everything is found once. */
export interface Prover {
  /** Whether a difference breaks its pair by itself. */
  proofOf(node: Node, difference: Difference): Proof;
  /** The proof of a pair's difference for the whole value that the way starts from. */
  lifted(difference: Difference, proof: Proof, way: readonly Edge[]): Proof;
}

/** A prover without memories. */
export function createProver(): Prover {
  const proofs = new Map<Difference, Proof>();
  const lifts = new Map<Difference, Map<Edge, Map<Breaking, Proof>>>();

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
    const own = difference.shown?.();
    if (own?.kind === 'none') return SAFE;
    if (own?.kind === 'found' && breaks(node, own.value)) return { kind: 'breaking', value: own.value };
    const value = witnessOf(node, difference);
    if (value !== undefined) return { kind: 'breaking', value };
    const shown = shownByLeaf(node, difference);
    if (shown !== undefined) return { kind: 'breaking', value: shown };
    if (node.isSumOfParts() && isSafeWithin(node, difference)) return SAFE;
    const verdict = node.verdict();
    if (verdict.kind === 'safe') return SAFE;
    const carried = carriedBy(node, difference) ?? searchedFor(node, difference);
    if (carried !== undefined) return { kind: 'breaking', value: carried };
    if (difference.unknown !== undefined) return { kind: 'undecided', reason: difference.unknown };
    if (verdict.kind === 'breaking' || node.edges.some((edge) => !edge.node.isSafe())) return SAFE;
    const { reason } = verdict;
    return difference.isEvident === true
      ? { kind: 'breaking', value: null, unshown: reason }
      : { kind: 'undecided', reason };
  };

  const lifted = (difference: Difference, proof: Proof, way: readonly Edge[]): Proof => {
    if (proof.kind !== 'breaking') return proof;
    if (proof.unshown !== undefined) {
      // Another branch may take what this one refuses.
      const isPlain = way.every(({ step }) => step !== null);
      return isPlain ? proof : { kind: 'undecided', reason: proof.unshown };
    }
    const known = getOrMake(lifts, difference, () => new Map<Edge, Map<Breaking, Proof>>());
    const about: About = { difference, proof, steps: [] };
    let whole: Breaking = proof;
    for (const edge of way.toReversed()) {
      const part: Breaking = whole;
      const wholes = getOrMake(known, edge, () => new Map<Breaking, Proof>());
      const next: Proof = getOrMake(wholes, part, () => liftOver(edge, part, about));
      if (next.kind !== 'breaking') return next;
      whole = next;
      if (edge.step !== null) about.steps.unshift(edge.step);
    }
    return whole;
  };

  return { proofOf, lifted };
}

/** Whether the sender of a pair sends a value and its receiver turns it away. */
export function breaks({ sides }: Node, value: Json): boolean {
  const { relator, sender, receiver } = sides;
  return relator.accepts(sender.shape, value) && !relator.accepts(receiver.shape, value);
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
  for (const guess of difference.guesses?.() ?? []) {
    if (breaks(node, guess)) yield confirmed(node, difference, guess);
  }
  const question: WitnessQuestion = { base: sides.base.core, head: sides.head.core, direction };
  for (const goal of difference.goals ?? [])
    yield confirmed(node, difference, relator.witness({ ...question, goal }));
  if (difference.below !== undefined) {
    yield confirmed(node, difference, relator.witness({ ...question, path: [difference.below] }));
  }
}

/** Whether no value shows a difference, as far as the part of the sender's values says that the rule names. */
export function isHarmless(node: Node, difference: Difference): boolean {
  if (!difference.mayBreak) return true;
  if (difference.within === undefined) return false;
  return (
    witnessOf(node, difference) === undefined &&
    shownByLeaf(node, difference) === undefined &&
    isSafeWithin(node, difference)
  );
}

/** What shows that a pair without parts breaks: of these the whole is soon known. */
function shownByLeaf(node: Node, difference: Difference): Json | undefined {
  return node.edges.length === 0 ? carriedBy(node, difference) : undefined;
}

/** Whether the receiver takes all of the part of the sender's that the rule names. */
function isSafeWithin(node: Node, difference: Difference): boolean {
  return verdictWithin(node, difference)?.kind === 'safe';
}

function verdictWithin({ sides }: Node, { within }: Difference): Verdict | undefined {
  if (within === undefined) return undefined;
  const { relator, direction, base, head } = sides;
  return direction === 'request'
    ? relator.relate(within(), head.shape, direction)
    : relator.relate(base.shape, within(), direction);
}

/** A value of the part of the sender's that the rule names; asked for when all else has failed, since it is dear. */
function searchedFor(node: Node, difference: Difference): Json | undefined {
  const verdict = verdictWithin(node, difference);
  if (verdict === undefined) return undefined;
  if (verdict.kind !== 'breaking' || !isCarried(difference, verdict)) return undefined;
  return breaks(node, verdict.witness) ? verdict.witness : undefined;
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

type BreakingVerdict = Extract<Verdict, { readonly kind: 'breaking' }>;

function isCarried({ goals, carries }: Difference, { witness, failures }: BreakingVerdict): boolean {
  if (carries !== undefined) return carries(witness, failures);
  return (
    goals !== undefined &&
    failures.some((failure) => isTop(failure) && goals.some((goal) => isFailureOf(failure, goal)))
  );
}

function isTop({ at }: Failure): boolean {
  return at.length === 0;
}

/**
 * What is left of a proof that no value of the parent carries: that a part breaks and the
 * whole does not would have to be known.
 */
function unlifted(parent: Node): Proof {
  const verdict = parent.verdict();
  if (verdict.kind !== 'breaking') return verdict;
  return { kind: 'undecided', reason: 'no whole value was found that shows it' };
}

/** The value that a difference is about, and the way to it from the pair that is being lifted. */
interface About {
  readonly difference: Difference;
  readonly proof: Breaking;
  readonly steps: PathStep[];
}

/** The proof that a value which breaks an edge's child breaks its parent, in a value that holds it. */
function liftOver(edge: Edge, part: Breaking, about: About): Proof {
  const { step, parent } = edge;
  const { relator, sender } = parent.sides;
  const held = heldByForm(edge, part);
  if (held !== null) return held;
  const { value } = part;
  if (step === null) return breaks(parent, value) ? { kind: 'breaking', value } : throughBranch(edge, about);
  for (const shape of new Set([sender.core, sender.shape])) {
    const whole = relator.lift(shape, step, value);
    if (whole !== undefined && breaks(parent, whole)) return { kind: 'breaking', value: whole };
  }
  return unlifted(parent);
}

/**
 * The value fits another branch of the receiver. A greater value of the sender's branch that
 * still holds what the difference is about may fit none; where all fit, the choice hides it.
 */
function throughBranch({ parent, node }: Edge, { difference, proof, steps }: About): Proof {
  const { relator, sender, direction } = parent.sides;
  const branch = node.sides.sender.shape;
  const related = (part: Shape): Verdict =>
    direction === 'request'
      ? relator.relate(part, parent.sides.head.shape, direction)
      : relator.relate(parent.sides.base.shape, part, direction);
  const all = sender.choice === null ? relator.conjoin([sender.core, branch]) : branch;
  // Where all of the branch is taken, nothing of it has to be asked about one by one.
  const whole = related(all);
  if (whole.kind === 'safe') return SAFE;
  const holding = steps.length === 0 ? {} : schemaHolding(steps, proof.value);
  if (holding === null) return hidden(parent);
  const verdict =
    steps.length === 0
      ? whole
      : related(relator.conjoin([all, ownShape(relator, branch, direction, holding)]));
  if (verdict.kind === 'safe') return SAFE;
  if (verdict.kind === 'undecided' || !breaks(parent, verdict.witness)) return hidden(parent);
  const found: Proof = { kind: 'breaking', value: verdict.witness };
  if (steps.length > 0) return found;
  const isTheReason = (witness: Json): boolean => {
    const failures = relator.evaluate(node.sides.receiver.core, witness);
    return failures.length > 0 && isCarried(difference, { ...verdict, witness, failures });
  };
  if (isTheReason(verdict.witness)) return found;
  // The whole may break for other reasons as well: a value is wanted that fails in this one.
  const failing = failingSchema(difference);
  const own =
    failing === null ? null : related(relator.conjoin([all, ownShape(relator, branch, direction, failing)]));
  return own?.kind === 'breaking' && breaks(parent, own.witness) && isTheReason(own.witness)
    ? { kind: 'breaking', value: own.witness }
    : hidden(parent);
}

/** Assertions that mean the same wherever they stand. */
const STANDING_ALONE: ReadonlySet<string> = new Set([
  ...['required', 'enum', 'const', 'minLength', 'maxLength', 'pattern', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
]);

/** A schema of values that fail an assertion which a difference is about; null where none can be said alone. */
function failingSchema({ goals = [] }: Difference): JsonObject | null {
  const failing = goals.flatMap(({ site: { raw }, keyword, name }): JsonObject[] => {
    if (!STANDING_ALONE.has(keyword) || !isObject(raw)) return [];
    const wanted = keyword === 'required' && name !== undefined ? [name] : raw[keyword];
    return wanted === undefined ? [] : [{ not: { [keyword]: wanted } }];
  });
  return failing.length === 0 ? null : { anyOf: failing };
}

/** A branch may break where the choice doesn't, since another branch takes the value. */
function hidden(parent: Node): Proof {
  const verdict = parent.verdict();
  return verdict.kind === 'undecided' ? verdict : SAFE;
}

/** A schema of values that hold a value at the end of some steps; null where a step has no name. */
function schemaHolding(steps: readonly PathStep[], value: Json): JsonObject | null {
  let schema: JsonObject = { const: value };
  for (const step of steps.toReversed()) {
    if (step.kind === 'property') {
      schema = { type: 'object', required: [step.name], properties: { [step.name]: schema } };
    } else if (step.kind === 'item') schema = { type: 'array', minItems: 1, items: schema };
    else return null;
  }
  return schema;
}
