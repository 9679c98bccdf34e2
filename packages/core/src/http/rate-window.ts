/**
 * A limit of so many requests in a window, as its caller keeps to it: no span of the
 * window's length holds more of them, whatever kind of window the other side has. A
 * request counts from the moment of its answer, which is never before it was counted
 * there. Requests are remembered before anyone knows of a limit, so that the first
 * refusal finds them counted.
 */
export class RateWindow {
  /** No request may go before this moment. */
  shutUntil = 0;
  /** The end of the last wait that was told of. */
  toldOf = 0;
  readonly #requests: number;
  readonly #windowMs: number;
  #limited = false;
  #underWay = 0;
  /** When the last requests were answered, the oldest first; as many as the window allows. */
  readonly #answered: number[] = [];

  constructor(requests: number, windowMs: number) {
    this.#requests = requests;
    this.#windowMs = windowMs;
  }

  get isLimited(): boolean {
    return this.#limited;
  }

  /** Keeps to the limit from now on. */
  limit(): void {
    this.#limited = true;
  }

  /** Keeps to the limit from now on, and lets nothing go for so long. */
  refused(now: number, waitMs: number): void {
    this.#limited = true;
    this.shutUntil = Math.max(this.shutUntil, now + waitMs);
  }

  /** When a request may go: now or earlier, a later moment, or Infinity when an answer has to come first. */
  opensAt(now: number): number {
    if (!this.#limited) return Math.max(now, this.shutUntil);
    const free = this.#requests - this.#underWay;
    if (free <= 0) return Number.POSITIVE_INFINITY;
    const blocking = this.#answered.at(-free);
    const windowOpens = blocking === undefined ? now : blocking + this.#windowMs;
    return Math.max(now, this.shutUntil, windowOpens);
  }

  /** Counts a request that goes. What it gives back is called with the moment of its answer, null when it doesn't count. */
  take(): (answeredAt: number | null) => void {
    this.#underWay += 1;
    return (answeredAt) => {
      this.#underWay -= 1;
      if (answeredAt === null) return;
      this.#answered.push(answeredAt);
      if (this.#answered.length > this.#requests) this.#answered.shift();
    };
  }
}
