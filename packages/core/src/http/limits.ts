/** What bounds the requests of a run, each with its source. */

/** How many requests are under way at a time, over all hosts: enough to hide latency, few enough for small machines. */
export const CONCURRENCY = 8;

/** How many of them at one host: an instance serves its owner's users too. */
export const CONCURRENCY_PER_ORIGIN = 4;

/** The free plan: 10 requests in 20 seconds, shared by all calls (docs.xano.com, plans and pricing). */
export const FREE_PLAN = { requests: 10, windowMs: 20_000 } as const;

/** The whole run. A limited instance serves 900 documents in this time. */
export const BUDGET_MS = 30 * 60_000;

/** A connection, the first byte of an answer, and a pause within one. Xano generates a document while one waits. */
export const TIMEOUT_MS = 30_000;

/** One request, however slowly its body comes. */
export const REQUEST_TIMEOUT_MS = 120_000;

/**
 * The largest answer. The largest real document that is known has less than 1 MB; parsed, the
 * worst JSON takes forty times its length, which still fits into the memory that Node gives itself.
 */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Of an answer that is an error: what its message may be read from. */
export const MAX_ERROR_BODY_BYTES = 64 * 1024;

/** How often a request is made in all when the server or the connection fails. */
export const MAX_ATTEMPTS = 3;

/** How often a request waits out a limit before it is given up. */
export const MAX_RATE_LIMIT_WAITS = 5;

/** The first wait after a failure; each further one may be twice as long. */
export const RETRY_DELAY_MS = 500;

/** The longest such wait. */
export const MAX_RETRY_DELAY_MS = 10_000;

/** How many redirects within its origin a request follows: as many as browsers do (Fetch standard, section 4.4). */
export const MAX_REDIRECTS = 20;
