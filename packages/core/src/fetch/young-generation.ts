import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of memory small in which V8 makes new values, for the whole process. Documents
 * come and go, one after the other, and V8 answers that with a nursery that doubles until it
 * holds 128 MB, however little of it is alive. A walk through many documents is none the
 * slower for a smaller one; a comparison of two large ones may be, so this is for the
 * programs that walk, and theirs to call before they start.
 *
 * V8 reads the factor whenever it would let the nursery grow (`--semi-space-growth-factor`).
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
