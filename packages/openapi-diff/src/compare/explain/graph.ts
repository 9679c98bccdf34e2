import { append } from '../../append.ts';
import type { Site } from '../../contract/site.ts';
import type { Direction, PathStep } from '../finding.ts';
import type { Relator, Shape, Verdict } from '../relate/shape.ts';
import { branchWords } from './describe.ts';
import type { Child, Difference, Sides } from './difference.ts';
import { differencesOf } from './differences/local.ts';
import { isHarmless } from './proof.ts';
import { createViews, isTold, type View } from './view.ts';

/** A part of a pair that is a pair of its own. */
export interface Edge extends Omit<Child, 'base' | 'head'> {
  readonly parent: Node;
  readonly node: Node;
}

/** A pair of schemas, whichever ways lead to it; everything about it is worked out once. */
export interface Node {
  readonly sides: Sides;
  readonly differences: readonly Difference[];
  readonly edges: readonly Edge[];
  /** Whether anything reads differently here or anywhere below. */
  readonly isDirty: () => boolean;
  /** Whether nothing here or below can break: by its keywords where they speak for themselves, else as a whole. */
  readonly isSafe: () => boolean;
  /** Whether the pair is safe when each of its keywords and parts is. */
  readonly isSumOfParts: () => boolean;
  /** Whether it breaks as a whole. */
  readonly verdict: () => Verdict;
  /** The same for the keywords that are compared, where wrappers were taken off. */
  readonly coreVerdict: () => Verdict;
}

/** The pairs that have been met, from which others are reached. */
export interface PairGraph {
  /** The node of two shapes, with everything below it explored. */
  node(base: Shape, head: Shape, direction: Direction): Node;
}

/** The most pairs that are looked into; what lies beyond is told as a whole. */
const MOST_NODES = 250_000;

/** The most pairs whose keywords are asked at once whether they may break; of all others they are asked one by one. */
const MOST_SETTLED = 5_000;

/** What the graph needs to know. */
export interface GraphOptions {
  readonly relator: Relator;
  readonly isCleanPair: (base: Site, head: Site) => boolean;
}

/** A graph without nodes. Cycles of schemas are cycles of the graph, and shared schemas shared nodes. */
export function createPairGraph({ relator, isCleanPair }: GraphOptions): PairGraph {
  const nodes = new Map<string, Pair>();
  const viewOf = createViews(relator);
  const words = (shape: Shape) => branchWords(shape, viewOf(shape).kinds);
  const sidesOf = (base: View, head: View, direction: Direction): Sides => {
    const [sender, receiver] = direction === 'request' ? [base, head] : [head, base];
    return { base, head, sender, receiver, direction, relator, words, view: viewOf, areClean };
  };
  const areClean = (base: readonly Site[], head: readonly Site[]): boolean =>
    base.length === head.length &&
    base.every((site, index) => {
      const other = head[index];
      return other !== undefined && isCleanPair(site, other);
    });
  const isClean = (base: Shape, head: Shape): boolean =>
    base.isNothing === head.isNothing &&
    base.unresolved.length === 0 &&
    head.unresolved.length === 0 &&
    areClean(base.sites, head.sites);
  const local = (base: Shape, head: Shape, direction: Direction) =>
    differencesOf(sidesOf(viewOf(base), viewOf(head), direction), local).differences;

  const explore = (start: Pair): void => {
    const pending = [start];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      if (nodes.size > MOST_NODES) break;
      pair.isExplored = true;
      const { direction } = pair.sides;
      const found = differencesOf(pair.sides, local);
      pair.differences = found.differences;
      pair.edges = found.children.flatMap(({ step, isNamed, ...child }): Edge[] => {
        if (isClean(child.base, child.head)) return [];
        const [node, isNew] = pairOf(child.base, child.head, direction);
        if (isNew) pending.push(node);
        node.parents.push(pair);
        return [{ step, isNamed, parent: pair, node }];
      });
      pair.edges.sort(byStep);
      if (pair.differences.length > 0 || pair.edges.some(({ node }) => (node as Pair).dirty)) pair.soil();
    }
  };

  const pairOf = (base: Shape, head: Shape, direction: Direction): readonly [Pair, boolean] => {
    const key = `${base.id} ${head.id} ${direction}`;
    const known = nodes.get(key);
    if (known !== undefined) return [known, false];
    const pair = new Pair(sidesOf(viewOf(base), viewOf(head), direction));
    nodes.set(key, pair);
    return [pair, true];
  };

  return {
    node: (base, head, direction) => {
      const [pair, isNew] = pairOf(base, head, direction);
      if (isNew) explore(pair);
      return pair;
    },
  };
}

/** What is told first where two ways are of one length: what has a name before what stands for many. */
const STEPS: readonly (PathStep['kind'] | undefined)[] = [
  'property',
  'tuple-item',
  'pattern-property',
  'additional-property',
  'property-name',
  'item',
  'contains',
  undefined,
];

/**
 * Edges by what they lead into, not as a document orders its properties: of two ways of one
 * length, the same one is told of in whichever order they are written. Items with places of
 * their own stand in order already.
 */
function byStep({ step: one }: Edge, { step: other }: Edge): number {
  const rank = STEPS.indexOf(one?.kind) - STEPS.indexOf(other?.kind);
  if (rank !== 0 || one === null || other === null) return rank;
  const [name, otherName] = [nameOf(one), nameOf(other)];
  if (name === otherName) return 0;
  return name < otherName ? -1 : 1;
}

function nameOf(step: PathStep): string {
  if (step.kind === 'property') return step.name;
  return step.kind === 'pattern-property' ? step.pattern : '';
}

class Pair implements Node {
  readonly sides: Sides;
  differences: readonly Difference[] = [];
  edges: Edge[] = [];
  readonly parents: Pair[] = [];
  dirty = false;
  isExplored = false;
  #safe: boolean | null = null;
  #verdict: Verdict | null = null;
  #coreVerdict: Verdict | null = null;

  constructor(sides: Sides) {
    this.sides = sides;
  }

  readonly isDirty = (): boolean => this.dirty;

  readonly verdict = (): Verdict => {
    const { relator, base, head, direction } = this.sides;
    this.#verdict ??= relator.relate(base.shape, head.shape, direction);
    return this.#verdict;
  };

  readonly coreVerdict = (): Verdict => {
    const { relator, base, head, direction } = this.sides;
    if (base.core === base.shape && head.core === head.shape) return this.verdict();
    this.#coreVerdict ??= relator.relate(base.core, head.core, direction);
    return this.#coreVerdict;
  };

  readonly isSafe = (): boolean => {
    if (this.#safe === null) this.#settle();
    return this.#safe === true;
  };

  /** Settles all pairs below: what reaches a pair that may break may break, and the rest is safe. */
  #settle(): void {
    const open: Pair[] = [this];
    const seen = new Set<Pair>(open);
    const breaking: Pair[] = [];
    let asked = 0;
    for (const pair of open) {
      if (pair.#safe === null && pair.differences.length > 0) asked += 1;
      const known = pair.#safe ?? (asked > MOST_SETTLED ? false : pair.#safeByItself());
      if (known !== null) {
        pair.#safe = known;
        if (!known) breaking.push(pair);
        continue;
      }
      for (const { node } of pair.edges) {
        const below = node as Pair;
        if (seen.has(below)) continue;
        seen.add(below);
        open.push(below);
      }
    }
    for (let pair = breaking.pop(); pair !== undefined; pair = breaking.pop()) {
      for (const parent of pair.parents) {
        if (parent.#safe !== null || !seen.has(parent)) continue;
        parent.#safe = false;
        breaking.push(parent);
      }
    }
    for (const pair of open) pair.#safe ??= true;
  }

  /** Whether the pair alone says that it is safe or may break; null where its parts decide. */
  #safeByItself(): boolean | null {
    if (!this.isExplored || !this.isSumOfParts()) return this.verdict().kind === 'safe';
    return this.differences.every((difference) => isHarmless(this, difference)) ? null : false;
  }

  readonly isSumOfParts = (): boolean => {
    const { base, head, sender, receiver } = this.sides;
    if (base.isPlain && head.isPlain) return true;
    if (sender.choice === null || receiver.choice === null) return false;
    return receiver.choice.keyword === 'anyOf' || isTold(receiver.choice);
  };

  /** Marks this pair and all that lead to it as changed. */
  soil(): void {
    const pending: Pair[] = [this];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      if (pair.dirty) continue;
      pair.dirty = true;
      append(pending, pair.parents);
    }
  }
}
