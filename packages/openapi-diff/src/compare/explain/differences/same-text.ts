import type { Shape } from '../../relate/shape.ts';
import { readingOf } from '../reading.ts';

/** Whether two schemas read alike, which is all that is compared of those that are told as a whole. */
export function sameText(base: Shape, head: Shape): boolean {
  return readingOf(base) === readingOf(head);
}
