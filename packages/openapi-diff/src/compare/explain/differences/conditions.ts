import { append } from '../../../append.ts';
import { valueAt } from '../../../contract/refs.ts';
import type { Json } from '../../../read/document.ts';
import { structuralHash } from '../../cause.ts';
import type { Conditional, Relator, Shape } from '../../relate/shape.ts';
import { canBreak, type Difference, type Effect, type Sides } from '../difference.ts';

/** if, then and else: the whole condition that came or went, or what changed about one that stayed. */
export function conditionDifferences(sides: Sides): readonly Difference[] {
  const after = [...sides.head.core.conditionals];
  const before = sides.base.core.conditionals.filter((from) => {
    const at = after.findIndex((to) => isWrittenAlike(from, to));
    if (at !== -1) after.splice(at, 1);
    return at === -1;
  });
  const found: Difference[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const from = before[index];
    const to = after[index];
    if (from !== undefined && to !== undefined) append(found, changes(sides, from, to));
    else found.push(differenceOf(sides, 'if', from, to, from === undefined, to === undefined));
  }
  return found;
}

function isWrittenAlike(from: Conditional, to: Conditional): boolean {
  return KEYWORDS.every((keyword) => textOf(from, keyword) === textOf(to, keyword));
}

const KEYWORDS = ['if', 'then', 'else'] as const;

function textOf({ site }: Conditional, keyword: string): string {
  return structuralHash(valueAt(site, keyword));
}

function changes(sides: Sides, from: Conditional, to: Conditional): readonly Difference[] {
  return KEYWORDS.filter((keyword) => textOf(from, keyword) !== textOf(to, keyword)).map((keyword) => {
    const came = valueAt(from.site, keyword) === undefined;
    const went = valueAt(to.site, keyword) === undefined;
    return differenceOf(sides, keyword, from, to, came, went);
  });
}

function differenceOf(
  { base, head, direction, relator }: Sides,
  keyword: (typeof KEYWORDS)[number],
  from: Conditional | undefined,
  to: Conditional | undefined,
  came: boolean,
  went: boolean,
): Difference {
  const event = came ? 'added' : went ? 'removed' : 'changed';
  const effect: Effect = came ? 'narrows' : went ? 'widens' : 'either';
  const asked = direction === 'request' ? to : from;
  return {
    event: `${keyword}-${event}`,
    base: from?.site ?? base.site,
    head: to?.site ?? head.site,
    args: {},
    mayBreak: asked !== undefined && canBreak(effect, direction),
    carries: (value) => asked !== undefined && isTurnedAway(relator, asked, keyword, value),
  };
}

/** Whether a condition turns a value away by the branch that the keyword is about. */
function isTurnedAway(
  relator: Relator,
  { condition, whenMet, otherwise }: Conditional,
  keyword: (typeof KEYWORDS)[number],
  value: Json,
): boolean {
  const isMet = accepts(relator, condition, value);
  if (keyword === 'then' && !isMet) return false;
  if (keyword === 'else' && isMet) return false;
  return !accepts(relator, isMet ? whenMet : otherwise, value);
}

function accepts(relator: Relator, shape: Shape, value: Json): boolean {
  return relator.evaluate(shape, value).length === 0;
}
