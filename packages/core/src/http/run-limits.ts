import type { ClientRequest } from './client.ts';
import { RequestError } from './request-error.ts';
import type { HttpEdges } from './settings.ts';
import { span } from './words.ts';

/** The end of a single request. */
export interface RequestLimit {
  readonly signal: AbortSignal;
  readonly timedOut: () => boolean;
  /** Lets go of the timer and of the run's signal. */
  readonly end: () => void;
}

/** What ends a run before its work is done: its caller, or the time that it was given. */
export class RunLimits {
  readonly #budgetMs: number;
  /** When the run ends, on its clock. */
  readonly deadline: number;
  readonly #now: () => number;
  readonly #over = new AbortController();
  readonly #closed = new AbortController();
  #reason: 'INTERRUPTED' | 'BUDGET_SPENT' | null = null;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = () => this.#stop('INTERRUPTED');

  constructor(
    budgetMs: number,
    signal: AbortSignal | undefined,
    { now, sleep }: Pick<HttpEdges, 'now' | 'sleep'>,
  ) {
    this.#budgetMs = budgetMs;
    this.#now = now;
    this.deadline = now() + budgetMs;
    this.#signal = signal;
    if (signal?.aborted === true) this.#stop('INTERRUPTED');
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    sleep(budgetMs, this.#closed.signal).then(
      () => this.#stop('BUDGET_SPENT'),
      () => {},
    );
  }

  /** Does something that the end of the run interrupts. */
  async guard<T>(work: (signal: AbortSignal) => Promise<T>, request: ClientRequest): Promise<T> {
    this.throwIfOver(request);
    try {
      return await work(this.#over.signal);
    } catch (error) {
      this.throwIfOver(request);
      throw error;
    }
  }

  /** @throws RequestError INTERRUPTED or BUDGET_SPENT when the run is over */
  throwIfOver(request: ClientRequest): void {
    if (this.#reason === 'INTERRUPTED') throw interrupted(request.purpose);
    if (this.#reason === 'BUDGET_SPENT') throw this.#spent(request.purpose);
  }

  /** @throws RequestError BUDGET_SPENT when the run ends before a wait of so long would */
  assertTimeFor(request: ClientRequest, waitMs: number, cause?: RequestError): void {
    if (this.#now() + waitMs >= this.deadline) throw this.#spent(request.purpose, waitMs, cause);
  }

  /** Gives the limit of one request: the run's, and a time of its own. */
  forRequest(timeoutMs: number): RequestLimit {
    const controller = new AbortController();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      controller.abort();
    }, timeoutMs);
    const stop = () => controller.abort();
    if (this.#over.signal.aborted) stop();
    this.#over.signal.addEventListener('abort', stop, { once: true });
    return {
      signal: controller.signal,
      timedOut: () => late,
      end: () => {
        clearTimeout(timer);
        this.#over.signal.removeEventListener('abort', stop);
      },
    };
  }

  /** Ends what is still under way. */
  close(): void {
    this.#closed.abort();
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#stop('INTERRUPTED');
  }

  #stop(reason: 'INTERRUPTED' | 'BUDGET_SPENT'): void {
    this.#reason ??= reason;
    this.#over.abort();
  }

  #spent(purpose: string, waitMs?: number, cause?: RequestError): RequestError {
    const wait = waitMs === undefined ? '' : ` Xano asks to wait ${span(waitMs)} first.`;
    return new RequestError(
      'BUDGET_SPENT',
      `The ${span(this.#budgetMs)} that this run may take are not enough for ${purpose}.${wait}`,
      {
        hint: 'Give it more time, or narrow it down with filters. What was not fetched keeps its last good snapshot.',
        ...(cause === undefined ? {} : { cause, status: cause.status, url: cause.url }),
      },
    );
  }
}

function interrupted(purpose: string): RequestError {
  return new RequestError('INTERRUPTED', `The run was told to stop before ${purpose} was fetched.`, {
    hint: 'Run it again.',
  });
}
