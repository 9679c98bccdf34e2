import { append } from '../../../append.ts';
import type { Json } from '../../../read/document.ts';
import type { Answer, Branch, Group, Shape } from '../../relate/shape.ts';
import { matchBranches } from '../branches.ts';
import {
  type Child,
  canBreak,
  type Difference,
  type Found,
  goalOf,
  isNamed,
  type Sides,
} from '../difference.ts';
import { isEquivalent } from '../equivalent.ts';
import type { SchemaPlace } from '../schema-place.ts';
import { EVERY_KIND, isTold, type Kind, realBranches } from '../view.ts';
import { annotatingParts, placed } from './all-of.ts';
import { negations } from './negations.ts';
import { sameText } from './same-text.ts';

/** anyOf, oneOf, not, and parts of allOf that only annotate. */
export function compositionDifferences(sides: Sides): Found {
  const groups = groupDifferences(sides);
  return {
    differences: [...groups.differences, ...negations(sides), ...annotatingParts(sides)],
    children: groups.children,
  };
}

function groupDifferences(sides: Sides): Found {
  const before = [...sides.base.groups];
  const after = [...sides.head.groups];
  const found: Found[] = [];
  while (before.length > 0 && after.length > 0) {
    const [from, to] = nearest(before, after);
    before.splice(before.indexOf(from), 1);
    after.splice(after.indexOf(to), 1);
    found.push(branchDifferences(sides, from, to));
  }
  // One that says nothing new, as a copy of another does, is a way of writing.
  const isWriting =
    before.length + after.length > 0 &&
    isEquivalent(sides.relator, sides.direction, sides.base.shape, sides.head.shape);
  if (!isWriting) {
    append(
      found,
      before.map((group) => cameOrWent(sides, group, false)),
    );
    append(
      found,
      after.map((group) => cameOrWent(sides, group, true)),
    );
  }
  return {
    differences: found.flatMap((one) => one.differences),
    children: found.flatMap((one) => one.children),
  };
}

/** The two groups that share most branches. */
function nearest(before: readonly Group[], after: readonly Group[]): readonly [Group, Group] {
  const [firstBefore] = before;
  const [firstAfter] = after;
  if (firstBefore === undefined || firstAfter === undefined) throw new RangeError('no groups are left');
  let best: readonly [Group, Group] = [firstBefore, firstAfter];
  if (before.length === 1 && after.length === 1) return best;
  let most = -1;
  for (const from of before) {
    for (const to of after) {
      const shared = from.branches.filter(({ shape }) =>
        to.branches.some((other) => sameText(shape, other.shape)),
      ).length;
      if (shared > most) {
        most = shared;
        best = [from, to];
      }
    }
  }
  return best;
}

function branchDifferences(sides: Sides, from: Group, to: Group): Found {
  const { pairs, removed, added } = matchBranches(sides, from, to);
  const children = pairs.map(
    ([base, head]): Child => ({
      step: null,
      base: base.shape,
      head: head.shape,
      isNamed: isNamed([base.site], [head.site]),
    }),
  );
  return {
    differences: [
      ...removed.map((branch) => branchDifference(sides, branch, from, to, false)),
      ...added.map((branch) => branchDifference(sides, branch, from, to, true)),
    ],
    children,
  };
}

function branchDifference(sides: Sides, branch: Branch, from: Group, to: Group, came: boolean): Difference {
  const { direction, relator, sender } = sides;
  const isSenders = came === (direction === 'response');
  const receiving = direction === 'request' ? to : from;
  const name = (came ? to : from).keyword === 'anyOf' ? 'any-of' : 'one-of';
  const accepts = (value: Json) => relator.evaluate(branch.shape, value).length === 0;
  const within = () => (sender.choice === null ? relator.conjoin([sender.core, branch.shape]) : branch.shape);
  return {
    event: `${name}-${came ? 'added' : 'removed'}`,
    base: came ? from.site : branch.site,
    head: came ? branch.site : to.site,
    args: { branch: sides.words(branch.shape) },
    // A branch that only the receiver has can do harm by fitting what another branch fits too.
    mayBreak: isSenders || (receiving.keyword === 'oneOf' && !isTold(receiving)),
    ...(isSenders
      ? {
          within,
          // Most branches differ in what they need: any of its values will do, and the choice needn't be looked into.
          guesses: () => {
            const value = relator.sample(within());
            return value === undefined ? [] : [value];
          },
          carries: accepts,
        }
      : {
          ...(receiving.branches.length <= MOST_OVERLAPPED
            ? { shown: () => overlap(sides, branch, receiving) }
            : {}),
          goals: [goalOf(receiving)],
          carries: (value, failures) =>
            failures.some(({ matches, keyword }) => keyword === 'oneOf' && matches !== null && matches > 1) &&
            accepts(value),
        }),
  };
}

/** The most branches of a choice that a new one is held against one by one. */
const MOST_OVERLAPPED = 32;

/**
 * A value that the sender sends and that fits a branch which the receiver alone has, beside
 * another of its `oneOf`: whatever else has changed, the receiver turns it away for that.
 */
function overlap({ relator, sender }: Sides, branch: Branch, { branches }: Group): Answer {
  let found: Answer = { kind: 'none' };
  for (const other of branches) {
    if (other === branch) continue;
    const answer = relator.common(sender.shape, [branch.shape, other.shape]);
    if (answer.kind === 'found') return answer;
    if (answer.kind === 'unknown') found = answer;
  }
  return found;
}

/** A group that only one side has: the other side is taken for its only branch where it is one. */
function cameOrWent(sides: Sides, group: Group, came: boolean): Found {
  const plain = came ? sides.base : sides.head;
  const branches = realBranches(group);
  const own = branches.find(({ shape }) => {
    const [base, head] = came ? [plain.shape, shape] : [shape, plain.shape];
    return sameText(base, head) || isEquivalent(sides.relator, sides.direction, base, head);
  });
  if (own !== undefined) {
    const others = branches.filter((branch) => branch !== own);
    // What brings another kind of value with it is told as that.
    const untold = others.filter(({ shape }) => isOfKinds(shape, plain.kinds));
    return {
      differences: untold.map((branch) => branchDifference(sides, branch, group, group, came)),
      children: [],
    };
  }
  const name = group.keyword === 'anyOf' ? 'any-of' : 'one-of';
  const set = groupDifference(sides, group, came, `${name}-${came ? 'set' : 'unset'}`);
  if (!isWrapping(sides, group, came)) return { differences: [set], children: [] };
  return {
    differences: [
      {
        ...groupDifference(sides, group, came, 'wrapped-in-one-of'),
        mayBreak: true,
        carries: () => true,
        onlyAt: BODIES,
      },
      { ...set, onlyAt: NOT_BODIES },
    ],
    children: [],
  };
}

const BODIES: readonly SchemaPlace[] = ['request-body', 'response-body'];
const NOT_BODIES: readonly SchemaPlace[] = [
  'request-property',
  'request-parameter',
  'request-parameter-property',
  'response-property',
  'response-header',
];

/** Whether one object became a choice of several, and nothing is left of it beside the choice. */
function isWrapping({ base, head }: Sides, group: Group, came: boolean): boolean {
  return (
    came &&
    group.keyword === 'oneOf' &&
    base.core.propertyNames.length > 0 &&
    head.core.propertyNames.length === 0
  );
}

function isOfKinds({ types }: Shape, kinds: ReadonlySet<Kind>): boolean {
  return EVERY_KIND.some((kind) => types.has(kind) && isAmong(kinds, kind));
}

function isAmong(kinds: ReadonlySet<Kind>, kind: Kind): boolean {
  return kinds.has(kind) || (kind === 'number' && kinds.has('integer'));
}

function groupDifference(sides: Sides, group: Group, came: boolean, event: string): Difference {
  return {
    ...placed(sides, group.site, came, event),
    args: {},
    mayBreak: canBreak(came ? 'narrows' : 'widens', sides.direction),
    goals: [goalOf(group)],
  };
}
