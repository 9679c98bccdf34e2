import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of the whole process small. Documents come and go, one after the other, and
 * V8 answers that with a nursery that doubles until it holds 128 MB, and with an old
 * generation that it lets grow to several times of what is alive. A walk through many
 * documents is none the slower without that room; a comparison of two large ones may be, so
 * this is for the programs that walk, and theirs to call before they start.
 *
 * V8 reads both whenever it would let the heap grow (`--semi-space-growth-factor`,
 * `--heap-growing-percent`).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=70');
}
