import { canBreak, type Difference, type Effect, type Sides } from '../difference.ts';
import { sameText } from './same-text.ts';

/** `unevaluatedProperties` and `unevaluatedItems`. */
export function unevaluated(
  sides: Sides,
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  name: string,
): readonly Difference[] {
  const { base, head, direction, receiver } = sides;
  const before = base.core[keyword].filter(({ shape }) => !shape.isAnything);
  const after = head.core[keyword].filter(({ shape }) => !shape.isAnything);
  const [from] = before;
  const [to] = after;
  if (from === undefined && to === undefined) return [];
  if (
    from !== undefined &&
    to !== undefined &&
    before.length === after.length &&
    before.every(({ shape }, index) => sameText(shape, after[index]?.shape ?? shape))
  ) {
    return [];
  }
  const event = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
  const effect: Effect = event === 'added' ? 'narrows' : event === 'removed' ? 'widens' : 'either';
  return [
    {
      event: `${name}-${event}`,
      base: from?.site ?? base.site,
      head: to?.site ?? head.site,
      args: {},
      mayBreak: canBreak(effect, direction),
      goals: receiver.core[keyword].map(({ site }) => ({ site, keyword })),
      carries: (_, failures) =>
        failures.some(({ at: [part], keyword: failed }) =>
          part === undefined ? failed === keyword : isBeyond(sides, part),
        ),
    },
  ];
}

/** Whether no keyword of either side describes a part of the value. */
function isBeyond({ base: { core: base }, head: { core: head } }: Sides, part: string | number): boolean {
  if (typeof part === 'number') return [base, head].every((shape) => part >= shape.prefixCount);
  return [base, head].every((shape) => shape.propertySites(part).length === 0);
}
