import type { Shape } from '../relate/shape.ts';
import type { Child } from './difference.ts';
import type { View } from './view.ts';

/** What is asked of a pair of choices: its branches, matched, as `Sides` names the sides. */
export interface Choices {
  readonly sender: View;
  readonly receiver: View;
  readonly viewOf: (shape: Shape) => View;
  /** Whether two shapes of the two sides are known to say the same. */
  readonly isClean: (base: Shape, head: Shape) => boolean;
  readonly isRequest: boolean;
}

/** A branch of the sender's `oneOf` and the receiver's that it was matched with. */
interface Branches {
  readonly sent: Shape;
  readonly taken: Shape;
}

/**
 * Whether two `oneOf`s whose branches are all matched in pairs keep the values of one branch
 * out of the others on the receiver's side as well as on the sender's, so that the choice is
 * safe when each pair is. A value that is sent fits one branch there and none of the others.
 * Where a branch reads the same on both sides, the receiver agrees with that. Where it has
 * changed, both must be objects that differ in some properties alone, and every other branch
 * must send nothing of those properties that only the receiver would take.
 */
export function keepsApart(children: readonly Child[], choices: Choices): boolean {
  const { sender, receiver, isClean, isRequest, viewOf } = choices;
  const [sent, taken] = [sender.choice, receiver.choice];
  if (sent?.keyword !== 'oneOf' || taken?.keyword !== 'oneOf') return false;
  const branches = children.filter(({ step }) => step === null);
  if (branches.length !== sent.branches.length || branches.length !== taken.branches.length) return false;
  const pairs = branches.map(
    ({ base, head }): Branches => (isRequest ? { sent: base, taken: head } : { sent: head, taken: base }),
  );
  return branches.every(({ base, head }, index) => {
    const changed = pairs[index];
    if (changed === undefined || isClean(base, head)) return true;
    const names = differingProperties(changed, choices);
    return (
      names !== null &&
      pairs.every((other) => other === changed || keepsOut(viewOf(other.sent), changed, names))
    );
  });
}

/** The properties that two objects differ in, where they differ in nothing else; null where they may. */
function differingProperties({ sent, taken }: Branches, choices: Choices): readonly string[] | null {
  const { viewOf, isClean, isRequest } = choices;
  const [from, to] = [viewOf(sent), viewOf(taken)];
  if (!isPlainObject(from) || !isPlainObject(to) || sent.types.size !== taken.types.size) return null;
  const names = new Set([
    ...sent.propertyNames,
    ...taken.propertyNames,
    ...sent.required.keys(),
    ...taken.required.keys(),
  ]);
  return [...names].filter((name) => {
    if (sent.required.has(name) !== taken.required.has(name)) return true;
    const [a, b] = [sent.property(name), taken.property(name)];
    return !(isRequest ? isClean(a, b) : isClean(b, a));
  });
}

/** An object, or null, that only names properties: nothing else rules a value out. */
function isPlainObject({ isPlain, shape, core }: View): boolean {
  return (
    isPlain &&
    core === shape &&
    shape.types.has('object') &&
    (shape.types.size === 1 || (shape.types.size === 2 && shape.types.has('null'))) &&
    shape.values === null &&
    !shape.isNothing &&
    shape.additionalFacts.length === 0 &&
    shape.hiddenNames.size === 0
  );
}

/** Whether another branch sends nothing that only the receiver's changed branch takes, and the sender's doesn't. */
function keepsOut(view: View, { sent, taken }: Branches, names: readonly string[]): boolean {
  const other = view.shape;
  if (!other.types.has('object')) return true;
  if (!isPlainObject(view)) return false;
  const declared = new Set(other.propertyNames);
  return names.every((name) => {
    const isNeeded = sent.required.has(name) && !taken.required.has(name);
    // What is there is what the sender's own changed branch takes.
    if (declared.has(name) || other.required.has(name))
      return other.property(name) === sent.property(name) && (!isNeeded || other.required.has(name));
    return !other.open && !isNeeded;
  });
}
