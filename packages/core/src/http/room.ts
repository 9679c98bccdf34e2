/** Places for answers that nobody has taken yet. A request for one goes only when there is a place for it. */
export class Room {
  readonly #places: number;
  readonly #onFree: () => void;
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

  free(): void {
    this.#taken -= 1;
    this.#onFree();
  }
}
