import type { Json } from '../../read/document.ts';
import { causeKey, structuralHash } from '../cause.ts';
import type { SchemaPair } from '../context.ts';
import type { Direction, Finding, PathStep } from '../finding.ts';
import { type Difference, isReference } from './difference.ts';
import type { Edge, Node } from './graph.ts';
import { innermost } from './held.ts';
import type { Proof } from './proof.ts';
import { schemaPlaceOf } from './schema-place.ts';
import { shownWitness } from './shown-witness.ts';

/** A difference as it is met at a place. */
export interface Met {
  readonly node: Node;
  /** From the place's schema to the pair. */
  readonly path: readonly PathStep[];
  readonly way: readonly Edge[];
  readonly difference: Difference;
  readonly proof: Proof;
}

/** The place that is explained. */
export interface At {
  readonly pair: SchemaPair;
  readonly root: Node;
  readonly direction: Direction;
}

const wholes = new WeakMap<Node, Difference>();

/** The difference of a whole schema, for what no keyword accounts for. */
export function schemaWhole(node: Node): Difference {
  const { base, head, direction } = node.sides;
  let whole = wholes.get(node);
  if (whole === undefined) {
    whole = {
      event: direction === 'request' ? 'schema-narrowed' : 'schema-widened',
      base: base.site,
      head: head.site,
      args: {},
      mayBreak: true,
      carries: () => true,
    };
    wholes.set(node, whole);
  }
  return whole;
}

/** The finding of a difference at its place; null where the event has no meaning there. */
export function findingOf(met: Met, at: At): Finding | null {
  const { difference, proof } = met;
  const { place } = at.pair;
  const path = difference.step === undefined ? met.path : [...met.path, difference.step];
  const schemaPlace = schemaPlaceOf(place, path);
  if (difference.onlyAt?.includes(schemaPlace) === false) return null;
  const id = difference.idAt?.(schemaPlace, place) ?? `${schemaPlace}-${difference.event}`;
  const args = isOverlap(at.root, proof) ? { ...difference.args, overlap: 'yes' } : difference.args;
  return {
    id,
    ruling: proof.kind,
    place,
    path,
    // A whole schema is told by itself, a keyword within it by its own line.
    base: path.length === 0 && difference.base !== null ? met.node.sides.base.site : difference.base,
    head: difference.head,
    args,
    witness:
      proof.kind === 'breaking' && proof.unshown === undefined
        ? {
            direction: at.direction,
            ...shownWitness(proof, path),
            acceptedBy: at.direction === 'request' ? 'base' : 'head',
          }
        : null,
    reason: reasonOf(proof),
    cause: causeOf(id, met, at),
  };
}

/** Why nothing shows a difference: it could not be decided, or is evident and has no value that is known. */
function reasonOf(proof: Proof): string | null {
  if (proof.kind === 'undecided') return proof.reason;
  return proof.kind === 'breaking' ? (proof.unshown ?? null) : null;
}

/** Whether the receiver only minds that a value, or a part of it, fits several branches of a `oneOf`. */
function isOverlap(root: Node, proof: Proof): boolean {
  if (proof.kind !== 'breaking' || proof.unshown !== undefined) return false;
  // What the receiver minds in a part it minds in the whole.
  const { part, node } = innermost(proof, root);
  return onlyOverlaps(node, part.value) && (node === root || onlyOverlaps(root, proof.value));
}

function onlyOverlaps({ sides: { relator, receiver } }: Node, value: Json): boolean {
  return relator.overlaps(receiver.shape, value);
}

/** What a difference's cause was when it was last met: at most of its places it is the same. */
const causes = new WeakMap<
  Difference,
  { readonly id: string; readonly edge: Edge | null; readonly cause: string }
>();

/**
 * One cause is one edit to one part: told by the schema that holds the part as it was and as
 * it is. A schema that has a name is told by itself, wherever it is used; a property of an
 * object by the object, which is the same in every copy of an inlined table.
 */
function causeOf(id: string, { node, way, difference }: Met, { pair }: At): string {
  const last = way.at(-1);
  if (last === undefined && difference.step === undefined) {
    const isKnown = isReferred(pair) || node.sides.base.core.propertyNames.length > 0;
    return causeKey([...editOf(id, difference), ...textOf(node), ...(isKnown ? [] : surroundings(pair))]);
  }
  const isOwn = difference.step !== undefined || last === undefined || last.isNamed || last.step === null;
  const edge = isOwn ? null : last;
  const known = causes.get(difference);
  if (known !== undefined && known.id === id && known.edge === edge) return known.cause;
  const [holder, step] = edge === null ? [node, difference.step] : [edge.parent, edge.step];
  const text = [...editOf(id, difference), ...textOf(holder)];
  if (step !== undefined) text.push(JSON.stringify(step));
  const cause = causeKey(text);
  causes.set(difference, { id, edge, cause });
  return cause;
}

function editOf(id: string, { event, args }: Difference): readonly string[] {
  return [id, event, JSON.stringify(Object.entries(args).sort())];
}

function isReferred({ base, head }: SchemaPair): boolean {
  return isReference(base) || isReference(head);
}

/** What tells a value apart that has no name and nothing around it. */
function surroundings({ place }: SchemaPair): readonly string[] {
  if (place.kind === 'request-parameter' || place.kind === 'response-header') return [place.label];
  const { operation } = place;
  return operation === null ? [] : [operation.kind, operation.method, operation.path];
}

const texts = new WeakMap<Node, readonly string[]>();

/** The most parts of a schema that are listed in the key of a cause. */
const MOST_NAMED = 8;

/** Both sides of a pair as they are written, without the ways that lead there. */
function textOf(node: Node): readonly string[] {
  let text = texts.get(node);
  if (text === undefined) {
    const { base, head } = node.sides;
    text = [base, head].map(({ core }) => {
      const own = core.sites.filter((site) => !isReference(site));
      const hashes = (own.length === 0 ? core.sites : own).map(({ raw }) => structuralHash(raw));
      // Each change of a schema of many parts names them all.
      return hashes.length > MOST_NAMED ? structuralHash(hashes) : hashes.join();
    });
    texts.set(node, text);
  }
  return text;
}
