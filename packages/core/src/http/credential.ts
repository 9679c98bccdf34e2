import { inspect } from 'node:util';
import { RequestError } from './request-error.ts';
import { REDACTED, type Secrets } from './secrets.ts';

/**
 * A secret bound to the origins that may see it. It can't be read, printed or serialised;
 * all that it gives is the header for an address of its own.
 */
export class Credential {
  readonly #secret: string;
  readonly #origins: ReadonlySet<string>;
  readonly #secrets: Secrets;

  /** The secret is made known to `secrets` here, before it can be used. */
  constructor(secret: string, origins: Iterable<string>, secrets: Secrets) {
    secrets.add(secret);
    this.#secret = secret;
    this.#origins = new Set(origins);
    this.#secrets = secrets;
  }

  /** Gives the same secret bound to other origins. */
  boundTo(origins: Iterable<string>): Credential {
    return new Credential(this.#secret, origins, this.#secrets);
  }

  /**
   * Gives the Authorization header for an address.
   * @throws RequestError CREDENTIAL_MISDIRECTED when its origin is not one that may see the secret
   */
  headerFor(url: URL): string {
    if (this.#origins.has(url.origin)) return `Bearer ${this.#secret}`;
    throw new RequestError(
      'CREDENTIAL_MISDIRECTED',
      `A credential for ${[...this.#origins].join(', ')} would have gone to ${url.origin}. Nothing was sent.`,
      { hint: 'Look at what the answers of Xano name as addresses: one of them leads to another host.' },
    );
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
