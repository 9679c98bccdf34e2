import { RateWindow } from './rate-window.ts';
import { Room } from './room.ts';

export interface PacerOptions {
  readonly concurrency: number;
  readonly concurrencyPerOrigin: number;
  readonly rateLimit: { readonly requests: number; readonly windowMs: number };
  readonly now: () => number;
  /** The end of the run: what can't go before it is told so at once. */
  readonly deadline: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told when a request has to wait for a limit; once for each span of waiting. */
  readonly onWait: (lane: string, ms: number) => void;
}

/** What a request is, as far as its turn depends on it. */
export interface Turn {
  readonly origin: string;
  readonly lane: string;
  readonly limited: boolean;
  readonly priority: number;
  /** Where its answer will be held until somebody takes it; null when it needs no room. */
  readonly room: Room | null;
}

/** A request whose turn comes only after the end of the run. */
export class TooLate extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super('The turn of the request comes after the end of the run.');
    this.waitMs = waitMs;
  }
}

/** A request's leave to go. `end` gives it back; `answered` says whether it counts against a limit. */
export interface Leave {
  end(answered: boolean): void;
}

interface Waiter extends Turn {
  readonly order: number;
  readonly start: (leave: Leave) => void;
  readonly refuse: (error: TooLate) => void;
}

/**
 * Gives requests their turn: so many at a time, so many of them at one origin, and within
 * a limited lane as many as its limit allows. Those of higher priority go first, then those
 * that came first; one that has to wait lets others pass.
 */
export class Pacer {
  readonly #options: PacerOptions;
  readonly #waiting: Waiter[] = [];
  readonly #underWay = new Map<string, number>();
  readonly #lanes = new Map<string, RateWindow>();
  #total = 0;
  #arrivals = 0;
  #alarm: { readonly at: number; readonly cancel: AbortController } | null = null;

  constructor(options: PacerOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the request may go. Rejects with the signal's reason when it is aborted
   * before, and with TooLate when its lane stays shut until the end of the run.
   */
  acquire(turn: Turn, signal: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const waiter: Waiter = {
        ...turn,
        order: this.#arrivals++,
        start: (leave) => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave);
        },
        refuse: (error) => {
          signal.removeEventListener('abort', giveUp);
          reject(error);
        },
      };
      const giveUp = () => {
        const index = this.#waiting.indexOf(waiter);
        if (index !== -1) this.#waiting.splice(index, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      if (turn.limited) this.#lane(turn.lane).limit();
      this.#enqueue(waiter);
      this.#startThoseThatMay();
    });
  }

  /** Tells that a lane refused a request for its limit, and how long it asks to wait, if it says so. */
  refused(lane: string, retryAfterMs: number | null): void {
    const { now, rateLimit } = this.#options;
    this.#lane(lane).refused(now(), retryAfterMs ?? rateLimit.windowMs);
  }

  /** Gives how long from now a lane stays shut because it refused a request. */
  shutForMs(lane: string): number {
    return Math.max(0, (this.#lanes.get(lane)?.shutUntil ?? 0) - this.#options.now());
  }

  /** Whether a lane keeps to a limit. */
  isLimited(lane: string): boolean {
    return this.#lanes.get(lane)?.isLimited === true;
  }

  /** Gives room for so many answers; requests that need it go when there is some. */
  room(places: number): Room {
    return new Room(places, () => this.#startThoseThatMay());
  }

  #lane(name: string): RateWindow {
    const known = this.#lanes.get(name);
    if (known !== undefined) return known;
    const { requests, windowMs } = this.#options.rateLimit;
    const window = new RateWindow(requests, windowMs);
    this.#lanes.set(name, window);
    return window;
  }

  #enqueue(waiter: Waiter): void {
    const index = this.#waiting.findLastIndex(
      ({ priority, order }) =>
        priority > waiter.priority || (priority === waiter.priority && order < waiter.order),
    );
    this.#waiting.splice(index + 1, 0, waiter);
  }

  #startThoseThatMay(): void {
    const now = this.#options.now();
    let earliest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.#waiting.length && this.#total < this.#options.concurrency; ) {
      const waiter = this.#waiting[index];
      if (waiter === undefined) break;
      const opensAt = this.#lane(waiter.lane).opensAt(now);
      if (Number.isFinite(opensAt) && opensAt > now && opensAt >= this.#options.deadline) {
        this.#waiting.splice(index, 1);
        waiter.refuse(new TooLate(opensAt - now));
        continue;
      }
      if (opensAt > now) earliest = this.#tellOfWait(waiter.lane, opensAt, now, earliest);
      if (opensAt > now || this.#isBusy(waiter.origin) || waiter.room?.isFull() === true) {
        index += 1;
        continue;
      }
      this.#waiting.splice(index, 1);
      waiter.room?.take();
      waiter.start(this.#leave(waiter));
    }
    if (Number.isFinite(earliest)) this.#wakeAt(earliest);
  }

  #tellOfWait(name: string, opensAt: number, now: number, earliest: number): number {
    const lane = this.#lane(name);
    if (Number.isFinite(opensAt) && lane.toldOf < opensAt) {
      lane.toldOf = opensAt;
      this.#options.onWait(name, opensAt - now);
    }
    return Math.min(earliest, opensAt);
  }

  #isBusy(origin: string): boolean {
    return (this.#underWay.get(origin) ?? 0) >= this.#options.concurrencyPerOrigin;
  }

  #leave({ origin, lane: name }: Turn): Leave {
    const lane = this.#lane(name);
    this.#total += 1;
    this.#underWay.set(origin, (this.#underWay.get(origin) ?? 0) + 1);
    const seat = lane.take();
    let ended = false;
    return {
      end: (answered) => {
        if (ended) return;
        ended = true;
        this.#total -= 1;
        this.#underWay.set(origin, (this.#underWay.get(origin) ?? 1) - 1);
        seat(answered ? this.#options.now() : null);
        this.#startThoseThatMay();
      },
    };
  }

  #wakeAt(at: number): void {
    if (this.#alarm !== null && this.#alarm.at <= at) return;
    this.#alarm?.cancel.abort();
    const cancel = new AbortController();
    const alarm = { at, cancel };
    this.#alarm = alarm;
    // Timers keep whole milliseconds: rounded up, none ends before its moment.
    const ms = Math.max(1, Math.ceil(at - this.#options.now()));
    this.#options.sleep(ms, cancel.signal).then(
      () => {
        if (this.#alarm === alarm) this.#alarm = null;
        this.#startThoseThatMay();
      },
      () => {},
    );
  }

  /** Lets no alarm outlive the run. */
  close(): void {
    this.#alarm?.cancel.abort();
    this.#alarm = null;
  }
}
