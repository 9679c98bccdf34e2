import { type Answer, problem } from './http/answer.ts';
import type { FakeRequest } from './http/request.ts';

/** Which requests a fault or hook is for; what is left out matches all. */
export interface RequestMatch {
  readonly method?: string;
  readonly path?: RegExp;
  /** The name of a GraphQL field, e.g. `createCommitOnBranch`. */
  readonly graphql?: string;
}

/** What goes wrong in place of an answer. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'bad-gateway' }
  /** The request is carried out, and its answer is lost: the caller gets a 502. */
  | { readonly kind: 'lost-answer' }
  /** The connection ends without an answer. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'primary-rate-limit'; readonly resetInSeconds: number; readonly status?: 403 | 429 }
  | {
      readonly kind: 'secondary-rate-limit';
      readonly retryAfterSeconds?: number;
      readonly status?: 403 | 429;
    };

/** Makes requests fail, and lets things happen between two of them. */
export interface Faults {
  /** The next `times` requests that match meet the fault. */
  next(match: RequestMatch, fault: Fault, times?: number): void;
  /** Runs `action` just before the next `times` requests that match are carried out. */
  before(match: RequestMatch, action: () => Promise<unknown> | unknown, times?: number): void;
  /** Forgets all that was set and has not happened. */
  clear(): void;
}

interface Waiting<Value> {
  readonly match: RequestMatch;
  readonly value: Value;
  left: number;
}

/** The faults with the two questions that the server asks. */
export class FaultBook implements Faults {
  #faults: Waiting<Fault>[] = [];
  #hooks: Waiting<() => Promise<unknown> | unknown>[] = [];

  next(match: RequestMatch, fault: Fault, times = 1): void {
    this.#faults.push({ match, value: fault, left: times });
  }

  before(match: RequestMatch, action: () => Promise<unknown> | unknown, times = 1): void {
    this.#hooks.push({ match, value: action, left: times });
  }

  clear(): void {
    this.#faults = [];
    this.#hooks = [];
  }

  /** The fault that this request meets, counted as met. */
  take(request: FakeRequest): Fault | null {
    return takeFrom(this.#faults, request);
  }

  /** Lets happen what was to happen before this request. */
  async runHooks(request: FakeRequest): Promise<void> {
    await takeFrom(this.#hooks, request)?.();
  }
}

function takeFrom<Value>(waiting: Waiting<Value>[], request: FakeRequest): Value | null {
  const found = waiting.find(({ match, left }) => left > 0 && matches(match, request));
  if (found === undefined) return null;
  found.left--;
  return found.value;
}

function matches({ method, path, graphql }: RequestMatch, request: FakeRequest): boolean {
  const query = typeof request.body.query === 'string' ? request.body.query : '';
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || path.test(request.path)) &&
    (graphql === undefined || (request.path === '/graphql' && query.includes(graphql)))
  );
}

/** The answer of a fault; null for those that are no answer of their own. */
export function faultAnswer(fault: Fault, now: Date): Answer | null {
  switch (fault.kind) {
    case 'status':
      return problem(fault.status, fault.message ?? 'Server Error', { headers: fault.headers ?? {} });
    case 'bad-gateway':
    case 'lost-answer':
      return {
        status: 502,
        body: Buffer.from('<html><head><title>502 Bad Gateway</title></head></html>'),
        headers: { 'content-type': 'text/html' },
      };
    case 'primary-rate-limit':
      return problem(fault.status ?? 403, 'API rate limit exceeded for installation.', {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(now.getTime() / 1000) + fault.resetInSeconds),
        },
      });
    case 'secondary-rate-limit':
      return problem(
        fault.status ?? 403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        {
          headers:
            fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
        },
      );
    case 'cut':
      return null;
  }
}
