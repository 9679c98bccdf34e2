import { setTimeout as pause } from 'node:timers/promises';
import type { OnFetchEvent } from './events.ts';
import * as limits from './limits.ts';
import type { Transport } from './transport.ts';
import { undiciTransport } from './undici-transport.ts';

/** How requests are made. Everything has a default. */
export interface HttpSettings {
  /** How many requests are under way at a time, over all hosts. */
  readonly concurrency?: number;
  /** How many of them at one host. */
  readonly concurrencyPerOrigin?: number;
  /** How long the whole run may take, in milliseconds. */
  readonly budgetMs?: number;
  /** How long a connection, the first byte and a pause within a body may take. */
  readonly timeoutMs?: number;
  /** How long one request may take from its start to the last byte. */
  readonly requestTimeoutMs?: number;
  /** How large one answer may be. */
  readonly maxBodyBytes?: number;
  /** What a limited instance allows: so many requests in so long. */
  readonly rateLimit?: { readonly requests: number; readonly windowMs: number };
  /** The first wait before a request is made again; each further one may be twice as long. */
  readonly retryDelayMs?: number;
  /** HTTP_PROXY, HTTPS_PROXY and NO_PROXY, upper or lower case, are read from here. None by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly edges?: Partial<HttpEdges>;
}

/** What a client needs of the world; the machine's own unless handed in. */
export interface HttpEdges {
  /** Milliseconds since 1970. It should not jump when the machine's clock is set. */
  readonly now: () => number;
  /** Resolves after so long; rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to below 1, for jitter. */
  readonly random: () => number;
  /** Makes requests; undici unless handed in. */
  readonly transport: Transport;
}

/** Settings of one run. */
export interface ClientOptions extends HttpSettings {
  readonly signal?: AbortSignal;
  readonly onEvent?: OnFetchEvent;
}

/** Settings with every default filled in. */
export type Resolved = Required<Omit<HttpSettings, 'env' | 'edges'>> & {
  readonly edges: HttpEdges;
  readonly onEvent: OnFetchEvent;
};

/** Fills in the defaults. */
export function resolveSettings(options: ClientOptions): Resolved {
  const concurrency = options.concurrency ?? limits.CONCURRENCY;
  const settings = {
    concurrency,
    concurrencyPerOrigin: Math.min(
      concurrency,
      options.concurrencyPerOrigin ?? limits.CONCURRENCY_PER_ORIGIN,
    ),
    budgetMs: options.budgetMs ?? limits.BUDGET_MS,
    timeoutMs: options.timeoutMs ?? limits.TIMEOUT_MS,
    requestTimeoutMs: options.requestTimeoutMs ?? limits.REQUEST_TIMEOUT_MS,
    maxBodyBytes: options.maxBodyBytes ?? limits.MAX_BODY_BYTES,
    rateLimit: options.rateLimit ?? limits.FREE_PLAN,
    retryDelayMs: options.retryDelayMs ?? limits.RETRY_DELAY_MS,
    onEvent: options.onEvent ?? (() => {}),
  };
  return { ...settings, edges: { ...machineEdges(options, settings), ...options.edges } };
}

function machineEdges(
  { env = {}, edges }: ClientOptions,
  { timeoutMs, maxBodyBytes, concurrencyPerOrigin }: Omit<Resolved, 'edges'>,
): HttpEdges {
  const undici = { env, timeoutMs, maxBodyBytes, connectionsPerOrigin: concurrencyPerOrigin };
  return {
    now: () => performance.timeOrigin + performance.now(),
    // A timer takes 31 bits: longer waits would end at once.
    sleep: (ms, signal) => pause(Math.min(ms, 2 ** 31 - 1), undefined, { signal }),
    random: Math.random,
    transport: edges?.transport ?? undiciTransport(undici),
  };
}
