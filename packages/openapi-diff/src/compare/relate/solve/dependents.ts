import { acceptingOf } from './leaf.ts';
import type { Pending, State } from './state.ts';

/** A schema that holds where a property is there. */
export type Dependent = Extract<Pending, { readonly kind: 'dependent' }>;

/** What is chosen first, and what is left to be chosen after it. */
export interface Chosen {
  readonly first: Pending | null;
  readonly pending: readonly Pending[];
}

/** Whether a schema may say by itself which properties are sent, so that it matters to all that follows. */
function maySend({ role, shape }: Dependent): boolean {
  if (role === 'accepted') return false;
  const { groups, conditionals, dependentSchemas } = shape;
  const says = shape.declares || shape.opens || shape.patternProperties.length > 0;
  return says || groups.length + conditionals.length + dependentSchemas.length > 0;
}

/**
 * The next composition to choose of. A schema that depends on a property waits until it is
 * known that the property is there: most never matter, and to choose of each whether it holds
 * is more than anybody can try.
 */
export function nextChoice(state: State): Chosen {
  const { pending } = state;
  const [first] = pending;
  if (first === undefined || first.kind !== 'dependent')
    return { first: first ?? null, pending: pending.slice(1) };
  const missing = new Set(state.fails.flatMap((fail) => (fail.kind === 'missing' ? fail.name : [])));
  const isThere = presence(state);
  const open = pending.filter((one) => one.kind !== 'dependent' || !missing.has(one.key));
  const next = open.find((one) => one.kind !== 'dependent' || maySend(one) || isThere(one.key));
  return { first: next ?? null, pending: open.filter((one) => one !== next) };
}

/** Whether a property is known to be there, of what accepts and of the ways to fail that were chosen. */
export function presence(state: State): (name: string) => boolean {
  const accepting = acceptingOf(state);
  const failing = new Set(
    state.fails.flatMap((fail) => (fail.kind === 'present' || fail.kind === 'property' ? fail.name : [])),
  );
  return (name) => failing.has(name) || accepting.some(({ required }) => required.has(name));
}

/**
 * A schema of which it still matters whether the property is there, once nothing else is to be
 * chosen; null where there is none. A value with a property that nothing asks for is one
 * without it as well, unless properties are counted, or named by what others ask for.
 */
export function openDependent(state: State): Dependent | null {
  const dependents = state.pending.filter((one) => one.kind === 'dependent');
  if (dependents.length === 0) return null;
  const accepting = acceptingOf(state);
  const isCounted =
    accepting.some(({ minProperties }) => minProperties !== null) ||
    state.fails.some(({ kind }) => kind === 'more' || kind === 'bad-name' || kind === 'unlisted');
  if (isCounted) return dependents[0] ?? null;
  const asked = new Set(
    accepting.flatMap(({ dependentRequired }) => dependentRequired.flatMap(({ fact }) => fact.value)),
  );
  return dependents.find(({ key }) => asked.has(key)) ?? null;
}
