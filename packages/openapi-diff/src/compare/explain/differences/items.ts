import { append } from '../../../append.ts';
import type { PathStep } from '../../finding.ts';
import type { Contains, Shape } from '../../relate/shape.ts';
import {
  type Child,
  canBreak,
  changeOf,
  type Difference,
  type Effect,
  type Found,
  isNamed,
  type Sides,
} from '../difference.ts';
import { bothAllow } from '../view.ts';
import { sameText } from './same-text.ts';
import { unevaluated } from './unevaluated.ts';

/** What the items of lists must be. */
export function itemDifferences(sides: Sides): Found {
  if (!bothAllow(sides.base, sides.head, 'array')) return { differences: [], children: [] };
  const items = itemSchemas(sides);
  return {
    differences: [
      ...items.differences,
      ...uniqueItems(sides),
      ...contains(sides),
      ...unevaluated(sides, 'unevaluatedItems', 'unevaluated-items'),
    ],
    children: items.children,
  };
}

function itemSchemas(sides: Sides): Found {
  const { base, head, direction } = sides;
  const count = Math.max(base.core.prefixCount, head.core.prefixCount);
  const common = Math.min(base.core.prefixCount, head.core.prefixCount);
  const differences: Difference[] = [];
  const children: Child[] = [childOf(sides, { kind: 'item' }, count)];
  for (let index = 0; index < count; index += 1) {
    const step: PathStep = { kind: 'tuple-item', index };
    if (index < common) {
      children.push(childOf(sides, step, index));
      continue;
    }
    const before = base.core.item(index);
    const after = head.core.item(index);
    if (sameText(before, after)) {
      children.push(childOf(sides, step, index));
      continue;
    }
    const came = head.core.prefixCount > base.core.prefixCount;
    differences.push({
      event: `prefix-items-${came ? 'added' : 'removed'}`,
      base: base.core.itemSites(index)[0] ?? base.site,
      head: head.core.itemSites(index)[0] ?? head.site,
      args: { from: sides.words(before), to: sides.words(after), position: String(index + 1) },
      mayBreak: canBreak(came ? 'narrows' : 'widens', direction),
      below: step,
    });
  }
  return { differences, children };
}

function childOf({ base, head }: Sides, step: PathStep, index: number): Child {
  return {
    step,
    base: base.core.item(index),
    head: head.core.item(index),
    isNamed: isNamed(base.core.itemSites(index), head.core.itemSites(index)),
  };
}

function uniqueItems(sides: Sides): readonly Difference[] {
  const base = sides.base.core.uniqueItems;
  const head = sides.head.core.uniqueItems;
  if ((base === null) === (head === null)) return [];
  const came = head !== null;
  return [
    changeOf({
      sides,
      event: `unique-items-${came ? 'set' : 'unset'}`,
      effect: came ? 'narrows' : 'widens',
      base,
      head,
      args: {},
    }),
  ];
}

/** `contains` is matched by what it looks for. */
function contains(sides: Sides): readonly Difference[] {
  const before = [...sides.base.core.contains];
  const after = [...sides.head.core.contains];
  const found: Difference[] = [];
  const unmatched: Contains[] = [];
  for (const from of before) {
    const at = after.findIndex((to) => isSame(sides, from.shape, to.shape));
    const [to] = at === -1 ? [] : after.splice(at, 1);
    if (to === undefined) unmatched.push(from);
    else append(found, countsOf(sides, from, to));
  }
  const pairs = Math.max(unmatched.length, after.length);
  for (let index = 0; index < pairs; index += 1) {
    found.push(containsDifference(sides, unmatched[index], after[index]));
  }
  return found;
}

function isSame({ relator, direction }: Sides, base: Shape, head: Shape): boolean {
  return sameText(base, head) || relator.relate(base, head, direction).kind === 'safe';
}

function containsDifference(sides: Sides, from: Contains | undefined, to: Contains | undefined): Difference {
  const event = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  const effect: Effect = event === 'added' ? 'narrows' : event === 'removed' ? 'widens' : 'either';
  return differenceOf(sides, `contains-${event}`, effect, from, to, {});
}

function differenceOf(
  { base, head, direction }: Sides,
  event: string,
  effect: Effect,
  from: Contains | undefined,
  to: Contains | undefined,
  args: Difference['args'],
): Difference {
  const asked = direction === 'request' ? to : from;
  return {
    event,
    base: from?.site ?? base.site,
    head: to?.site ?? head.site,
    args,
    mayBreak: asked !== undefined && canBreak(effect, direction),
    goals:
      asked === undefined
        ? []
        : ['contains', 'minContains', 'maxContains'].map((keyword) => ({ site: asked.site, keyword })),
  };
}

function countsOf(sides: Sides, from: Contains, to: Contains): readonly Difference[] {
  const found: Difference[] = [];
  if (from.min !== to.min) {
    const more = to.min > from.min;
    const event = `min-contains-${more ? 'increased' : 'decreased'}`;
    const args = { from: String(from.min), to: String(to.min) };
    found.push(differenceOf(sides, event, more ? 'narrows' : 'widens', from, to, args));
  }
  if (from.max !== to.max) {
    const more = to.max > from.max;
    const args = { from: String(from.max), to: String(to.max) };
    found.push(differenceOf(sides, maxEvent(from.max, to.max), more ? 'widens' : 'narrows', from, to, args));
  }
  return found;
}

function maxEvent(from: number, to: number): string {
  if (from === Number.POSITIVE_INFINITY) return 'max-contains-set';
  if (to === Number.POSITIVE_INFINITY) return 'max-contains-unset';
  return to > from ? 'max-contains-increased' : 'max-contains-decreased';
}
