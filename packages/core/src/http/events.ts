/** What a run tells of while it goes on, for progress and logs. No secret stands in any of it. */
export type FetchEvent =
  /** Something that a person should know, though the run goes on. */
  | { readonly kind: 'warning'; readonly code: string; readonly message: string; readonly hint: string }
  /** API groups that a list named and the filters select: their outcomes will come. */
  | { readonly kind: 'found'; readonly groups: number }
  /** One request was answered; the address stands without its query. */
  | {
      readonly kind: 'answered';
      readonly url: string;
      readonly status: number;
      readonly ms: number;
      readonly bytes: number;
    }
  /** A wait before requests to this instance or host go on. */
  | {
      readonly kind: 'waiting';
      readonly where: string;
      readonly ms: number;
      readonly because: 'rate-limit' | 'retry';
    };

export type OnFetchEvent = (event: FetchEvent) => void;
