import type { Json } from '../../../read/document.ts';
import type { KeyedShape } from '../../relate/shape.ts';
import { canBreak, type Difference, type Sides } from '../difference.ts';
import { placed } from './all-of.ts';
import { sameText } from './same-text.ts';

/** Every `not` that came, went or rules out something else. */
export function negations(sides: Sides): readonly Difference[] {
  const after = [...sides.head.core.negations];
  const before = sides.base.core.negations.filter((from) => {
    const at = after.findIndex((to) => sameText(from.shape, to.shape));
    if (at !== -1) after.splice(at, 1);
    return at === -1;
  });
  const found: Difference[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    found.push(negation(sides, before[index], after[index]));
  }
  return found;
}

function negation(sides: Sides, from: KeyedShape | undefined, to: KeyedShape | undefined): Difference {
  const { direction, base, head, relator } = sides;
  const asked = direction === 'request' ? to : from;
  const carries = (value: Json) => asked !== undefined && relator.evaluate(asked.shape, value).length === 0;
  const goals = asked === undefined ? [] : [{ site: asked.site, keyword: 'not' }];
  if (from !== undefined && to !== undefined) {
    return { event: 'not-changed', base: from.site, head: to.site, args: {}, mayBreak: true, goals, carries };
  }
  const came = to !== undefined;
  const site = to?.site ?? from?.site ?? null;
  const event = `not-${came ? 'added' : 'removed'}`;
  const where =
    site === null ? { event, base: base.site, head: head.site } : placed(sides, site, came, event);
  return { ...where, args: {}, mayBreak: canBreak(came ? 'narrows' : 'widens', direction), goals, carries };
}
