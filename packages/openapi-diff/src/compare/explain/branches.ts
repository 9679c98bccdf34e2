import { keyOf } from '../relate/json.ts';
import type { Branch, Group, Shape } from '../relate/shape.ts';
import type { Sides } from './difference.ts';
import { isEquivalent } from './equivalent.ts';
import { readingOf } from './reading.ts';
import { type Kind, realBranches, type View } from './view.ts';

/** Which branches of two groups are the same, and which have no counterpart. */
export interface BranchMatch {
  readonly pairs: readonly (readonly [Branch, Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** The most pairs of branches whose meanings are compared; larger groups are matched by what they are made of. */
const MOST_COMPARED = 16;

/** The most pairs that are looked at one by one; in groups beyond reason, only equal branches are matched. */
const MOST_SCORED = 20_000;

/** More names than branches have that are looked at closely: what is within properties never outweighs their names. */
const MANY_NAMES = 1_000;

/** How much two branches must have in common to count as one that changed. */
const LEAST_LIKENESS = 0.34;

/**
 * Matches branches by what they mean, never by their order or names: equal text first, then
 * what a discriminator or a constant property tells apart, then one lying in the other, then
 * the greatest likeness.
 */
export function matchBranches(sides: Sides, base: Group, head: Group): BranchMatch {
  const left = new Left(realBranches(base), realBranches(head));
  left.takeOpposite(
    ({ shape: from }, { shape: to }) =>
      from.isNothing === to.isNothing &&
      from.unresolved.length + to.unresolved.length === 0 &&
      sides.areClean(from.sites, to.sites),
  );
  left.takeEqual((branch) => readingOf(branch.shape));
  left.takeEqual(({ names }) => (names.length === 0 ? null : keyOf([...names].sort())));
  left.takeEqual(({ shape }) => tagOf(sides.view(shape).core));
  left.takeBest((from, to, isContested) => {
    const [before, after] = [sides.view(from.shape), sides.view(to.shape)];
    const names = likenessOf(before, after);
    if (!isContested || names < LEAST_LIKENESS) return names;
    const likeness = names + likenessWithin(before, after, sides) / MANY_NAMES;
    const { relator, direction } = sides;
    if (isEquivalent(relator, direction, from.shape, to.shape)) return 2 + likeness;
    return relator.relate(from.shape, to.shape, direction).kind === 'safe' ? 1 + likeness : likeness;
  });
  return left.result();
}

/** The branches that have no counterpart yet. */
class Left {
  readonly #base: Set<Branch>;
  readonly #head: Set<Branch>;
  readonly #pairs: (readonly [Branch, Branch])[] = [];

  constructor(base: readonly Branch[], head: readonly Branch[]) {
    this.#base = new Set(base);
    this.#head = new Set(head);
  }

  /** Pairs those that stand at the same place and are known to be the same: most branches of most groups. */
  takeOpposite(isSame: (from: Branch, to: Branch) => boolean): void {
    const heads = [...this.#head];
    for (const [index, from] of [...this.#base].entries()) {
      const to = heads[index];
      if (to !== undefined && isSame(from, to)) this.#pair(from, to);
    }
  }

  /** Pairs those that share a key; null has no partner. */
  takeEqual(key: (branch: Branch) => string | null): void {
    const heads = new Map<string, Branch[]>();
    for (const branch of this.#head) {
      const known = key(branch);
      if (known === null) continue;
      const list = heads.get(known);
      if (list === undefined) heads.set(known, [branch]);
      else list.push(branch);
    }
    for (const branch of this.#base) {
      const known = key(branch);
      const partner = known === null ? undefined : heads.get(known)?.shift();
      if (partner !== undefined) this.#pair(branch, partner);
    }
  }

  /** Pairs the most alike, one pair after another; of equals, those whose text comes first. */
  takeBest(likeness: (from: Branch, to: Branch, isContested: boolean) => number): void {
    const count = this.#base.size * this.#head.size;
    if (count > MOST_SCORED) return;
    // With one on each side there is nothing to choose from, and in large groups it would cost too much.
    const isContested = count > 1 && count <= MOST_COMPARED;
    const scored: { from: Branch; to: Branch; score: number; text: string }[] = [];
    for (const from of this.#base) {
      for (const to of this.#head) {
        const score = likeness(from, to, isContested);
        if (score >= LEAST_LIKENESS) {
          scored.push({ from, to, score, text: `${readingOf(from.shape)} ${readingOf(to.shape)}` });
        }
      }
    }
    scored.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
    for (const { from, to } of scored) {
      if (this.#base.has(from) && this.#head.has(to)) this.#pair(from, to);
    }
  }

  result(): BranchMatch {
    return { pairs: this.#pairs, removed: [...this.#base], added: [...this.#head] };
  }

  #pair(from: Branch, to: Branch): void {
    this.#base.delete(from);
    this.#head.delete(to);
    this.#pairs.push([from, to]);
  }
}

/** The constants that tell an object apart from its siblings, the discriminating ones among its required properties. */
function tagOf(shape: Shape): string | null {
  const tags = shape.propertyNames.flatMap((name) => {
    if (!shape.required.has(name)) return [];
    const values = shape.property(name).values;
    return values?.length === 1 ? [`${name}=${keyOf(values[0] ?? null)}`] : [];
  });
  return tags.length === 0 ? null : tags.sort().join();
}

/** From 0 for nothing in common to 1: shared types, and for objects shared property names; however null is spelt. */
function likenessOf(base: View, head: View): number {
  const types = shareOf(typesOf(base), typesOf(head));
  if (types === 0) return 0;
  if (!base.kinds.has('object') || !head.kinds.has('object')) return types;
  const [before, after] = [base.core.propertyNames, head.core.propertyNames];
  const isPlain = before.length === 0 && after.length === 0;
  return isPlain ? types : shareOf(new Set(before), new Set(after));
}

/**
 * The same for the properties that two objects share: from 0 to 1, those that must be there on
 * both sides or on neither, and those of one type. It tells apart what has the same names, where
 * the relation does not: all branches that no value fits mean the same.
 */
function likenessWithin({ core: base }: View, { core: head }: View, { view }: Sides): number {
  const names = new Set(base.propertyNames).intersection(new Set(head.propertyNames));
  if (names.size === 0) return 0;
  let alike = 0;
  for (const name of names) {
    if (base.required.has(name) === head.required.has(name)) alike += 1;
    alike += shareOf(typesOf(view(base.property(name))), typesOf(view(head.property(name))));
  }
  return alike / (2 * names.size);
}

/** A whole number may become any number and is a number still. */
function typesOf({ kinds }: View): ReadonlySet<Kind> {
  return new Set(Array.from(kinds, (kind) => (kind === 'integer' ? 'number' : kind)));
}

function shareOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const all = a.union(b).size;
  return all === 0 ? 0 : a.intersection(b).size / all;
}
