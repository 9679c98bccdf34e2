import { load } from 'js-yaml';
import { type Answer, errors, json, page, text } from '../http/answer.ts';
import type { Delivery } from '../http/delivery.ts';

/** What a misbehaviour can do besides answering badly. */
export interface Hands {
  /** The answer of a Xano in good health. Made when it is called, so after what the misbehaviour did. */
  readonly answer: () => Answer;
  /** Ends the bearer token of this request before its time. */
  readonly revokeBearer: () => void;
  /** Deletes the API group that this request is about. */
  readonly deleteGroup: () => void;
  /** A URL on a host that belongs to nobody. */
  readonly elsewhere: string;
}

/** One way to misbehave. `name` stands in the log of requests. */
export interface Misbehaviour {
  readonly name: string;
  readonly deliver: (hands: Hands) => Delivery;
}

function always(name: string, answer: (hands: Hands) => Answer): Misbehaviour {
  return { name, deliver: (hands) => ({ kind: 'whole', answer: answer(hands) }) };
}

/** Every way in which the fake can misbehave. Each can be called without arguments, so a test can walk through all. */
export const misbehave = {
  /** 429; `retryAfter` is the text of the header: seconds or a date. */
  tooManyRequests: (retryAfter?: number | string): Misbehaviour =>
    always('tooManyRequests', () => withRetryAfter(errors.tooManyRequests(), retryAfter)),
  /** 429 that says to come back after a second. */
  tooManyRequestsWithRetryAfter: (seconds = 1): Misbehaviour =>
    always('tooManyRequestsWithRetryAfter', () => withRetryAfter(errors.tooManyRequests(), seconds)),
  /** 5xx with Xano's error body. */
  serverError: (status = 500): Misbehaviour =>
    always('serverError', () => ({ ...errors.fatal('Something went wrong.'), status })),
  /** A gateway's HTML page where JSON was expected. */
  badGateway: (status = 502): Misbehaviour => always('badGateway', () => page('Bad Gateway', status)),
  /** The right answer, after a while. */
  slowAnswer: (delayMs = 300): Misbehaviour => ({
    name: 'slowAnswer',
    deliver: ({ answer }) => ({ kind: 'whole', answer: answer(), delayMs }),
  }),
  /** The right body in pieces, with a pause between them. */
  slowBody: (pauseMs = 50, pieces = 5): Misbehaviour => ({
    name: 'slowBody',
    deliver: ({ answer }) => ({ kind: 'slow', answer: answer(), pieces, pauseMs }),
  }),
  /** The right body, but the connection closes in the middle of it. */
  cutBody: (share = 0.5): Misbehaviour => ({
    name: 'cutBody',
    deliver: ({ answer }) => ({ kind: 'cut', answer: answer(), share }),
  }),
  /** A sign-in page with status 200. */
  htmlPage: (): Misbehaviour => always('htmlPage', () => page('Sign in')),
  /** JSON, but neither an OpenAPI document nor a list. */
  notOpenApi: (): Misbehaviour => always('notOpenApi', () => json({ status: 'ok', hello: 'world' })),
  /** A text that ends in the middle of the JSON, with a length that fits. */
  brokenJson: (): Misbehaviour =>
    always('brokenJson', () => text('{"openapi": "3.0.0", "info": {"title": ', 'application/json')),
  /** Status 200 and nothing else. */
  emptyBody: (): Misbehaviour => always('emptyBody', () => text('', 'application/json')),
  /** A redirect to a host that belongs to nobody. */
  redirectElsewhere: (status = 302): Misbehaviour =>
    always('redirectElsewhere', ({ elsewhere }) => ({ status, headers: { location: elsewhere }, body: '' })),
  /** 401 once; the token stays good. */
  unauthorized: (): Misbehaviour => always('unauthorized', () => errors.unauthorized('Invalid token.')),
  /** 403 once. */
  accessDenied: (): Misbehaviour => always('accessDenied', () => errors.accessDenied('')),
  /** The token of the request runs out just now, for good. Without one, nothing changes. */
  tokenExpires: (): Misbehaviour =>
    always('tokenExpires', ({ answer, revokeBearer }) => {
      revokeBearer();
      return answer();
    }),
  /** Someone deletes the group between the list and the document. */
  groupVanishes: (): Misbehaviour =>
    always('groupVanishes', ({ answer, deleteGroup }) => {
      deleteGroup();
      return answer();
    }),
  /** The right answer in the wrong shape: by default, every value is where its neighbours are, but of another type. */
  wrongShape: (change: (answer: unknown) => unknown = misshape): Misbehaviour =>
    always('wrongShape', ({ answer }) => json(change(valueIn(answer())))),
  /** A body that does not end before so many bytes; 256 MiB by default. */
  hugeBody: (bytes = 256 * 1024 * 1024): Misbehaviour => ({
    name: 'hugeBody',
    deliver: () => ({ kind: 'huge', bytes }),
  }),
  /** The connection is reset. */
  connectionReset: (): Misbehaviour => ({ name: 'connectionReset', deliver: () => ({ kind: 'reset' }) }),
  /** No answer comes at all. */
  silence: (): Misbehaviour => ({ name: 'silence', deliver: () => ({ kind: 'silence' }) }),
  /** 404, as for a group whose documentation is disabled. */
  documentationDisabled: (): Misbehaviour => always('documentationDisabled', () => errors.notFound()),
  /** 403, as for a group whose documentation wants a token. */
  documentationNeedsToken: (): Misbehaviour =>
    always('documentationNeedsToken', () => errors.accessDenied('')),
} as const;

/** The name of a way to misbehave. */
export type MisbehaviourName = keyof typeof misbehave;

function withRetryAfter(answer: Answer, retryAfter: number | string | undefined): Answer {
  return retryAfter === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
}

function valueIn({ headers, body }: Answer): unknown {
  const mediaType = headers['content-type'] ?? '';
  if (mediaType.startsWith('application/json')) return JSON.parse(body);
  return mediaType.startsWith('application/yaml') ? load(body) : body;
}

function misshape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(misshape);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, misshape(inner)]));
  }
  return typeof value === 'string' ? { text: value.length } : String(value);
}
