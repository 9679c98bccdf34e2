import type { Credential } from './credential.ts';

/** One GET. */
export interface ClientRequest {
  readonly url: URL;
  /** What the request is for, as a message names it: `the list of instances`. */
  readonly purpose: string;
  /** Sent to the origins that it is bound to, and to no other; null for none. */
  readonly credential: Credential | null;
  /** What limits are shared by: requests of one lane count together, whatever their host. The origin by default. */
  readonly lane?: string;
  /** Whether Xano says that the lane is limited. */
  readonly limited?: boolean;
  /** Requests with a higher one go first when many wait. */
  readonly priority?: number;
  /** Whether the request may be made again after a failure; true by default. */
  readonly repeatable?: boolean;
}

/** An answer with a status of 2xx, whole. */
export interface ClientAnswer {
  readonly url: URL;
  readonly status: number;
  readonly body: Uint8Array;
}

/** Makes requests for a run: paced, repeated where that helps, with every address and redirect checked. */
export interface HttpClient {
  /** @throws RequestError */
  get(request: ClientRequest): Promise<ClientAnswer>;
  /** Milliseconds since any fixed moment, on the clock of this run. */
  now(): number;
  close(): Promise<void>;
}
