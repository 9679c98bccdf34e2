/** What a credential tells of itself without a call: the claims of a JWT can be read by who holds it. */
export interface CredentialFacts {
  readonly shape:
    | 'metadata-token'
    /** A JWT that is for something else, such as the users of an API. */
    | 'other-token'
    /** Encrypted: the token of one instance, as the Developer API hands out. */
    | 'encrypted-token'
    /** No JWT: what a Developer API key looks like. */
    | 'opaque';
  /** Milliseconds since 1970, or null when it doesn't say. */
  readonly expiresAt: number | null;
}
