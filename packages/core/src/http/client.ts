import type { Credential } from './credential.ts';
import type { Room } from './room.ts';

/** One GET. */
export interface ClientRequest {
  readonly url: URL;
  /** What is asked for, as a message names it: `the list of instances`. */
  readonly purpose: string;
  /** Sent to the origins that it is bound to, and to no other; null for none. */
  readonly credential: Credential | null;
  /** What limits are shared by: requests of one lane count together, whatever their host. The host by default. */
  readonly lane?: string;
  /** Whether Xano says that the lane is limited. */
  readonly limited?: boolean;
  /** Requests with a higher one go first when many wait; 0 by default. */
  readonly priority?: number;
  /** Whether it may be made again after a failure; true by default. */
  readonly repeatable?: boolean;
  /** Where the answer is held, until it is freed. */
  readonly room?: Room;
}

/** An answer with a status of 2xx, whole. */
export interface ClientAnswer {
  /** The address that answered, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly body: Uint8Array;
  /** Gives back the place in the request's room, and with it the body; nothing without a room. */
  readonly free: () => void;
}

/** Makes requests for a run: paced, repeated where that helps, with every address and redirect checked. */
export interface HttpClient {
  /** @throws RequestError */
  get(request: ClientRequest): Promise<ClientAnswer>;
  /** Gives room for so many answers. */
  room(places: number): Room;
  /** Whether a lane is known to be limited: Xano said so, or refused a request for it. */
  isLimited(lane: string): boolean;
  /** How many requests may be under way at a time. */
  readonly concurrency: number;
  readonly concurrencyPerOrigin: number;
  /** What a limited lane allows. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number };
  /** Milliseconds since 1970, on the clock of this run. */
  now(): number;
  close(): Promise<void>;
}
