import { append } from '../../append.ts';
import type { Site } from '../../contract/site.ts';
import type { ExplainSchemas, SchemaPair } from '../context.ts';
import type { Direction, Finding } from '../finding.ts';
import { getOrMake } from '../get-or-make.ts';
import { writtenSize } from '../relate/json.ts';
import type { Relator, Verdict } from '../relate/shape.ts';
import { type At, findingOf, type Met, schemaWhole } from './finding-of.ts';
import { createPairGraph, type Edge, type Node } from './graph.ts';
import type { Breaking } from './held.ts';
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
  if (!root.isDirty() && root.isSafe()) return [];
  const all = visits(root);
  const accounts = createAccounts(all);
  const met = all.flatMap((visit) => told(visit, prover, accounts));
  const at = { pair, root, direction };
  const rest = remaining(accounts, met, root, at);
  for (const visit of all.toReversed()) append(met, untold(visit, prover, accounts));
  const findings = met.flatMap((one) => findingOf(one, at) ?? []);
  return [...findings, ...worseThanOverlap(findings, root, at), ...rest];
}

/** The most differences of a place that are proven one by one. What is left is told as a whole. */
const MOST_PROVEN = 2_000;

/**
 * The most parts of all values that had to be put together for it, and branches and conditions
 * that they were held against: behind a branch, each whole is looked at.
 */
const MOST_BUILT = 1_000_000;

/** What is said of all differences that were too many to be told; where one of the others breaks, they may as well. */
function remaining({ left: more }: Accounts, met: readonly Met[], root: Node, at: At): readonly Finding[] {
  if (more === 0) return [];
  const proof = met.find((one) => one.proof.kind === 'breaking')?.proof ?? proofOf(root.verdict());
  if (proof.kind === 'safe') return [];
  const difference = { ...schemaWhole(root), args: {} };
  const whole = findingOf({ node: root, path: [], way: [], difference, proof }, at);
  return whole === null ? [] : [{ ...whole, args: { more: more.toLocaleString('en-US') } }];
}

/**
 * A value that only fits too many branches is a lesser break. Where nothing worse was told,
 * but the schema breaks by a value that fits none, that is told of the whole.
 */
function worseThanOverlap(findings: readonly Finding[], root: Node, at: At): readonly Finding[] {
  const breaking = findings.filter(({ ruling }) => ruling === 'breaking');
  if (breaking.length === 0 || !breaking.every(({ args }) => args.overlap === 'yes')) return [];
  const verdict = root.verdict();
  if (verdict.kind !== 'breaking' || verdict.overlapOnly) return [];
  const whole = findingOf(
    {
      node: root,
      path: [],
      way: [],
      difference: schemaWhole(root),
      proof: proofBy(verdict),
    },
    at,
  );
  return whole === null ? [] : [whole];
}

/** The pairs whose breaking, or whose being undecided, some finding accounts for. */
interface Accounts {
  has(kind: Proof['kind'], node: Node): boolean;
  /** How many wholes could not be decided. */
  doubts: number;
  /** How many differences that might break were looked at one by one, and what that took in parts of values. */
  proven: number;
  built: number;
  /** How many were left. */
  left: number;
  /** A finding about a pair accounts for all pairs that it is a part of. */
  add(kind: Proof['kind'], node: Node): void;
}

/** Once so many wholes of a place could not be decided, those around what is undecided already aren't asked about. */
const MOST_DOUBTS = 8;

function createAccounts(all: readonly Visit[]): Accounts {
  const holders = new Map<Node, Node[]>();
  for (const { node, isLive } of all) {
    if (!isLive) continue;
    for (const edge of node.edges) getOrMake(holders, edge.node, (): Node[] => []).push(node);
  }
  const accounted = new Map<Proof['kind'], Set<Node>>();
  const nodesOf = (kind: Proof['kind']) => getOrMake(accounted, kind, () => new Set<Node>());
  return {
    doubts: 0,
    proven: 0,
    built: 0,
    left: 0,
    has: (kind, node) => nodesOf(kind).has(node),
    add: (kind, node) => {
      const nodes = nodesOf(kind);
      const pending = [node];
      for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
        if (nodes.has(at)) continue;
        nodes.add(at);
        append(pending, holders.get(at) ?? []);
      }
    },
  };
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
      const isLive = live && !visit.node.isSafe();
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
  return node.edges.filter((edge) => !edge.node.isSafe());
}

/** The edges from the place's schema down to a pair. */
function wayTo(visit: Visit): readonly Edge[] {
  const way: Edge[] = [];
  for (let at = visit.from; at !== null; at = at.visit.from) way.push(at.edge);
  return way.reverse();
}

const SAFE: Proof = { kind: 'safe' };

function told(visit: Visit, prover: Prover, accounts: Accounts): readonly Met[] {
  const { node, isLive } = visit;
  if (node.differences.length === 0) return [];
  const at = placed(visit);
  return node.differences.flatMap((difference) => {
    const isOpen = isLive && difference.mayBreak;
    if (isOpen && (accounts.proven >= MOST_PROVEN || accounts.built >= MOST_BUILT)) {
      accounts.left += 1;
      return [];
    }
    const proof = isLive ? prover.lifted(difference, prover.proofOf(node, difference), at.way) : SAFE;
    if (isOpen) {
      accounts.proven += 1;
      accounts.built += burdenOf(node);
    }
    if (proof.kind === 'breaking' && proof.held === undefined) accounts.built += writtenSize(proof.value);
    if (proof.kind !== 'safe') accounts.add(proof.kind, node);
    return [{ ...at, difference, proof }];
  });
}

/** How many branches, and conditions on other properties, a value of the sender's is held against. */
function burdenOf({ sides: { receiver } }: Node): number {
  const branches = receiver.groups.reduce((count, group) => count + group.branches.length, 0);
  return branches + receiver.core.dependentRequired.length + receiver.core.dependentSchemas.length;
}

/** What breaks in a pair and none of its keywords or parts accounts for. */
function untold(visit: Visit, prover: Prover, accounts: Accounts): readonly Met[] {
  const { node, isLive } = visit;
  if (!isLive || accounts.left > 0 || accounts.has('breaking', node)) return [];
  if (accounts.has('undecided', node) && accounts.doubts >= MOST_DOUBTS) return [];
  const verdict = node.verdict();
  if (verdict.kind === 'safe') return [];
  const at = placed(visit);
  const difference = schemaWhole(node);
  const proof = verdict.kind === 'undecided' ? verdict : prover.lifted(difference, proofBy(verdict), at.way);
  if (proof.kind === 'safe') return [];
  if (proof.kind === 'undecided') accounts.doubts += 1;
  if (proof.kind === 'undecided' && accounts.has('undecided', node)) return [];
  accounts.add(proof.kind, node);
  return [{ ...at, difference, proof }];
}

type BreakingVerdict = Extract<Verdict, { readonly kind: 'breaking' }>;

const proofs = new WeakMap<BreakingVerdict, Breaking>();

/** One proof for each verdict, so that what is known of the proof is known again. */
function proofBy(verdict: BreakingVerdict): Breaking {
  let proof = proofs.get(verdict);
  if (proof === undefined) {
    proof = { kind: 'breaking', value: verdict.witness };
    proofs.set(verdict, proof);
  }
  return proof;
}

function proofOf(verdict: Verdict): Proof {
  return verdict.kind === 'breaking' ? proofBy(verdict) : verdict;
}

function placed(visit: Visit): Pick<Met, 'node' | 'path' | 'way'> {
  const way = wayTo(visit);
  return { node: visit.node, way, path: way.flatMap(({ step }) => step ?? []) };
}
