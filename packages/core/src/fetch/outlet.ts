/** Where the parts of a walk put what they find, and from which one reader takes it. */
export class Outlet<T> {
  readonly #items: T[] = [];
  #wake: (() => void) | null = null;
  #ended = false;

  put(item: T): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** Nothing more will be put. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Gives the next item, or null after the last. */
  async take(): Promise<{ readonly item: T } | null> {
    for (;;) {
      if (this.#items.length > 0) return { item: this.#items.shift() as T };
      if (this.#ended) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
