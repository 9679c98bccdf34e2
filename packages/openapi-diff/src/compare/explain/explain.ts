import type { Site } from '../../contract/site.ts';
import type { ExplainSchemas, SchemaPair } from '../context.ts';
import type { Direction, Finding } from '../finding.ts';
import type { Relator } from '../relate/shape.ts';
import { findingOf, type Met, schemaWhole } from './finding-of.ts';
import { createPairGraph, type Edge, type Node } from './graph.ts';
import { createProver, type Proof, type Prover } from './proof.ts';

/** What helps an explanation along. */
export interface ExplainOptions {
  /**
   * Whether two schemas are known to read the same with everything that they refer to; such
   * pairs are passed over. Nothing is known where it is left out.
   */
  readonly isCleanPair?: (base: Site, head: Site) => boolean;
}

/**
 * Says what has changed between two schemas, keyword by keyword, and lets the relation of
 * their meanings decide what it does: docs/diff-engine.md, "Keywords explain, meaning decides".
 * A schema that stands at several places of one body is told at the nearest of them.
 */
export function createExplain(relator: Relator, options: ExplainOptions = {}): ExplainSchemas {
  const graph = createPairGraph({ relator, isCleanPair: options.isCleanPair ?? (() => false) });
  const prover = createProver();
  return (pair) => {
    const direction = pair.place.direction ?? 'request';
    const base = relator.shape('base', direction, pair.base);
    const head = relator.shape('head', direction, pair.head);
    return explainRoot(pair, graph.node(base, head, direction), direction, prover);
  };
}

/** A pair as it is met on the way through a place. */
interface Visit {
  readonly node: Node;
  /** The pair that it was met from, and the edge that led here; null at the place's schema. */
  readonly from: { readonly visit: Visit; readonly edge: Edge } | null;
  /** Whether all pairs around it break or may: below one that is safe, nothing can break. */
  readonly isLive: boolean;
}

function explainRoot(pair: SchemaPair, root: Node, direction: Direction, prover: Prover): readonly Finding[] {
  const verdict = root.verdict();
  if (!root.isDirty() && verdict.kind === 'safe') return [];
  const met = visits(root).flatMap((visit) => told(visit, root, prover));
  const isProven = met.some(({ proof }) => proof.kind === 'breaking');
  const isDoubted = isProven || met.some(({ proof }) => proof.kind === 'undecided');
  const whole = { node: root, path: [], way: [], difference: schemaWhole(root) };
  if (verdict.kind === 'breaking' && !isProven) {
    met.push({ ...whole, proof: { kind: 'breaking', value: verdict.witness } });
  }
  if (verdict.kind === 'undecided' && !isDoubted) {
    met.push({ ...whole, proof: { kind: 'undecided', reason: verdict.reason } });
  }
  return met.flatMap((one) => findingOf(one, { pair, root, direction }) ?? []);
}

/** Every changed pair once, by the shortest way; first the ways on which things may break. */
function visits(root: Node): readonly Visit[] {
  const seen = new Set<Node>();
  const found: Visit[] = [];
  const safe: Visit[] = [];
  const walk = (start: readonly Visit[], live: boolean): void => {
    const queue = [...start];
    for (let index = 0; index < queue.length; index += 1) {
      const visit = queue[index];
      if (visit === undefined || seen.has(visit.node)) continue;
      const isLive = live && visit.node.verdict().kind !== 'safe';
      if (live && !isLive) {
        safe.push(visit);
        continue;
      }
      seen.add(visit.node);
      found.push({ ...visit, isLive });
      for (const edge of changedEdges(visit.node, isLive)) {
        if (seen.has(edge.node)) continue;
        queue.push({ node: edge.node, from: { visit, edge }, isLive });
      }
    }
  };
  walk([{ node: root, from: null, isLive: true }], true);
  walk(safe, false);
  return found;
}

/** The parts that read differently; where nothing does and it breaks all the same, those that break. */
function changedEdges(node: Node, isLive: boolean): readonly Edge[] {
  if (node.isDirty() || !isLive) return node.edges.filter((edge) => edge.node.isDirty());
  return node.edges.filter((edge) => edge.node.verdict().kind !== 'safe');
}

/** The edges from the place's schema down to a pair. */
function wayTo(visit: Visit): readonly Edge[] {
  const way: Edge[] = [];
  for (let at = visit.from; at !== null; at = at.visit.from) way.push(at.edge);
  return way.reverse();
}

const SAFE: Proof = { kind: 'safe' };

function told(visit: Visit, root: Node, prover: Prover): readonly Met[] {
  const { node, isLive } = visit;
  if (node.differences.length === 0 && (!isLive || node === root)) return [];
  const way = wayTo(visit);
  const path = way.flatMap(({ step }) => step ?? []);
  const met: Met[] = node.differences.map((difference) => ({
    node,
    path,
    way,
    difference,
    proof: isLive ? lifted(prover.proofOf(node, difference), way, prover) : SAFE,
  }));
  if (!isLive || node === root) return met;
  const rest = lifted(prover.unaccounted(node), way, prover);
  if (rest.kind !== 'safe') met.push({ node, path, way, difference: schemaWhole(node), proof: rest });
  return met;
}

/** The proof for the whole value of the place. */
function lifted(proof: Proof, way: readonly Edge[], prover: Prover): Proof {
  if (proof.kind !== 'breaking') return proof;
  let { value } = proof;
  for (const edge of way.toReversed()) {
    const whole = prover.lift(edge, value);
    if (whole === undefined) return SAFE;
    value = whole;
  }
  return { kind: 'breaking', value };
}
