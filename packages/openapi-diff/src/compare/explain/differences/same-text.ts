import { structuralHash } from '../../cause.ts';
import type { Shape } from '../../relate/shape.ts';

/** Whether two schemas are written alike, which is all that is compared of those that are told as a whole. */
export function sameText(base: Shape, head: Shape): boolean {
  const text = ({ sites }: Shape) => sites.map(({ raw }) => structuralHash(raw)).join();
  return text(base) === text(head);
}
