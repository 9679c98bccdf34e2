import { assertAddress } from './address.ts';
import type { ClientAnswer, ClientRequest, HttpClient } from './client.ts';
import { connectionError, isHopeless } from './connection-error.ts';
import { MAX_ATTEMPTS, MAX_ERROR_BODY_BYTES, MAX_RATE_LIMIT_WAITS, MAX_REDIRECTS } from './limits.ts';
import { type Leave, Pacer, TooLate, type Turn } from './pacer.ts';
import { BodyTooLarge, type ReadBody, readBeginning, readBody } from './read-body.ts';
import { redirectTarget } from './redirect.ts';
import { RequestError } from './request-error.ts';
import { retryAfterMs } from './retry-after.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { Room } from './room.ts';
import { RunLimits } from './run-limits.ts';
import type { Secrets } from './secrets.ts';
import { type ClientOptions, type Resolved, resolveSettings } from './settings.ts';
import { statusError } from './status-error.ts';
import type { TransportAnswer } from './transport.ts';
import { size as sizeOf } from './words.ts';

/** What one attempt came to. */
type Attempt =
  | { readonly kind: 'answer'; readonly answer: ClientAnswer }
  | { readonly kind: 'redirect'; readonly to: URL }
  /** Whether another attempt may help, and how long the other side asks to wait. */
  | {
      readonly kind: 'failure';
      readonly error: RequestError;
      readonly again: 'never' | 'later' | 'limited';
      readonly waitMs: number | null;
    };

/** Gives the client of one run. It holds connections until it is closed. */
export function openClient(secrets: Secrets, options: ClientOptions = {}): HttpClient {
  return new PacedClient(secrets, options);
}

class PacedClient implements HttpClient {
  readonly concurrency: number;
  readonly concurrencyPerOrigin: number;
  readonly rateLimit: { readonly requests: number; readonly windowMs: number };
  readonly #secrets: Secrets;
  readonly #settings: Resolved;
  readonly #pacer: Pacer;
  readonly #limits: RunLimits;

  constructor(secrets: Secrets, options: ClientOptions) {
    const settings = resolveSettings(options);
    const { edges, onEvent } = settings;
    this.concurrency = settings.concurrency;
    this.concurrencyPerOrigin = settings.concurrencyPerOrigin;
    this.rateLimit = settings.rateLimit;
    this.#secrets = secrets;
    this.#settings = settings;
    this.#limits = new RunLimits(settings.budgetMs, options.signal, edges);
    this.#pacer = new Pacer({
      ...settings,
      now: edges.now,
      deadline: this.#limits.deadline,
      sleep: edges.sleep,
      onWait: (where, ms) => onEvent({ kind: 'waiting', where, ms, because: 'rate-limit' }),
    });
  }

  room(places: number) {
    return this.#pacer.room(places);
  }

  isLimited(lane: string): boolean {
    return this.#pacer.isLimited(lane);
  }

  now(): number {
    return this.#settings.edges.now();
  }

  async close(): Promise<void> {
    this.#limits.close();
    this.#pacer.close();
    await this.#settings.edges.transport.close();
  }

  async get(request: ClientRequest): Promise<ClientAnswer> {
    let url = request.url;
    let redirects = 0;
    let failures = 0;
    let waits = 0;
    for (;;) {
      const attempt = await this.#attempt(request, url);
      if (attempt.kind === 'answer') return attempt.answer;
      request.room?.free();
      if (attempt.kind === 'redirect') {
        redirects += 1;
        if (redirects > MAX_REDIRECTS) throw redirectRefused(request, url, 'redirects without end');
        url = attempt.to;
        continue;
      }
      const { error, again, waitMs } = attempt;
      if (again === 'limited') waits += 1;
      else failures += 1;
      const givenUp = failures >= MAX_ATTEMPTS || waits > MAX_RATE_LIMIT_WAITS;
      if (again === 'never' || request.repeatable === false || givenUp) throw error;
      this.#limits.assertTimeFor(request, waitMs ?? 0, error);
      if (again === 'later') await this.#waitToRetry(request, failures, waitMs);
      // Everything about a limited lane is kept by the pacer: it opens when the limit allows.
    }
  }

  async #waitToRetry(request: ClientRequest, failures: number, waitMs: number | null): Promise<void> {
    const { edges, retryDelayMs: first, onEvent } = this.#settings;
    const ms = waitMs ?? retryDelayMs(failures, first, edges.random());
    onEvent({ kind: 'waiting', where: laneOf(request), ms, because: 'retry' });
    await this.#limits.guard((signal) => edges.sleep(ms, signal), request);
  }

  async #attempt(request: ClientRequest, url: URL): Promise<Attempt> {
    assertAddress(url, `The address of ${request.purpose}`);
    const authorization = request.credential?.headerFor(url);
    const { priority = 0, limited = false, room = null } = request;
    const turn = { origin: url.origin, lane: laneOf(request), limited, priority, room };
    const leave = await this.#turn(request, turn);
    let attempt: Attempt | null = null;
    try {
      attempt = await this.#ask(request, url, authorization === undefined ? {} : { authorization }, leave);
      return attempt;
    } finally {
      if (attempt === null) room?.free();
      leave.end(true);
    }
  }

  async #turn(request: ClientRequest, turn: Turn): Promise<Leave> {
    try {
      return await this.#limits.guard((signal) => this.#pacer.acquire(turn, signal), request);
    } catch (error) {
      if (error instanceof TooLate) this.#limits.assertTimeFor(request, error.waitMs);
      throw error;
    }
  }

  async #ask(
    request: ClientRequest,
    url: URL,
    headers: Readonly<Record<string, string>>,
    leave: Leave,
  ): Promise<Attempt> {
    const { edges, requestTimeoutMs, timeoutMs } = this.#settings;
    const started = edges.now();
    const limit = this.#limits.forRequest(requestTimeoutMs);
    try {
      const answer = await edges.transport.get({
        url,
        headers: { accept: 'application/json', ...headers },
        signal: limit.signal,
      });
      const attempt = await this.#read(request, url, answer, leave);
      const bytes = attempt.kind === 'answer' ? attempt.answer.body.byteLength : 0;
      const printable = this.#secrets.redact(`${url.origin}${url.pathname}`);
      const ms = edges.now() - started;
      this.#settings.onEvent({ kind: 'answered', url: printable, status: answer.status, ms, bytes });
      return attempt;
    } catch (error) {
      this.#limits.throwIfOver(request);
      if (error instanceof RequestError) throw error;
      if (error instanceof BodyTooLarge || codeOf(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
        throw this.#tooLarge(request, url);
      }
      const cause = limit.timedOut() ? Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' }) : error;
      const waited = limit.timedOut() ? requestTimeoutMs : timeoutMs;
      return {
        kind: 'failure',
        error: connectionError(request, url, cause, waited, this.#secrets),
        again: isHopeless(error) ? 'never' : 'later',
        waitMs: null,
      };
    } finally {
      limit.end();
    }
  }

  async #read(request: ClientRequest, url: URL, answer: TransportAnswer, leave: Leave): Promise<Attempt> {
    const { status, headers, body } = answer;
    if (status >= 200 && status < 300) {
      const { room } = request;
      const { buffer, size } = await this.#readWhole(answer, room);
      const free = () => room?.free(buffer);
      return { kind: 'answer', answer: { url, status, body: buffer.subarray(0, size), free } };
    }
    if (status === 301 || status === 302 || status === 303 || status === 307 || status === 308) {
      await readBeginning(body, 0);
      const target = redirectTarget(url, headers.location);
      if ('refused' in target) throw redirectRefused(request, url, target.refused);
      return { kind: 'redirect', to: target.url };
    }
    const text = await readBeginning(body, MAX_ERROR_BODY_BYTES);
    const error = statusError(request, { url, status, text }, this.#secrets);
    const waitMs = retryAfterMs(headers['retry-after'], this.now());
    if (status === 429) {
      this.#pacer.refused(laneOf(request), waitMs);
      leave.end(false);
      return { kind: 'failure', error, again: 'limited', waitMs: this.#pacer.shutForMs(laneOf(request)) };
    }
    const again = status >= 500 || status === 408 ? 'later' : 'never';
    return { kind: 'failure', error, again, waitMs };
  }

  #readWhole({ headers, body }: TransportAnswer, room: Room | undefined): Promise<ReadBody> {
    const length = [headers['content-length']].flat()[0];
    const announced = length !== undefined && /^\d+$/.test(length) ? Number(length) : null;
    const limit = this.#settings.maxBodyBytes;
    const allocate = (bytes: number) => room?.buffer(bytes) ?? Buffer.allocUnsafeSlow(bytes);
    return readBody(body, { announced, limit, allocate });
  }

  #tooLarge({ purpose }: ClientRequest, url: URL): RequestError {
    const limit = sizeOf(this.#settings.maxBodyBytes);
    return new RequestError(
      'BODY_TOO_LARGE',
      `The answer of ${url.host} for ${purpose} is larger than ${limit}. It was not read further.`,
      {
        hint: 'Look at the address in a browser: no document of an API should be so large.',
        url: this.#secrets.redact(`${url.origin}${url.pathname}`),
      },
    );
  }
}

function laneOf({ lane, url }: ClientRequest): string {
  return lane ?? url.host;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function redirectRefused({ purpose }: ClientRequest, url: URL, why: string): RequestError {
  return new RequestError('REDIRECT_REFUSED', `${url.host} ${why} when asked for ${purpose}.`, {
    hint: 'Redirects are followed only within a host, so that no secret reaches another one. If the host has moved, use its new address.',
    url: `${url.origin}${url.pathname}`,
  });
}
