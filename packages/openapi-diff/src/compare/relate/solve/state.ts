import type { Json } from '../../../read/document.ts';
import type { Conditional, Group } from '../shape.ts';
import { isNothingBut } from '../shapes/assertions.ts';
import { type CompiledShape, compiled } from '../shapes/compiled.ts';
import type { Leaf } from './leaf.ts';
import type { Refusal } from './question.ts';

/** Whether a shape belongs to what is sent, or has to accept by JSON Schema alone. */
export type Role = 'sent' | 'accepted';

/** A composition of which no branch has been chosen yet. */
export type Pending =
  | { readonly kind: 'group'; readonly group: Group; readonly role: Role }
  | { readonly kind: 'if'; readonly conditional: Conditional; readonly role: Role }
  | { readonly kind: 'dependent'; readonly key: string; readonly shape: CompiledShape; readonly role: Role };

/** A branch of a `oneOf` that was chosen; the others must not hold. */
interface Choice {
  readonly group: Group;
  readonly chosen: CompiledShape;
}

/** What is known of the wanted value so far, and what is still to be chosen. */
export interface State extends Leaf {
  readonly pending: readonly Pending[];
  readonly refused: readonly Refusal[];
  readonly choices: readonly Choice[];
  readonly settled: ReadonlySet<object>;
}

/** What refuses in the order in which it is worth a look: what names the same properties is likely to hold. */
export function likestFirst(refused: readonly Refusal[], sent: CompiledShape | null): readonly Refusal[] {
  if (sent === null || refused.length < 3) return refused;
  const names = new Set(sent.propertyNames);
  const likeness = ({ shape }: Refusal) => {
    const shared = shape.propertyNames.filter((name) => names.has(name)).length;
    return shared / (names.size + shape.propertyNames.length - shared || 1);
  };
  return refused
    .map((refusal) => ({ refusal, rank: likeness(refusal) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ refusal }) => refusal);
}

/** A refusal that follows from what accepts. */
export function implied(shape: CompiledShape): Refusal {
  return { shape, goal: null, isImplied: true };
}

/** The values that a chosen branch lists; null where none does. */
export function listedIn({ sent, accepted }: State): readonly Json[] | null {
  return [sent, ...accepted].reduce<readonly Json[] | null>((best, shape) => {
    const values = shape?.values ?? null;
    return values !== null && (best === null || values.length < best.length) ? values : best;
  }, null);
}

/** A group without branches that are refused from now on. */
export function without(group: Group, refused: ReadonlySet<CompiledShape>): Group {
  if (!group.branches.some(({ shape }) => refused.has(compiled(shape)))) return group;
  return { ...group, branches: group.branches.filter(({ shape }) => !refused.has(compiled(shape))) };
}

/**
 * The array of branches on its side: what is the same wherever the composition is met. Sides may
 * share an array, whose references lead to something else on either.
 */
export function identityOf({ branches, site }: Group): object {
  const [first] = branches;
  const list = (first?.site.parent?.raw ?? site.raw) as object;
  if (first?.shape.side !== 'head') return list;
  const known = headLists.get(list) ?? {};
  headLists.set(list, known);
  return known;
}

const headLists = new WeakMap<object, object>();

/**
 * A refused shape that is nothing but an `anyOf` is refused by all its branches: known before
 * a branch of the sender is chosen, most choices end at once, since most branches stand on
 * both sides.
 */
export function spread(state: State, burnFor: (parts: number) => void): State {
  if (state.pending.length === 0) return state;
  const all = state.refused.flatMap((refusal): readonly Refusal[] => {
    const [group, ...others] = refusal.shape.groups;
    const isPure =
      refusal.goal === null &&
      group?.keyword === 'anyOf' &&
      others.length === 0 &&
      refusal.shape.sites.every(({ raw }) => isNothingBut(raw, 'anyOf'));
    if (!isPure) return [refusal];
    burnFor(group.branches.length);
    return group.branches.map((branch) => ({ ...refusal, shape: compiled(branch.shape) }));
  });
  // Branches that lead to the same schema are refused once: written out, they may be any number.
  const refused = new Map(
    all.map((one) => [one.goal === null ? `${one.shape.id} ${one.isImplied === true}` : one, one]),
  );
  return { ...state, refused: [...refused.values()] };
}

/** The shapes that are listed more than once. */
export function repeatedIn(shapes: readonly CompiledShape[]): ReadonlySet<CompiledShape> {
  const seen = new Set<CompiledShape>();
  return new Set(shapes.filter((shape) => seen.size === seen.add(shape).size));
}
