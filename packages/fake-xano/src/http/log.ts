import type { SeenCredential } from '../credentials/secrets.ts';
import type { FakeOrigin } from './origins.ts';
import type { Api, FakeRequest, Operation, Subject } from './request.ts';

/** A request as the log keeps it: no secret stands in it, only the labels of those that were seen. */
export interface RecordedRequest {
  /** The fake's clock at its arrival, in milliseconds. */
  readonly at: number;
  readonly origin: FakeOrigin;
  readonly method: string;
  /** Without the query; the label of a secret stands where it held one. */
  readonly path: string;
  /** The names in the query, in their order. */
  readonly query: readonly string[];
  readonly api: Api | null;
  readonly operation: Operation;
  readonly subject: Subject;
  readonly credentials: readonly SeenCredential[];
  /** How many requests this origin was answering at its arrival, itself included. */
  readonly inFlight: number;
  /** 0 until it is answered, and for one that never was. */
  readonly status: number;
  /** The name of the misbehaviour that it met, or null. */
  readonly fault: string | null;
}

/** What a request goes through after its arrival. */
export interface Course {
  readonly meets: (fault: string | null) => void;
  readonly isAnswered: (status: number) => void;
  /** It is in flight no more. */
  readonly ends: () => void;
}

/** The log of all requests, in the order of their arrival. */
export class RequestLog {
  readonly #requests: { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] }[] = [];
  readonly #inFlight = new Map<string, number>();

  /** Records a request under a path without secrets; what it gives back is told how it goes on. */
  arrive(request: FakeRequest, path: string, credentials: readonly SeenCredential[], at: number): Course {
    const { origin, method, url, api, operation, subject } = request;
    const inFlight = (this.#inFlight.get(origin.url) ?? 0) + 1;
    this.#inFlight.set(origin.url, inFlight);
    const entry = {
      at,
      origin,
      method,
      path,
      query: [...url.searchParams.keys()],
      api,
      operation,
      subject,
      credentials,
      inFlight,
      status: 0,
      fault: null as string | null,
    };
    this.#requests.push(entry);
    return {
      meets: (fault) => {
        entry.fault = fault;
      },
      isAnswered: (status) => {
        entry.status = status;
      },
      ends: () => {
        this.#inFlight.set(origin.url, (this.#inFlight.get(origin.url) ?? 1) - 1);
      },
    };
  }

  /** Gives the requests so far. */
  all(): readonly RecordedRequest[] {
    return [...this.#requests];
  }

  /** Gives the requests in which a host saw a credential that was not meant for it. */
  strays(): readonly RecordedRequest[] {
    return this.#requests.filter((request) => request.credentials.some((credential) => !credential.entitled));
  }

  /** Forgets all requests so far. */
  clear(): void {
    this.#requests.length = 0;
  }
}
