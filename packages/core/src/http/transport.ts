/** One request as it goes over the network. */
export interface TransportRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Its answer; `body` may be read once. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The edge to the network. It follows no redirects, makes no second attempt and keeps no cookies. */
export interface Transport {
  get(request: TransportRequest): Promise<TransportAnswer>;
  /** Closes what it holds open. */
  close(): Promise<void>;
}
