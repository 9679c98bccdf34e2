import type { Operation } from '../contract/contract.ts';
import type { ReadContract } from '../contract/read-contract.ts';
import type { Site } from '../contract/site.ts';
import { causeKey, structuralHash } from './cause.ts';
import type { Direction, Finding, OperationRef, Place, PlaceKind, Ruling } from './finding.ts';

/** Two schemas that describe the same part of a message on both sides. */
export interface SchemaPair {
  readonly base: Site;
  readonly head: Site;
  readonly place: Place;
}

/** Says what has changed between two schemas. */
export type ExplainSchemas = (pair: SchemaPair) => readonly Finding[];

/** What every comparison needs. */
export interface CompareContext {
  readonly base: ReadContract;
  readonly head: ReadContract;
  readonly explain: ExplainSchemas;
  /** Whether two parts are known to read the same with all that they refer to, so that nothing is to be said of them. */
  readonly isClean: (base: Site, head: Site) => boolean;
  readonly emit: (draft: Draft) => void;
  readonly emitAll: (findings: readonly Finding[]) => void;
}

/** A finding outside schemas, as the comparisons write it. */
export interface Draft {
  readonly id: string;
  readonly ruling: Ruling;
  readonly place: Place;
  readonly base?: Site | null;
  readonly head?: Site | null;
  readonly args?: Readonly<Record<string, string>>;
  readonly reason?: string;
  /** What tells this cause from others of the same id; the args and both sides' values where it is left out. */
  readonly cause?: readonly string[];
}

/** The finding of a draft. `args.example`, the line that shows it, is no part of its cause. */
export function findingOf(draft: Draft): Finding {
  const { id, ruling, place, base = null, head = null, args = {}, reason = null } = draft;
  const { example, ...facts } = args;
  const cause = draft.cause ?? [
    JSON.stringify(Object.entries(facts).sort()),
    structuralHash(base?.raw),
    structuralHash(head?.raw),
  ];
  return {
    id,
    ruling,
    place,
    path: [],
    base,
    head,
    // Only what breaks needs a line that shows it.
    args: example !== undefined && ruling === 'breaking' ? { ...facts, example } : facts,
    witness: null,
    reason,
    cause: causeKey([id, ...cause]),
  };
}

/**
 * One operation on both sides and the way its messages travel: an operation's user sends
 * its request; a webhook's or callback's user receives it and sends the response.
 */
export interface OperationPair {
  readonly base: Operation;
  readonly head: Operation;
  readonly turned: boolean;
}

/** The operation as reports name it. */
export function operationRef({ kind, method, path }: Operation): OperationRef {
  return { kind, method, path };
}

/** The direction of the pair's parameters and body. */
export function outward({ turned }: { readonly turned: boolean }): Direction {
  return turned ? 'response' : 'request';
}

/** The direction of the pair's responses. */
export function inward({ turned }: { readonly turned: boolean }): Direction {
  return turned ? 'request' : 'response';
}

/** A place in an operation. */
export function placeIn(
  operation: Operation,
  kind: PlaceKind,
  direction: Direction | null,
  label: string,
): Place {
  return { kind, operation: operationRef(operation), direction, label };
}

/** The place of what concerns an operation as a whole. */
export function placeOf(operation: Operation): Place {
  return placeIn(operation, operation.kind === 'operation' ? 'api' : operation.kind, null, 'the operation');
}

/** The place of what belongs to no operation. */
export function documentPlace(kind: PlaceKind, label: string): Place {
  return { kind, operation: null, direction: null, label };
}

/** An operation's request line, the start of most examples. */
export function requestLine({ method, path }: Operation): string {
  return `${method} ${path}`;
}
