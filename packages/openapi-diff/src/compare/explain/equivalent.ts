import type { Direction } from '../finding.ts';
import type { Relator, Shape } from '../relate/shape.ts';

/** Whether two schemas allow the same values. */
export function isEquivalent(relator: Relator, direction: Direction, base: Shape, head: Shape): boolean {
  if (relator.relate(base, head, direction).kind !== 'safe') return false;
  const [before, after] = [turned(relator, direction, base), turned(relator, direction, head)];
  if (before === null || after === null) return false;
  return relator.relate(before, after, opposite(direction)).kind === 'safe';
}

function opposite(direction: Direction): Direction {
  return direction === 'request' ? 'response' : 'request';
}

/** The same schemas as the other direction sees them, where their receiver sends. */
function turned(relator: Relator, direction: Direction, { side, sites }: Shape): Shape | null {
  const [first, ...others] = sites.map((site) => relator.shape(side, opposite(direction), site));
  return first === undefined ? null : relator.conjoin([first, ...others]);
}
