/** What kind of credential or personal data a leak is. */
export type LeakKind =
  | 'jwt'
  | 'api-key'
  | 'private-key'
  | 'email'
  | 'signed-link'
  | 'url-password'
  | 'bearer'
  | 'password';

/** A credential, or personal data, that stands inside a document. */
export interface Leak {
  readonly kind: LeakKind;
  /** JSON pointer (RFC 6901) of the string that holds it, cut with an ellipsis where it is long. */
  readonly pointer: string;
  /** Enough to recognise it by, never the whole. */
  readonly preview: string;
}

/** The leaks of a document. */
export interface FoundLeaks {
  /** The first of them, as many as are told of. */
  readonly leaks: readonly Leak[];
  /** How many there are in all. */
  readonly leakCount: number;
}
