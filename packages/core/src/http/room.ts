/** A buffer that is larger is not kept for further answers: it would stay for the whole run. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/**
 * Places for answers that nobody has taken yet. A request for one goes only when there is
 * a place for it. Each place has a buffer that one answer after the other is read into:
 * many short-lived buffers would wait for the collector of garbage all at the same time.
 */
export class Room {
  readonly #places: number;
  readonly #onFree: () => void;
  readonly #buffers: Buffer<ArrayBuffer>[] = [];
  #taken = 0;

  constructor(places: number, onFree: () => void) {
    this.#places = places;
    this.#onFree = onFree;
  }

  isFull(): boolean {
    return this.#taken >= this.#places;
  }

  take(): void {
    this.#taken += 1;
  }

  /** Gives a buffer of at least so many bytes, which hold anything. */
  buffer(bytes: number): Buffer<ArrayBuffer> {
    const largest = this.#buffers.at(-1);
    if (largest !== undefined && largest.byteLength >= bytes) {
      this.#buffers.pop();
      return largest;
    }
    // Some more than asked for, so that the next answer, which is often a little longer, fits too.
    return Buffer.allocUnsafeSlow(Math.ceil(bytes * 1.25));
  }

  /** Gives a place back, and the buffer that was read into: nothing may look at it any more. */
  free(buffer: Buffer<ArrayBuffer> | null = null): void {
    this.#taken -= 1;
    if (buffer !== null && buffer.byteLength <= MAX_KEPT_BYTES) {
      this.#buffers.push(buffer);
      this.#buffers.sort((a, b) => a.byteLength - b.byteLength);
      if (this.#buffers.length > this.#places) this.#buffers.shift();
    }
    this.#onFree();
  }
}
