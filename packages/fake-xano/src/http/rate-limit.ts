/** What the free plan allows: 10 requests in 20 seconds, shared by all calls. Source: Xano's pricing documentation. */
export const FREE_PLAN_REQUESTS = 10;
export const FREE_PLAN_WINDOW_MS = 20_000;

/** How an instance on the free plan is limited. */
export interface RateLimitOptions {
  /** How many requests a window allows; 10 by default. */
  readonly requests?: number;
  /** How long a window is; 20 s by default. Shorter ones make quick tests. */
  readonly windowMs?: number;
  /** Whether a 429 says in Retry-After how long to wait. Xano documents none: off by default. */
  readonly retryAfter?: boolean;
}

/**
 * A sliding window: no span of `windowMs` holds more than `requests` answered requests.
 * Which kind of window Xano has is not known; who keeps to this one keeps to every kind.
 * Refused requests don't count.
 */
export class RateLimit {
  readonly #answered = new Map<string, number[]>();
  readonly #requests: number;
  readonly #windowMs: number;
  readonly #clock: () => number;

  constructor(options: RateLimitOptions, clock: () => number) {
    this.#requests = options.requests ?? FREE_PLAN_REQUESTS;
    this.#windowMs = options.windowMs ?? FREE_PLAN_WINDOW_MS;
    this.#clock = clock;
  }

  /** Counts a request of an instance. Gives 0 when it is allowed, otherwise the milliseconds until one would be. */
  take(instance: string): number {
    const now = this.#clock();
    const recent = (this.#answered.get(instance) ?? []).filter((at) => at > now - this.#windowMs);
    this.#answered.set(instance, recent);
    const oldest = recent.at(-this.#requests);
    if (oldest !== undefined) return oldest + this.#windowMs - now;
    recent.push(now);
    return 0;
  }
}
